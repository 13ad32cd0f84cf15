//! The synonyms that are in force.

use domain::{identity::Subject, search::SynonymList};
use language::{Group, read_groups};

use crate::{
    deeds::history_about,
    ports::{History, Ports, StoreError},
};

/// The synonyms that are in force.
#[derive(Clone, Debug)]
pub struct SynonymsPage {
    /// The groups of the operator's list.
    pub base: Vec<Group>,
    /// What was written here on top of it, where anything ever was.
    pub list: Option<SynonymList>,
    /// What was in force before.
    pub earlier: Option<SynonymList>,
    /// What was done to them, the newest first.
    pub history: History,
}

impl SynonymsPage {
    /// The lines that were written here and are in force.
    #[must_use]
    pub fn lines(&self) -> &str {
        self.list.as_ref().map_or("", |it| it.text.as_str())
    }

    /// The number of the list that is in force; 0 where nothing was ever written.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.list.as_ref().map_or(0, |it| it.number)
    }
}

/// The synonyms that are in force.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_synonyms(ports: &Ports) -> Result<SynonymsPage, StoreError> {
    let mut lists = ports.synonym_lists.synonym_lists(2).await?.into_iter();
    Ok(SynonymsPage {
        base: read_groups(&ports.synonyms.base()).unwrap_or_default(),
        list: lists.next(),
        earlier: lists.next(),
        history: history_about(ports, Subject::Synonyms).await?,
    })
}
