//! What is being written.

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Draft, DraftId},
    partners::PartnerId,
};

use super::StoreError;

/// What is being written, and is nobody's business but its partner's.
#[async_trait]
pub trait DraftRepository: Send {
    async fn add(&mut self, draft: &Draft) -> Result<(), StoreError>;

    /// Finds a draft and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: DraftId) -> Result<Option<Draft>, StoreError>;

    /// The next version of an activity, where somebody writes one.
    async fn of_activity(&mut self, id: ActivityId) -> Result<Option<Draft>, StoreError>;

    /// How many a partner has.
    async fn count(&mut self, partner: PartnerId) -> Result<u64, StoreError>;

    async fn save(&mut self, draft: &Draft) -> Result<(), StoreError>;

    async fn remove(&mut self, id: DraftId) -> Result<(), StoreError>;
}
