//! Two homes of the search index: one that is asked first, and one that is always there.
//!
//! Invariant: nobody waits longer than a second for the first, and nobody at all while it
//! rests after a failure. What is written goes to the home that is always there; the first
//! is told by whoever follows it.

use std::{
    fmt::Display,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use application::ports::{ActivityIndex, IndexChange, IndexError, Matches, Rebuild, SearchWords};
use async_trait::async_trait;
use domain::catalogue::ActivityId;
use tokio::time::{Instant, timeout};

/// How long the first is waited for.
const LIMIT: Duration = Duration::from_secs(1);
/// How long the first is left alone after a failure.
const REST: Duration = Duration::from_secs(5);
/// How often failures are told to the log.
const TELL: Duration = Duration::from_mins(1);

/// Two homes of the search index.
#[derive(Clone)]
pub struct SearchWithFallback {
    first: Arc<dyn ActivityIndex>,
    second: Arc<dyn ActivityIndex>,
    rest: Duration,
    health: Arc<Mutex<Health>>,
}

#[derive(Default)]
struct Health {
    /// Until when the first is left alone; none while it answers.
    rests_until: Option<Instant>,
    told_at: Option<Instant>,
}

impl SearchWithFallback {
    #[must_use]
    pub fn of(first: Arc<dyn ActivityIndex>, second: Arc<dyn ActivityIndex>) -> Self {
        Self { first, second, rest: REST, health: Arc::default() }
    }

    /// The same, with another rest after a failure.
    #[must_use]
    pub fn resting(self, rest: Duration) -> Self {
        Self { rest, ..self }
    }

    fn health(&self) -> MutexGuard<'_, Health> {
        self.health.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the first may be asked. After a rest one alone asks whether it is well again.
    fn may_ask(&self) -> bool {
        let mut health = self.health();
        let now = Instant::now();
        match health.rests_until {
            None => true,
            Some(until) if now < until => false,
            Some(_) => {
                health.rests_until = Some(now + self.rest);
                true
            }
        }
    }

    /// What the first answers in time, if it does.
    async fn ask_first<T>(
        &self,
        question: impl Future<Output = Result<T, IndexError>>,
    ) -> Option<T> {
        if !self.may_ask() {
            return None;
        }
        match timeout(LIMIT, question).await {
            Ok(Ok(answer)) => {
                if self.health().rests_until.take().is_some() {
                    tracing::info!("the search server answers again");
                }
                return Some(answer);
            }
            Ok(Err(error)) => self.note_failure(&cause(&error)),
            Err(error) => self.note_failure(&error),
        }
        None
    }

    fn note_failure(&self, cause: &dyn Display) {
        let now = Instant::now();
        let mut health = self.health();
        health.rests_until = Some(now + self.rest);
        if health.told_at.is_none_or(|told| now - told >= TELL) {
            health.told_at = Some(now);
            tracing::warn!(%cause, "the search server does not answer; the built-in index does");
        }
    }
}

/// An error's own cause says more than its name.
fn cause(error: &IndexError) -> String {
    let mut text = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        text = format!("{text}: {error}");
        source = error.source();
    }
    text
}

fn count_fallback() {
    metrics::counter!("search_fallbacks_total").increment(1);
}

#[async_trait]
impl ActivityIndex for SearchWithFallback {
    async fn find(&self, words: &SearchWords) -> Result<Matches, IndexError> {
        if let Some(matches) = self.ask_first(self.first.find(words)).await {
            return Ok(matches);
        }
        count_fallback();
        self.second.find(words).await
    }

    async fn complete(&self, beginning: &str, n: usize) -> Result<Vec<String>, IndexError> {
        if let Some(words) = self.ask_first(self.first.complete(beginning, n)).await {
            return Ok(words);
        }
        count_fallback();
        self.second.complete(beginning, n).await
    }

    async fn version(&self) -> Result<i64, IndexError> {
        self.second.version().await
    }

    async fn put(&self, changes: &[IndexChange], version: i64) -> Result<(), IndexError> {
        self.second.put(changes, version).await
    }

    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError> {
        self.second.begin_rebuild().await
    }

    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError> {
        self.second.held().await
    }
}
