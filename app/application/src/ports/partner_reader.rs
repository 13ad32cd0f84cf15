//! What readers ask about partners.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{catalogue::Slug, partners::Partner};

use super::{PartnerSummary, StoreError};

/// Answers what readers ask about partners.
#[async_trait]
pub trait PartnerReader: Send + Sync {
    /// All partners with something to see, in Danish alphabetical order (å last).
    async fn partners(&self, now: DateTime<Utc>) -> Result<Vec<PartnerSummary>, StoreError>;

    /// All that a partner tells of itself.
    async fn profile(&self, slug: &Slug) -> Result<Option<Partner>, StoreError>;

    async fn partner(
        &self,
        slug: &Slug,
        now: DateTime<Utc>,
    ) -> Result<Option<PartnerSummary>, StoreError>;

    /// What a partner is called as lists know it, at once; none where they know no such partner.
    fn name_shown(&self, slug: &Slug) -> Option<String>;
}
