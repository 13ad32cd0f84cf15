//! Somebody wants to change what waits for a moderator.

use domain::{
    catalogue::{ActivityId, State},
    identity::{Action, DeedKind, Subject},
};

use super::{DeskError, did, held_activity};
use crate::{identity::Viewer, ports::Ports};

/// Takes an activity out of the queue.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs; [`DeskError::Forbidden`] where it does not wait
/// (any more).
pub async fn take_back(ports: &Ports, viewer: &Viewer, id: ActivityId) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, mut activity, owner) =
        held_activity(&mut *tx, viewer, Action::TakeBackActivity, id).await?;
    activity.step_to(State::Draft, ports.clock.now())?;
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    let deed = (DeedKind::ActivityTakenBack, Subject::Activity(id));
    did(ports, &mut *tx, &account, owner, deed).await?;
    Ok(tx.commit().await?)
}
