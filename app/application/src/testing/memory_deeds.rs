//! Deeds that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::ActivityId,
    identity::{AccountId, Deed, DeedKind, Subject},
    partners::PartnerId,
};

use super::{MemoryStore, memory_store::Facts};
use crate::ports::{DeedReader, DeedRepository, StoreError, ToldDeed};

/// What was done, the oldest first.
#[derive(Clone, Default)]
pub(super) struct Deeds(Vec<Deed>);

#[async_trait]
impl DeedRepository for Deeds {
    async fn add(&mut self, deed: &Deed) -> Result<(), StoreError> {
        self.0.push(deed.clone());
        Ok(())
    }

    async fn about(&mut self, subject: Subject) -> Result<Vec<Deed>, StoreError> {
        Ok(self.newest(|it| it.about == subject))
    }
}

impl Deeds {
    /// When an activity was sent last.
    pub(super) fn sent_at(&self, activity: ActivityId) -> Option<DateTime<Utc>> {
        let is_it = |it: &&Deed| {
            it.kind == DeedKind::ActivitySubmitted && it.about == Subject::Activity(activity)
        };
        self.0.iter().filter(is_it).map(|it| it.at).max()
    }

    fn newest(&self, is_wanted: impl Fn(&Deed) -> bool) -> Vec<Deed> {
        let mut found: Vec<Deed> = self.0.iter().filter(|it| is_wanted(it)).cloned().collect();
        found.sort_by_key(|it| std::cmp::Reverse((it.at, it.id)));
        found
    }
}

fn told(facts: &Facts, n: u64, is_wanted: impl Fn(&Deed) -> bool) -> Vec<ToldDeed> {
    let found = facts.deeds.newest(is_wanted).into_iter();
    let told = |deed: Deed| ToldDeed {
        by: deed.by.and_then(|id| facts.doors.name_of(id)),
        what: match deed.about {
            Subject::Account(id) if deed.by == Some(id) => None,
            Subject::Account(id) => facts.doors.name_of(id),
            Subject::Partner(id) => facts.partners.get(&id).map(|it| it.name.to_string()),
            Subject::Activity(id) => {
                facts.activities.get(&id).map(|it| it.particulars().title.to_string())
            }
            Subject::Synonyms => None,
            Subject::Campaign(id) => facts.campaigns.get(&id).map(|it| it.danish.name.to_string()),
        },
        deed,
    };
    found.take(usize::try_from(n).unwrap_or(usize::MAX)).map(told).collect()
}

#[async_trait]
impl DeedReader for MemoryStore {
    async fn deeds_about(&self, subject: Subject, n: u64) -> Result<Vec<ToldDeed>, StoreError> {
        Ok(told(&self.facts(), n, |it| it.about == subject))
    }

    async fn last_about(
        &self,
        activities: &[ActivityId],
        kinds: &[DeedKind],
    ) -> Result<Vec<ToldDeed>, StoreError> {
        let facts = self.facts();
        let last = activities.iter().filter_map(|id| {
            let about = Subject::Activity(*id);
            told(&facts, 1, |it| it.about == about && kinds.contains(&it.kind)).pop()
        });
        Ok(last.collect())
    }

    async fn deeds_of(&self, account: AccountId, n: u64) -> Result<Vec<ToldDeed>, StoreError> {
        let own = |it: &Deed| it.by == Some(account) || it.about == Subject::Account(account);
        Ok(told(&self.facts(), n, own))
    }

    async fn deeds_for(&self, partner: PartnerId, n: u64) -> Result<Vec<ToldDeed>, StoreError> {
        let theirs =
            |it: &Deed| it.on_behalf_of == Some(partner) || it.about == Subject::Partner(partner);
        Ok(told(&self.facts(), n, theirs))
    }

    async fn forget_deeds_about_accounts(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let is_kept = |it: &Deed| it.at >= before || !matches!(it.about, Subject::Account(_));
        self.facts().deeds.0.retain(is_kept);
        Ok(())
    }
}
