//! A new index, beside the one in use.

use std::sync::PoisonError;

use application::ports::{ActivityDocument, IndexError, Rebuild};
use async_trait::async_trait;
use tantivy::{Index, IndexWriter, TantivyDocument, merge_policy::NoMergePolicy};
use tokio::task::{JoinHandle, spawn_blocking};

use super::{EmbeddedIndex, away, commit, schema::Fields};

/// Memory for what is written at once, in bytes: large pieces need less merging.
const WRITER_BYTES: usize = 64_000_000;

/// An index and who writes it.
type Draft = (Index, IndexWriter<TantivyDocument>);

pub(super) struct EmbeddedRebuild {
    home: EmbeddedIndex,
    name: String,
    /// What was added last is written while more is read; none once the index is in use.
    draft: Option<JoinHandle<tantivy::Result<Draft>>>,
}

impl EmbeddedRebuild {
    pub(super) async fn begin(home: EmbeddedIndex) -> Result<Self, IndexError> {
        let folder = home.folder.clone();
        let (name, index) = away(move || folder.create()).await?;
        let draft = spawn_blocking(move || {
            let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
            // All pieces are merged once, in the end.
            writer.set_merge_policy(Box::new(NoMergePolicy));
            Ok((index, writer))
        });
        Ok(Self { home, name, draft: Some(draft) })
    }
}

async fn finished(draft: JoinHandle<tantivy::Result<Draft>>) -> Result<Draft, IndexError> {
    draft.await.map_err(IndexError::new)?.map_err(IndexError::new)
}

#[async_trait]
impl Rebuild for EmbeddedRebuild {
    async fn add(&mut self, documents: Vec<ActivityDocument>) -> Result<(), IndexError> {
        let Some(draft) = self.draft.take() else { return Ok(()) };
        let (index, writer) = finished(draft).await?;
        let lexicon = self.home.lexicon.clone();
        self.draft = Some(spawn_blocking(move || {
            let fields = Fields::of(&index.schema())?;
            for document in documents {
                let mut lexicon = lexicon.lock().unwrap_or_else(PoisonError::into_inner);
                writer.add_document(fields.document(&document, &mut lexicon))?;
            }
            Ok((index, writer))
        }));
        Ok(())
    }

    async fn swap(mut self: Box<Self>, version: i64) -> Result<(), IndexError> {
        let Some(draft) = self.draft.take() else { return Ok(()) };
        let (index, mut writer) = finished(draft).await?;
        let _turn = self.home.writing.lock().await;
        let (home, name) = (self.home.clone(), self.name.clone());
        let index = away(move || {
            commit(&mut writer, version)?;
            merge(&index, &mut writer)?;
            writer.wait_merging_threads()?;
            home.folder.choose(&name)?;
            Ok(index)
        })
        .await?;
        self.name.clear();
        self.home.use_index(index)
    }
}

/// Makes one piece of all: whoever searches looks into each piece, and whoever corrects a
/// word reads along the words of each.
fn merge(index: &Index, writer: &mut IndexWriter<TantivyDocument>) -> tantivy::Result<()> {
    let pieces = index.searchable_segment_ids()?;
    if pieces.len() > 1 {
        writer.merge(&pieces).wait()?;
        writer.garbage_collect_files().wait()?;
    }
    Ok(())
}

impl Drop for EmbeddedRebuild {
    fn drop(&mut self) {
        self.draft = None;
        self.home.folder.remove(&self.name);
    }
}
