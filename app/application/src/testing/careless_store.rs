//! A store in which nobody heeds the lock of a roster: the control for tests that race for seats.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use async_trait::async_trait;
use domain::{
    catalogue::OccurrenceId,
    signup::{Entry, Roster},
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

/// What was read a moment ago, by date.
type Read = Arc<Mutex<HashMap<OccurrenceId, (Instant, Vec<Entry>)>>>;

/// How long what was read is believed.
const BELIEVED: Duration = Duration::from_millis(200);

/// A store whose rosters are read before others have changed them, as whoever takes no lock does.
/// All else is the real store's.
pub struct CarelessStore {
    inner: Arc<dyn Store>,
    read: Read,
}

impl CarelessStore {
    /// The same facts, without the guard.
    #[must_use]
    pub fn over(inner: Arc<dyn Store>) -> Self {
        Self { inner, read: Read::default() }
    }
}

struct CarelessTransaction {
    inner: Box<dyn Transaction>,
    read: Read,
}

#[async_trait]
impl Store for CarelessStore {
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError> {
        let (inner, read) = (self.inner.begin().await?, self.read.clone());
        Ok(Box::new(CarelessTransaction { inner, read }))
    }
}

#[async_trait]
impl RosterRepository for CarelessTransaction {
    async fn lock(&mut self, id: OccurrenceId) -> Result<Option<Roster>, StoreError> {
        let Some(roster) = self.inner.rosters().lock(id).await? else { return Ok(None) };
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let now = || (Instant::now(), roster.entries().to_vec());
        let (at, entries) = read.entry(id).or_insert_with(now);
        if at.elapsed() > BELIEVED {
            (*at, *entries) = now();
        }
        Ok(Some(Roster::read(*roster.date(), *roster.kept(), entries.clone())))
    }

    async fn save(&mut self, roster: &Roster) -> Result<(), StoreError> {
        self.inner.rosters().save(roster).await
    }
}

#[async_trait]
impl Transaction for CarelessTransaction {
    fn rosters(&mut self) -> &mut dyn RosterRepository {
        self
    }

    fn activities(&mut self) -> &mut dyn ActivityRepository {
        self.inner.activities()
    }

    fn partners(&mut self) -> &mut dyn PartnerRepository {
        self.inner.partners()
    }

    fn accounts(&mut self) -> &mut dyn AccountRepository {
        self.inner.accounts()
    }

    fn sessions(&mut self) -> &mut dyn SessionRepository {
        self.inner.sessions()
    }

    fn idleness(&mut self) -> &mut dyn IdlenessRepository {
        self.inner.idleness()
    }

    fn links(&mut self) -> &mut dyn LinkRepository {
        self.inner.links()
    }

    fn outbox(&mut self) -> &mut dyn Outbox {
        self.inner.outbox()
    }

    fn deeds(&mut self) -> &mut dyn DeedRepository {
        self.inner.deeds()
    }

    fn drafts(&mut self) -> &mut dyn DraftRepository {
        self.inner.drafts()
    }

    fn claims(&mut self) -> &mut dyn ClaimRepository {
        self.inner.claims()
    }

    fn imports(&mut self) -> &mut dyn ImportRepository {
        self.inner.imports()
    }

    fn invitations(&mut self) -> &mut dyn InvitationRepository {
        self.inner.invitations()
    }

    fn reminders(&mut self) -> &mut dyn ReminderRepository {
        self.inner.reminders()
    }

    fn reviews(&mut self) -> &mut dyn ReviewRepository {
        self.inner.reviews()
    }

    fn messages(&mut self) -> &mut dyn MessageRepository {
        self.inner.messages()
    }

    fn requests(&mut self) -> &mut dyn RequestRepository {
        self.inner.requests()
    }

    fn check_ins(&mut self) -> &mut dyn CheckInRepository {
        self.inner.check_ins()
    }

    fn saved(&mut self) -> &mut dyn SavedRepository {
        self.inner.saved()
    }

    fn reports(&mut self) -> &mut dyn ReportRepository {
        self.inner.reports()
    }

    fn interest(&mut self) -> &mut dyn InterestRepository {
        self.inner.interest()
    }

    fn erasure(&mut self) -> &mut dyn ErasureRepository {
        self.inner.erasure()
    }

    fn sign_ups(&mut self) -> &mut dyn SignUpRepository {
        self.inner.sign_ups()
    }

    fn campaigns(&mut self) -> &mut dyn CampaignRepository {
        self.inner.campaigns()
    }

    fn identities(&mut self) -> &mut dyn IdentityRepository {
        self.inner.identities()
    }

    fn pictures(&mut self) -> &mut dyn PictureRepository {
        self.inner.pictures()
    }

    fn former_keys(&mut self) -> &mut dyn FormerKeyRepository {
        self.inner.former_keys()
    }

    fn co_owners(&mut self) -> &mut dyn CoOwnerRepository {
        self.inner.co_owners()
    }

    fn synonyms(&mut self) -> &mut dyn SynonymRepository {
        self.inner.synonyms()
    }

    async fn commit(self: Box<Self>) -> Result<(), StoreError> {
        self.inner.commit().await
    }
}
