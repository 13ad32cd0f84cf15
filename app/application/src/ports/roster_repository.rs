//! Who has or awaits a seat at which date.

use async_trait::async_trait;
use domain::{catalogue::OccurrenceId, signup::Roster};

use super::StoreError;

/// Who has or awaits a seat at which date.
#[async_trait]
pub trait RosterRepository: Send {
    /// Finds the roster of a date and keeps others from changing it until this transaction ends.
    /// Nothing where there is no such date, or where the portal does not keep its seats. A date
    /// that is gone, or whose activity is out of sight, does not take place.
    async fn lock(&mut self, id: OccurrenceId) -> Result<Option<Roster>, StoreError>;

    /// Keeps what has changed about a roster: its parties, each of its steps, and how many seats
    /// of the date are taken; and what was drawn. Parties that are new were added before.
    async fn save(&mut self, roster: &Roster) -> Result<(), StoreError>;
}
