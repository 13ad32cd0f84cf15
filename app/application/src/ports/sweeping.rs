//! What the sweeper remembers.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::OccurrenceId,
    privacy::{Headcount, Sweep},
};

use super::StoreError;

/// What the sweeper remembers, and what it leaves.
#[async_trait]
pub trait Sweeping: Send + Sync {
    /// How it stands; nothing where it was never begun.
    async fn sweep(&self) -> Result<Option<Sweep>, StoreError>;

    /// Notes what time it is, unless a later time was seen; answers how it stands.
    async fn saw_time(&self, now: DateTime<Utc>) -> Result<Sweep, StoreError>;

    /// Takes a time for the latest, whatever was seen: a clock that was wrong is right again.
    async fn trust_time(&self, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Notes that it was done.
    async fn swept(&self, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// How many came to a date whose sign-ups are gone, by kind of party.
    async fn headcounts(&self, id: OccurrenceId) -> Result<Vec<Headcount>, StoreError>;
}

/// Letters that lie in a folder, where no mail server is set or none was.
#[async_trait]
pub trait KeptLetters: Send + Sync {
    /// Forgets letters that were kept before an instant.
    async fn forget_kept(&self, before: DateTime<Utc>) -> Result<(), StoreError>;

    /// Forgets letters to an address.
    async fn forget_kept_to(&self, email: &Email) -> Result<(), StoreError>;
}
