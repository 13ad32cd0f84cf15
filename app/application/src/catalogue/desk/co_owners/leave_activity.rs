//! A partner owns an activity no longer.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind},
    partners::PartnerId,
};

use super::{CoOwnerError, did, own_part};
use crate::{identity::Viewer, ports::Ports};

/// Gives up a partner's part in an activity; the others own it as before.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where the partner is not theirs, or does not own it beside its lead.
pub async fn leave_activity(
    ports: &Ports,
    viewer: &Viewer,
    (activity, partner): (ActivityId, PartnerId),
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let about = (activity, partner);
    let (account, _, it) = own_part(&mut *tx, viewer, Action::LeaveActivity, about).await?;
    if !it.has_joined() {
        return Err(CoOwnerError::Unknown);
    }
    tx.co_owners().remove(activity, partner).await?;
    tx.activities().touch(&[activity]).await?;
    did(ports, &mut *tx, &account, (DeedKind::CoOwnerLeft, activity, partner), None).await?;
    Ok(tx.commit().await?)
}
