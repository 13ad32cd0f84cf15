//! How often activities are looked at.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::catalogue::{ActivityId, Slug};

use super::StoreError;

/// How often the pages of activities are looked at, by the day and without anything about who
/// looked.
#[async_trait]
pub trait ActivityViews: Send + Sync {
    /// How often each of some activities was looked at on a day or later; those at which nobody
    /// looked are left out.
    async fn views_since(
        &self,
        activities: &[ActivityId],
        day: NaiveDate,
    ) -> Result<HashMap<ActivityId, u32>, StoreError>;

    /// Adds to the counts; what has no such address any more is passed over.
    async fn add_views(&self, views: &[Views]) -> Result<(), StoreError>;

    /// Forgets the counts of the days before one.
    async fn forget_views(&self, before: NaiveDate) -> Result<(), StoreError>;
}

/// How often the page of an activity was looked at on a day of Danish time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Views {
    pub day: NaiveDate,
    pub slug: Slug,
    pub n: u32,
}
