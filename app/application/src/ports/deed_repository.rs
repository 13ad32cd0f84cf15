//! What was done, by whom, and when.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::ActivityId,
    identity::{AccountId, Deed, DeedKind, Subject},
    partners::PartnerId,
    search::PageNumber,
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
    /// A page of a history.
    async fn history(&self, of: HistoryOf, page: PageNumber) -> Result<History, StoreError>;

    /// The last deed of these kinds about each of the named activities, where there is one, in no
    /// particular order.
    async fn last_about(
        &self,
        activities: &[ActivityId],
        kinds: &[DeedKind],
    ) -> Result<Vec<ToldDeed>, StoreError>;

    /// Forgets deeds about accounts from before an instant; what was done to partners and
    /// activities is kept.
    async fn forget_deeds_about_accounts(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}

/// Whose history it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistoryOf {
    /// What was done to something.
    Subject(Subject),
    /// What somebody did, and what was done to their account.
    Account(AccountId),
    /// What was done on a partner's behalf, or to the partner itself; where kinds are named, no
    /// other ones.
    Partner(PartnerId, Option<&'static [DeedKind]>),
}

/// A page of what was done, the newest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    pub of: HistoryOf,
    pub page: PageNumber,
    pub deeds: Vec<ToldDeed>,
    /// How many there are on all pages.
    pub total: u64,
}

impl History {
    pub const PER_PAGE: u32 = 50;

    /// How many pages there are; one, where nothing was done.
    #[must_use]
    pub fn pages(&self) -> u32 {
        PageNumber::pages(self.total, Self::PER_PAGE)
    }
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
