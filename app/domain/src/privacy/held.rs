//! What is held of somebody, and what is left of them once it is erased.

use chrono::{DateTime, Utc};

use super::Holding;
use crate::identity::Mark;

/// One thing that is held of somebody, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    pub holding: Holding,
    /// What it is a row of.
    pub of: &'static str,
    /// What stands in it, column by column; what opens something is left out.
    pub said: Vec<(&'static str, String)>,
}

impl Held {
    /// What stands in a column.
    #[must_use]
    pub fn get(&self, column: &str) -> Option<&str> {
        self.said.iter().find(|it| it.0 == column).map(|it| it.1.as_str())
    }
}

/// What was erased of somebody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    pub sign_ups: u64,
    pub requests: u64,
    pub has_account: bool,
    /// How many other things: links, letters, marks.
    pub others: u64,
}

/// That an address was erased. Who reads the mark does not know the address: it is made with a
/// key. A backup that is put back knows by it whom to erase again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tombstone {
    pub mark: Mark,
    pub erased_at: DateTime<Utc>,
}
