//! Requests that are forgotten when the test ends.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::ActivityId,
    identity::Mark,
    signup::{PartyKey, Request, RequestId, RequestLink, RequestStage},
};

use super::MemoryStore;
use crate::ports::{OwnAsked, RequestReader, RequestRepository, StoreError};

/// Who asks whether they may come.
#[derive(Clone, Default)]
pub(super) struct Requests {
    all: BTreeMap<RequestId, Request>,
    links: BTreeMap<Mark, RequestLink>,
    reminded: BTreeSet<RequestId>,
}

#[async_trait]
impl RequestRepository for Requests {
    async fn add(&mut self, request: &Request) -> Result<bool, StoreError> {
        let is_new = self.open_of(request.activity, &request.key()).await?.is_none();
        if is_new {
            self.all.insert(request.id, request.clone());
        }
        Ok(is_new)
    }

    async fn by_id(&mut self, id: RequestId) -> Result<Option<Request>, StoreError> {
        Ok(self.all.get(&id).cloned())
    }

    async fn open_of(
        &mut self,
        activity: ActivityId,
        party: &PartyKey,
    ) -> Result<Option<Request>, StoreError> {
        let is_it = |it: &&Request| it.activity == activity && it.is_open() && it.key() == *party;
        Ok(self.all.values().find(is_it).cloned())
    }

    async fn save(&mut self, request: &Request) -> Result<(), StoreError> {
        self.all.insert(request.id, request.clone());
        Ok(())
    }

    async fn add_link(&mut self, link: &RequestLink) -> Result<(), StoreError> {
        self.links.insert(link.mark.clone(), link.clone());
        Ok(())
    }

    async fn take_link(&mut self, mark: &Mark) -> Result<Option<RequestLink>, StoreError> {
        let taken = self.links.get(mark).cloned();
        if let Some(it) = &taken {
            self.links.retain(|_, link| link.request != it.request || link.purpose != it.purpose);
        }
        Ok(taken)
    }

    async fn note_reminded(&mut self, id: RequestId) -> Result<bool, StoreError> {
        Ok(self.reminded.insert(id))
    }
}

#[async_trait]
impl RequestReader for MemoryStore {
    async fn request(&self, id: RequestId) -> Result<Option<Request>, StoreError> {
        Ok(self.facts().requests.all.get(&id).cloned())
    }

    async fn request_link(&self, mark: &Mark) -> Result<Option<RequestLink>, StoreError> {
        Ok(self.facts().requests.links.get(mark).cloned())
    }

    async fn requests_about(&self, activity: ActivityId) -> Result<Vec<Request>, StoreError> {
        let facts = self.facts();
        let is_told = |it: &&Request| it.activity == activity && it.sent_at.is_some();
        let mut told: Vec<Request> = facts.requests.all.values().filter(is_told).cloned().collect();
        told.sort_by_key(|it| (it.sent_at, it.id));
        Ok(told)
    }

    async fn waiting_about(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, u32>, StoreError> {
        let facts = self.facts();
        let mut waiting = HashMap::new();
        for it in facts.requests.all.values() {
            if it.stage == RequestStage::Waiting && activities.contains(&it.activity) {
                *waiting.entry(it.activity).or_default() += 1;
            }
        }
        Ok(waiting)
    }

    async fn requests_by(&self, email: &Email, n: u64) -> Result<Vec<OwnAsked>, StoreError> {
        let facts = self.facts();
        let is_by = |it: &&Request| {
            let address = it.contact.email.as_ref().map(Email::key);
            it.sent_at.is_some() && address == Some(email.key())
        };
        let own = facts.requests.all.values().filter(is_by).filter_map(|it| {
            let title = facts.activities.get(&it.activity)?.particulars().title.clone();
            Some(OwnAsked { request: it.clone(), title })
        });
        let mut own: Vec<OwnAsked> = own.collect();
        own.sort_by_key(|it| std::cmp::Reverse((it.request.asked_at, it.request.id)));
        own.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(own)
    }

    async fn late_requests(
        &self,
        before: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Request>, StoreError> {
        let facts = self.facts();
        let is_late = |it: &&Request| {
            it.stage == RequestStage::Waiting
                && it.changed_at < before
                && !facts.requests.reminded.contains(&it.id)
        };
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        Ok(facts.requests.all.values().filter(is_late).take(n).cloned().collect())
    }

    async fn forget_requests(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        let requests = &mut self.facts().requests;
        requests.all.retain(|_, it| now < it.erased_at());
        for it in requests.all.values_mut().filter(|it| it.needs_erased_at() <= now) {
            it.needs = None;
        }
        let left: BTreeSet<RequestId> = requests.all.keys().copied().collect();
        requests.links.retain(|_, it| left.contains(&it.request));
        requests.reminded.retain(|it| left.contains(it));
        Ok(())
    }
}
