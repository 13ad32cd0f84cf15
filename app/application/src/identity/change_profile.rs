//! Somebody says what they are called, and in which language they want letters.

use domain::identity::{DeedKind, LetterLanguage, PersonName};

use super::{DoorError, Viewer};
use crate::{deeds::write_down_own, ports::Ports};

/// Keeps another name and another language of letters.
///
/// # Errors
///
/// Where the store fails.
pub async fn change_profile(
    ports: &Ports,
    viewer: &Viewer,
    name: PersonName,
    language: LetterLanguage,
) -> Result<(), DoorError> {
    let mut tx = ports.store.begin().await?;
    let mut account = viewer.lock(&mut *tx).await?;
    (account.name, account.language) = (name, language);
    tx.accounts().save(&account).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::ProfileChanged).await?;
    Ok(tx.commit().await?)
}
