//! A partner that owns an activity beside the one that leads it.

use chrono::{DateTime, Utc};

use super::PartnerId;
use crate::catalogue::ActivityId;

/// A partner that owns an activity beside the one that leads it, or is asked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoOwner {
    pub activity: ActivityId,
    pub partner: PartnerId,
    pub asked_at: DateTime<Utc>,
    /// When it said yes; nothing while it has not answered.
    pub joined_at: Option<DateTime<Utc>>,
    /// Whether its people see who comes. Only the lead says so.
    pub sees_rosters: bool,
}

impl CoOwner {
    /// The most that one activity has or asks.
    pub const MOST: usize = 5;

    /// One that is asked.
    #[must_use]
    pub fn asked(activity: ActivityId, partner: PartnerId, now: DateTime<Utc>) -> Self {
        Self { activity, partner, asked_at: now, joined_at: None, sees_rosters: false }
    }

    /// Whether it has said yes.
    #[must_use]
    pub fn has_joined(&self) -> bool {
        self.joined_at.is_some()
    }
}
