//! An account is closed for a while, and opened again.

use domain::{
    Email,
    identity::{Account, DeedKind},
};

use super::DoorError;
use crate::{
    deeds::{Doing, write_down},
    ports::Ports,
};

/// Closes an account: its sessions and links end in the same moment.
///
/// # Errors
///
/// [`DoorError::Unknown`] where the address has no account.
pub async fn suspend(ports: &Ports, email: &Email) -> Result<Account, DoorError> {
    let mut tx = ports.store.begin().await?;
    let mut account = tx.accounts().by_email(email).await?.ok_or(DoorError::Unknown)?;
    account.suspended_at.get_or_insert(ports.clock.now());
    tx.accounts().save(&account).await?;
    tx.links().forget_all_of(account.id).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    write_down(ports, &mut *tx, Doing::to_account(None, DeedKind::AccountClosed, account.id))
        .await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "an account was closed");
    Ok(account)
}

/// Opens an account again.
///
/// # Errors
///
/// [`DoorError::Unknown`] where the address has no account.
pub async fn reinstate(ports: &Ports, email: &Email) -> Result<Account, DoorError> {
    let mut tx = ports.store.begin().await?;
    let mut account = tx.accounts().by_email(email).await?.ok_or(DoorError::Unknown)?;
    account.suspended_at = None;
    tx.accounts().save(&account).await?;
    write_down(ports, &mut *tx, Doing::to_account(None, DeedKind::AccountReopened, account.id))
        .await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "an account was opened again");
    Ok(account)
}
