//! What cannot be of synonyms: lines that are not understood, or more than are kept.

use application::ports::{StoreError, SynonymReader as _};
use domain::search::SynonymList;

use super::super::Database;

impl Database {
    /// Everything that is wrong with the synonyms that were written here, one sentence each.
    pub(super) async fn verify_synonyms(&self) -> Result<Vec<String>, StoreError> {
        let faults = self.synonym_lists(u64::MAX >> 1).await?.into_iter().filter_map(|it| {
            let fault = if it.text.len() > SynonymList::MOST_BYTES {
                "too long".to_owned()
            } else {
                language::Synonyms::parse(&it.text).err()?.to_string()
            };
            Some(format!("synonyms {}: {fault}", it.number))
        });
        Ok(faults.collect())
    }
}
