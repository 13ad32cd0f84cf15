//! Under which key a partner that has led an activity knows it.

use super::PartnerId;
use crate::catalogue::{ActivityId, ExternalId};

/// Under which key the sheets of a partner that has led an activity name it. Another partner leads
/// it now, maybe under another key; whoever hands in such a sheet means that activity, and no new
/// one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormerKey {
    pub partner: PartnerId,
    pub key: ExternalId,
    pub activity: ActivityId,
}
