//! What is told of dates once they are over.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{catalogue::OccurrenceId, signup::DateReport};

use super::StoreError;

/// What is told of dates. Whoever changes it holds the date's activity.
#[async_trait]
pub trait ReportRepository: Send {
    async fn of(&mut self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError>;

    /// Keeps a report, in the place of what was told of the date before.
    async fn keep(&mut self, report: &DateReport) -> Result<(), StoreError>;
}

/// What pages ask about reports. Nothing is kept from changing meanwhile.
#[async_trait]
pub trait ReportReader: Send + Sync {
    async fn report_of(&self, date: OccurrenceId) -> Result<Option<DateReport>, StoreError>;

    /// What is told of some dates, in no particular order.
    async fn reports_of(&self, dates: &[OccurrenceId]) -> Result<Vec<DateReport>, StoreError>;

    /// Forgets the remarks of what was told before an instant; how many came stays.
    async fn forget_remarks(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}
