//! What readers of the catalogue ask for.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{ActivityId, Slug},
    pact::Campaign,
    search::{Filter, Query},
};

use super::{ActivityDetails, ActivitySummary, Found, PageAddress, StoreError};

/// Answers what readers of the catalogue ask.
///
/// Lists hold published activities of which something is still to come at `now`, or
/// whose dates are agreed one by one. They are sorted by the first occurrence that
/// was asked for, those without dates last, equal ones by id: stable from page to page.
#[async_trait]
pub trait CatalogueReader: Send + Sync {
    /// One page of what the filter lets through, and the counts of the next choice.
    async fn find(&self, query: &Query, now: DateTime<Utc>) -> Result<Found, StoreError>;

    /// How many the filter lets through.
    async fn count(&self, filter: &Filter, now: DateTime<Utc>) -> Result<u32, StoreError>;

    /// An activity in whatever state.
    async fn activity(&self, slug: &Slug) -> Result<Option<ActivityDetails>, StoreError>;

    /// At most `n` others, most alike first: same topics, near, for the same levels.
    async fn related(
        &self,
        to: ActivityId,
        n: usize,
        now: DateTime<Utc>,
    ) -> Result<Vec<ActivitySummary>, StoreError>;

    /// The pages of all activities that lists hold.
    async fn addresses(&self, now: DateTime<Utc>) -> Result<Vec<PageAddress>, StoreError>;

    /// What the whole pact does on one day or in one season, the earliest first.
    async fn campaigns(&self) -> Result<Vec<Campaign>, StoreError>;

    /// A number that is another as soon as anything in the catalogue is; readers may see
    /// a change of another process up to two seconds late.
    fn generation(&self) -> u64;
}
