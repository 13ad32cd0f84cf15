//! A new index, made beside the one in use.

use crate::ports::{ActivityIndex, ChangeMark, IndexChange, Ports};

use super::{SearchError, follow_catalogue};

/// How many activities are read at once; their texts are long.
const BATCH: u64 = 500;

/// Makes a new index of everything public, puts it in the place of the one in use, and
/// tells it what has changed meanwhile; answers how many activities it holds.
///
/// # Errors
///
/// Where the store or the index fails; the one in use stays.
pub async fn rebuild_index(ports: &Ports, index: &dyn ActivityIndex) -> Result<usize, SearchError> {
    let version = ports.changes.version().await?;
    let mut rebuild = index.begin_rebuild().await?;
    let mut mark = ChangeMark::after(i64::MIN);
    let mut held = 0;
    loop {
        let changed = ports.changes.changed_after(mark, BATCH).await?;
        let Some(last) = changed.last().map(|it| it.mark) else { break };
        let documents: Vec<_> = changed
            .into_iter()
            .filter_map(|it| match it.change {
                // What changes while it is read would come twice; it is told afterwards.
                IndexChange::Put(document) if document.version <= version => Some(*document),
                _ => None,
            })
            .collect();
        held += documents.len();
        rebuild.add(documents).await?;
        mark = last;
    }
    rebuild.swap(version).await?;
    follow_catalogue(ports, index).await?;
    Ok(held)
}
