//! Fakes for tests, and the promises that the fakes and the real things both keep.

pub mod address_contract;
pub mod campaign_contract;
mod careless_store;
mod check_in_contract;
pub mod co_owner_contract;
pub mod coming_contract;
pub mod contract;
pub mod deed_contract;
pub mod desk_contract;
pub mod draw_contract;
pub mod held_contract;
pub mod identity_contract;
pub mod idle_contract;
pub mod import_contract;
pub mod index_contract;
pub mod interest_contract;
mod known_provider;
mod memory_addresses;
mod memory_campaigns;
mod memory_changes;
mod memory_deeds;
mod memory_desk;
mod memory_facets;
mod memory_held;
mod memory_identities;
mod memory_identity;
mod memory_idleness;
mod memory_imports;
mod memory_index;
mod memory_interest;
mod memory_people;
mod memory_pictures;
mod memory_reader;
mod memory_reports;
mod memory_requests;
mod memory_reviews;
mod memory_saved;
mod memory_shelf;
mod memory_sign_ups;
mod memory_store;
mod memory_sweeping;
mod memory_synonyms;
pub mod organiser_contract;
pub mod people_contract;
pub mod picture_contract;
pub mod provider_contract;
pub mod report_contract;
pub mod request_contract;
pub mod review_contract;
mod samples;
pub mod saved_contract;
pub mod shelf_contract;
pub mod sign_up_contract;
pub mod sweep_contract;
pub mod synonym_contract;

use std::sync::{
    Arc, Mutex, PoisonError,
    atomic::{AtomicU64, Ordering},
};

use chrono::{DateTime, Utc};
use domain::Uuid;

pub use careless_store::CarelessStore;
pub use known_provider::KnownProvider;
pub use memory_campaigns::a_campaign;
pub use memory_identity::{CountedChance, KeptPost, PlainPasswords};
pub use memory_index::MemoryIndex;
pub use memory_pictures::TrustingPictureMaker;
pub use memory_store::MemoryStore;
pub use memory_sweeping::NoKeptLetters;
pub use memory_synonyms::MemorySynonyms;
pub use samples::{an_activity, partner, partner_id};

use crate::{
    Ports,
    ports::{Clock, Ids, VainSearches},
};

/// A clock that stands still until it is set.
#[derive(Clone)]
pub struct StoppedClock(Arc<Mutex<DateTime<Utc>>>);

impl StoppedClock {
    /// A clock that shows an RFC 3339 instant.
    ///
    /// # Panics
    ///
    /// Where the text is none.
    #[must_use]
    pub fn at(text: &str) -> Self {
        let instant = DateTime::parse_from_rfc3339(text).expect("an RFC 3339 instant");
        Self(Arc::new(Mutex::new(instant.to_utc())))
    }

    /// Sets the clock.
    pub fn set(&self, now: DateTime<Utc>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = now;
    }
}

impl Clock for StoppedClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Names that are counted, so that tests can tell them.
#[derive(Default)]
pub struct CountedIds(AtomicU64);

impl Ids for CountedIds {
    fn next(&self) -> Uuid {
        Uuid::from_u128(1_000_000 + u128::from(self.0.fetch_add(1, Ordering::Relaxed)))
    }
}

/// What was searched for in vain, in the order of searching.
#[derive(Clone, Default)]
pub struct VainNotes(Arc<Mutex<Vec<String>>>);

impl VainNotes {
    #[must_use]
    pub fn all(&self) -> Vec<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl VainSearches for VainNotes {
    fn note(&self, words: &str, _now: DateTime<Utc>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).push(words.to_owned());
    }
}

/// A portal in memory, on the first of December 2026.
#[must_use]
pub fn ports(store: &MemoryStore) -> Ports {
    Ports {
        clock: Arc::new(StoppedClock::at("2026-12-01T08:00:00Z")),
        ids: Arc::new(CountedIds::default()),
        store: Arc::new(store.clone()),
        catalogue: Arc::new(store.clone()),
        partners: Arc::new(store.clone()),
        changes: Arc::new(store.clone()),
        index: Arc::new(MemoryIndex::default()),
        vain: Arc::new(VainNotes::default()),
        chance: Arc::new(CountedChance::default()),
        passwords: Arc::new(PlainPasswords::default()),
        accounts: Arc::new(store.clone()),
        idle: Arc::new(store.clone()),
        letters: Arc::new(store.clone()),
        deeds: Arc::new(store.clone()),
        desk: Arc::new(store.clone()),
        shelf: Arc::new(store.clone()),
        queue: Arc::new(store.clone()),
        views: Arc::new(store.clone()),
        imports: Arc::new(store.clone()),
        people: Arc::new(store.clone()),
        reviews: Arc::new(store.clone()),
        synonym_lists: Arc::new(store.clone()),
        synonyms: Arc::new(MemorySynonyms::default()),
        pictures: Arc::new(store.clone()),
        picture_maker: Arc::new(TrustingPictureMaker),
        identities: Arc::new(store.clone()),
        provider: None,
        sign_ups: Arc::new(store.clone()),
        addresses: Arc::new(store.clone()),
        requests: Arc::new(store.clone()),
        saved: Arc::new(store.clone()),
        reports: Arc::new(store.clone()),
        interest: Arc::new(store.clone()),
        sweeping: Arc::new(store.clone()),
        held: Arc::new(store.clone()),
        kept_letters: Arc::new(NoKeptLetters),
    }
}
