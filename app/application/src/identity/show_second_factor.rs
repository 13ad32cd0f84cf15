//! Somebody who is half-way in shows the second factor.

use domain::identity::{Account, Letter, Mark, Stage, Tally, Target};

use super::{
    DoorError,
    start_session::{Browser, SignedIn, start_session},
    write_letter::tell,
};
use crate::ports::{Ports, StoreError, Transaction};

/// Takes a code from the telephone or from paper, and lets its owner in with a new session.
///
/// # Errors
///
/// [`DoorError::WrongCode`]; [`DoorError::TooOften`]; [`DoorError::DeadLink`] where nobody is
/// half-way in (any more).
pub async fn show_second_factor(
    ports: &Ports,
    half_way: &Mark,
    typed: &str,
    browser: &Browser,
) -> Result<SignedIn, DoorError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let session = tx.sessions().find(half_way).await?.ok_or(DoorError::DeadLink)?;
    let mut tally = tx.accounts().tally(Target::Code(session.account)).await?;
    let mut account = tx.accounts().by_id(session.account).await?.ok_or(DoorError::DeadLink)?;
    let is_half_way = session.stage == Stage::AwaitingFactor;
    if !is_half_way || !session.is_alive(account.is_staff(), now) || account.is_suspended() {
        return Err(DoorError::DeadLink);
    }
    tally.try_at(now)?;
    let factor = account.factor.as_mut().ok_or(DoorError::DeadLink)?;
    let by_telephone = factor.take_code(typed, now).is_ok();
    if !by_telephone && factor.take_recovery_code(typed).is_err() {
        tx.accounts().keep_tally(Target::Code(account.id), tally).await?;
        if tally.is_of_codes_to_tell() {
            tell_of_codes(ports, &mut *tx, &account, tally.n).await?;
        }
        tx.commit().await?;
        tracing::info!(account = %account.id.0, "a code did not fit");
        return Err(DoorError::WrongCode);
    }
    let left = factor.recovery.len();
    tx.accounts().save(&account).await?;
    tx.accounts().keep_tally(Target::Code(account.id), Tally::default()).await?;
    tx.sessions().end(half_way).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    if !by_telephone {
        tell(ports, &mut *tx, &account, Letter::RecoveryCodeUsed { left }).await?;
    }
    tx.commit().await?;
    tracing::info!(account = %account.id.0, by_telephone, "showed the second factor");
    Ok(signed_in)
}

/// Tells the owner that somebody who came past the first door does not know the code, once for
/// all of it.
async fn tell_of_codes(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    n: u32,
) -> Result<(), StoreError> {
    let target = Target::ToldOfCodes(account.id);
    let mut told = tx.accounts().tally(target).await?;
    if !told.tells_of_codes_at(ports.clock.now()) {
        return Ok(());
    }
    tx.accounts().keep_tally(target, told).await?;
    tell(ports, tx, account, Letter::ManyWrongCodes { n }).await
}
