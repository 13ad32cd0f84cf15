//! Drafts and claims that are forgotten when the test ends.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap, HashSet},
};

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::{
        Activity, ActivityId, Draft, DraftId, ExternalId, Picture, PictureOf, Print, State, Watched,
    },
    identity::AccountId,
    pact::{Reminder, Review, ReviewId},
    partners::{Claim, ClaimId, CoOwner, FormerKey, Partner, PartnerId},
};

use super::{MemoryStore, memory_store::Facts};
use crate::ports::{
    ActivityDetails, ActivityViews, CatalogueReader as _, ClaimRepository, CoOwnerRepository,
    DeskReader, DraftRepository, FormerKeyRepository, QueueReader, ReminderRepository, StoreError,
    ToldClaim, Views, Watcher,
};

/// What lies on desks.
#[derive(Clone, Default)]
pub(super) struct Papers {
    drafts: BTreeMap<DraftId, Draft>,
    claims: BTreeMap<ClaimId, Claim>,
    pub(super) co_owners: Vec<CoOwner>,
    former_keys: Vec<FormerKey>,
    views: BTreeMap<(ActivityId, NaiveDate), u32>,
    reminders: HashSet<Reminder>,
    pub(super) reviews: BTreeMap<ReviewId, Review>,
    pub(super) watched: BTreeMap<ActivityId, Watched>,
    pub(super) watcher: Option<(Watcher, DateTime<Utc>)>,
    pub(super) pictures: BTreeMap<PictureOf, (Picture, Vec<Print>)>,
}

#[async_trait]
impl DraftRepository for Papers {
    async fn add(&mut self, draft: &Draft) -> Result<(), StoreError> {
        let same = |it: &Draft| it.activity.is_some() && it.activity == draft.activity;
        if self.drafts.values().any(same) {
            return Err(StoreError::new("the activity has a next version already"));
        }
        self.drafts.insert(draft.id, draft.clone());
        Ok(())
    }

    async fn by_id(&mut self, id: DraftId) -> Result<Option<Draft>, StoreError> {
        Ok(self.drafts.get(&id).cloned())
    }

    async fn of_activity(&mut self, id: ActivityId) -> Result<Option<Draft>, StoreError> {
        Ok(self.drafts.values().find(|it| it.activity == Some(id)).cloned())
    }

    async fn count(&mut self, partner: PartnerId) -> Result<u64, StoreError> {
        Ok(self.drafts.values().filter(|it| it.partner == partner).count() as u64)
    }

    async fn save(&mut self, draft: &Draft) -> Result<(), StoreError> {
        self.drafts.insert(draft.id, draft.clone());
        Ok(())
    }

    async fn remove(&mut self, id: DraftId) -> Result<(), StoreError> {
        self.drafts.remove(&id);
        self.pictures.remove(&PictureOf::Draft(id));
        Ok(())
    }
}

#[async_trait]
impl ClaimRepository for Papers {
    async fn add(&mut self, claim: &Claim) -> Result<(), StoreError> {
        self.claims.insert(claim.id, claim.clone());
        Ok(())
    }

    async fn by_id(&mut self, id: ClaimId) -> Result<Option<Claim>, StoreError> {
        Ok(self.claims.get(&id).cloned())
    }

    async fn of(
        &mut self,
        account: AccountId,
        partner: PartnerId,
    ) -> Result<Option<Claim>, StoreError> {
        let is_it = |it: &&Claim| it.account == account && it.partner == partner;
        Ok(self.claims.values().find(is_it).cloned())
    }

    async fn count(&mut self, account: AccountId) -> Result<u64, StoreError> {
        Ok(self.claims.values().filter(|it| it.account == account).count() as u64)
    }

    async fn remove(&mut self, id: ClaimId) -> Result<(), StoreError> {
        self.claims.remove(&id);
        Ok(())
    }
}

#[async_trait]
impl CoOwnerRepository for Papers {
    async fn of(&mut self, activity: ActivityId) -> Result<Vec<CoOwner>, StoreError> {
        Ok(self.co_owners_where(|it| it.activity == activity))
    }

    async fn put(&mut self, it: &CoOwner) -> Result<(), StoreError> {
        CoOwnerRepository::remove(self, it.activity, it.partner).await?;
        self.co_owners.push(it.clone());
        Ok(())
    }

