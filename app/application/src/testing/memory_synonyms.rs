//! Synonyms that are forgotten when the test ends.

use std::sync::{Arc, Mutex, PoisonError};

use async_trait::async_trait;
use domain::search::SynonymList;
use language::Synonyms;

use super::{MemoryIndex, MemoryStore};
use crate::ports::{ActivityIndex, StoreError, SynonymReader, SynonymRepository, SynonymsInUse};

/// The lists that were written, the oldest first.
#[derive(Clone, Default)]
pub(super) struct SynonymLists(Vec<SynonymList>);

#[async_trait]
impl SynonymRepository for SynonymLists {
    async fn latest(&mut self) -> Result<Option<SynonymList>, StoreError> {
        Ok(self.0.last().cloned())
    }

    async fn add(&mut self, list: &SynonymList) -> Result<bool, StoreError> {
        let is_new = self.0.iter().all(|it| it.number != list.number);
        if is_new {
            self.0.push(list.clone());
            self.0.sort_by_key(|it| it.number);
        }
        Ok(is_new)
    }
}

#[async_trait]
impl SynonymReader for MemoryStore {
    async fn synonyms_number(&self) -> Result<Option<i64>, StoreError> {
        Ok(self.facts().synonyms.0.last().map(|it| it.number))
    }

    async fn synonym_lists(&self, n: u64) -> Result<Vec<SynonymList>, StoreError> {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        Ok(self.facts().synonyms.0.iter().rev().take(n).cloned().collect())
    }
}

/// Synonyms that are put in use and that no search uses; the list below them is short.
#[derive(Clone, Default)]
pub struct MemorySynonyms(Arc<Mutex<Synonyms>>);

impl MemorySynonyms {
    /// What a term leads to.
    #[must_use]
    pub fn of(&self, term: &str) -> Vec<String> {
        let used = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        used.of(term).iter().map(|it| it.join(" ")).collect()
    }
}

impl SynonymsInUse for MemorySynonyms {
    fn base(&self) -> Arc<str> {
        "# the operator's\nrobot, maskine\n".into()
    }

    fn asked_with(&self, _synonyms: Synonyms) -> Arc<dyn ActivityIndex> {
        Arc::new(MemoryIndex::default())
    }

    fn put_in_use(&self, synonyms: Synonyms) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = synonyms;
    }
}
