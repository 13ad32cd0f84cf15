//! Which partners own an activity beside the one that leads it.

use async_trait::async_trait;
use domain::{
    catalogue::ActivityId,
    partners::{CoOwner, PartnerId},
};

use super::StoreError;

/// Which partners own an activity beside the one that leads it. Whoever changes that holds the
/// activity, and lets copies of the catalogue know.
#[async_trait]
pub trait CoOwnerRepository: Send {
    /// Those of an activity, those that are asked among them, the longest first.
    async fn of(&mut self, activity: ActivityId) -> Result<Vec<CoOwner>, StoreError>;

    /// Keeps one that is new, or what has changed about it.
    async fn put(&mut self, it: &CoOwner) -> Result<(), StoreError>;

    async fn remove(&mut self, activity: ActivityId, partner: PartnerId) -> Result<(), StoreError>;
}
