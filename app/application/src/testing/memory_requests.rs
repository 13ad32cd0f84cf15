//! Requests that are forgotten when the test ends.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::ActivityId,
    identity::Mark,
    signup::{PartyKey, Request, RequestId, RequestLink, RequestPatience, RequestStage},
};

use super::MemoryStore;
use crate::ports::{OwnAsked, RequestReader, RequestRepository, StoreError, WaitingRequests};

/// Who asks whether they may come.
#[derive(Clone, Default)]
pub(super) struct Requests {
    all: BTreeMap<RequestId, Request>,
    links: BTreeMap<Mark, RequestLink>,
    told: BTreeMap<RequestId, RequestPatience>,
}

impl Requests {
    /// Whether nobody was told of a request as being so late, or later.
    fn is_untold(&self, id: RequestId, patience: RequestPatience) -> bool {
        let told = self.told.get(&id).copied().unwrap_or(RequestPatience::OnTime);
        patience.before().any(|it| it == told)
    }
}

impl Requests {
    pub(super) fn of_address(&self, email: &Email) -> impl Iterator<Item = &Request> {
        let key = email.key();
        let is_theirs =
            move |it: &&Request| it.contact.email.as_ref().is_some_and(|by| by.key() == key);
        self.all.values().filter(is_theirs)
    }

    pub(super) fn erase(&mut self, email: &Email) -> u64 {
        let ids: Vec<_> = self.of_address(email).map(|it| it.id).collect();
        self.all.retain(|id, _| !ids.contains(id));
        self.links.retain(|_, it| !ids.contains(&it.request));
        ids.len() as u64
    }
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

    async fn note_told(
        &mut self,
        id: RequestId,
        patience: RequestPatience,
    ) -> Result<bool, StoreError> {
        let is_new = self.is_untold(id, patience);
        if is_new {
            self.told.insert(id, patience);
        }
        Ok(is_new)
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
    ) -> Result<HashMap<ActivityId, WaitingRequests>, StoreError> {
        let facts = self.facts();
        let mut waiting = HashMap::new();
        for it in facts.requests.all.values() {
            if it.stage == RequestStage::Waiting && activities.contains(&it.activity) {
                let none = WaitingRequests { n: 0, since: it.changed_at };
                let known = waiting.entry(it.activity).or_insert(none);
                known.n += 1;
                known.since = known.since.min(it.changed_at);
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
        patience: RequestPatience,
        before: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Request>, StoreError> {
        let facts = self.facts();
        let is_late = |it: &&Request| {
            it.stage == RequestStage::Waiting
                && it.changed_at < before
                && facts.requests.is_untold(it.id, patience)
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
        requests.told.retain(|it, _| left.contains(it));
        Ok(())
    }
}
