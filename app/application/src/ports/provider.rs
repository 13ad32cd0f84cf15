//! Another place that knows people and says who they are.

use std::error::Error;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    SafeUrl,
    identity::{Challenge, ProviderName, Vouched},
};

/// Another place that knows people and says who they are (OpenID Connect Core 1.0, 3.1).
#[async_trait]
pub trait Provider: Send + Sync {
    /// What people call it.
    fn name(&self) -> &ProviderName;

    /// The word that stands for it in identities.
    fn issuer(&self) -> &str;

    /// Where a browser goes with a challenge.
    async fn way_there(&self, challenge: &Challenge) -> Result<SafeUrl, ProviderError>;

    /// What it says of whoever came back with a code. A code is of use once.
    async fn vouch(
        &self,
        code: &str,
        challenge: &Challenge,
        now: DateTime<Utc>,
    ) -> Result<Vouched, ProviderError>;

    /// Whether an answer that names an issuer, or none, can be this one's (RFC 9207).
    async fn sends(&self, issuer: Option<&str>) -> Result<bool, ProviderError>;

    /// Where a browser goes to leave it too; nothing where it offers no such way, or does not
    /// answer.
    async fn way_out(&self) -> Option<SafeUrl>;
}

/// Why a provider vouches for nobody.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// Try again in a moment.
    #[error("the provider does not answer as it should")]
    Down(#[source] Box<dyn Error + Send + Sync>),
    /// Begin again: the code was used, is too old, or never was.
    #[error("the provider does not know the code")]
    DeadCode,
    /// Nothing that whoever came back can mend: what it says cannot be believed.
    #[error("what the provider says cannot be believed")]
    Wrong(#[source] Box<dyn Error + Send + Sync>),
}

impl ProviderError {
    pub fn down(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Down(cause.into())
    }

    pub fn wrong(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Wrong(cause.into())
    }
}
