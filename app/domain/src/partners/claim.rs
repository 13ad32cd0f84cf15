//! Somebody's wish to act for a partner, until a moderator has answered it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::PartnerId;
use crate::identity::{AccountId, Remark};

/// Names a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClaimId(pub Uuid);

impl Claim {
    /// The most claims of one account that wait for a moderator at once.
    pub const MOST_WAITING: u64 = 5;
}

/// Somebody's wish to act for a partner, until a moderator has answered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    pub id: ClaimId,
    pub partner: PartnerId,
    pub account: AccountId,
    /// How they belong to the partner, in their own words.
    pub remark: Option<Remark>,
    pub asked_at: DateTime<Utc>,
}
