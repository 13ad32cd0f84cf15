//! The sockets: what the portal needs from the world, in its own words.

mod account_reader;
mod account_repository;
mod activity_index;
mod activity_views;
mod address_watch;
mod campaign_repository;
mod catalogue_changes;
mod catalogue_reader;
mod chance;
mod check_in_repository;
mod claim_repository;
mod clock;
mod co_owner_repository;
mod deed_repository;
mod desk_reader;
mod draft_repository;
mod former_key_repository;
mod held;
mod identity_repository;
mod idleness_repository;
mod ids;
mod import_repository;
mod interest_repository;
mod invitation_repository;
mod link_repository;
mod message_repository;
mod outbox;
mod partner_reader;
mod passwords;
mod people_reader;
mod picture_maker;
mod picture_repository;
mod post;
mod provider;
mod read_models;
mod reminder_repository;
mod report_repository;
mod request_reader;
mod request_repository;
mod review_repository;
mod roster_repository;
mod saved_repository;
mod session_repository;
mod shelf_reader;
mod sign_up_reader;
mod sign_up_repository;
mod store;
mod sweeping;
mod synonyms;
mod vain_searches;

use std::sync::Arc;

pub use account_reader::{AccountReader, Forgotten};
pub use account_repository::AccountRepository;
pub use activity_index::{
    ActivityIndex, Correction, IndexChange, IndexError, Match, Matches, Rebuild, SearchWord,
    SearchWords,
};
pub use activity_views::{ActivityViews, Views};
pub use address_watch::{AddressWatch, DueAddress, Watcher, Web};
pub use campaign_repository::CampaignRepository;
pub use catalogue_changes::{ActivityDocument, CatalogueChanges, ChangeMark, Changed};
pub use catalogue_reader::{CatalogueReader, Lookup};
pub use chance::Chance;
pub use check_in_repository::CheckInRepository;
pub use claim_repository::ClaimRepository;
pub use clock::Clock;
pub use co_owner_repository::CoOwnerRepository;
pub use deed_repository::{DeedReader, DeedRepository, History, HistoryOf, ToldDeed};
pub use desk_reader::{DeskReader, QueueReader, ToldClaim};
pub use draft_repository::DraftRepository;
pub use former_key_repository::FormerKeyRepository;
pub use held::{ErasureRepository, HeldReader};
pub use identity_repository::{IdentityReader, IdentityRepository};
pub use idleness_repository::{IdleReader, IdlenessRepository};
pub use ids::Ids;
pub use import_repository::{ImportReader, ImportRepository};
pub use interest_repository::{InterestReader, InterestRepository};
pub use invitation_repository::InvitationRepository;
pub use link_repository::LinkRepository;
pub use message_repository::MessageRepository;
pub use outbox::{Outbox, OutboxFigures, OutboxQueue, Waiting};
pub use partner_reader::PartnerReader;
pub use passwords::{Passwords, PasswordsError};
pub use people_reader::PeopleReader;
pub use picture_maker::{PictureFault, PictureMaker};
pub use picture_repository::{PictureReader, PictureRepository};
pub use post::{Post, PostError};
pub use provider::{Provider, ProviderError};
pub use read_models::{
    ActivityDetails, ActivitySummary, CoOwnerLink, Facets, Found, MapDot, Nearly,
    OccurrenceSummary, PageAddress, PartnerLink, PartnerSummary,
};
pub use reminder_repository::ReminderRepository;
pub use report_repository::{ReportReader, ReportRepository};
pub use request_reader::{OwnAsked, RequestReader, WaitingRequests};
pub use request_repository::RequestRepository;
pub use review_repository::{ReviewReader, ReviewRepository};
pub use roster_repository::RosterRepository;
pub use saved_repository::{SavedReader, SavedRepository};
pub use session_repository::SessionRepository;
pub use shelf_reader::{Owned, OwnedDate, SeatsAt, ShelfReader, Shelved, SideOfNow, TitleWords};
pub use sign_up_reader::{ForgetBefore, OwnSignUp, Reminding, SignUpReader, Untold};
pub use sign_up_repository::SignUpRepository;
pub use store::{ActivityRepository, PartnerRepository, Store, StoreError, Transaction};
pub use sweeping::{KeptLetters, Sweeping};
pub use synonyms::{SynonymReader, SynonymRepository, SynonymsInUse};
pub use vain_searches::{VainSearch, VainSearchStore, VainSearches};

/// Every socket, plugged.
#[derive(Clone)]
pub struct Ports {
    pub clock: Arc<dyn Clock>,
    pub ids: Arc<dyn Ids>,
    pub store: Arc<dyn Store>,
    pub catalogue: Arc<dyn CatalogueReader>,
    pub partners: Arc<dyn PartnerReader>,
    pub changes: Arc<dyn CatalogueChanges>,
    pub index: Arc<dyn ActivityIndex>,
    pub vain: Arc<dyn VainSearches>,
    pub chance: Arc<dyn Chance>,
    pub passwords: Arc<dyn Passwords>,
    pub accounts: Arc<dyn AccountReader>,
    pub idle: Arc<dyn IdleReader>,
    pub letters: Arc<dyn OutboxQueue>,
    pub deeds: Arc<dyn DeedReader>,
    pub desk: Arc<dyn DeskReader>,
    pub shelf: Arc<dyn ShelfReader>,
    pub queue: Arc<dyn QueueReader>,
    pub views: Arc<dyn ActivityViews>,
    pub imports: Arc<dyn ImportReader>,
    pub people: Arc<dyn PeopleReader>,
    pub reviews: Arc<dyn ReviewReader>,
    pub synonym_lists: Arc<dyn SynonymReader>,
    pub synonyms: Arc<dyn SynonymsInUse>,
    pub pictures: Arc<dyn PictureReader>,
    pub picture_maker: Arc<dyn PictureMaker>,
    pub identities: Arc<dyn IdentityReader>,
    /// Nothing where the operator has set none.
    pub provider: Option<Arc<dyn Provider>>,
    pub sign_ups: Arc<dyn SignUpReader>,
    pub addresses: Arc<dyn AddressWatch>,
    pub requests: Arc<dyn RequestReader>,
    pub saved: Arc<dyn SavedReader>,
    pub reports: Arc<dyn ReportReader>,
    pub interest: Arc<dyn InterestReader>,
    pub sweeping: Arc<dyn Sweeping>,
    pub held: Arc<dyn HeldReader>,
    pub kept_letters: Arc<dyn KeptLetters>,
}
