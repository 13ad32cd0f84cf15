//! A party does not come after all.

use domain::{
    identity::Secret,
    signup::{Gone, PartyKind, Refusal},
};

use super::{
    SignUpError,
    keep::{about_activity, keep},
    show_sign_up::opened,
};
use crate::ports::Ports;

/// Cancels a sign-up by the link of its page; for a child that is the guardian taking the consent
/// back, if `withdraws_consent`. Said twice, it is said once.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens no sign-up.
pub async fn cancel_sign_up(
    ports: &Ports,
    secret: &Secret,
    withdraws_consent: bool,
) -> Result<(), SignUpError> {
    let seen = opened(ports, secret).await?;
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    let mut sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    let withdraws = withdraws_consent && sign_up.party.kind() == PartyKind::Child;
    let why = if withdraws { Gone::ConsentWithdrawn } else { Gone::Cancelled };
    match roster.leave(sign_up.id, why, now) {
        // It is gone already.
        Err(Refusal::Unknown) => {}
        told => told?,
    }
    if withdraws && let Some(consent) = &mut sign_up.consent {
        consent.withdrawn_at.get_or_insert(now);
        tx.sign_ups().save(&sign_up).await?;
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    tx.commit().await?;
    tracing::info!(sign_up = %sign_up.id.0, %why, "a party cancelled");
    Ok(())
}
