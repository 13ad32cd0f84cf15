//! Somebody is shut out, and let in again.

use domain::identity::{AccountId, Action, Letter, Remark};

use super::{PersonError, all_partners, held_person};
use crate::{
    copenhagen,
    identity::{Viewer, close_account, reopen_account, tell},
    ports::Ports,
};

/// Shuts somebody out, with a reason that a letter tells them: from the next moment on no session
/// and no link of theirs opens anything. Said twice it is said once.
///
/// # Errors
///
/// [`PersonError::Unknown`] where it is not theirs to do; [`PersonError::ReasonMissing`];
/// [`PersonError::Oneself`].
pub async fn suspend_person(
    ports: &Ports,
    viewer: &Viewer,
    id: AccountId,
    reason: Option<Remark>,
) -> Result<(), PersonError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let mut tx = ports.store.begin().await?;
    let asks = (viewer, Action::SuspendPerson);
    let (account, mut it) = held_person(&mut *tx, asks, id, (&partners, day)).await?;
    if it.id == account.id {
        return Err(PersonError::Oneself);
    }
    let reason = reason.ok_or(PersonError::ReasonMissing)?;
    if it.is_suspended() {
        return Ok(());
    }
    tell(ports, &mut *tx, &it, Letter::AccountClosed { reason: reason.clone() }).await?;
    close_account(ports, &mut *tx, &mut it, (Some(account.id), Some(reason))).await?;
    Ok(tx.commit().await?)
}

/// Lets somebody in again; a letter tells them.
///
/// # Errors
///
/// [`PersonError::Unknown`] where it is not theirs to do.
pub async fn lift_suspension(
    ports: &Ports,
    viewer: &Viewer,
    id: AccountId,
) -> Result<(), PersonError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let mut tx = ports.store.begin().await?;
    let asks = (viewer, Action::LiftSuspension);
    let (account, mut it) = held_person(&mut *tx, asks, id, (&partners, day)).await?;
    if !it.is_suspended() {
        return Ok(());
    }
    reopen_account(ports, &mut *tx, &mut it, Some(account.id)).await?;
    tell(ports, &mut *tx, &it, Letter::AccountReopened).await?;
    Ok(tx.commit().await?)
}
