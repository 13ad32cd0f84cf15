//! The index on a Meilisearch server: it keeps the words and says which activities hold
//! them and where; what will do for a word, and how well an activity fits, is ours, as in
//! the portal's own folder.
//!
//! Invariant: it is a copy, and holds no person's data. Who asks it waits a second at most.

mod find;
mod http;
mod rebuild;
mod schema;
mod tasks;
mod vocabulary;
mod writing;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use application::ports::{
    ActivityDocument, ActivityIndex, IndexChange, IndexError, Matches, Rebuild, SearchWords,
};
use async_trait::async_trait;
use domain::catalogue::ActivityId;
use language::Synonyms;
use meilisearch_sdk::{
    client::Client,
    documents::DocumentsQuery,
    errors::{Error, ErrorCode},
    indexes::Index,
    settings::PrefixSearchSettings,
};
use tokio::time::timeout;

use super::search_words::{Lexicon, UsedSynonyms};
use http::Http;
use schema::{Entry, FIELDS, Known, STATE};

/// The index on a server.
#[derive(Clone)]
pub struct MeilisearchIndex {
    client: Client<Http>,
    /// What the names of our indexes begin with.
    prefix: Arc<str>,
    lexicon: Arc<Mutex<Lexicon>>,
    synonyms: UsedSynonyms,
    /// The words of the documents, once something misspelled was looked for.
    vocabulary: Arc<Mutex<Option<Arc<vocabulary::Spellings>>>>,
    /// One writes at a time.
    writing: Arc<tokio::sync::Mutex<()>>,
}

/// Why an index could not do its work, where that is not Meilisearch's fault.
#[derive(Debug, thiserror::Error)]
enum Trouble {
    #[error("the index was not made yet, or by another version of this program")]
    NotReady,
    #[error("Meilisearch took too long")]
    TooSlow,
}

/// How long a search may take.
const SEARCH: Duration = Duration::from_secs(1);
/// How many documents are listed at once.
const PAGE: usize = 5_000;

impl MeilisearchIndex {
    /// The name that our indexes begin with where nothing else is said.
    pub const PREFIX: &str = "gnist";

    /// The index on the server at `url`; nothing is asked of it yet.
    ///
    /// # Errors
    ///
    /// Where the key cannot be sent.
    pub fn at(
        url: &str,
        key: Option<&str>,
        prefix: &str,
        synonyms: Synonyms,
    ) -> Result<Self, IndexError> {
        let http = Http::new(key).map_err(IndexError::new)?;
        // The key is in the hands of the client already.
        let client = Client::new_with_client(url.trim_end_matches('/'), None::<String>, http);
        Ok(Self {
            client,
            prefix: prefix.into(),
            lexicon: Arc::default(),
            synonyms: UsedSynonyms::new(synonyms),
            vocabulary: Arc::default(),
            writing: Arc::default(),
        })
    }

    /// From now on searches use these synonyms; the server keeps none.
    pub fn use_synonyms(&self, synonyms: Synonyms) {
        self.synonyms.replace(synonyms);
    }

    /// Removes everything of ours from the server.
    ///
    /// # Errors
    ///
    /// Where the server does not do it.
    pub async fn remove(&self) -> Result<(), IndexError> {
        let _turn = self.writing.lock().await;
        for name in rebuild::drafts(self).await?.into_iter().map(|it| it.uid).chain([self.live()]) {
            let task = self.client.delete_index(name).await.map_err(IndexError::new)?;
            match tasks::done(&self.client, &task).await {
                Err(tasks::TaskError::Failed(error)) if is_missing(&error) => {}
                done => done.map_err(IndexError::new)?,
            }
        }
        Ok(())
    }

    /// The name of the index in use.
    fn live(&self) -> String {
        format!("{}-activities", self.prefix)
    }

    fn index(&self) -> Index<Http> {
        self.client.index(self.live())
    }

    /// Makes an empty index that is written as ours are.
    async fn create(&self, name: &str) -> Result<Index<Http>, IndexError> {
        let index = self.client.index(name);
        // It does them one after the other; all are accepted before the first is waited for.
        let made = self.client.create_index(name, Some("id")).await;
        let set = index.set_settings(&schema::settings()).await;
        let whole = index.set_prefix_search(PrefixSearchSettings::Disabled).await;
        for task in [made, set, whole] {
            let task = task.map_err(IndexError::new)?;
            tasks::done(&self.client, &task).await.map_err(IndexError::new)?;
        }
        Ok(index)
    }

    fn entry(&self, document: &ActivityDocument) -> Entry {
        let mut lexicon = self.lexicon.lock().unwrap_or_else(PoisonError::into_inner);
        schema::entry(document, &mut lexicon)
    }

    /// What the index in use says about itself; none where there is none of ours.
    async fn state(&self) -> Result<Option<Known>, Error> {
        match self.index().get_document::<Known>(STATE).await {
            Ok(state) => Ok(Some(state).filter(Known::is_state)),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn is_missing(error: &Error) -> bool {
    let Error::Meilisearch(error) = error else { return false };
    matches!(error.error_code, ErrorCode::IndexNotFound | ErrorCode::DocumentNotFound)
}

/// Somebody waits for it.
async fn soon<T>(work: impl Future<Output = Result<T, IndexError>>) -> Result<T, IndexError> {
    timeout(SEARCH, work).await.unwrap_or_else(|_| Err(IndexError::new(Trouble::TooSlow)))
}

#[async_trait]
impl ActivityIndex for MeilisearchIndex {
    async fn find(&self, words: &SearchWords) -> Result<Matches, IndexError> {
        soon(find::find(self, words)).await
    }

    async fn complete(&self, beginning: &str, n: usize) -> Result<Vec<String>, IndexError> {
        soon(vocabulary::complete(self, beginning, n)).await
    }

    async fn version(&self) -> Result<i64, IndexError> {
        let state = self.state().await.map_err(IndexError::new)?;
        Ok(state.map_or(-1, |state| state.version))
    }

    async fn put(&self, changes: &[IndexChange], version: i64) -> Result<(), IndexError> {
        let _turn = self.writing.lock().await;
        if self.version().await? < 0 {
            // Meilisearch would make one by itself, which would not be written as ours are.
            self.create(&self.live()).await?;
        }
        let mut gone = Vec::new();
        let mut entries = Vec::new();
        for change in changes {
            match change {
                IndexChange::Put(document) => entries.push(self.entry(document)),
                IndexChange::Forget(id) => gone.push(schema::key(*id)),
            }
        }
        let index = self.index();
        if !gone.is_empty() {
            let task = index.delete_documents(&gone).await.map_err(IndexError::new)?;
            tasks::done(&self.client, &task).await.map_err(IndexError::new)?;
        }
        // One task takes over all of it or nothing, so the version comes with the documents.
        entries.push(schema::state(version));
        let task = index.add_documents(&entries, Some("id")).await.map_err(IndexError::new)?;
        tasks::done(&self.client, &task).await.map_err(IndexError::new)
    }

    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError> {
        Ok(Box::new(rebuild::MeilisearchRebuild::begin(self.clone()).await?))
    }

    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError> {
        let index = self.index();
        let mut held = Vec::new();
        loop {
            let mut query = DocumentsQuery::new(&index);
            let offset = held.len();
            query.with_fields(FIELDS).with_offset(offset).with_limit(PAGE);
            let page = query.execute::<Known>().await.map_err(IndexError::new)?.results;
            let is_last = page.len() < PAGE;
            held.extend(page);
            if is_last {
                break;
            }
        }
        Ok(held.iter().filter_map(|it| Some((it.activity()?, it.version))).collect())
    }
}
