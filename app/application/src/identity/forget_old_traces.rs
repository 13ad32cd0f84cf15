//! What is of no use any more is forgotten.

use chrono::TimeDelta;
use domain::{
    catalogue::Import,
    identity::{Errand, Invitation, Link, Session},
    pact::Review,
    privacy::Holding,
};

use crate::{
    copenhagen,
    ports::{Forgotten, Ports, StoreError},
};

/// How long it is remembered that moderators were reminded of a case, counted from when it began
/// to wait.
const REMINDERS: TimeDelta = TimeDelta::days(365);
/// How long it is remembered on which days activities were looked at: long enough to compare
/// a season with the one before.
const VIEWS: TimeDelta = TimeDelta::days(400);

/// Forgets links, invitations and sessions that are over, and what was tried or sent long ago.
///
/// # Errors
///
/// Where the store fails.
pub async fn forget_old_traces(ports: &Ports) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let (_, longest) = Session::limits(false);
    let before = Forgotten {
        links: now - Link::DEMO_LIFETIME,
        sessions: now - longest,
        tallies: now - Holding::TALLIES,
    };
    ports.accounts.forget(before).await?;
    ports.queue.forget_reminders(now - REMINDERS).await?;
    ports.reviews.forget_reviews(now - Review::KEPT_FOR).await?;
    ports.people.forget_invitations(now - Invitation::LIFETIME).await?;
    ports.identities.forget_errands(now - Errand::WAITS_FOR).await?;
    ports.deeds.forget_deeds_about_accounts(now - Holding::DEEDS).await?;
    ports.views.forget_views(copenhagen::day(now - VIEWS)).await?;
    ports.imports.forget_sheets(now - Import::OPEN_FOR, now - Import::UNDONE_WITHIN).await?;
    ports.letters.forget(now - Holding::LETTERS).await
}
