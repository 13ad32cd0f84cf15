//! A moderator sends an activity back.

use domain::{
    catalogue::{ActivityId, State},
    identity::{Action, DeedKind, Letter, Remark, Subject},
};

use super::{did, held_case, tell_whoever};
use crate::{catalogue::DeskError, identity::Viewer, ports::Ports};

/// Sends an activity that waits back to its partner, with a reason; whoever sent it is told.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs; [`DeskError::OwnCase`] where they act for one
/// of its owners; [`DeskError::Forbidden`] where it does not wait (any more);
/// [`DeskError::ReasonMissing`].
pub async fn return_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    reason: Option<Remark>,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut activity, _) =
        held_case(ports, &mut *tx, viewer, Action::ReturnActivity, id).await?;
    let reason = reason.ok_or(DeskError::ReasonMissing)?;
    activity.step_to(State::Draft, ports.clock.now())?;
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    let about = Subject::Activity(id);
    let title = activity.particulars().title.clone();
    let letter = Letter::ActivityReturned { title, activity: id, reason: reason.clone() };
    tell_whoever(ports, &mut *tx, (DeedKind::ActivitySubmitted, about), letter).await?;
    did(ports, &mut *tx, &moderator, (DeedKind::ActivityReturned, about, Some(reason))).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, "an activity was returned");
    Ok(())
}
