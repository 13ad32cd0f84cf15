//! The lead says whether a partner sees who comes.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind},
    partners::PartnerId,
};

use super::{CoOwnerError, did, led_activity, name_of};
use crate::{identity::Viewer, ports::Ports};

/// Lets the people of a partner that owns an activity too see who comes, or no longer. Names and
/// addresses were given to the lead, so the lead decides.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where they do not act for its lead, or the partner owns it not.
pub async fn share_rosters(
    ports: &Ports,
    viewer: &Viewer,
    (id, partner): (ActivityId, PartnerId),
    are_shared: bool,
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, co_owners) =
        led_activity(&mut *tx, viewer, Action::ShareRosters, id).await?;
    let it = co_owners.into_iter().find(|it| it.partner == partner && it.has_joined());
    let mut it = it.ok_or(CoOwnerError::Unknown)?;
    if it.sees_rosters == are_shared {
        return Ok(());
    }
    it.sees_rosters = are_shared;
    tx.co_owners().put(&it).await?;
    let name = name_of(&mut *tx, partner).await?;
    let kind = if are_shared { DeedKind::RostersShared } else { DeedKind::RostersKept };
    did(ports, &mut *tx, &account, (kind, id, activity.partner), name.as_ref()).await?;
    Ok(tx.commit().await?)
}
