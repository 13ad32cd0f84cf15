//! How interested pupils say that they were and are, until the test ends.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::Mark,
    signup::{Interest, InterestAnswer, InterestLink},
};

use super::MemoryStore;
use crate::ports::{InterestReader, InterestRepository, StoreError};

/// The answers to dates, and the links that lead to them.
#[derive(Clone, Default)]
pub(super) struct Answers {
    counts: BTreeMap<OccurrenceId, Interest>,
    links: BTreeMap<OccurrenceId, InterestLink>,
}

#[async_trait]
impl InterestRepository for Answers {
    async fn of(&mut self, date: OccurrenceId) -> Result<Interest, StoreError> {
        Ok(self.counts.get(&date).copied().unwrap_or_default())
    }

    async fn count(
        &mut self,
        date: OccurrenceId,
        answer: InterestAnswer,
    ) -> Result<(), StoreError> {
        self.counts.entry(date).or_default().count(answer, 1);
        Ok(())
    }

    async fn keep_link(&mut self, link: &InterestLink) -> Result<(), StoreError> {
        self.links.insert(link.occurrence, link.clone());
        Ok(())
    }
}

#[async_trait]
impl InterestReader for MemoryStore {
    async fn interest_link(&self, mark: &Mark) -> Result<Option<InterestLink>, StoreError> {
        Ok(self.facts().answers.links.values().find(|it| it.mark == *mark).cloned())
    }

    async fn interest_link_of(
        &self,
        date: OccurrenceId,
    ) -> Result<Option<InterestLink>, StoreError> {
        Ok(self.facts().answers.links.get(&date).cloned())
    }

    async fn interest_of(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<BTreeMap<OccurrenceId, Interest>, StoreError> {
        let facts = self.facts();
        let of = |id: &OccurrenceId| Some((*id, *facts.answers.counts.get(id)?));
        Ok(dates.iter().filter_map(of).collect())
    }

    async fn forget_interest_links(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().answers.links.retain(|_, it| before <= it.made_at);
        Ok(())
    }
}
