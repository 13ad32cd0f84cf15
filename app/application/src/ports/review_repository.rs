//! What asks moderators to look at what is public.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId},
    pact::{Review, ReviewId},
};

use super::StoreError;

/// What asks moderators to look at what is public, until it is answered. Whoever changes what is
/// asked about an activity holds the activity, so nothing is held here.
#[async_trait]
pub trait ReviewRepository: Send {
    async fn add(&mut self, review: &Review) -> Result<(), StoreError>;

    async fn by_id(&mut self, id: ReviewId) -> Result<Option<Review>, StoreError>;

    /// What is asked about an activity, the longest waiting first.
    async fn of_activity(&mut self, id: ActivityId) -> Result<Vec<Review>, StoreError>;

    async fn remove(&mut self, ids: &[ReviewId]) -> Result<(), StoreError>;
}

/// Answers what moderators are asked to look at.
#[async_trait]
pub trait ReviewReader: Send + Sync {
    /// At most `n` of them with what they are about, the longest waiting first.
    async fn reviews(&self, n: u64) -> Result<Vec<(Review, Activity)>, StoreError>;

    async fn review(&self, id: ReviewId) -> Result<Option<Review>, StoreError>;

    /// What is asked about an activity, likewise.
    async fn reviews_of(&self, id: ActivityId) -> Result<Vec<Review>, StoreError>;

    /// Erases what was asked before an instant.
    async fn forget_reviews(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}
