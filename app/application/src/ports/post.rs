//! How letters leave.

use std::error::Error;

use async_trait::async_trait;
use domain::identity::Addressed;

/// Carries letters.
#[async_trait]
pub trait Post: Send + Sync {
    /// Sends one letter to its one reader. Sent twice it bears the same name, so that the
    /// other side can tell.
    async fn send(&self, letter: &Addressed) -> Result<(), PostError>;
}

/// Why a letter was not sent; the cause is for the log alone.
#[derive(Debug, thiserror::Error)]
pub enum PostError {
    /// Try again later.
    #[error("the post does not take letters now")]
    Later(#[source] Box<dyn Error + Send + Sync>),
    /// It will never be taken, such as one to an address that does not exist.
    #[error("the post refuses the letter")]
    Never(#[source] Box<dyn Error + Send + Sync>),
}
