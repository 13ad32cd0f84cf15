//! What pages show of accounts.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{Account, AccountId, Link, Mark, Session},
};

use super::StoreError;

/// What pages show of accounts, and the few notes that need no transaction.
#[async_trait]
pub trait AccountReader: Send + Sync {
    /// A session with its owner, alive or not, by the mark of its cookie.
    async fn session(&self, mark: &Mark) -> Result<Option<(Session, Account)>, StoreError>;

    /// Every session of an account, alive or not, the last seen first.
    async fn sessions_of(&self, account: AccountId) -> Result<Vec<Session>, StoreError>;

    async fn account(&self, email: &Email) -> Result<Option<Account>, StoreError>;

    /// A link that nobody has followed yet, whether it still works or not.
    async fn link(&self, mark: &Mark) -> Result<Option<Link>, StoreError>;

    /// Notes that a session was seen.
    async fn saw(&self, mark: &Mark, now: DateTime<Utc>) -> Result<(), StoreError>;

    /// Forgets links, sessions and tallies that have been of no use since these instants.
    async fn forget(&self, before: Forgotten) -> Result<(), StoreError>;
}

/// Up to when what is of no use any more is forgotten.
#[derive(Clone, Copy, Debug)]
pub struct Forgotten {
    pub links: DateTime<Utc>,
    pub sessions: DateTime<Utc>,
    pub tallies: DateTime<Utc>,
}
