//! Somebody at the door ticks off a party, takes a tick back, or counts some without a sign-up.

use domain::{
    catalogue::OccurrenceId,
    signup::{Arriving, CheckIn, DeviceId, PartyKind, SignUpId, Tick, WalkInId},
};

use super::{CheckInError, door};
use crate::{identity::Viewer, ports::Ports};

/// What somebody typed at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedTick {
    /// So many of a party are here; none takes it back.
    Party(SignUpId, u16),
    /// Some came without a sign-up.
    WalkIn(PartyKind, u16),
    /// So many of those who came without a sign-up are here after all.
    WalkInAgain(WalkInId, PartyKind, u16),
}

/// What was ticked off, and what stood there before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticked {
    pub about: Arriving,
    pub here: u16,
    pub before: u16,
}

/// Says how many of somebody are here, on a page that needs no script: the portal's own hand ticks,
/// and knows all that was said before.
///
/// # Errors
///
/// [`CheckInError::Unknown`] where the date is not theirs, or the party not of this date,
/// [`CheckInError::NotNow`] long before and after it, [`CheckInError::Number`] where so many
/// cannot be.
pub async fn tick_off(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
    typed: TypedTick,
) -> Result<Ticked, CheckInError> {
    let door = door(ports, viewer, id).await?;
    if !door.is_open(ports) {
        return Err(CheckInError::NotNow);
    }
    let (about, here) = match typed {
        TypedTick::Party(party, here) => {
            let seen = ports.sign_ups.sign_up(party).await?.filter(|it| it.occurrence == id);
            seen.ok_or(CheckInError::Unknown)?;
            (Arriving::Party(party), here)
        }
        TypedTick::WalkIn(_, 0) => return Err(CheckInError::Number),
        TypedTick::WalkIn(kind, here) => {
            (Arriving::WalkIn { id: WalkInId(ports.ids.next()), kind }, here)
        }
        TypedTick::WalkInAgain(id, kind, here) => (Arriving::WalkIn { id, kind }, here),
    };
    if here > Tick::MOST_HERE {
        return Err(CheckInError::Number);
    }
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| CheckInError::Unknown)?;
    tx.rosters().lock(id).await?.ok_or(CheckInError::Unknown)?;
    let mut check_in = tx.check_ins().of(id).await?;
    let said = check_in.standing().get(&about).copied();
    if said.is_none() && matches!(typed, TypedTick::WalkInAgain(..)) {
        return Err(CheckInError::Unknown);
    }
    let before = said.map_or(0, |it| it.here);
    if before == here {
        return Ok(Ticked { about, here, before });
    }
    if check_in.len() >= CheckIn::MOST_TICKS {
        return Err(CheckInError::TooMuch);
    }
    door.began(ports, &mut *tx, &account, (&check_in, DeviceId::PORTAL)).await?;
    let tick = check_in.say(DeviceId::PORTAL, about, here, ports.clock.now());
    tx.check_ins().keep(id, &[tick]).await?;
    tx.commit().await?;
    Ok(Ticked { about, here, before })
}
