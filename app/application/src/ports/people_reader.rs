//! Who acts for whom.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    identity::{Account, AccountId, Invitation, Mark},
    partners::PartnerId,
};

use super::StoreError;

/// Who acts for whom, and who is invited to.
#[async_trait]
pub trait PeopleReader: Send + Sync {
    /// Everybody who acts for a partner, the longest here first.
    async fn members_of(&self, partner: PartnerId) -> Result<Vec<Account>, StoreError>;

    /// Everybody with a role, the longest here first.
    async fn staff(&self) -> Result<Vec<Account>, StoreError>;

    async fn person(&self, id: AccountId) -> Result<Option<Account>, StoreError>;

    /// Who is invited to act for a partner, whether the invitation still works or not, the oldest
    /// first.
    async fn invitations_of(&self, partner: PartnerId) -> Result<Vec<Invitation>, StoreError>;

    /// An invitation by the mark of its link, whether it still works or not.
    async fn invitation(&self, mark: &Mark) -> Result<Option<Invitation>, StoreError>;

    /// Forgets invitations from before an instant.
    async fn forget_invitations(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}
