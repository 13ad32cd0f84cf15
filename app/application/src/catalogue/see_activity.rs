//! One activity with its dates, where a visitor may see it.

use domain::catalogue::{Slug, State};

use crate::ports::{ActivityDetails, Ports, StoreError};

/// What there is behind an activity's address.
#[derive(Clone, Debug)]
pub enum Shown<T> {
    Page(Box<T>),
    /// It was there once.
    Gone,
    /// It never was, or is not yet to be seen.
    Unknown,
}

/// One activity with its dates, where a visitor may see it.
///
/// # Errors
///
/// Where the store fails.
pub async fn see_activity(
    ports: &Ports,
    slug: &Slug,
) -> Result<Shown<ActivityDetails>, StoreError> {
    let Some(details) = ports.catalogue.activity(slug).await? else {
        return Ok(Shown::Unknown);
    };
    Ok(match details.activity.state() {
        State::Published | State::Cancelled => Shown::Page(Box::new(details)),
        State::Archived => Shown::Gone,
        State::Draft | State::Submitted => Shown::Unknown,
    })
}
