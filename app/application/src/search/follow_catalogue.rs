//! The index shows what has changed.

use crate::ports::{ActivityIndex, ChangeMark, IndexChange, Ports};

use super::SearchError;

/// How many changes are taken over at once.
const BATCH: u64 = 500;

/// Tells `index` what has changed since it was last told; answers how many activities that
/// were. The index remembers how far it has come only after it shows what it was told, so
/// what fails half-way is told again.
///
/// # Errors
///
/// Where the store or the index fails; what was told before that is kept.
pub async fn follow_catalogue(
    ports: &Ports,
    index: &dyn ActivityIndex,
) -> Result<usize, SearchError> {
    let mut mark = ChangeMark::after(index.version().await?);
    let mut activities = 0;
    loop {
        let changed = ports.changes.changed_after(mark, BATCH).await?;
        let Some(last) = changed.last().map(|it| it.mark) else { return Ok(activities) };
        let is_last = (changed.len() as u64) < BATCH;
        // The rest of a change that was cut in two is told with the next batch, so the
        // index must not think that it has seen the whole of it.
        let version = if is_last { last.version } else { last.version - 1 };
        activities += changed.len();
        let batch: Vec<IndexChange> = changed.into_iter().map(|it| it.change).collect();
        index.put(&batch, version).await?;
        if is_last {
            return Ok(activities);
        }
        mark = last;
    }
}
