//! Reviews that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId},
    pact::{Review, ReviewId},
};

use super::{MemoryStore, memory_desk::Papers};
use crate::ports::{ReviewReader, ReviewRepository, StoreError};

impl Papers {
    fn reviews_where(&self, is_wanted: impl Fn(&Review) -> bool) -> Vec<Review> {
        let mut found: Vec<Review> =
            self.reviews.values().filter(|it| is_wanted(it)).cloned().collect();
        found.sort_by_key(|it| (it.asked_at, it.id));
        found
    }
}

#[async_trait]
impl ReviewRepository for Papers {
    async fn add(&mut self, review: &Review) -> Result<(), StoreError> {
        self.reviews.insert(review.id, review.clone());
        Ok(())
    }

    async fn by_id(&mut self, id: ReviewId) -> Result<Option<Review>, StoreError> {
        Ok(self.reviews.get(&id).cloned())
    }

    async fn of_activity(&mut self, id: ActivityId) -> Result<Vec<Review>, StoreError> {
        Ok(self.reviews_where(|it| it.activity == id))
    }

    async fn remove(&mut self, ids: &[ReviewId]) -> Result<(), StoreError> {
        self.reviews.retain(|id, _| !ids.contains(id));
        Ok(())
    }
}

#[async_trait]
impl ReviewReader for MemoryStore {
    async fn reviews(&self, n: u64) -> Result<Vec<(Review, Activity)>, StoreError> {
        let facts = self.facts();
        let told = |it: Review| facts.activities.get(&it.activity).map(|of| (it, of.clone()));
        let all = facts.papers.reviews_where(|_| true).into_iter().filter_map(told);
        Ok(all.take(usize::try_from(n).unwrap_or(usize::MAX)).collect())
    }

    async fn review(&self, id: ReviewId) -> Result<Option<Review>, StoreError> {
        Ok(self.facts().papers.reviews.get(&id).cloned())
    }

    async fn reviews_of(&self, id: ActivityId) -> Result<Vec<Review>, StoreError> {
        Ok(self.facts().papers.reviews_where(|it| it.activity == id))
    }

    async fn forget_reviews(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().papers.reviews.retain(|_, it| it.asked_at >= before);
        Ok(())
    }
}
