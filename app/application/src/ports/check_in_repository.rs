//! Who has come to a date.

use async_trait::async_trait;
use domain::{
    catalogue::OccurrenceId,
    signup::{CheckIn, Tick},
};

use super::StoreError;

/// Who has come to dates. Whoever changes it holds the date's roster.
#[async_trait]
pub trait CheckInRepository: Send {
    async fn of(&mut self, date: OccurrenceId) -> Result<CheckIn, StoreError>;

    /// Keeps ticks of a date; one whose name is known takes the place of what it was.
    async fn keep(&mut self, date: OccurrenceId, ticks: &[Tick]) -> Result<(), StoreError>;
}
