//! Where facts are kept.

use std::{collections::HashSet, error::Error};

use async_trait::async_trait;
use domain::{
    catalogue::{Activity, ActivityId, ExternalId, OccurrenceId},
    partners::{NameKey, Partner, PartnerId},
};

use super::{
    AccountRepository, CampaignRepository, CheckInRepository, ClaimRepository, CoOwnerRepository,
    DeedRepository, DraftRepository, ErasureRepository, FormerKeyRepository, IdentityRepository,
    IdlenessRepository, ImportRepository, InterestRepository, InvitationRepository, LinkRepository,
    MessageRepository, Outbox, PictureRepository, ReminderRepository, ReportRepository,
    RequestRepository, ReviewRepository, RosterRepository, SavedRepository, SessionRepository,
    SignUpRepository, SynonymRepository,
};

/// Keeps facts, several at once or none at all.
#[async_trait]
pub trait Store: Send + Sync {
    /// Opens a transaction that keeps others from writing what it reads.
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError>;

    /// The same for whoever changes nothing but the roster of one date and those on it. A store
    /// may commit several of them together, so what is read here lasts only once one's own
    /// transaction is committed, even where it changes nothing.
    async fn begin_at(&self, _date: OccurrenceId) -> Result<Box<dyn Transaction>, StoreError> {
        self.begin().await
    }

    /// Whether what failed was taken back because others wanted the same rows in another order:
    /// nothing of it was kept, nobody was told that it was, and it is likely to go well if it is
    /// done anew from the beginning.
    fn lost_a_race(&self, _error: &StoreError) -> bool {
        false
    }
}

/// A set of changes that becomes true on [`commit`](Transaction::commit) and
/// is forgotten when dropped.
#[async_trait]
pub trait Transaction: Send {
    fn activities(&mut self) -> &mut dyn ActivityRepository;
    fn partners(&mut self) -> &mut dyn PartnerRepository;
    fn accounts(&mut self) -> &mut dyn AccountRepository;
    fn sessions(&mut self) -> &mut dyn SessionRepository;
    fn idleness(&mut self) -> &mut dyn IdlenessRepository;
    fn links(&mut self) -> &mut dyn LinkRepository;
    fn outbox(&mut self) -> &mut dyn Outbox;
    fn deeds(&mut self) -> &mut dyn DeedRepository;
    fn drafts(&mut self) -> &mut dyn DraftRepository;
    fn claims(&mut self) -> &mut dyn ClaimRepository;
    fn co_owners(&mut self) -> &mut dyn CoOwnerRepository;
    fn former_keys(&mut self) -> &mut dyn FormerKeyRepository;
    fn imports(&mut self) -> &mut dyn ImportRepository;
    fn invitations(&mut self) -> &mut dyn InvitationRepository;
    fn reminders(&mut self) -> &mut dyn ReminderRepository;
    fn reviews(&mut self) -> &mut dyn ReviewRepository;
    fn pictures(&mut self) -> &mut dyn PictureRepository;
    fn campaigns(&mut self) -> &mut dyn CampaignRepository;
    fn synonyms(&mut self) -> &mut dyn SynonymRepository;
    fn identities(&mut self) -> &mut dyn IdentityRepository;
    fn rosters(&mut self) -> &mut dyn RosterRepository;
    fn sign_ups(&mut self) -> &mut dyn SignUpRepository;
    fn messages(&mut self) -> &mut dyn MessageRepository;
    fn requests(&mut self) -> &mut dyn RequestRepository;
    fn check_ins(&mut self) -> &mut dyn CheckInRepository;
    fn saved(&mut self) -> &mut dyn SavedRepository;
    fn reports(&mut self) -> &mut dyn ReportRepository;
    fn interest(&mut self) -> &mut dyn InterestRepository;
    fn erasure(&mut self) -> &mut dyn ErasureRepository;
    async fn commit(self: Box<Self>) -> Result<(), StoreError>;
}

/// What partners offer.
#[async_trait]
pub trait ActivityRepository: Send {
    /// Finds those of the named activities that exist, in no particular order, and
    /// keeps others from changing them until this transaction ends.
    async fn lock(&mut self, keys: &[(PartnerId, ExternalId)])
    -> Result<Vec<Activity>, StoreError>;

    /// Finds an activity and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: ActivityId) -> Result<Option<Activity>, StoreError>;

    /// Keeps activities that are new.
    async fn add(&mut self, activities: &[Activity]) -> Result<(), StoreError>;

    /// Keeps what has changed about activities that exist.
    async fn save(&mut self, activities: &[Activity]) -> Result<(), StoreError>;

    /// Lets copies of the catalogue know that something about some activities is different which
    /// is not theirs to say: how many seats are free.
    async fn touch(&mut self, ids: &[ActivityId]) -> Result<(), StoreError>;

    /// Forgets activities, with their dates. Nobody but their partner and moderators has seen
    /// them: what was public is never removed, since copies would not hear of it.
    async fn remove(&mut self, ids: &[ActivityId]) -> Result<(), StoreError>;

    /// The dates of some activities at which somebody has a seat.
    async fn dates_with_seats_taken(
        &mut self,
        ids: &[ActivityId],
    ) -> Result<HashSet<OccurrenceId>, StoreError>;

    /// How many there are, in whatever state.
    async fn count(&mut self) -> Result<u64, StoreError>;
}

/// The organisations of the pact.
#[async_trait]
pub trait PartnerRepository: Send {
    /// Finds those of the named partners that exist, in no particular order.
    async fn by_name(&mut self, names: &[NameKey]) -> Result<Vec<Partner>, StoreError>;

    /// Finds a partner and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: PartnerId) -> Result<Option<Partner>, StoreError>;

    /// Keeps others who ask for the same from going on until this transaction ends: whoever looks
    /// whether a partner is known, and then adds it or gives it another web address, asks before
    /// they look, and before they lock anything else.
    async fn lock_all(&mut self) -> Result<(), StoreError>;

    /// Every partner, in no particular order.
    async fn all(&mut self) -> Result<Vec<Partner>, StoreError>;

    /// Keeps partners that are new.
    async fn add(&mut self, partners: &[Partner]) -> Result<(), StoreError>;

    /// Keeps what has changed about a partner that exists; its name and address stay.
    async fn save(&mut self, partner: &Partner) -> Result<(), StoreError>;
}

/// The store could not do its work; the cause is for the log alone.
#[derive(Debug, thiserror::Error)]
#[error("the store failed")]
pub struct StoreError {
    #[source]
    cause: Box<dyn Error + Send + Sync>,
    is_away: bool,
}

impl StoreError {
    /// It fails until somebody mends it.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), is_away: false }
    }

    /// It cannot be reached, has no room or is held by others: once that is over, what was asked
    /// is likely to go well.
    pub fn away(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { cause: cause.into(), is_away: true }
    }

    /// Whether it is worth asking again in a while.
    #[must_use]
    pub fn is_away(&self) -> bool {
        self.is_away
    }
}
