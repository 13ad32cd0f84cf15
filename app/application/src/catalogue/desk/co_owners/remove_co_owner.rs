//! The lead takes a partner off an activity.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind},
    partners::PartnerId,
};

use super::{CoOwnerError, did, led_activity, name_of};
use crate::{identity::Viewer, ports::Ports};

/// Takes a partner off an activity, or what asked it back. Done twice, it is done once.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where they do not act for its lead.
pub async fn remove_co_owner(
    ports: &Ports,
    viewer: &Viewer,
    (id, partner): (ActivityId, PartnerId),
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, co_owners) =
        led_activity(&mut *tx, viewer, Action::RemoveCoOwner, id).await?;
    let Some(it) = co_owners.iter().find(|it| it.partner == partner) else { return Ok(()) };
    tx.co_owners().remove(id, partner).await?;
    if it.has_joined() {
        tx.activities().touch(&[id]).await?;
    }
    let name = name_of(&mut *tx, partner).await?;
    let deed = (DeedKind::CoOwnerRemoved, id, activity.partner);
    did(ports, &mut *tx, &account, deed, name.as_ref()).await?;
    Ok(tx.commit().await?)
}
