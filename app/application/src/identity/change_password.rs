//! Somebody who is signed in chooses another password.

use domain::identity::{
    About, DeedKind, KeptPassword, Letter, Password, Tally, Target, WeakPassword,
};

use super::{
    DoorError, Viewer,
    sign_in_by_password::count,
    start_session::{Browser, SignedIn, start_session},
    write_letter::tell,
};
use crate::{deeds::write_down_own, ports::Ports};

/// Keeps another password, ends every other session and begins this one anew. Who has a password
/// types it once more; who has none has just shown who they are.
///
/// # Errors
///
/// [`DoorError::WrongPassword`], [`DoorError::NotFresh`] or [`DoorError::WeakPassword`].
pub async fn change_password(
    ports: &Ports,
    viewer: &Viewer,
    current: &str,
    typed: &str,
    browser: &Browser,
) -> Result<SignedIn, DoorError> {
    let seen = &viewer.account;
    if let Some(kept) = &seen.password {
        count(ports, &seen.email).await?;
        if !ports.passwords.fits(&Password::typed(current), Some(&kept.hash)).await? {
            return Err(DoorError::WrongPassword);
        }
    } else if !viewer.session.is_fresh(ports.clock.now()) {
        return Err(DoorError::NotFresh);
    }
    let about = About { email: &seen.email, name: &seen.name, has_factor: seen.has_factor() };
    let password = Password::chosen(typed, about)?;
    let hash = ports.passwords.hash(&password).await?;

    let mut tx = ports.store.begin().await?;
    tx.accounts().keep_tally(Target::Password(&seen.email), Tally::default()).await?;
    let mut account = viewer.lock(&mut *tx).await?;
    if account.password != seen.password {
        return Err(DoorError::NotFresh);
    }
    let stands_alone = password.stands_alone();
    if !stands_alone && !account.has_factor() {
        return Err(WeakPassword::TooShort { min: Password::MIN_ALONE }.into());
    }
    account.password = Some(KeptPassword { hash, stands_alone });
    tx.accounts().save(&account).await?;
    tx.links().forget_all_of(account.id).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    let signed_in = start_session(ports, &mut *tx, &account, viewer.session.stage, browser).await?;
    tell(ports, &mut *tx, &account, Letter::PasswordChanged).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::PasswordChanged).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "a password was changed");
    Ok(signed_in)
}
