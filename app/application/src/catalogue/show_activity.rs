//! One activity, with what is worth a look beside it.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{OccurrenceId, SignUpMode, Slug},
    pact::Campaign,
    signup::DateDraw,
};

use super::see_activity::{Shown, see_activity};
use crate::ports::{ActivityDetails, ActivitySummary, Ports, StoreError};

/// What its page shows.
#[derive(Clone, Debug)]
pub struct ActivityPage {
    pub details: ActivityDetails,
    pub campaign: Option<Campaign>,
    pub related: Vec<ActivitySummary>,
    /// The dates whose seats are drawn.
    pub draws: Vec<(OccurrenceId, DateDraw)>,
    pub now: DateTime<Utc>,
}

/// How many others its page shows.
const RELATED: usize = 3;

/// One activity as a visitor sees it.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_activity(ports: &Ports, slug: &Slug) -> Result<Shown<ActivityPage>, StoreError> {
    let details = match see_activity(ports, slug).await? {
        Shown::Page(details) => *details,
        Shown::Gone => return Ok(Shown::Gone),
        Shown::Unknown => return Ok(Shown::Unknown),
    };
    let now = ports.clock.now();
    let campaign = match &details.activity.particulars().campaign {
        Some(key) => ports.catalogue.campaigns().await?.into_iter().find(|it| it.key == *key),
        None => None,
    };
    let related = ports.catalogue.related(details.activity.id, RELATED, now).await?;
    let draws = match details.activity.particulars().sign_up {
        SignUpMode::Portal => ports.sign_ups.draws_of(details.activity.id).await?,
        _ => Vec::new(),
    };
    Ok(Shown::Page(Box::new(ActivityPage { details, campaign, related, draws, now })))
}
