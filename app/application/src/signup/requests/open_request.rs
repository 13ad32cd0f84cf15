//! Somebody opens what their request became, or finds it again.

use domain::{
    Email,
    identity::{Action, Outcome, Scope, Secret},
    signup::{RequestId, SignUpPurpose},
};

use super::{SignUpError, link, show_request::show_request};
use crate::{identity::Viewer, ports::Ports, signup::keep};

/// Makes a link to the page of the sign-up in which a request ended, by the link of its own page.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it opens none, or ended in none.
pub async fn open_seat(ports: &Ports, secret: &Secret) -> Result<Secret, SignUpError> {
    let seen = show_request(ports, secret).await?.request;
    let seat = seen.seat().ok_or(SignUpError::DeadLink)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let sign_up = tx.sign_ups().by_id(seat).await?.ok_or(SignUpError::DeadLink)?;
    let secret = keep::link(ports, &mut *tx, &sign_up, SignUpPurpose::Page, now).await?;
    tx.commit().await?;
    Ok(secret)
}

/// Makes a link to the page of a request of the viewer's: links that were sent are not kept.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn open_own_request(
    ports: &Ports,
    viewer: &Viewer,
    id: RequestId,
) -> Result<Secret, SignUpError> {
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let may = account.may(Action::OpenOwnSignUp, Scope::Own) == Outcome::Yes;
    let request = tx.requests().by_id(id).await?.filter(|it| {
        let address = it.contact.email.as_ref().map(Email::key);
        // Whoever has not answered the letter yet answers it first.
        may && it.sent_at.is_some() && address == Some(account.email.key())
    });
    let request = request.ok_or(SignUpError::Unknown)?;
    let secret = link(ports, &mut *tx, &request, SignUpPurpose::Page).await?;
    tx.commit().await?;
    Ok(secret)
}
