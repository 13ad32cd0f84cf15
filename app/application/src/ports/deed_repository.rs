//! What was done, by whom, and when.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::ActivityId,
    identity::{AccountId, Deed, DeedKind, Subject},
    partners::PartnerId,
};

use super::StoreError;

/// Where a deed is written down, in the transaction of what it changes.
#[async_trait]
pub trait DeedRepository: Send {
    async fn add(&mut self, deed: &Deed) -> Result<(), StoreError>;

    /// The deeds about a subject, the newest first.
    async fn about(&mut self, subject: Subject) -> Result<Vec<Deed>, StoreError>;
}

/// What those whom deeds concern read of them.
#[async_trait]
pub trait DeedReader: Send + Sync {
    /// At most `n` deeds about a subject, the newest first.
    async fn deeds_about(&self, subject: Subject, n: u64) -> Result<Vec<ToldDeed>, StoreError>;

    /// The last deed of these kinds about each of the named activities, where there is one, in no
    /// particular order.
    async fn last_about(
        &self,
        activities: &[ActivityId],
        kinds: &[DeedKind],
    ) -> Result<Vec<ToldDeed>, StoreError>;

    /// At most `n` deeds that somebody did, or that were done to their account, the newest first.
    async fn deeds_of(&self, account: AccountId, n: u64) -> Result<Vec<ToldDeed>, StoreError>;

    /// At most `n` deeds on a partner's behalf, or about the partner itself, the newest first.
    async fn deeds_for(&self, partner: PartnerId, n: u64) -> Result<Vec<ToldDeed>, StoreError>;

    /// Forgets deeds about accounts from before an instant; what was done to partners and
    /// activities is kept.
    async fn forget_deeds_about_accounts(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}

/// A deed as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldDeed {
    pub deed: Deed,
    /// What whoever did it is called.
    pub by: Option<String>,
    /// What it was done to is called: a title, a name; nothing for one's own account.
    pub what: Option<String>,
}
