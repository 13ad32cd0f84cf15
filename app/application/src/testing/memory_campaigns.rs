//! Campaigns that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::NaiveDate;
use domain::{
    Uuid,
    pact::{Campaign, CampaignId, CampaignKey, CampaignWords},
};

use super::memory_store::{Facts, MemoryTransaction};
use crate::ports::{CampaignRepository, StoreError};

/// A campaign of two days in November 2027.
///
/// # Panics
///
/// Where `name` leads to no key.
#[must_use]
pub fn a_campaign(n: u8, name: &str) -> Campaign {
    let words = |name: &str, text: &str| CampaignWords {
        name: name.try_into().expect("a name"),
        text: text.try_into().expect("a text"),
    };
    let day = |day| NaiveDate::from_ymd_opt(2027, 11, day).unwrap_or_default();
    Campaign {
        id: CampaignId(Uuid::from_u128(900 + u128::from(n))),
        key: CampaignKey::of_name(name).expect("a key"),
        danish: words(name, "En dag om planeter.\nFor alle."),
        english: words(&format!("{name} in English"), "A day about planets."),
        first_day: day(4),
        last_day: day(5),
        is_open: true,
    }
}

/// The campaign that every store knows from the start.
pub(super) fn first_campaign() -> Campaign {
    let day = NaiveDate::from_ymd_opt(2027, 4, 22).unwrap_or_default();
    let mut it = a_campaign(0, "Girls' Day 2027");
    it.id = CampaignId(Uuid::from_u128(1));
    it.key = "girlsday-2027".try_into().expect("a key");
    it.english.name = it.danish.name.clone();
    (it.first_day, it.last_day) = (day, day);
    it
}

impl Facts {
    /// Every campaign, the earliest first.
    pub(super) fn campaigns_by_day(&self) -> Vec<Campaign> {
        let mut all: Vec<Campaign> = self.campaigns.values().cloned().collect();
        all.sort_by(|a, b| (a.first_day, &a.key).cmp(&(b.first_day, &b.key)));
        all
    }
}

#[async_trait]
impl CampaignRepository for MemoryTransaction {
    async fn by_id(&mut self, id: CampaignId) -> Result<Option<Campaign>, StoreError> {
        Ok(self.draft.campaigns.get(&id).cloned())
    }

    async fn all(&mut self) -> Result<Vec<Campaign>, StoreError> {
        Ok(self.draft.campaigns_by_day())
    }

    async fn add(&mut self, it: &Campaign) -> Result<bool, StoreError> {
        if self.draft.campaigns.values().any(|known| known.key == it.key) {
            return Ok(false);
        }
        self.has_new_campaigns = true;
        self.draft.campaigns.insert(it.id, it.clone());
        Ok(true)
    }

    async fn save(&mut self, it: &Campaign) -> Result<(), StoreError> {
        self.has_new_campaigns = true;
        self.draft.campaigns.insert(it.id, it.clone());
        Ok(())
    }

    async fn named_by(&mut self, key: &CampaignKey) -> Result<u64, StoreError> {
        let names = |campaign: Option<&CampaignKey>| campaign == Some(key);
        let all = self.draft.activities.values();
        Ok(all.filter(|it| names(it.particulars().campaign.as_ref())).count() as u64)
    }

    async fn remove(&mut self, id: CampaignId) -> Result<(), StoreError> {
        let Some(it) = self.draft.campaigns.get(&id).cloned() else { return Ok(()) };
        if self.named_by(&it.key).await? > 0 {
            return Err(StoreError::new("an activity names the campaign"));
        }
        self.has_new_campaigns = true;
        self.draft.campaigns.remove(&id);
        Ok(())
    }
}
