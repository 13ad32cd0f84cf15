//! A moderator says yes to an activity.

use domain::{
    catalogue::{ActivityId, Revision, Slug, State},
    identity::{Action, DeedKind, Letter, Subject},
    partners::Standing,
};

use super::{did, held_case, tell_whoever};
use crate::{catalogue::DeskError, identity::Viewer, ports::Ports};

/// Publishes an activity that waits, and what it asks those who sign up, as they were `seen`;
/// whoever sent it is told.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs; [`DeskError::OwnCase`] where they act for one
/// of its owners; [`DeskError::Forbidden`] where it does not wait (any more);
/// [`DeskError::LookAgain`] where it was changed since; [`DeskError::PartnerNotApproved`] where
/// nobody has said yes to its partner.
pub async fn approve_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    seen: Option<Revision>,
) -> Result<Slug, DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut activity, partner) =
        held_case(ports, &mut *tx, viewer, Action::ApproveActivity, id).await?;
    if activity.state() != State::Submitted {
        let (from, to) = (activity.state(), State::Published);
        return Err(domain::catalogue::Forbidden { from, to }.into());
    }
    if seen != Some(activity.revision()) {
        return Err(DeskError::LookAgain);
    }
    if partner.standing != Standing::Approved {
        return Err(DeskError::PartnerNotApproved);
    }
    activity.step_to(State::Published, ports.clock.now())?;
    // What it asks was shown with it.
    activity.approve_questions(ports.clock.now());
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    let about = Subject::Activity(id);
    let (title, slug) = (activity.particulars().title.clone(), activity.slug.clone());
    let letter = Letter::ActivityPublished { title, slug: slug.clone() };
    tell_whoever(ports, &mut *tx, (DeedKind::ActivitySubmitted, about), letter).await?;
    did(ports, &mut *tx, &moderator, (DeedKind::ActivityApproved, about, None)).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, "an activity was approved");
    Ok(slug)
}
