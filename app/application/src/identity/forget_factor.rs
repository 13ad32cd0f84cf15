//! Somebody whose telephone and codes are gone gets in without them once.

use domain::{
    Email,
    identity::{DeedKind, Letter, Tally, Target},
};

use super::{DoorError, write_letter::tell};
use crate::{
    deeds::{Doing, write_down},
    ports::Ports,
};

/// Forgets the second factor of an account, and how often codes were guessed; sessions end, and
/// its owner is told.
///
/// # Errors
///
/// [`DoorError::Unknown`] where the address has no account.
pub async fn forget_factor(ports: &Ports, email: &Email) -> Result<(), DoorError> {
    let known = ports.accounts.account(email).await?.ok_or(DoorError::Unknown)?;
    let mut tx = ports.store.begin().await?;
    tx.accounts().keep_tally(Target::Code(known.id), Tally::default()).await?;
    let mut account = tx.accounts().by_id(known.id).await?.ok_or(DoorError::Unknown)?;
    account.drop_factor();
    tx.accounts().save(&account).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    tell(ports, &mut *tx, &account, Letter::FactorOff).await?;
    write_down(ports, &mut *tx, Doing::to_account(None, DeedKind::FactorOff, account.id)).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "a second factor was forgotten");
    Ok(())
}
