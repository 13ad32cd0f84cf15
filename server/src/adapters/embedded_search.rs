//! The index in the portal's own data folder: tantivy keeps the words, and the order in
//! which activities are shown is ours.
//!
//! Invariant: it is a copy, and holds no person's data. What cannot be opened is made anew.

mod columns;
mod find;
mod folder;
mod lines;
mod order;
mod ranks;
mod rebuild;
mod schema;
mod vocabulary;

use std::sync::{Arc, Mutex, PoisonError, RwLock};

use application::ports::{ActivityIndex, IndexChange, IndexError, Matches, Rebuild, SearchWords};
use async_trait::async_trait;
use domain::catalogue::ActivityId;
use language::{Neighbour, Synonyms};
use moka::sync::Cache;
use tantivy::{IndexReader, IndexWriter, TantivyDocument};

use super::search_words::{Lexicon, UsedSynonyms};
use folder::Folder;
use order::Orders;
use schema::Fields;

/// The index in a folder.
#[derive(Clone)]
pub struct EmbeddedIndex {
    folder: Folder,
    live: Arc<RwLock<Arc<Live>>>,
    lexicon: Arc<Mutex<Lexicon>>,
    synonyms: UsedSynonyms,
    /// One writes at a time.
    writing: Arc<tokio::sync::Mutex<()>>,
}

/// An index that is in use.
struct Live {
    index: tantivy::Index,
    reader: IndexReader,
    fields: Fields,
    orders: Orders,
    /// What was found for misspelled words, by the state of the index, the synonyms and the word.
    nearest: Cache<(u64, u64, String), Option<Neighbour>>,
}

/// How many misspelled words are remembered.
const REMEMBERED: u64 = 5_000;

/// Memory for what is written at once, in bytes; tantivy wants 15 million at least.
const WRITER_BYTES: usize = 20_000_000;

impl EmbeddedIndex {
    /// The index in `folder`, or an empty one where there is none that can be read;
    /// in memory where no folder is given.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be written.
    pub fn open(
        folder: Option<std::path::PathBuf>,
        synonyms: Synonyms,
    ) -> Result<Self, IndexError> {
        let folder = Folder::new(folder);
        let live = Live::of(folder.open().map_err(IndexError::new)?)?;
        Ok(Self {
            folder,
            live: Arc::new(RwLock::new(Arc::new(live))),
            lexicon: Arc::default(),
            synonyms: UsedSynonyms::new(synonyms),
            writing: Arc::default(),
        })
    }

    /// The same index, asked with other synonyms.
    #[must_use]
    pub fn asked_with(&self, synonyms: Synonyms) -> Self {
        Self { synonyms: UsedSynonyms::new(synonyms), ..self.clone() }
    }

    /// From now on searches use these synonyms.
    pub fn use_synonyms(&self, synonyms: Synonyms) {
        self.synonyms.replace(synonyms);
    }

    fn live(&self) -> Arc<Live> {
        Arc::clone(&self.live.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn use_index(&self, index: tantivy::Index) -> Result<(), IndexError> {
        let live = Arc::new(Live::of(index)?);
        *self.live.write().unwrap_or_else(PoisonError::into_inner) = live;
        Ok(())
    }

    /// Uses the index that another process has put in the place of this one.
    ///
    /// # Errors
    ///
    /// Where it cannot be read; the one in use stays.
    pub fn follow_folder(&self) -> Result<(), IndexError> {
        if let Some(index) = self.folder.newer().map_err(IndexError::new)? {
            self.use_index(index)?;
        }
        self.live().reload().map_err(IndexError::new)
    }

    /// Whether another process has put an index in the place of this one.
    #[must_use]
    pub fn is_replaced(&self) -> bool {
        self.folder.successor().is_some()
    }

    /// How many bytes it takes on disk.
    #[must_use]
    pub fn bytes_on_disk(&self) -> u64 {
        self.folder.bytes()
    }
}

impl Live {
    fn of(index: tantivy::Index) -> Result<Self, IndexError> {
        let reader = index
            .reader_builder()
            .reload_policy(tantivy::ReloadPolicy::Manual)
            .try_into()
            .map_err(IndexError::new)?;
        let fields = Fields::of(&index.schema()).map_err(IndexError::new)?;
        let orders = Orders::default();
        orders.of(&reader.searcher()).map_err(IndexError::new)?;
        Ok(Self { index, reader, fields, orders, nearest: Cache::new(REMEMBERED) })
    }

    /// Lets what was written be found.
    fn reload(&self) -> tantivy::Result<()> {
        self.reader.reload()?;
        self.orders.of(&self.reader.searcher()).map(drop)
    }

    fn version(&self) -> tantivy::Result<i64> {
        Ok(schema::version(&self.index.load_metas()?))
    }
}

/// Runs what takes the processor for long away from the threads that answer.
async fn away<T: Send + 'static>(
    work: impl FnOnce() -> tantivy::Result<T> + Send + 'static,
) -> Result<T, IndexError> {
    tokio::task::spawn_blocking(work).await.map_err(IndexError::new)?.map_err(IndexError::new)
}

/// Writes what is pending and the version that the index shows with it.
fn commit(writer: &mut IndexWriter<TantivyDocument>, version: i64) -> tantivy::Result<()> {
    let mut commit = writer.prepare_commit()?;
    commit.set_payload(&version.to_string());
    commit.commit()?;
    Ok(())
}

#[async_trait]
impl ActivityIndex for EmbeddedIndex {
    async fn find(&self, words: &SearchWords) -> Result<Matches, IndexError> {
        let live = self.live();
        // Some milliseconds at the most: moving it to another thread would take as long.
        find::find(&live, words, &self.synonyms.now()).map_err(IndexError::new)
    }

    async fn complete(&self, beginning: &str, n: usize) -> Result<Vec<String>, IndexError> {
        let live = self.live();
        vocabulary::complete(&live, beginning, n).map_err(IndexError::new)
    }

    async fn version(&self) -> Result<i64, IndexError> {
        self.live().version().map_err(IndexError::new)
    }

    async fn put(&self, changes: &[IndexChange], version: i64) -> Result<(), IndexError> {
        let _turn = self.writing.lock().await;
        let (live, lexicon, changes) = (self.live(), self.lexicon.clone(), changes.to_vec());
        away(move || {
            let mut writer = live.index.writer_with_num_threads(1, WRITER_BYTES)?;
            for change in changes {
                let id = match &change {
                    IndexChange::Put(document) => document.id,
                    IndexChange::Forget(id) => *id,
                };
                writer.delete_term(live.fields.key(id));
                if let IndexChange::Put(document) = change {
                    let mut lexicon = lexicon.lock().unwrap_or_else(PoisonError::into_inner);
                    writer.add_document(live.fields.document(&document, &mut lexicon))?;
                }
            }
            commit(&mut writer, version)?;
            live.reload()?;
            writer.wait_merging_threads()
        })
        .await
    }

    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError> {
        let rebuild = rebuild::EmbeddedRebuild::begin(self.clone()).await?;
        Ok(Box::new(rebuild))
    }

    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError> {
        let live = self.live();
        away(move || find::held(&live)).await
    }
}
