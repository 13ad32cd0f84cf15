//! All sign-ups of whoever has an account, in one place.

use domain::{
    identity::{Action, Outcome, Scope, Secret},
    signup::{SignUpId, SignUpPurpose},
};

use super::{SignUpError, keep::link};
use crate::{
    identity::Viewer,
    ports::{OwnAsked, OwnSignUp, Ports, StoreError},
};

/// So many are shown.
const SHOWN: u64 = 100;

/// The sign-ups of whoever has an account.
#[derive(Clone, Debug, Default)]
pub struct ShownOwn {
    /// Those whose date is to come, whatever has become of them, the next one first.
    pub to_come: Vec<OwnSignUp>,
    /// Those whose date is over, the latest first.
    pub over: Vec<OwnSignUp>,
    /// Requests that have not become a sign-up, the latest first.
    pub requests: Vec<OwnAsked>,
}

/// The sign-ups and requests that were made with the address of the viewer's account. Whoever has the account
/// reads at the address: it was opened by a letter.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_own_sign_ups(ports: &Ports, viewer: &Viewer) -> Result<ShownOwn, StoreError> {
    let own = ports.sign_ups.sign_ups_by(&viewer.account.email, SHOWN).await?;
    let now = ports.clock.now();
    let (mut to_come, over): (Vec<_>, Vec<_>) = own.into_iter().partition(|it| now < it.end);
    to_come.reverse();
    let mut requests = ports.requests.requests_by(&viewer.account.email, SHOWN).await?;
    requests.retain(|it| it.request.seat().is_none());
    Ok(ShownOwn { to_come, over, requests })
}

/// Makes a link to the page of a sign-up of the viewer's: links that were sent are not kept.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn open_own_sign_up(
    ports: &Ports,
    viewer: &Viewer,
    id: SignUpId,
) -> Result<Secret, SignUpError> {
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let may = account.may(Action::OpenOwnSignUp, Scope::Own) == Outcome::Yes;
    let sign_up = tx.sign_ups().by_id(id).await?.filter(|it| {
        let address = it.contact.email.as_ref().map(domain::Email::key);
        may && address == Some(account.email.key())
    });
    let sign_up = sign_up.ok_or(SignUpError::Unknown)?;
    let now = ports.clock.now();
    let secret = link(ports, &mut *tx, &sign_up, SignUpPurpose::Page, now).await?;
    tx.commit().await?;
    Ok(secret)
}