    async fn remove(&mut self, activity: ActivityId, partner: PartnerId) -> Result<(), StoreError> {
        self.co_owners.retain(|it| (it.activity, it.partner) != (activity, partner));
        Ok(())
    }
}

#[async_trait]
impl FormerKeyRepository for Papers {
    async fn put(&mut self, it: &FormerKey) -> Result<(), StoreError> {
        self.former_keys.retain(|old| (old.partner, &old.key) != (it.partner, &it.key));
        self.former_keys.push(it.clone());
        Ok(())
    }

    async fn named(
        &mut self,
        keys: &[(PartnerId, ExternalId)],
    ) -> Result<Vec<FormerKey>, StoreError> {
        let is_named = |it: &&FormerKey| keys.contains(&(it.partner, it.key.clone()));
        Ok(self.former_keys.iter().filter(is_named).cloned().collect())
    }

    async fn take(
        &mut self,
        activity: ActivityId,
        partner: PartnerId,
    ) -> Result<Option<ExternalId>, StoreError> {
        let is_it = |it: &FormerKey| (it.activity, it.partner) == (activity, partner);
        let found = self.former_keys.iter().find(|it| is_it(it)).map(|it| it.key.clone());
        self.former_keys.retain(|it| !is_it(it));
        Ok(found)
    }
}

impl Papers {
    /// Some co-owners, the longest first.
    pub(super) fn co_owners_where(&self, is_wanted: impl Fn(&CoOwner) -> bool) -> Vec<CoOwner> {
        let mut wanted: Vec<CoOwner> =
            self.co_owners.iter().filter(|it| is_wanted(it)).cloned().collect();
        wanted.sort_by_key(|it| (it.asked_at, it.partner));
        wanted
    }
}

#[async_trait]
impl ReminderRepository for Papers {
    async fn note(&mut self, reminder: &Reminder) -> Result<bool, StoreError> {
        Ok(self.reminders.insert(*reminder))
    }
}

#[async_trait]
impl DeskReader for MemoryStore {
    async fn all_partners(&self) -> Result<Vec<Partner>, StoreError> {
        Ok(self.facts().partners.values().cloned().collect())
    }

    async fn drafts_of(&self, partners: &[PartnerId]) -> Result<Vec<Draft>, StoreError> {
        let facts = self.facts();
        let theirs = facts.papers.drafts.values().filter(|it| partners.contains(&it.partner));
        let mut theirs: Vec<Draft> = theirs.cloned().collect();
        theirs.sort_by_key(|it| (Reverse(it.changed_at), it.id));
        Ok(theirs)
    }

    async fn drafts_about(&self, activities: &[ActivityId]) -> Result<Vec<Draft>, StoreError> {
        let facts = self.facts();
        let is_about = |it: &&Draft| it.activity.is_some_and(|id| activities.contains(&id));
        let mut found: Vec<Draft> =
            facts.papers.drafts.values().filter(is_about).cloned().collect();
        found.sort_by_key(|it| (Reverse(it.changed_at), it.id));
        Ok(found)
    }

    async fn draft(&self, id: DraftId) -> Result<Option<Draft>, StoreError> {
        Ok(self.facts().papers.drafts.get(&id).cloned())
    }

    async fn activities_of(
        &self,
        partners: &[PartnerId],
        n: u64,
    ) -> Result<Vec<Activity>, StoreError> {
        let facts = self.facts();
        let theirs = facts.activities.values().filter(|it| partners.contains(&it.partner));
        let mut theirs: Vec<Activity> = theirs.cloned().collect();
        theirs.sort_by_key(|it| (Reverse(it.updated_at()), it.id));
        theirs.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(theirs)
    }

    async fn activities_named(&self, ids: &[ActivityId]) -> Result<Vec<Activity>, StoreError> {
        let facts = self.facts();
        let named = facts.activities.values().filter(|it| ids.contains(&it.id));
        let mut named: Vec<Activity> = named.cloned().collect();
        named.sort_by_key(|it| (Reverse(it.updated_at()), it.id));
        Ok(named)
    }

    async fn co_owners_of(&self, activities: &[ActivityId]) -> Result<Vec<CoOwner>, StoreError> {
        Ok(self.facts().papers.co_owners_where(|it| activities.contains(&it.activity)))
    }

    async fn co_owned_by(&self, partners: &[PartnerId]) -> Result<Vec<CoOwner>, StoreError> {
        Ok(self.facts().papers.co_owners_where(|it| partners.contains(&it.partner)))
    }

