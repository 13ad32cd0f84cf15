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
    /// When the lead asked it to take over the lead; nothing where it is not asked.
    pub lead_asked_at: Option<DateTime<Utc>>,
}

impl CoOwner {
    /// The most that one activity has or asks.
    pub const MOST: usize = 5;

    /// One that is asked.
    #[must_use]
    pub fn asked(activity: ActivityId, partner: PartnerId, now: DateTime<Utc>) -> Self {
        Self {
            activity,
            partner,
            asked_at: now,
            joined_at: None,
            sees_rosters: false,
            lead_asked_at: None,
        }
    }

    /// One that has led the activity until now. Whoever is signed up gave their names to it, so it
    /// goes on seeing them until the new lead says otherwise.
    #[must_use]
    pub fn former_lead(activity: ActivityId, partner: PartnerId, now: DateTime<Utc>) -> Self {
        let asked = Self::asked(activity, partner, now);
        Self { joined_at: Some(now), sees_rosters: true, ..asked }
    }

    /// Whether it has said yes.
    #[must_use]
    pub fn has_joined(&self) -> bool {
        self.joined_at.is_some()
    }

    /// Whether the lead has asked it to take over.
    #[must_use]
    pub fn may_take_the_lead(&self) -> bool {
        self.has_joined() && self.lead_asked_at.is_some()
    }
}
