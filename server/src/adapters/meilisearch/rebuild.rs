//! A new index, beside the one in use.

use std::time::Duration;

use application::ports::{ActivityDocument, Ids as _, IndexError, Rebuild};
use async_trait::async_trait;
use meilisearch_sdk::{
    client::SwapIndexes,
    indexes::{Index, IndexesQuery},
    task_info::TaskInfo,
};

use super::{MeilisearchIndex, http::Http, is_missing, schema, tasks};
use crate::adapters::RandomIds;

/// After this time without a change a draft is nobody's any more.
const ABANDONED: Duration = Duration::from_hours(1);
/// How many indexes are listed at once.
const PAGE: usize = 1_000;

pub(super) struct MeilisearchRebuild {
    home: MeilisearchIndex,
    draft: Index<Http>,
    /// What Meilisearch has accepted and may not have done yet.
    pending: Vec<TaskInfo>,
}

fn draft_prefix(home: &MeilisearchIndex) -> String {
    format!("{}-draft-", home.prefix)
}

/// Everything that is beside the index in use.
pub(super) async fn drafts(home: &MeilisearchIndex) -> Result<Vec<Index<Http>>, IndexError> {
    let mut query = IndexesQuery::new(&home.client);
    query.with_limit(PAGE);
    let indexes = home.client.list_all_indexes_with(&query).await.map_err(IndexError::new)?;
    let prefix = draft_prefix(home);
    Ok(indexes.results.into_iter().filter(|it| it.uid.starts_with(&prefix)).collect())
}

impl MeilisearchRebuild {
    pub(super) async fn begin(home: MeilisearchIndex) -> Result<Self, IndexError> {
        let name = format!("{}{}", draft_prefix(&home), RandomIds.next().as_simple());
        let draft = home.create(&name).await?;
        // One that was dropped stays until it is sure that nobody writes into it. The server
        // says how old they are, so no other clock is asked.
        let drafts = drafts(&home).await?;
        let now = drafts.iter().find(|it| it.uid == name).and_then(|it| it.updated_at);
        for other in drafts.iter().filter(|it| it.uid != name) {
            if now.zip(other.updated_at).is_some_and(|(now, then)| now - then > ABANDONED) {
                home.client.delete_index(&other.uid).await.map_err(IndexError::new)?;
            }
        }
        Ok(Self { home, draft, pending: Vec::new() })
    }
}

#[async_trait]
impl Rebuild for MeilisearchRebuild {
    async fn add(&mut self, documents: Vec<ActivityDocument>) -> Result<(), IndexError> {
        if documents.is_empty() {
            return Ok(());
        }
        let entries: Vec<_> = documents.iter().map(|it| self.home.entry(it)).collect();
        // Meilisearch takes over what was sent while the next is read.
        let task = self.draft.add_documents(&entries, Some("id")).await.map_err(IndexError::new)?;
        self.pending.push(task);
        Ok(())
    }

    async fn swap(mut self: Box<Self>, version: i64) -> Result<(), IndexError> {
        let client = &self.home.client;
        for task in self.pending.drain(..) {
            tasks::done(client, &task).await.map_err(IndexError::new)?;
        }
        let state = [schema::state(version)];
        let task = self.draft.add_documents(&state, Some("id")).await.map_err(IndexError::new)?;
        tasks::done(client, &task).await.map_err(IndexError::new)?;

        let _turn = self.home.writing.lock().await;
        let live = self.home.live();
        let is_first = match client.get_index(&live).await {
            Ok(_) => false,
            Err(error) if is_missing(&error) => true,
            Err(error) => return Err(IndexError::new(error)),
        };
        let draft = self.draft.uid.clone();
        // Where there was none, the new one takes its name.
        let (indexes, rename) = if is_first {
            ((draft.clone(), live), Some(true))
        } else {
            ((live, draft.clone()), None)
        };
        let swap = SwapIndexes { indexes, rename };
        let task = client.swap_indexes([&swap]).await.map_err(IndexError::new)?;
        tasks::done(client, &task).await.map_err(IndexError::new)?;
        if !is_first {
            client.delete_index(draft).await.map_err(IndexError::new)?;
        }
        Ok(())
    }
}
