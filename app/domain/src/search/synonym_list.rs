//! Lines of synonyms that were written in the portal itself.

use chrono::{DateTime, Utc};

use crate::identity::AccountId;

/// What was written in the portal on top of the operator's list, and put in force. A later list
/// takes the place of an earlier one, which is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SynonymList {
    /// From 1; the highest is in force.
    pub number: i64,
    /// One group a line, in the form of the file that comes with the portal; nothing at all is a
    /// list as well.
    pub text: String,
    pub by: AccountId,
    pub written_at: DateTime<Utc>,
}

impl SynonymList {
    /// The most that is kept, in bytes.
    pub const MOST_BYTES: usize = 64 * 1024;
}
