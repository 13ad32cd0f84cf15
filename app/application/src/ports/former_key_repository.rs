//! Under which keys partners that have led activities know them.

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, ExternalId},
    partners::{FormerKey, PartnerId},
};

use super::StoreError;

/// Under which keys partners that have led activities know them, so that their sheets do not make
/// again what another leads now.
#[async_trait]
pub trait FormerKeyRepository: Send {
    async fn put(&mut self, it: &FormerKey) -> Result<(), StoreError>;

    /// Those of some partners' keys, in no order.
    async fn named(
        &mut self,
        keys: &[(PartnerId, ExternalId)],
    ) -> Result<Vec<FormerKey>, StoreError>;

    /// The key under which a partner knew an activity, which is forgotten with that.
    async fn take(
        &mut self,
        activity: ActivityId,
        partner: PartnerId,
    ) -> Result<Option<ExternalId>, StoreError>;
}
