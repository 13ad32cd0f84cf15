//! Which cases were told of.

use async_trait::async_trait;
use domain::pact::Reminder;

use super::StoreError;

/// Which cases were told of, so that each is told of once.
#[async_trait]
pub trait ReminderRepository: Send {
    /// Notes that a case is told of; answers whether nobody has noted so before. Whoever notes
    /// the same at the same time waits until this transaction ends.
    async fn note(&mut self, reminder: &Reminder) -> Result<bool, StoreError>;
}
