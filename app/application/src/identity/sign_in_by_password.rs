//! Somebody signs in by a password.

use domain::{
    Email,
    identity::{Letter, Password, Tally, Target},
};

use super::{
    DoorError,
    start_session::{Browser, SignedIn, stage_after_first_factor, start_session},
    write_letter::tell,
};
use crate::ports::{Ports, StoreError, Transaction};

/// Compares a password with the one that is kept, and begins a session where it fits. An address
/// without an account, an account without a password and one that is closed all take the same
/// steps and end in the same answer as a wrong password.
///
/// # Errors
///
/// [`DoorError::WrongPassword`], or [`DoorError::TooOften`] for an address that was tried too
/// often, known here or not.
pub async fn sign_in_by_password(
    ports: &Ports,
    email: &Email,
    typed: &str,
    browser: &Browser,
) -> Result<SignedIn, DoorError> {
    count(ports, email).await?;
    let known = ports.accounts.account(email).await?;
    let usable = known.filter(|account| !account.is_suspended());
    let kept = usable.as_ref().and_then(|account| account.password.as_ref());
    let password = Password::typed(typed);
    let fits = ports.passwords.fits(&password, kept.map(|it| &it.hash)).await?;
    let (Some(seen), true) = (&usable, fits) else {
        tracing::info!("a password did not fit");
        return Err(DoorError::WrongPassword);
    };

    let mut tx = ports.store.begin().await?;
    // Tallies are always locked before accounts, so that two at one door never wait for each other.
    tx.accounts().keep_tally(Target::Password(email), Tally::default()).await?;
    let account = tx.accounts().by_id(seen.id).await?.ok_or(DoorError::WrongPassword)?;
    // It was compared outside the transaction, since that is slow; so it is looked at again.
    if account.is_suspended() || account.password != seen.password {
        return Err(DoorError::WrongPassword);
    }
    let stage = stage_after_first_factor(&account);
    let signed_in = start_session(ports, &mut *tx, &account, stage, browser).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, by = "password", stage = %stage, "signed in");
    Ok(signed_in)
}

/// Counts the try before it is known how it ends, and tells the owner of the account when
/// somebody keeps trying, also where most of it is refused.
pub(super) async fn count(ports: &Ports, email: &Email) -> Result<(), DoorError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let mut tally = tx.accounts().tally(Target::Password(email)).await?;
    let mut refused = tx.accounts().tally(Target::Refused(email)).await?;
    if let Err(wait) = tally.try_at(now) {
        tracing::warn!(%wait, "a password was tried too often");
        if refused.refused_at(now) {
            tx.accounts().keep_tally(Target::Refused(email), refused).await?;
            if let Some(n) = tally.first_told(refused.refused(now)) {
                tell_of_failures(ports, &mut *tx, email, n).await?;
            }
            tx.commit().await?;
        }
        return Err(wait.into());
    }
    tx.accounts().keep_tally(Target::Password(email), tally).await?;
    if let Some(n) = tally.told(refused.refused(now)) {
        tell_of_failures(ports, &mut *tx, email, n).await?;
    }
    tx.commit().await.map_err(StoreError::into)
}

async fn tell_of_failures(
    ports: &Ports,
    tx: &mut dyn Transaction,
    email: &Email,
    n: u32,
) -> Result<(), StoreError> {
    match tx.accounts().by_email(email).await? {
        Some(account) => tell(ports, tx, &account, Letter::ManyFailures { n }).await,
        None => Ok(()),
    }
}
