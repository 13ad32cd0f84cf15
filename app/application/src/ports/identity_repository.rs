//! Which identities belong to whom, and who is on the way to a provider.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::identity::{AccountId, Errand, Identity, IdentityId, JoinedIdentity, Mark};

use super::StoreError;

/// Which identities belong to whom. Whoever changes what is joined to an account holds the account,
/// so nothing here is kept from others.
#[async_trait]
pub trait IdentityRepository: Send {
    /// Finds an identity that is joined to an account.
    async fn by_identity(
        &mut self,
        identity: &Identity,
    ) -> Result<Option<JoinedIdentity>, StoreError>;

    /// Finds what is joined to an account, one of each issuer at most.
    async fn of_account(&mut self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError>;

    /// Keeps one that is new. It belongs to no two accounts, and no account has two of an issuer.
    async fn add(&mut self, it: &JoinedIdentity) -> Result<(), StoreError>;

    /// Keeps what has changed about one.
    async fn save(&mut self, it: &JoinedIdentity) -> Result<(), StoreError>;

    async fn remove(&mut self, id: IdentityId) -> Result<(), StoreError>;

    async fn add_errand(&mut self, errand: &Errand) -> Result<(), StoreError>;

    /// Takes an errand out, alive or not; nobody else gets it.
    async fn take_errand(&mut self, mark: &Mark) -> Result<Option<Errand>, StoreError>;
}

/// What pages show of identities.
#[async_trait]
pub trait IdentityReader: Send + Sync {
    /// What is joined to an account, one of each issuer at most.
    async fn identities_of(&self, account: AccountId) -> Result<Vec<JoinedIdentity>, StoreError>;

    /// An identity that is joined to an account.
    async fn identity(&self, identity: &Identity) -> Result<Option<JoinedIdentity>, StoreError>;

    /// An errand, alive or not.
    async fn errand(&self, mark: &Mark) -> Result<Option<Errand>, StoreError>;

    /// Forgets errands that were begun before an instant.
    async fn forget_errands(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}
