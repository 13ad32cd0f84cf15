//! A new index, beside the one in use.

use std::sync::PoisonError;

use application::ports::{ActivityDocument, IndexError, Rebuild};
use async_trait::async_trait;
use tantivy::{Index, IndexWriter, TantivyDocument};

use super::{EmbeddedIndex, away, commit, schema::Fields};

/// Memory for what is written at once, in bytes: large pieces need less merging.
const WRITER_BYTES: usize = 64_000_000;

pub(super) struct EmbeddedRebuild {
    home: EmbeddedIndex,
    name: String,
    /// None once it is in use.
    draft: Option<(Index, IndexWriter<TantivyDocument>)>,
}

impl EmbeddedRebuild {
    pub(super) async fn begin(home: EmbeddedIndex) -> Result<Self, IndexError> {
        let folder = home.folder.clone();
        let (name, draft) = away(move || {
            let (name, index) = folder.create()?;
            let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
            Ok((name, (index, writer)))
        })
        .await?;
        Ok(Self { home, name, draft: Some(draft) })
    }
}

#[async_trait]
impl Rebuild for EmbeddedRebuild {
    async fn add(&mut self, documents: Vec<ActivityDocument>) -> Result<(), IndexError> {
        let Some((index, writer)) = self.draft.take() else { return Ok(()) };
        let lexicon = self.home.lexicon.clone();
        let draft = away(move || {
            let fields = Fields::of(&index.schema())?;
            for document in documents {
                let mut lexicon = lexicon.lock().unwrap_or_else(PoisonError::into_inner);
                writer.add_document(fields.document(&document, &mut lexicon))?;
            }
            Ok((index, writer))
        });
        self.draft = Some(draft.await?);
        Ok(())
    }

    async fn swap(mut self: Box<Self>, version: i64) -> Result<(), IndexError> {
        let Some((index, mut writer)) = self.draft.take() else { return Ok(()) };
        let _turn = self.home.writing.lock().await;
        let (home, name) = (self.home.clone(), self.name.clone());
        let index = away(move || {
            commit(&mut writer, version)?;
            writer.wait_merging_threads()?;
            home.folder.choose(&name)?;
            Ok(index)
        })
        .await?;
        self.name.clear();
        self.home.use_index(index)
    }
}

impl Drop for EmbeddedRebuild {
    fn drop(&mut self) {
        self.draft = None;
        self.home.folder.remove(&self.name);
    }
}
