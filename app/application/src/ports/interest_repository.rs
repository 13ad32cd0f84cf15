//! How interested pupils say that they were and are.

use std::collections::BTreeMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::Mark,
    signup::{Interest, InterestAnswer, InterestLink},
};

use super::StoreError;

/// How interested pupils say that they were and are. Whoever changes it holds the date's roster.
#[async_trait]
pub trait InterestRepository: Send {
    async fn of(&mut self, date: OccurrenceId) -> Result<Interest, StoreError>;

    /// Counts an answer; which was whose is not kept.
    async fn count(&mut self, date: OccurrenceId, answer: InterestAnswer)
    -> Result<(), StoreError>;

    /// Keeps a link, in the place of the one that the date had.
    async fn keep_link(&mut self, link: &InterestLink) -> Result<(), StoreError>;
}

/// What pages ask about it. Nothing is kept from changing meanwhile.
#[async_trait]
pub trait InterestReader: Send + Sync {
    async fn interest_link(&self, mark: &Mark) -> Result<Option<InterestLink>, StoreError>;

    async fn interest_link_of(
        &self,
        date: OccurrenceId,
    ) -> Result<Option<InterestLink>, StoreError>;

    /// The answers to some dates; a date to which nobody has answered is left out.
    async fn interest_of(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<BTreeMap<OccurrenceId, Interest>, StoreError>;

    /// Forgets links that were made before an instant.
    async fn forget_interest_links(&self, before: DateTime<Utc>) -> Result<(), StoreError>;
}
