//! What the sweeper remembers until the test ends.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::OccurrenceId,
    privacy::{Headcount, Sweep},
};

use super::MemoryStore;
use crate::ports::{KeptLetters, StoreError, Sweeping};

#[async_trait]
impl Sweeping for MemoryStore {
    async fn sweep(&self) -> Result<Option<Sweep>, StoreError> {
        Ok(self.facts().sweep)
    }

    async fn saw_time(&self, now: DateTime<Utc>) -> Result<Sweep, StoreError> {
        let mut facts = self.facts();
        let sweep = facts.sweep.get_or_insert(Sweep { latest_at: now, swept_at: None });
        sweep.latest_at = sweep.latest_at.max(now);
        Ok(*sweep)
    }

    async fn trust_time(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        if let Some(sweep) = &mut self.facts().sweep {
            sweep.latest_at = now;
        }
        Ok(())
    }

    async fn swept(&self, now: DateTime<Utc>) -> Result<(), StoreError> {
        if let Some(sweep) = &mut self.facts().sweep {
            sweep.swept_at = Some(now);
        }
        Ok(())
    }

    async fn headcounts(&self, id: OccurrenceId) -> Result<Vec<Headcount>, StoreError> {
        let facts = self.facts();
        Ok(facts.headcounts.iter().filter(|it| it.occurrence == id).copied().collect())
    }
}

/// A portal that keeps no letters.
pub struct NoKeptLetters;

#[async_trait]
impl KeptLetters for NoKeptLetters {
    async fn forget_kept(&self, _: DateTime<Utc>) -> Result<(), StoreError> {
        Ok(())
    }

    async fn forget_kept_to(&self, _: &Email) -> Result<(), StoreError> {
        Ok(())
    }
}
