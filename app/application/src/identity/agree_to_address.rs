//! One side agrees to a change of address.

use domain::identity::{DeedKind, Letter, Purpose, Secret};

use super::{DoorError, write_letter::post};
use crate::{deeds::write_down_own, ports::Ports};

/// How far a change of address has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreed {
    /// The other letter's link is still to be followed.
    WaitsForOther,
    Changed,
}

/// Uses a link up; where it is the second of the two, the address changes, every session ends
/// and the address that was is told.
///
/// # Errors
///
/// [`DoorError::DeadLink`] where the link does not work (any more), the wish was dropped, or
/// somebody else has got the address since.
pub async fn agree_to_address(ports: &Ports, secret: &Secret) -> Result<Agreed, DoorError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let link = tx.links().take(&secret.mark()).await?.ok_or(DoorError::DeadLink)?;
    let is_new = link.purpose == Purpose::NewAddress;
    if !link.works_at(now) || !(is_new || link.purpose == Purpose::OldAddress) {
        return Err(DoorError::DeadLink);
    }
    let id = link.account.ok_or(DoorError::DeadLink)?;
    let mut account = tx.accounts().by_id(id).await?.ok_or(DoorError::DeadLink)?;
    let change = account.address_change.as_ref().ok_or(DoorError::DeadLink)?;
    let side = if is_new { &change.new } else { &account.email };
    if account.is_suspended() || side.key() != link.email.key() {
        return Err(DoorError::DeadLink);
    }
    let was = account.agree(is_new, now);
    if was.is_some() && tx.accounts().by_email(&account.email).await?.is_some() {
        return Err(DoorError::DeadLink);
    }
    tx.accounts().save(&account).await?;
    let Some(was) = was else {
        tx.commit().await?;
        let is_waiting = account.address_change.is_some();
        return if is_waiting { Ok(Agreed::WaitsForOther) } else { Err(DoorError::DeadLink) };
    };
    tx.links().forget_all_of(id).await?;
    tx.sessions().end_all_of(id, None).await?;
    let letter = Letter::AddressChanged { new: account.email.clone() };
    post(ports, &mut *tx, (&was, account.language), letter, now).await?;
    write_down_own(ports, &mut *tx, id, DeedKind::AddressChanged).await?;
    tx.commit().await?;
    tracing::info!(account = %id.0, "an address was changed");
    Ok(Agreed::Changed)
}
