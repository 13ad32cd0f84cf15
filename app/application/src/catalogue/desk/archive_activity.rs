//! An activity is taken out of the catalogue for good.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, OccurrenceId, State},
    identity::{Action, DeedKind, Subject},
};

use super::{DeskError, did};
use crate::{
    identity::{Viewer, may_for_partner},
    pact::close_reviews,
    ports::{OccurrenceSummary, Ports, StoreError, Transaction},
};

/// An activity that its lead would take out of the catalogue, and what stands in the way.
#[derive(Clone, Debug)]
pub struct Archiving {
    pub activity: Activity,
    /// The dates to come for which somebody has a seat or awaits one, the soonest first, with how
    /// many people those are.
    pub expected: Vec<(OccurrenceSummary, u32)>,
    /// How many ask whether they may come, and have no answer.
    pub asking: u32,
}

impl Archiving {
    /// Whether nobody counts on it any more.
    #[must_use]
    pub fn is_free(&self) -> bool {
        self.expected.is_empty() && self.asking == 0
    }
}

/// What becomes of an activity that is taken out of the catalogue, before that is done.
///
/// # Errors
///
/// [`DeskError::Unknown`] where they do not act for its lead; [`DeskError::Forbidden`] where it is
/// out already.
pub async fn show_archiving(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<Archiving, DeskError> {
    let details = ports.desk.activity_by_id(id).await?.ok_or(DeskError::Unknown)?;
    let activity = details.activity;
    may_for_partner(&viewer.account, Action::ArchiveActivity, activity.partner)?;
    activity.state().step_to(State::Archived)?;
    let mut expected = Vec::new();
    for date in coming(&activity, ports.clock.now()) {
        let Some(roster) = ports.sign_ups.roster(date).await? else { continue };
        let summary = details.occurrences.iter().find(|it| it.id == date);
        if let Some(summary) = summary.filter(|_| roster.expected() > 0) {
            expected.push((*summary, roster.expected()));
        }
    }
    let asking = asking(ports, id).await?;
    Ok(Archiving { activity, expected, asking })
}

/// Takes an activity out of the catalogue for good: no list shows it, its address says that it has
/// been, and its next version is thrown away. Nobody may count on it any more; where it is
/// cancelled they have been told, or are being told.
///
/// # Errors
///
/// [`DeskError::Unknown`] where they do not act for its lead; [`DeskError::Forbidden`] where it is
/// out already; [`DeskError::Expected`] where somebody counts on it.
pub async fn archive_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<(), DeskError> {
    let now = ports.clock.now();
    // Whoever asks in this very moment still gets the organiser's answer.
    let asking = asking(ports, id).await?;
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await?;
    let mut activity = tx.activities().by_id(id).await?.ok_or(DeskError::Unknown)?;
    may_for_partner(&account, Action::ArchiveActivity, activity.partner)?;
    let is_cancelled = activity.state() == State::Cancelled;
    activity.step_to(State::Archived, now)?;
    if asking > 0 || (!is_cancelled && is_expected(&mut *tx, &activity, now).await?) {
        return Err(DeskError::Expected);
    }
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    if let Some(draft) = tx.drafts().of_activity(id).await? {
        tx.drafts().remove(draft.id).await?;
    }
    let co_owners = tx.co_owners().of(id).await?;
    for it in co_owners.iter().filter(|it| !it.has_joined()) {
        tx.co_owners().remove(id, it.partner).await?;
    }
    close_reviews(ports, &mut *tx, &activity).await?;
    let deed = (DeedKind::ActivityArchived, Subject::Activity(id));
    did(ports, &mut *tx, &account, activity.partner, deed).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, "an activity was archived");
    Ok(())
}

/// The dates of an activity that are to come or under way.
fn coming(activity: &Activity, now: DateTime<Utc>) -> Vec<OccurrenceId> {
    activity.occurrences().iter().filter(|it| now < it.end()).map(|it| it.id).collect()
}

/// Whether somebody has or awaits a seat at a date to come. Whoever signs up in this very moment
/// finds a date that does not take place any more.
async fn is_expected(
    tx: &mut dyn Transaction,
    activity: &Activity,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let mut dates = coming(activity, now);
    // Rosters are always locked in this order, so that two never wait for each other.
    dates.sort_unstable();
    for date in dates {
        let roster = tx.rosters().lock(date).await?;
        if roster.is_some_and(|it| it.expected() > 0) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many ask whether they may come to an activity, and have no answer.
async fn asking(ports: &Ports, id: ActivityId) -> Result<u32, StoreError> {
    Ok(ports.requests.waiting_about(&[id]).await?.get(&id).map_or(0, |it| it.n))
}

#[cfg(test)]
mod tests;
