//! What was searched for in vain.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};

use super::StoreError;

/// Counts what was searched for in vain, without anything about who searched.
pub trait VainSearches: Send + Sync {
    /// Counts one search. Only words are kept: what looks like an address, a number of a
    /// person or a telephone is not, and neither is anything long.
    fn note(&self, words: &str, now: DateTime<Utc>);
}

/// Where the counts are kept.
#[async_trait]
pub trait VainSearchStore: Send + Sync {
    /// Adds counts to those of a month.
    async fn add(&self, counts: &[VainSearch]) -> Result<(), StoreError>;

    /// The counts of a month, the most frequent first.
    async fn of_month(&self, month: NaiveDate, n: u64) -> Result<Vec<VainSearch>, StoreError>;
}

/// How often something was searched for in vain in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VainSearch {
    /// The month's first day.
    pub month: NaiveDate,
    /// Folded.
    pub words: String,
    pub searches: u32,
}
