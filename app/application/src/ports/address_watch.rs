//! Web addresses to which activities lead, and who asks them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    SafeUrl, Uuid,
    catalogue::{Activity, ActivityId, Heard, Watched},
    partners::PartnerId,
};

use super::StoreError;

/// A process that asks; each has a name of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Watcher(pub Uuid);

/// Keeps what is known of the web addresses to which published activities lead that are not over.
/// What was known of an address is forgotten once the activity leads elsewhere.
#[async_trait]
pub trait AddressWatch: Send + Sync {
    /// Lets one watcher at a time ask, however many processes there are: this one until it `ends`,
    /// where none of the others may at `now`. Whoever may already may longer.
    async fn lease(
        &self,
        who: Watcher,
        now: DateTime<Utc>,
        ends: DateTime<Utc>,
    ) -> Result<bool, StoreError>;

    /// At most `n` addresses that are to be asked, those that were never asked first.
    async fn due(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<DueAddress>, StoreError>;

    /// Keeps what was heard, in the place of what was known.
    async fn keep(&self, watched: &Watched) -> Result<(), StoreError>;

    /// Every dead address of some partners, or of all, by activity.
    async fn dead(
        &self,
        now: DateTime<Utc>,
        partners: Option<&[PartnerId]>,
    ) -> Result<Vec<(Watched, Activity)>, StoreError>;
}

/// A web address that is to be asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueAddress {
    pub activity: ActivityId,
    pub url: SafeUrl,
    /// What is known of it, where it was asked before.
    pub known: Option<Watched>,
}

/// Asks a web address whether anybody is there, and nothing else: no more is read than it takes
/// to know, nothing is sent along, and nobody is asked who is not on the open net.
#[async_trait]
pub trait Web: Send + Sync {
    async fn ask(&self, url: &SafeUrl) -> Heard;
}