    async fn with_contacts_at(&self, domain: &str) -> Result<Vec<PartnerId>, StoreError> {
        let facts = self.facts();
        let was_seen = |it: &&Activity| it.state().is_public() || it.state() == State::Archived;
        let is_there = |it: &&Activity| it.particulars().contact.domain() == domain;
        let there = facts.activities.values().filter(was_seen).filter(is_there);
        let partners: HashSet<PartnerId> = there.map(|it| it.partner).collect();
        Ok(partners.into_iter().collect())
    }

    async fn activity_by_id(&self, id: ActivityId) -> Result<Option<ActivityDetails>, StoreError> {
        let slug = self.facts().activities.get(&id).map(|it| it.slug.clone());
        match slug {
            Some(slug) => self.activity(&slug).await,
            None => Ok(None),
        }
    }
}

fn told(facts: &Facts, is_wanted: impl Fn(&Claim) -> bool) -> Vec<ToldClaim> {
    let wanted = facts.papers.claims.values().filter(|it| is_wanted(it));
    let told = |claim: &Claim| {
        let account = facts.doors.account(claim.account)?;
        let (name, email) = (account.name.to_string(), account.email.clone());
        Some(ToldClaim { claim: claim.clone(), name, email })
    };
    let mut told: Vec<ToldClaim> = wanted.filter_map(told).collect();
    told.sort_by_key(|it| (it.claim.asked_at, it.claim.id));
    told
}

#[async_trait]
impl QueueReader for MemoryStore {
    async fn submitted(&self) -> Result<Vec<Activity>, StoreError> {
        let facts = self.facts();
        let waiting = facts.activities.values().filter(|it| it.state() == State::Submitted);
        let mut waiting: Vec<Activity> = waiting.cloned().collect();
        waiting.sort_by_key(|it| (it.updated_at(), it.id));
        Ok(waiting)
    }

    async fn with_questions(&self) -> Result<Vec<Activity>, StoreError> {
        let facts = self.facts();
        let since = |it: &Activity| it.questions().proposed().map(|it| it.since);
        let waiting = facts.activities.values();
        let waiting = waiting.filter(|it| it.state().is_public() && since(it).is_some());
        let mut waiting: Vec<Activity> = waiting.cloned().collect();
        waiting.sort_by_key(|it| (since(it), it.id));
        Ok(waiting)
    }

    async fn sent_at(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, DateTime<Utc>>, StoreError> {
        let facts = self.facts();
        let sent = |id: &ActivityId| Some((*id, facts.deeds.sent_at(*id)?));
        Ok(activities.iter().filter_map(sent).collect())
    }

    async fn reminders(&self) -> Result<HashSet<Reminder>, StoreError> {
        Ok(self.facts().papers.reminders.clone())
    }

    async fn forget_reminders(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        self.facts().papers.reminders.retain(|it| it.since >= before);
        Ok(())
    }

    async fn claims(&self) -> Result<Vec<ToldClaim>, StoreError> {
        Ok(told(&self.facts(), |_| true))
    }

    async fn claims_of(&self, account: AccountId) -> Result<Vec<ToldClaim>, StoreError> {
        Ok(told(&self.facts(), |it| it.account == account))
    }
}

#[async_trait]
impl ActivityViews for MemoryStore {
    async fn views_since(
        &self,
        activities: &[ActivityId],
        day: NaiveDate,
    ) -> Result<HashMap<ActivityId, u32>, StoreError> {
        let mut found = HashMap::new();
        for ((id, on), n) in &self.facts().papers.views {
            if activities.contains(id) && *on >= day {
                *found.entry(*id).or_default() += n;
            }
        }
        Ok(found)
    }

    async fn add_views(&self, views: &[Views]) -> Result<(), StoreError> {
        let mut facts = self.facts();
        for it in views {
            let id = facts.activities.values().find(|activity| activity.slug == it.slug);
            if let Some(id) = id.map(|activity| activity.id) {
                *facts.papers.views.entry((id, it.day)).or_default() += it.n;
            }
        }
        Ok(())
    }

    async fn forget_views(&self, before: NaiveDate) -> Result<(), StoreError> {
        self.facts().papers.views.retain(|(_, day), _| *day >= before);
        Ok(())
    }
}
