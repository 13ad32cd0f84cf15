//! Somebody who forgot their password chooses another one.

use domain::identity::{
    About, DeedKind, KeptPassword, Letter, Password, Purpose, Secret, Tally, Target, WeakPassword,
};

use super::{DoorError, follow_link, write_letter::tell};
use crate::{deeds::write_down_own, ports::Ports};

/// Keeps another password and ends every session. It signs nobody in: the second factor is still
/// asked for at the door (OWASP ASVS 5.0, V6.4.3).
///
/// # Errors
///
/// [`DoorError::DeadLink`]; or [`DoorError::WeakPassword`], which leaves the link as it is.
pub async fn reset_password(ports: &Ports, secret: &Secret, typed: &str) -> Result<(), DoorError> {
    let link = follow_link(ports, secret).await?;
    if link.purpose != Purpose::ResetPassword {
        return Err(DoorError::DeadLink);
    }
    let account = ports.accounts.account(&link.email).await?.ok_or(DoorError::DeadLink)?;
    let about =
        About { email: &account.email, name: &account.name, has_factor: account.has_factor() };
    let password = Password::chosen(typed, about)?;
    let hash = ports.passwords.hash(&password).await?;

    let mut tx = ports.store.begin().await?;
    tx.links().take(&secret.mark()).await?.ok_or(DoorError::DeadLink)?;
    let id = link.account.ok_or(DoorError::DeadLink)?;
    tx.accounts().keep_tally(Target::Password(&link.email), Tally::default()).await?;
    let mut account = tx.accounts().by_id(id).await?.ok_or(DoorError::DeadLink)?;
    if account.is_suspended() || account.email.key() != link.email.key() {
        return Err(DoorError::DeadLink);
    }
    let stands_alone = password.stands_alone();
    if !stands_alone && !account.has_factor() {
        return Err(WeakPassword::TooShort { min: Password::MIN_ALONE }.into());
    }
    account.password = Some(KeptPassword { hash, stands_alone });
    tx.accounts().save(&account).await?;
    tx.links().forget_all_of(id).await?;
    tx.sessions().end_all_of(id, None).await?;
    tell(ports, &mut *tx, &account, Letter::PasswordChanged).await?;
    write_down_own(ports, &mut *tx, id, DeedKind::PasswordChanged).await?;
    tx.commit().await?;
    tracing::info!(account = %id.0, "a password was chosen anew");
    Ok(())
}
