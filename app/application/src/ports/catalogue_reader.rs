//! What readers of the catalogue ask for.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{ActivityId, Slug},
    pact::Campaign,
    search::{Filter, Query},
};

use super::{ActivityDetails, ActivitySummary, Found, Matches, Nearly, PageAddress, StoreError};

/// What is looked up in the catalogue.
#[derive(Clone, Copy, Debug)]
pub struct Lookup<'a> {
    /// The filter's words are not looked at: an index has done so.
    pub query: &'a Query,
    /// Where words are looked for: what an index found. Only what holds all of them is a hit.
    pub matches: Option<&'a Matches>,
    pub now: DateTime<Utc>,
}

/// Answers what readers of the catalogue ask.
///
/// Lists hold published activities that one can still join at `now`, or whose dates are
/// agreed one by one; where the filter asks for it also what is full or closed, and what
/// is over, after the others. They are sorted as the query says, then by the first
/// occurrence that was asked for, those without dates last, equal ones by id: stable from
/// page to page.
#[async_trait]
pub trait CatalogueReader: Send + Sync {
    /// One page of what the filter lets through, and the counts of the next choice.
    async fn find(&self, lookup: Lookup<'_>) -> Result<Found, StoreError>;

    /// At most `n` that meet the lookup's filter and some of what else is wished for, those
    /// that come nearest first; never one that meets all of it.
    async fn nearly(
        &self,
        lookup: Lookup<'_>,
        wished: &Filter,
        n: usize,
    ) -> Result<Vec<Nearly>, StoreError>;

    /// How many are found.
    async fn count(&self, lookup: Lookup<'_>) -> Result<u32, StoreError>;

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

    /// The same as lists know them, at once: they are as old as the lists are.
    fn campaigns_shown(&self) -> Arc<[Campaign]>;

    /// A number that is another as soon as anything in the catalogue is; readers may see
    /// a change of another process up to two seconds late.
    fn generation(&self) -> u64;
}
