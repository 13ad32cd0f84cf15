//! Somebody presses the button behind a letter's link.

use domain::identity::{Purpose, Secret};

use super::DataError;
use crate::{
    identity::{Reader, link},
    ports::Ports,
};

/// Uses a letter's link up, and answers the secret with which what is held can be seen for a
/// while.
///
/// # Errors
///
/// [`DataError::DeadLink`] where the link does not work (any more).
pub async fn open_data(ports: &Ports, secret: &Secret) -> Result<Secret, DataError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let used = tx.links().take(&secret.mark()).await?.ok_or(DataError::DeadLink)?;
    if !used.works_at(now) || used.purpose != Purpose::OwnData {
        return Err(DataError::DeadLink);
    }
    let (email, language) = (&used.email, used.language);
    let reader = Reader { email, account: None, name: None, language, next: None };
    let secret = link(ports, &mut *tx, Purpose::OpenData, reader, now).await?;
    tx.commit().await?;
    Ok(secret)
}
