//! What somebody has found and keeps for later.

use chrono::{DateTime, Utc};

use super::ActivityId;
use crate::identity::AccountId;

/// An activity that somebody with an account has found and keeps for later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saved {
    pub account: AccountId,
    pub activity: ActivityId,
    pub saved_at: DateTime<Utc>,
}

impl Saved {
    /// The most that one account keeps.
    pub const MOST: u64 = 200;
}
