//! Somebody asks for a letter with a link.

use domain::{
    Email, Inside,
    identity::{Letter, LetterLanguage, Purpose},
};

use super::write_letter::{Reader, count_letter, link, post};
use crate::ports::{Ports, StoreError};

/// What the letter is wanted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    SignIn,
    NewPassword,
}

/// Sends a letter with a link to whoever reads letters at an address. Known or not, an address
/// gets exactly one letter for exactly the same work, so neither the answer nor its time tells
/// who has an account (OWASP ASVS 5.0, V6.3.8). Past the allowance of the address, nothing is
/// sent and nothing said. Whoever follows the link comes to `next`, where they wanted to go.
///
/// # Errors
///
/// Where the store fails.
pub async fn ask_for_letter(
    ports: &Ports,
    email: &Email,
    wanted: Wanted,
    language: LetterLanguage,
    next: Option<Inside>,
) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let is_allowed = count_letter(&mut *tx, email, now).await?;
    let account = tx.accounts().by_email(email).await?;
    if !is_allowed {
        return tx.commit().await;
    }
    let purpose = match (&account, wanted) {
        (None, _) => Purpose::Register,
        (Some(_), Wanted::SignIn) => Purpose::SignIn,
        (Some(_), Wanted::NewPassword) => Purpose::ResetPassword,
    };
    let reader = Reader { email, account: account.as_ref(), name: None, language, next };
    let secret = link(ports, &mut *tx, purpose, reader, now).await?;
    let letter = match &account {
        Some(account) if account.is_suspended() => Letter::Suspended,
        Some(_) if wanted == Wanted::SignIn => Letter::SignIn { secret },
        Some(_) => Letter::ResetPassword { secret },
        None => Letter::NoAccount { secret },
    };
    // The letter goes to the address that is known here, not to another spelling of it.
    let to = account.as_ref().map_or(email, |it| &it.email);
    post(ports, &mut *tx, (to, language), letter, now).await?;
    tx.commit().await
}
