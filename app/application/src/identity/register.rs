//! Somebody wants an account.

use domain::{
    Email, Inside,
    identity::{Letter, LetterLanguage, PersonName, Purpose},
};

use super::write_letter::{Reader, count_letter, link, post};
use crate::ports::{Ports, StoreError};

/// Sends a letter that makes an account, or one that opens the account which the address has
/// already; from outside the two look the same. Nothing is kept until the link is followed, which
/// leads to `next`.
///
/// # Errors
///
/// Where the store fails.
pub async fn register(
    ports: &Ports,
    email: &Email,
    name: PersonName,
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
    let purpose = if account.is_some() { Purpose::SignIn } else { Purpose::Register };
    let reader = Reader { email, account: account.as_ref(), name: Some(name), language, next };
    let secret = link(ports, &mut *tx, purpose, reader, now).await?;
    let letter = match &account {
        Some(account) if account.is_suspended() => Letter::Suspended,
        Some(_) => Letter::HasAccount { secret },
        None => Letter::Register { secret },
    };
    let to = account.as_ref().map_or(email, |it| &it.email);
    post(ports, &mut *tx, (to, language), letter, now).await?;
    tx.commit().await
}
