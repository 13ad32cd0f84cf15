//! What is known of addresses, forgotten when the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    SafeUrl,
    catalogue::{Activity, State, Watched},
    partners::PartnerId,
};

use super::MemoryStore;
use crate::ports::{AddressWatch, DueAddress, StoreError, Watcher};

/// Where a published activity leads that is not over.
fn leads_to(it: &Activity, now: DateTime<Utc>) -> Option<&SafeUrl> {
    let url = it.particulars().sign_up_url.as_ref();
    url.filter(|_| it.state() == State::Published && !it.is_over_at(now))
}

#[async_trait]
impl AddressWatch for MemoryStore {
    async fn lease(
        &self,
        who: Watcher,
        now: DateTime<Utc>,
        ends: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let lease = &mut self.facts().papers.watcher;
        let may = lease.is_none_or(|(whose, until)| whose == who || until <= now);
        if may {
            *lease = Some((who, ends));
        }
        Ok(may)
    }

    async fn due(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<DueAddress>, StoreError> {
        let facts = self.facts();
        let due = facts.activities.values().filter_map(|it| {
            let url = leads_to(it, now)?.clone();
            let known = facts.papers.watched.get(&it.id);
            let known = known.filter(|known| known.url == url).cloned();
            let is_due = known.as_ref().is_none_or(|known| known.is_due_at(now));
            is_due.then_some(DueAddress { activity: it.id, url, known })
        });
        let mut due: Vec<DueAddress> = due.collect();
        due.sort_by_key(|it| (it.known.as_ref().map(|known| known.asked_at), it.activity));
        due.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(due)
    }

    async fn keep(&self, watched: &Watched) -> Result<(), StoreError> {
        self.facts().papers.watched.insert(watched.activity, watched.clone());
        Ok(())
    }

    async fn dead(
        &self,
        now: DateTime<Utc>,
        partners: Option<&[PartnerId]>,
    ) -> Result<Vec<(Watched, Activity)>, StoreError> {
        let facts = self.facts();
        let dead = facts.papers.watched.values().filter(|it| it.is_dead()).filter_map(|it| {
            let activity = facts.activities.get(&it.activity)?;
            let is_theirs = partners.is_none_or(|theirs| theirs.contains(&activity.partner));
            let is_it = is_theirs && leads_to(activity, now) == Some(&it.url);
            is_it.then(|| (it.clone(), activity.clone()))
        });
        Ok(dead.collect())
    }
}
