//! The slow work of hashing passwords.

use std::error::Error;

use async_trait::async_trait;
use domain::identity::{Password, PasswordHash};

/// Hashes passwords, slowly on purpose, and only so many at once that pages stay quick.
#[async_trait]
pub trait Passwords: Send + Sync {
    async fn hash(&self, password: &Password) -> Result<PasswordHash, PasswordsError>;

    /// Whether a password is the one that was hashed. Without a hash it is not, which takes
    /// the same work to say.
    async fn fits(
        &self,
        password: &Password,
        hash: Option<&PasswordHash>,
    ) -> Result<bool, PasswordsError>;
}

/// Why a password was not hashed.
#[derive(Debug, thiserror::Error)]
pub enum PasswordsError {
    /// Too many wait already.
    #[error("too many passwords wait to be hashed")]
    Busy,
    #[error("a password cannot be hashed")]
    Failed(#[source] Box<dyn Error + Send + Sync>),
}
