//! Links in letters that nobody has followed yet.

use async_trait::async_trait;
use domain::identity::{AccountId, Link, Mark};

use super::StoreError;

/// Links in letters that nobody has followed yet.
#[async_trait]
pub trait LinkRepository: Send {
    async fn add(&mut self, link: &Link) -> Result<(), StoreError>;

    /// Takes a link out, whether it still works or not; nobody else gets it.
    async fn take(&mut self, mark: &Mark) -> Result<Option<Link>, StoreError>;

    /// Forgets every link that is an account's.
    async fn forget_all_of(&mut self, account: AccountId) -> Result<(), StoreError>;
}
