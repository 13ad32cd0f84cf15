//! Words that lead to others in searches.

use std::sync::Arc;

use async_trait::async_trait;
use domain::search::SynonymList;
use language::Synonyms;

use super::{ActivityIndex, StoreError};

/// Lists of synonyms that were written in the portal.
#[async_trait]
pub trait SynonymRepository: Send {
    /// The one that is in force.
    async fn latest(&mut self) -> Result<Option<SynonymList>, StoreError>;

    /// Keeps a list that is new, unless another has its number; answers whether it does.
    async fn add(&mut self, list: &SynonymList) -> Result<bool, StoreError>;
}

/// Answers which lists there are.
#[async_trait]
pub trait SynonymReader: Send + Sync {
    /// The number of the one that is in force; none where nothing was ever written.
    async fn synonyms_number(&self) -> Result<Option<i64>, StoreError>;

    /// At most `n` lists, the latest first.
    async fn synonym_lists(&self, n: u64) -> Result<Vec<SynonymList>, StoreError>;
}

/// What searches of this process use.
pub trait SynonymsInUse: Send + Sync {
    /// The list on which all others rest, as it is written: the operator's, or the one that comes
    /// with the portal.
    fn base(&self) -> Arc<str>;

    /// This process's own index, asked with other synonyms and otherwise the same.
    fn asked_with(&self, synonyms: Synonyms) -> Arc<dyn ActivityIndex>;

    /// From now on searches use these.
    fn put_in_use(&self, synonyms: Synonyms);
}
