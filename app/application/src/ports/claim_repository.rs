//! Who wishes to act for a partner.

use async_trait::async_trait;
use domain::{
    identity::AccountId,
    partners::{Claim, ClaimId, PartnerId},
};

use super::StoreError;

/// Who wishes to act for a partner, until a moderator has answered.
#[async_trait]
pub trait ClaimRepository: Send {
    async fn add(&mut self, claim: &Claim) -> Result<(), StoreError>;

    /// Finds a claim and keeps others from answering it until this transaction ends.
    async fn by_id(&mut self, id: ClaimId) -> Result<Option<Claim>, StoreError>;

    /// Somebody's claim to a partner.
    async fn of(
        &mut self,
        account: AccountId,
        partner: PartnerId,
    ) -> Result<Option<Claim>, StoreError>;

    /// How many claims of an account wait for an answer.
    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError>;

    async fn remove(&mut self, id: ClaimId) -> Result<(), StoreError>;
}
