//! The synonyms that searches use, which others can take the place of while they do.

use std::sync::{
    Arc, PoisonError, RwLock,
    atomic::{AtomicU64, Ordering},
};

use language::Synonyms;

/// The synonyms that searches use.
#[derive(Clone)]
pub struct UsedSynonyms(Arc<RwLock<Numbered>>);

/// Synonyms, and a number that no others have in this process: what follows from them is
/// remembered under it.
#[derive(Clone)]
pub struct Numbered {
    pub number: u64,
    pub synonyms: Arc<Synonyms>,
}

impl Numbered {
    fn new(synonyms: Synonyms) -> Self {
        static NUMBER: AtomicU64 = AtomicU64::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        Self { number, synonyms: Arc::new(synonyms) }
    }
}

impl UsedSynonyms {
    #[must_use]
    pub fn new(synonyms: Synonyms) -> Self {
        Self(Arc::new(RwLock::new(Numbered::new(synonyms))))
    }

    /// Those that a search which begins now uses to its end.
    #[must_use]
    pub fn now(&self) -> Numbered {
        self.0.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Later searches use these.
    pub fn replace(&self, synonyms: Synonyms) {
        *self.0.write().unwrap_or_else(PoisonError::into_inner) = Numbered::new(synonyms);
    }
}
