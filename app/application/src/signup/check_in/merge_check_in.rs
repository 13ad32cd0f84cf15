//! A phone tells what it ticked while it had no network, and hears what others did.

use std::collections::HashSet;

use domain::{
    catalogue::OccurrenceId,
    signup::{Arriving, CheckIn, DeviceId, SignUpId, Tick},
};

use super::{CheckInError, door};
use crate::{identity::Viewer, ports::Ports};

/// Takes in what a phone ticked, each tick once however often it is told, and answers all that
/// stands now. What nobody can mean, and what is about no party of the date, is passed over: a
/// phone would tell it again for ever.
///
/// # Errors
///
/// [`CheckInError::Unknown`] where the date is not theirs, [`CheckInError::NotNow`] long before
/// and after it, [`CheckInError::TooMuch`] where there is no room for so many.
pub async fn merge_check_in(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
    told: Vec<Tick>,
) -> Result<CheckIn, CheckInError> {
    let door = door(ports, viewer, id).await?;
    if told.is_empty() {
        return Ok(ports.sign_ups.check_in_of(id).await?);
    }
    if !door.is_open(ports) {
        return Err(CheckInError::NotNow);
    }
    let parties: HashSet<SignUpId> =
        ports.sign_ups.sign_ups_of(id).await?.into_iter().map(|it| it.id).collect();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| CheckInError::Unknown)?;
    tx.rosters().lock(id).await?.ok_or(CheckInError::Unknown)?;
    let before = tx.check_ins().of(id).await?;
    let mut all = before.clone();
    let mut new = Vec::new();
    for tick in told {
        let is_known = match tick.about {
            Arriving::Party(id) => parties.contains(&id),
            Arriving::WalkIn { .. } => true,
        };
        // The portal's ticks are its own to make.
        let is_meant = tick.is_sane() && tick.id.device != DeviceId::PORTAL;
        if is_known && is_meant && all.hear(tick.clone()) {
            new.retain(|it: &Tick| it.id != tick.id);
            new.push(tick);
        }
    }
    if new.is_empty() {
        return Ok(all);
    }
    if all.len() > CheckIn::MOST_TICKS {
        return Err(CheckInError::TooMuch);
    }
    let mut devices: Vec<DeviceId> = new.iter().map(|it| it.id.device).collect();
    devices.sort_unstable();
    devices.dedup();
    for device in devices {
        door.began(ports, &mut *tx, &account, (&before, device)).await?;
    }
    tx.check_ins().keep(id, &new).await?;
    tx.commit().await?;
    tracing::info!(occurrence = %id.0, ticks = new.len(), "a phone told who has come");
    Ok(all)
}
