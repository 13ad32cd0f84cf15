//! Somebody wants to be reached at another address.

use domain::{
    Email,
    identity::{AddressChange, Letter, Purpose},
};

use super::{
    DoorError, Viewer,
    write_letter::{Reader, count_letter, count_letter_by, link, post, tell},
};
use crate::ports::Ports;

/// Sends a letter to both addresses; the change holds once both links were followed. Whether the
/// new address has an account of its own is told to that address alone.
///
/// # Errors
///
/// [`DoorError::NotFresh`] where it is too long ago that the person showed who they are;
/// [`DoorError::TooManyLetters`].
pub async fn ask_for_address(ports: &Ports, viewer: &Viewer, new: &Email) -> Result<(), DoorError> {
    let now = ports.clock.now();
    if !viewer.session.is_fresh(now) {
        return Err(DoorError::NotFresh);
    }
    let mut tx = ports.store.begin().await?;
    let is_allowed = count_letter(&mut *tx, new, now).await?;
    if !count_letter_by(&mut *tx, viewer.account.id, now).await? {
        return Err(DoorError::TooManyLetters);
    }
    let mut account = viewer.lock(&mut *tx).await?;
    if !is_allowed || account.email.key() == new.key() {
        return Ok(tx.commit().await?);
    }
    let owner = tx.accounts().by_email(new).await?;
    account.address_change = Some(AddressChange {
        new: new.clone(),
        old_agrees: false,
        new_agrees: false,
        asked_at: now,
    });
    tx.accounts().save(&account).await?;
    let language = account.language;
    for (email, purpose) in [(&account.email, Purpose::OldAddress), (new, Purpose::NewAddress)] {
        let reader = Reader { email, account: Some(&account), name: None, language, next: None };
        let secret = link(ports, &mut *tx, purpose, reader, now).await?;
        if purpose == Purpose::OldAddress {
            tell(ports, &mut *tx, &account, Letter::OldAddress { new: new.clone(), secret })
                .await?;
        } else {
            let letter = match &owner {
                Some(_) => Letter::AddressTaken,
                None => Letter::NewAddress { secret },
            };
            post(ports, &mut *tx, (new, language), letter, now).await?;
        }
    }
    Ok(tx.commit().await?)
}
