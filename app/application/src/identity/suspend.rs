//! An account is closed for a while, and opened again.

use domain::{
    Email,
    identity::{Account, AccountId, DeedKind, Remark},
};

use super::DoorError;
use crate::{
    deeds::{Doing, write_down},
    ports::{Ports, StoreError, Transaction},
};

/// Closes an account: its sessions and links end in the same moment.
///
/// # Errors
///
/// [`DoorError::Unknown`] where the address has no account.
pub async fn suspend(ports: &Ports, email: &Email) -> Result<Account, DoorError> {
    let mut tx = ports.store.begin().await?;
    let mut account = tx.accounts().by_email(email).await?.ok_or(DoorError::Unknown)?;
    close_account(ports, &mut *tx, &mut account, (None, None)).await?;
    tx.commit().await?;
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
    reopen_account(ports, &mut *tx, &mut account, None).await?;
    tx.commit().await?;
    Ok(account)
}

/// Closes an account that is held, and writes down who did so and why.
pub(crate) async fn close_account(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &mut Account,
    (by, remark): (Option<AccountId>, Option<Remark>),
) -> Result<(), StoreError> {
    account.suspended_at.get_or_insert(ports.clock.now());
    tx.accounts().save(account).await?;
    tx.links().forget_all_of(account.id).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    let doing = Doing::to_account(by, DeedKind::AccountClosed, account.id);
    write_down(ports, tx, Doing { remark, ..doing }).await?;
    tracing::info!(account = %account.id.0, "an account was closed");
    Ok(())
}

/// Opens an account that is held, and writes down who did so.
pub(crate) async fn reopen_account(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &mut Account,
    by: Option<AccountId>,
) -> Result<(), StoreError> {
    account.suspended_at = None;
    tx.accounts().save(account).await?;
    let doing = Doing::to_account(by, DeedKind::AccountReopened, account.id);
    write_down(ports, tx, doing).await?;
    tracing::info!(account = %account.id.0, "an account was opened again");
    Ok(())
}
