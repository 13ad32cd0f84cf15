//! What is held of somebody, found by their address.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::OccurrenceId,
    privacy::{Erased, Held, Tombstone},
    signup::SignUpId,
};

use super::StoreError;

/// What is held of somebody. Nothing is kept from changing meanwhile.
#[async_trait]
pub trait HeldReader: Send + Sync {
    /// Everything that is held of an address and of its account, but for what it says as the
    /// address of a partner, and for what opens something.
    async fn held(&self, email: &Email) -> Result<Vec<Held>, StoreError>;

    /// Who was erased since an instant.
    async fn tombstones(&self, since: DateTime<Utc>) -> Result<Vec<Tombstone>, StoreError>;

    /// The addresses here that tombstones are of.
    async fn buried(&self, under: &[Tombstone]) -> Result<Vec<Email>, StoreError>;

    /// Makes sure that what was erased stands in no file any more, as far as that can be said, and
    /// that who was erased is known beside the database too, in case an older one takes its place.
    async fn scrub(&self, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Keeps tombstones that were kept beside another database.
    async fn keep_tombstones(&self, stones: &[Tombstone]) -> Result<(), StoreError>;

    /// Forgets tombstones from before an instant.
    async fn forget_tombstones(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}

/// Where what is held of somebody is erased.
#[async_trait]
pub trait ErasureRepository: Send {
    /// The sign-ups of an address that have or await a seat, and those in which it is a second
    /// guardian's are none of them; ordered by date, as rosters are locked.
    async fn active_of(
        &mut self,
        email: &Email,
    ) -> Result<Vec<(OccurrenceId, SignUpId)>, StoreError>;

    /// Erases everything that is held of an address and of its account, but for sign-ups that
    /// have or await a seat: they leave their roster first.
    async fn erase(&mut self, email: &Email) -> Result<Erased, StoreError>;

    /// Keeps a tombstone of an address.
    async fn bury(&mut self, email: &Email, now: DateTime<Utc>) -> Result<(), StoreError>;
}
