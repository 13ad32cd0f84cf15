//! One activity, with what is worth a look beside it.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Slug, State},
    pact::Campaign,
};

use crate::ports::{ActivityDetails, ActivitySummary, Ports, StoreError};

/// What its page shows.
#[derive(Clone, Debug)]
pub struct ActivityPage {
    pub details: ActivityDetails,
    pub campaign: Option<Campaign>,
    pub related: Vec<ActivitySummary>,
    pub now: DateTime<Utc>,
}

/// What there is behind an activity's address.
#[derive(Clone, Debug)]
pub enum Shown {
    Page(Box<ActivityPage>),
    /// It was there once.
    Gone,
    /// It never was, or is not yet to be seen.
    Unknown,
}

/// How many others its page shows.
const RELATED: usize = 3;

/// One activity as a visitor sees it.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_activity(ports: &Ports, slug: &Slug) -> Result<Shown, StoreError> {
    let Some(details) = ports.catalogue.activity(slug).await? else {
        return Ok(Shown::Unknown);
    };
    match details.activity.state() {
        State::Published | State::Cancelled => {}
        State::Archived => return Ok(Shown::Gone),
        State::Draft | State::Submitted => return Ok(Shown::Unknown),
    }
    let now = ports.clock.now();
    let campaign = match &details.activity.particulars().campaign {
        Some(key) => ports.catalogue.campaigns().await?.into_iter().find(|it| it.key == *key),
        None => None,
    };
    let related = ports.catalogue.related(details.activity.id, RELATED, now).await?;
    Ok(Shown::Page(Box::new(ActivityPage { details, campaign, related, now })))
}
