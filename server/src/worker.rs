//! What happens without anybody asking.

use std::time::Duration;

use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::adapters::board::BoardReader;

/// How often other processes' changes are looked for.
const LOOK: Duration = Duration::from_secs(1);

/// Follows the database with the board until `stop`.
#[expect(clippy::disallowed_methods, reason = "this is where tasks are started and tracked")]
pub fn start(board: BoardReader, tasks: &TaskTracker, stop: CancellationToken) {
    tokio::spawn(tasks.track_future(async move {
        while stop.run_until_cancelled(tokio::time::sleep(LOOK)).await.is_some() {
            match board.refresh_if_changed().await {
                Ok(true) => {
                    tracing::info!(activities = board.size(), "the board shows a new catalogue");
                }
                Ok(false) => {}
                Err(error) => tracing::error!(%error, "the board could not be made anew"),
            }
        }
    }));
}
