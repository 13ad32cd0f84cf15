//! What is told of dates until the test ends.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{catalogue::OccurrenceId, signup::DateReport};

use super::MemoryStore;
use crate::ports::{ReportReader, ReportRepository, StoreError};

/// What is told of dates.
#[derive(Clone, Default)]
pub(super) struct Reports(BTreeMap<OccurrenceId, DateReport>);

#[async_trait]
impl ReportRepository for Reports {
    async fn of(&mut self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError> {
        Ok(self.0.get(&date).cloned())
    }

    async fn keep(&mut self, report: &DateReport) -> Result<(), StoreError> {
        self.0.insert(report.occurrence, report.clone());
        Ok(())
    }
}

#[async_trait]
impl ReportReader for MemoryStore {
    async fn report_of(&self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError> {
        Ok(self.facts().reports.0.get(&date).cloned())
    }

    async fn reports_of(&self, dates: &[OccurrenceId]) -> Result<Vec<DateReport>, StoreError> {
        let facts = self.facts();
        Ok(dates.iter().filter_map(|it| facts.reports.0.get(it)).cloned().collect())
    }

    async fn forget_remarks(&self, before: DateTime<Utc>) -> Result<(), StoreError> {
        for it in self.facts().reports.0.values_mut().filter(|it| it.reported_at < before) {
            (it.told.well, it.told.better) = (None, None);
        }
        Ok(())
    }
}
