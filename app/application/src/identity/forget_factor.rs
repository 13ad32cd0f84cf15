//! Somebody whose telephone and codes are gone gets in without them once.

use domain::{
    Email,
    identity::{AccountId, DeedKind, Letter, Tally, Target},
};

use super::{DoorError, write_letter::tell};
use crate::{
    deeds::{Doing, write_down},
    ports::{Ports, Transaction},
};

/// Forgets the second factor of an account, and how often codes were guessed; sessions end, and
/// its owner is told. It need not be one that can still be opened.
///
/// # Errors
///
/// [`DoorError::Unknown`] where the address has no account.
pub async fn forget_factor(ports: &Ports, email: &Email) -> Result<(), DoorError> {
    let mut tx = ports.store.begin().await?;
    let id = tx.accounts().drop_factor(email).await?.ok_or(DoorError::Unknown)?;
    follow(ports, &mut *tx, id).await?;
    tx.commit().await?;
    tracing::info!(account = %id.0, "a second factor was forgotten");
    Ok(())
}

/// What follows where a second factor is gone.
pub(super) async fn follow(
    ports: &Ports,
    tx: &mut dyn Transaction,
    id: AccountId,
) -> Result<(), DoorError> {
    tx.accounts().keep_tally(Target::Code(id), Tally::default()).await?;
    let account = tx.accounts().by_id(id).await?.ok_or(DoorError::Unknown)?;
    tx.sessions().end_all_of(id, None).await?;
    tell(ports, tx, &account, Letter::FactorOff).await?;
    write_down(ports, tx, Doing::to_account(None, DeedKind::FactorOff, id)).await?;
    Ok(())
}
