//! Waiting until Meilisearch has done what it accepted: that it accepted says nothing.

use std::time::Duration;

use meilisearch_sdk::{client::Client, errors::Error, task_info::TaskInfo, tasks::Task};
use tokio::time::{Instant, sleep};

use super::http::Http;

/// How long a task may take; thousands of documents take minutes on a small machine.
const LIMIT: Duration = Duration::from_mins(10);
const FIRST_PAUSE: Duration = Duration::from_millis(5);
const LONGEST_PAUSE: Duration = Duration::from_millis(500);

/// Why something was not done.
#[derive(Debug, thiserror::Error)]
pub(super) enum TaskError {
    #[error("Meilisearch did not answer")]
    Asking(#[from] Error),
    #[error("a task of Meilisearch failed")]
    Failed(#[source] Error),
    #[error("a task of Meilisearch was cancelled, or says something unknown")]
    Cancelled(#[source] Error),
    #[error("a task of Meilisearch took too long")]
    TooLong,
}

/// Waits until a task has succeeded.
pub(super) async fn done(client: &Client<Http>, task: &TaskInfo) -> Result<(), TaskError> {
    let deadline = Instant::now() + LIMIT;
    let mut pause = FIRST_PAUSE;
    loop {
        match client.get_task(task).await {
            Ok(Task::Succeeded { .. }) => return Ok(()),
            Ok(Task::Failed { content }) => return Err(TaskError::Failed(content.error.into())),
            Ok(Task::Enqueued { .. } | Task::Processing { .. }) => {}
            // The SDK knows no word for a task that was cancelled.
            Err(error @ Error::ParseError(_)) => return Err(TaskError::Cancelled(error)),
            Err(error) => return Err(error.into()),
        }
        if Instant::now() > deadline {
            return Err(TaskError::TooLong);
        }
        sleep(pause).await;
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
