//! Who is invited to act for a partner.

use async_trait::async_trait;
use domain::{
    Email,
    identity::{Invitation, InvitationId, Mark},
    partners::PartnerId,
};

use super::StoreError;

/// Who is invited to act for a partner, until they have answered.
#[async_trait]
pub trait InvitationRepository: Send {
    /// Keeps an invitation that is new. Nobody is invited to one partner twice.
    async fn add(&mut self, invitation: &Invitation) -> Result<(), StoreError>;

    /// Finds an invitation and keeps others from answering it until this transaction ends.
    async fn by_id(&mut self, id: InvitationId) -> Result<Option<Invitation>, StoreError>;

    /// The same, by the mark of its link.
    async fn by_mark(&mut self, mark: &Mark) -> Result<Option<Invitation>, StoreError>;

    /// The invitation to a partner that an address has, however it is written.
    async fn of(
        &mut self,
        partner: PartnerId,
        email: &Email,
    ) -> Result<Option<Invitation>, StoreError>;

    /// Everybody's invitations to a partner, the oldest first.
    async fn to(&mut self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError>;

    async fn remove(&mut self, id: InvitationId) -> Result<(), StoreError>;
}
