//! An activity does not happen.

use domain::{
    catalogue::{ActivityId, State},
    identity::{Action, DeedKind, Subject},
};

use super::{DeskError, did, held_activity};
use crate::{identity::Viewer, ports::Ports};

/// Cancels an activity that is published: its page says so, and no list shows it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is not theirs; [`DeskError::Forbidden`] where it is not
/// published.
pub async fn cancel_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, mut activity, owner) =
        held_activity(&mut *tx, viewer, Action::CancelActivity, id).await?;
    activity.step_to(State::Cancelled, ports.clock.now())?;
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    let deed = (DeedKind::ActivityCancelled, Subject::Activity(id));
    did(ports, &mut *tx, &account, owner, deed).await?;
    Ok(tx.commit().await?)
}
