//! Deeds that are forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::ActivityId,
    identity::{Deed, DeedKind, Subject},
    search::PageNumber,
};

use super::{MemoryStore, memory_store::Facts};
use crate::ports::{DeedReader, DeedRepository, History, HistoryOf, StoreError, ToldDeed};

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
    async fn history(&self, of: HistoryOf, page: PageNumber) -> Result<History, StoreError> {
        let is_wanted = |it: &Deed| match of {
            HistoryOf::Subject(subject) => it.about == subject,
            HistoryOf::Account(id) => it.by == Some(id) || it.about == Subject::Account(id),
            HistoryOf::Partner(id, kinds) => {
                (it.on_behalf_of == Some(id) || it.about == Subject::Partner(id))
                    && kinds.is_none_or(|kinds| kinds.contains(&it.kind))
            }
        };
        let deeds = told(&self.facts(), u64::MAX, is_wanted);
        let total = deeds.len() as u64;
        let before = usize::try_from(page.before(History::PER_PAGE)).unwrap_or(usize::MAX);
        let deeds = deeds.into_iter().skip(before).take(History::PER_PAGE as usize).collect();
        Ok(History { of, page, deeds, total })
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

    async fn forget_deeds_about_accounts(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        let is_kept = |it: &Deed| it.at >= before || !matches!(it.about, Subject::Account(_));
        self.facts().deeds.0.retain(is_kept);
        Ok(())
    }
}
