//! What the whole pact does on one day or in one season.

use async_trait::async_trait;
use domain::pact::{Campaign, CampaignId, CampaignKey};

use super::StoreError;

/// The campaigns of the pact.
#[async_trait]
pub trait CampaignRepository: Send {
    /// Finds a campaign and keeps others from changing it, and from naming it, until this
    /// transaction ends.
    async fn by_id(&mut self, id: CampaignId) -> Result<Option<Campaign>, StoreError>;

    /// Every campaign, the earliest first; nobody changes one or takes one down until this
    /// transaction ends. Whoever lets an activity name one asks here, and not a reader: what a
    /// reader knew can be gone before it is written.
    async fn all(&mut self) -> Result<Vec<Campaign>, StoreError>;

    /// Keeps a campaign that is new, unless another has its key; answers whether it does.
    async fn add(&mut self, campaign: &Campaign) -> Result<bool, StoreError>;

    /// Keeps what has changed about a campaign that exists; its key stays.
    async fn save(&mut self, campaign: &Campaign) -> Result<(), StoreError>;

    /// How many activities name it, in whatever state.
    async fn named_by(&mut self, key: &CampaignKey) -> Result<u64, StoreError>;

    /// Forgets a campaign that no activity names.
    async fn remove(&mut self, id: CampaignId) -> Result<(), StoreError>;
}
