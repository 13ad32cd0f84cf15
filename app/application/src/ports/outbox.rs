//! Where letters wait.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity::{Addressed, LetterId};

use super::StoreError;

/// Where a letter is put in the transaction of the fact that it tells.
#[async_trait]
pub trait Outbox: Send {
    async fn push(&mut self, letter: &Addressed) -> Result<(), StoreError> {
        self.push_for(letter, letter.written_at).await
    }

    /// Puts a letter in that does not leave before an instant.
    async fn push_for(
        &mut self,
        letter: &Addressed,
        leaves_at: DateTime<Utc>,
    ) -> Result<(), StoreError>;
}

/// Where letters wait until they are sent.
#[async_trait]
pub trait OutboxQueue: Send + Sync {
    /// Takes at most `n` letters whose time has come, the oldest first, and keeps them from
    /// others until `lease_ends`; who falls over in between leaves them to the next.
    async fn claim(
        &self,
        now: DateTime<Utc>,
        lease_ends: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Waiting>, StoreError>;

    /// Notes that a letter was sent, and forgets what it said.
    async fn sent(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Puts a letter off until later.
    async fn put_off(&self, id: LetterId, until: DateTime<Utc>) -> Result<(), StoreError>;

    /// Notes that a letter cannot be sent, and forgets what it said.
    async fn give_up(&self, id: LetterId, now: DateTime<Utc>) -> Result<(), StoreError>;

    async fn figures(&self) -> Result<OutboxFigures, StoreError>;

    /// Forgets letters that were sent or given up before an instant.
    async fn forget(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}

/// A letter that waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    pub letter: Addressed,
    /// How often it was taken, this time included.
    pub tries: u32,
}

/// How the outbox stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OutboxFigures {
    pub waiting: u64,
    pub dead: u64,
    /// When the oldest letter that waits was written.
    pub oldest: Option<DateTime<Utc>>,
}
