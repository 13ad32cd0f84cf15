//! A store that forgets everything when the test ends.

use std::{
    collections::{BTreeMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use domain::{
    catalogue::{Activity, ActivityId, ExternalId, OccurrenceId, PictureOf, Slug},
    pact::{Campaign, CampaignId},
    partners::{NameKey, Partner, PartnerId},
    privacy::{Headcount, Sweep, Tombstone},
};

use super::{
    memory_campaigns::first_campaign, memory_deeds::Deeds, memory_desk::Papers,
    memory_identity::Doors, memory_imports::Sheets, memory_interest::Answers,
    memory_reports::Reports, memory_requests::Requests, memory_saved::SavedThings,
    memory_sign_ups::Rosters, memory_synonyms::SynonymLists,
};
use crate::ports::{
    AccountRepository, ActivityRepository, CampaignRepository, CheckInRepository, ClaimRepository,
    CoOwnerRepository, DeedRepository, DraftRepository, ErasureRepository, FormerKeyRepository,
    IdentityRepository, IdlenessRepository, ImportRepository, InterestRepository,
    InvitationRepository, LinkRepository, MessageRepository, Outbox, PartnerRepository,
    PictureRepository, ReminderRepository, ReportRepository, RequestRepository, ReviewRepository,
    RosterRepository, SavedRepository, SessionRepository, SignUpRepository, Store, StoreError,
    SynonymRepository, Transaction,
};

/// A store that forgets everything when the test ends.
#[derive(Clone)]
pub struct MemoryStore(Arc<Mutex<Facts>>);

impl Default for MemoryStore {
    fn default() -> Self {
        let first = first_campaign();
        let campaigns = [(first.id, first)].into();
        Self(Arc::new(Mutex::new(Facts { campaigns, ..Facts::default() })))
    }
}

#[derive(Clone, Default)]
pub(super) struct Facts {
    pub(super) activities: BTreeMap<ActivityId, Activity>,
    pub(super) partners: BTreeMap<PartnerId, Partner>,
    pub(super) version: u64,
    /// The version at which each activity last changed.
    pub(super) versions: BTreeMap<ActivityId, i64>,
    pub(super) doors: Doors,
    pub(super) deeds: Deeds,
    pub(super) papers: Papers,
    pub(super) sheets: Sheets,
    pub(super) campaigns: BTreeMap<CampaignId, Campaign>,
    pub(super) rosters: Rosters,
    pub(super) requests: Requests,
    pub(super) reports: Reports,
    pub(super) answers: Answers,
    pub(super) synonyms: SynonymLists,
    pub(super) saved: SavedThings,
    pub(super) sweep: Option<Sweep>,
    pub(super) headcounts: Vec<Headcount>,
    pub(super) tombstones: Vec<Tombstone>,
}

pub(super) struct MemoryTransaction {
    store: MemoryStore,
    pub(super) draft: Facts,
    changed: Vec<ActivityId>,
    /// Whether something else has changed that the catalogue shows.
    pub(super) has_new_campaigns: bool,
}

impl MemoryStore {
    pub(super) fn facts(&self) -> MutexGuard<'_, Facts> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[async_trait]
impl Store for MemoryStore {
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError> {
        let draft = self.facts().clone();
        Ok(Box::new(MemoryTransaction {
            store: self.clone(),
            draft,
            changed: Vec::new(),
            has_new_campaigns: false,
        }))
    }
}

#[async_trait]
impl Transaction for MemoryTransaction {
    fn activities(&mut self) -> &mut dyn ActivityRepository {
        self
    }

    fn partners(&mut self) -> &mut dyn PartnerRepository {
        self
    }

    fn accounts(&mut self) -> &mut dyn AccountRepository {
        &mut self.draft.doors
    }

    fn sessions(&mut self) -> &mut dyn SessionRepository {
        &mut self.draft.doors
    }

    fn idleness(&mut self) -> &mut dyn IdlenessRepository {
        &mut self.draft.doors
    }

    fn links(&mut self) -> &mut dyn LinkRepository {
        &mut self.draft.doors
    }

    fn outbox(&mut self) -> &mut dyn Outbox {
        &mut self.draft.doors
    }

    fn deeds(&mut self) -> &mut dyn DeedRepository {
        &mut self.draft.deeds
    }

    fn drafts(&mut self) -> &mut dyn DraftRepository {
        &mut self.draft.papers
    }

    fn claims(&mut self) -> &mut dyn ClaimRepository {
        &mut self.draft.papers
    }

    fn former_keys(&mut self) -> &mut dyn FormerKeyRepository {
        &mut self.draft.papers
    }

    fn co_owners(&mut self) -> &mut dyn CoOwnerRepository {
        &mut self.draft.papers
    }

    fn imports(&mut self) -> &mut dyn ImportRepository {
        &mut self.draft.sheets
    }

    fn invitations(&mut self) -> &mut dyn InvitationRepository {
        &mut self.draft.doors
    }

    fn reminders(&mut self) -> &mut dyn ReminderRepository {
        &mut self.draft.papers
    }

    fn reviews(&mut self) -> &mut dyn ReviewRepository {
        &mut self.draft.papers
    }

    fn pictures(&mut self) -> &mut dyn PictureRepository {
        &mut self.draft.papers
    }

    fn campaigns(&mut self) -> &mut dyn CampaignRepository {
        self
    }

    fn synonyms(&mut self) -> &mut dyn SynonymRepository {
        &mut self.draft.synonyms
    }

    fn identities(&mut self) -> &mut dyn IdentityRepository {
        &mut self.draft.doors
    }

    fn rosters(&mut self) -> &mut dyn RosterRepository {
        self
    }

    fn sign_ups(&mut self) -> &mut dyn SignUpRepository {
        &mut self.draft.rosters
    }

    fn messages(&mut self) -> &mut dyn MessageRepository {
        &mut self.draft.rosters
    }

    fn erasure(&mut self) -> &mut dyn ErasureRepository {
        &mut self.draft
    }

    fn saved(&mut self) -> &mut dyn SavedRepository {
        &mut self.draft.saved
    }

    fn requests(&mut self) -> &mut dyn RequestRepository {
        &mut self.draft.requests
    }

    fn check_ins(&mut self) -> &mut dyn CheckInRepository {
        &mut self.draft.rosters
    }

    fn reports(&mut self) -> &mut dyn ReportRepository {
        &mut self.draft.reports
    }

    fn interest(&mut self) -> &mut dyn InterestRepository {
        &mut self.draft.answers
    }

    async fn commit(mut self: Box<Self>) -> Result<(), StoreError> {
        if self.has_new_campaigns || !self.changed.is_empty() {
            self.draft.version += 1;
        }
        let version = self.draft.version.cast_signed();
        self.draft.versions.extend(self.changed.into_iter().map(|id| (id, version)));
        *self.store.facts() = self.draft;
        Ok(())
    }
}

#[async_trait]
impl ActivityRepository for MemoryTransaction {
    async fn lock(
        &mut self,
        keys: &[(PartnerId, ExternalId)],
    ) -> Result<Vec<Activity>, StoreError> {
        let wanted = |it: &&Activity| {
            keys.iter().any(|(partner, key)| it.partner == *partner && it.external_id == *key)
        };
        Ok(self.draft.activities.values().filter(wanted).cloned().collect())
    }

    async fn by_id(&mut self, id: ActivityId) -> Result<Option<Activity>, StoreError> {
        Ok(self.draft.activities.get(&id).cloned())
    }

    async fn add(&mut self, activities: &[Activity]) -> Result<(), StoreError> {
        for it in activities {
            let same = |known: &Activity| {
                known.slug == it.slug
                    || (known.partner == it.partner && known.external_id == it.external_id)
            };
            if self.draft.activities.values().any(same) {
                return Err(StoreError::new("there is such an activity already"));
            }
            self.draft.activities.insert(it.id, it.clone());
            self.changed.push(it.id);
        }
        Ok(())
    }

    async fn save(&mut self, activities: &[Activity]) -> Result<(), StoreError> {
        self.draft.activities.extend(activities.iter().map(|it| (it.id, it.clone())));
        self.changed.extend(activities.iter().map(|it| it.id));
        Ok(())
    }

    async fn touch(&mut self, ids: &[ActivityId]) -> Result<(), StoreError> {
        self.changed.extend(ids);
        Ok(())
    }

    async fn remove(&mut self, ids: &[ActivityId]) -> Result<(), StoreError> {
        self.draft.activities.retain(|id, _| !ids.contains(id));
        self.draft.papers.reviews.retain(|_, it| !ids.contains(&it.activity));
        for id in ids {
            self.draft.papers.pictures.remove(&PictureOf::Activity(*id));
        }
        Ok(())
    }

    async fn dates_with_seats_taken(
        &mut self,
        ids: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError> {
        let dates = ids.iter().filter_map(|id| self.draft.activities.get(id));
        let dates = dates.flat_map(|it| it.occurrences().iter().map(|date| date.id));
        Ok(dates.filter(|id| self.draft.rosters.taken(*id) > 0).collect())
    }

    async fn count(&mut self) -> Result<u64, StoreError> {
        Ok(self.draft.activities.len() as u64)
    }
}

#[async_trait]
impl PartnerRepository for MemoryTransaction {
    async fn by_name(&mut self, names: &[NameKey]) -> Result<Vec<Partner>, StoreError> {
        Ok(self
            .draft
            .partners
            .values()
            .filter(|it| names.contains(&it.name.key()))
            .cloned()
            .collect())
    }

    async fn by_id(&mut self, id: PartnerId) -> Result<Option<Partner>, StoreError> {
        Ok(self.draft.partners.get(&id).cloned())
    }

    async fn lock_all(&mut self) -> Result<(), StoreError> {
        // Nobody writes to memory at once with others.
        Ok(())
    }

    async fn all(&mut self) -> Result<Vec<Partner>, StoreError> {
        Ok(self.draft.partners.values().cloned().collect())
    }

    async fn save(&mut self, partner: &Partner) -> Result<(), StoreError> {
        self.draft.partners.insert(partner.id, partner.clone());
        Ok(())
    }

    async fn add(&mut self, partners: &[Partner]) -> Result<(), StoreError> {
        for partner in partners {
            let mut partner = partner.clone();
            let taken =
                |slug: &Slug, facts: &Facts| facts.partners.values().any(|it| it.slug == *slug);
            let first = partner.slug.clone();
            let mut n = 2;
            while taken(&partner.slug, &self.draft) {
                partner.slug = Slug::kept(format!("{first}-{n}"));
                n += 1;
            }
            self.draft.partners.insert(partner.id, partner);
        }
        Ok(())
    }
}
