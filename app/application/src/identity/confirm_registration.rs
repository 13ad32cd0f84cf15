//! Somebody who registered shows that the address is theirs.

use domain::identity::{Account, AccountId, DeedKind, PersonName, Purpose, Secret};

use super::{
    DoorError,
    start_session::{Browser, SignedIn, stage_after_first_factor, start_session},
};
use crate::{deeds::write_down_own, ports::Ports};

/// Makes the account and begins a session. Where the address has got an account since, by an
/// earlier letter, that one is opened.
///
/// # Errors
///
/// [`DoorError::DeadLink`] where the link does not work (any more); [`DoorError::NameMissing`]
/// where nobody has said what the person is called, which leaves the link as it is.
pub async fn confirm_registration(
    ports: &Ports,
    secret: &Secret,
    name: Option<PersonName>,
    browser: &Browser,
) -> Result<SignedIn, DoorError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let link = tx.links().take(&secret.mark()).await?.ok_or(DoorError::DeadLink)?;
    if !link.works_at(now) || link.purpose != Purpose::Register {
        return Err(DoorError::DeadLink);
    }
    let account = if let Some(account) = tx.accounts().by_email(&link.email).await? {
        if account.is_suspended() {
            return Err(DoorError::DeadLink);
        }
        account
    } else {
        let name = link.name.or(name).ok_or(DoorError::NameMissing)?;
        let id = AccountId(ports.ids.next());
        let account = Account::opened(id, link.email, name, link.language, now);
        tx.accounts().add(&account).await?;
        write_down_own(ports, &mut *tx, id, DeedKind::AccountOpened).await?;
        tracing::info!(account = %id.0, "an account was opened");
        account
    };
    let stage = stage_after_first_factor(&account);
    let signed_in = start_session(ports, &mut *tx, &account, stage, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}
