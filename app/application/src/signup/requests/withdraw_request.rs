//! Whoever asked does not want to any more.

use chrono::{DateTime, Utc};
use domain::{
    identity::Secret,
    signup::{Gone, PartyKind, Refusal, SignUpId},
};

use super::{SignUpError, show_request::show_request};
use crate::{
    ports::{Ports, Transaction},
    signup::keep::{about, keep},
};

/// Takes a request back by the link of its page; a guardian's consent goes with it, and so do the
/// seats where it has some. Done twice, it is done once.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens no request.
pub async fn withdraw_request(ports: &Ports, secret: &Secret) -> Result<(), SignUpError> {
    let seen = show_request(ports, secret).await?.request;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let mut request = tx.requests().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    let seat = request.seat();
    if request.withdraw(now) {
        if let Some(id) = seat {
            give_back(ports, &mut *tx, id, now).await?;
        }
        if let Some(consent) = &mut request.consent {
            consent.withdrawn_at.get_or_insert(now);
        }
        tx.requests().save(&request).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Takes the party off the roster on which it has seats, if it is there still.
async fn give_back(
    ports: &Ports,
    tx: &mut dyn Transaction,
    id: SignUpId,
    now: DateTime<Utc>,
) -> Result<(), SignUpError> {
    let Some(mut sign_up) = tx.sign_ups().by_id(id).await? else { return Ok(()) };
    let Some(mut roster) = tx.rosters().lock(sign_up.occurrence).await? else { return Ok(()) };
    let is_child = sign_up.party.kind() == PartyKind::Child;
    let why = if is_child { Gone::ConsentWithdrawn } else { Gone::Cancelled };
    match roster.leave(id, why, now) {
        // It is gone already.
        Err(Refusal::Unknown) => return Ok(()),
        told => told?,
    }
    if let Some(consent) = &mut sign_up.consent {
        consent.withdrawn_at.get_or_insert(now);
        tx.sign_ups().save(&sign_up).await?;
    }
    let about = about(ports, roster.date()).await?;
    Ok(keep(ports, tx, &roster, &about).await?)
}
