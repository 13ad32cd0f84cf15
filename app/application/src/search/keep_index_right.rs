//! The index and the catalogue, compared.

use std::collections::HashMap;

use crate::ports::{ActivityIndex, IndexChange, Ports};

use super::SearchError;

/// How many activities are mended at once.
const BATCH: usize = 500;

/// Compares what `index` holds with the catalogue, activity by activity and version by
/// version, and mends what differs; answers how many activities that were.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn keep_index_right(
    ports: &Ports,
    index: &dyn ActivityIndex,
) -> Result<usize, SearchError> {
    // The index first: what changes afterwards is told in the usual way.
    let shown = index.version().await?;
    let mut held: HashMap<_, _> = index.held().await?.into_iter().collect();
    let mut stale = Vec::new();
    for (id, version) in ports.changes.public().await? {
        if held.remove(&id) != Some(version) {
            stale.push(id);
        }
    }
    let gone: Vec<IndexChange> = held.into_keys().map(IndexChange::Forget).collect();
    let mended = stale.len() + gone.len();
    if !gone.is_empty() {
        index.put(&gone, shown).await?;
    }
    for ids in stale.chunks(BATCH) {
        let documents = ports.changes.documents(ids).await?;
        let changes: Vec<IndexChange> =
            documents.into_iter().map(|it| IndexChange::Put(Box::new(it))).collect();
        index.put(&changes, shown).await?;
    }
    Ok(mended)
}
