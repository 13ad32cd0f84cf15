//! Somebody asks what is held of them.

use domain::{
    Email,
    identity::{Letter, LetterLanguage, Purpose},
};

use crate::{
    identity::{Reader, count_letter, link, post},
    ports::{Ports, StoreError},
};

/// Sends a letter with a link to whoever reads letters at an address. Known or not, an address
/// gets one letter for the same work, so nobody learns who is here.
///
/// # Errors
///
/// Where the store fails.
pub async fn ask_for_data(
    ports: &Ports,
    email: &Email,
    language: LetterLanguage,
) -> Result<(), StoreError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    if count_letter(&mut *tx, email, now).await? {
        let reader = Reader { email, account: None, name: None, language, next: None };
        let secret = link(ports, &mut *tx, Purpose::OwnData, reader, now).await?;
        post(ports, &mut *tx, (email, language), Letter::OwnData { secret }, now).await?;
    }
    tx.commit().await
}
