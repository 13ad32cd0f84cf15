//! The synonyms that every index of this process is asked with.

use std::sync::Arc;

use application::ports::{ActivityIndex, SynonymsInUse};
use language::Synonyms;

use super::{embedded_search::EmbeddedIndex, meilisearch::MeilisearchIndex};

/// The synonyms that every index of this process is asked with.
#[derive(Clone)]
pub struct SearchSynonyms {
    pub base: Arc<str>,
    pub index: EmbeddedIndex,
    pub remote: Option<MeilisearchIndex>,
}

impl SynonymsInUse for SearchSynonyms {
    fn base(&self) -> Arc<str> {
        Arc::clone(&self.base)
    }

    fn asked_with(&self, synonyms: Synonyms) -> Arc<dyn ActivityIndex> {
        Arc::new(self.index.asked_with(synonyms))
    }

    fn put_in_use(&self, synonyms: Synonyms) {
        if let Some(remote) = &self.remote {
            remote.use_synonyms(synonyms.clone());
        }
        self.index.use_synonyms(synonyms);
    }
}
