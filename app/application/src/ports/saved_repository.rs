//! What people with an account keep for later.

use async_trait::async_trait;
use domain::{
    catalogue::{ActivityId, Saved},
    identity::AccountId,
};

use super::StoreError;

/// What people with an account keep for later.
#[async_trait]
pub trait SavedRepository: Send {
    /// Keeps an activity for somebody. Kept twice, it is kept once, since the first time.
    async fn put(&mut self, it: &Saved) -> Result<(), StoreError>;

    /// How many somebody keeps.
    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError>;

    async fn remove(&mut self, account: AccountId, activity: ActivityId) -> Result<(), StoreError>;
}

/// Answers what people ask about what they keep.
#[async_trait]
pub trait SavedReader: Send + Sync {
    /// What somebody keeps, the last found first.
    async fn saved_by(&self, account: AccountId) -> Result<Vec<Saved>, StoreError>;
}
