//! What pages and the clock ask about requests.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    Email,
    catalogue::{ActivityId, Title},
    identity::Mark,
    signup::{Request, RequestId, RequestLink, RequestPatience},
};

use super::StoreError;

/// A request as whoever made it finds it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnAsked {
    pub request: Request,
    /// What the activity is called.
    pub title: Title,
}

/// Requests about an activity that wait for an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WaitingRequests {
    pub n: u32,
    /// Since when the first of them waits.
    pub since: DateTime<Utc>,
}

/// What pages and the clock ask about requests. Nothing is kept from changing meanwhile.
#[async_trait]
pub trait RequestReader: Send + Sync {
    async fn request(&self, id: RequestId) -> Result<Option<Request>, StoreError>;

    async fn request_link(&self, mark: &Mark) -> Result<Option<RequestLink>, StoreError>;

    /// The requests about an activity whose letter was answered, the oldest first.
    async fn requests_about(&self, activity: ActivityId) -> Result<Vec<Request>, StoreError>;

    /// What waits for an answer about those of the named activities where anything does.
    async fn waiting_about(
        &self,
        activities: &[ActivityId],
    ) -> Result<HashMap<ActivityId, WaitingRequests>, StoreError>;

    /// At most `n` requests that were made with an address and of which the letter was answered,
    /// the latest first.
    async fn requests_by(&self, email: &Email, n: u64) -> Result<Vec<OwnAsked>, StoreError>;

    /// At most `n` requests that wait for an answer since before an instant, and that nobody was
    /// told of as being so late.
    async fn late_requests(
        &self,
        patience: RequestPatience,
        before: DateTime<Utc>,
        n: u64,
    ) -> Result<Vec<Request>, StoreError>;

    /// Forgets what is of no use any more at an instant ([`Request::erased_at`] and
    /// [`Request::needs_erased_at`]).
    async fn forget_requests(&self, now: DateTime<Utc>) -> Result<(), StoreError>;
}
