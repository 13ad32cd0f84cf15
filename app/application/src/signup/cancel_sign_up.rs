//! A party does not come after all.

use domain::{
    identity::Secret,
    signup::{Gone, PartyKind, Refusal, SignUp, SignUpPurpose},
};

use super::{
    SignUpError,
    keep::{about_activity, keep},
    show_sign_up::opened_as,
};
use crate::ports::{ActivityDetails, Ports};

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
    let pages = [SignUpPurpose::Page, SignUpPurpose::SecondPage];
    let (seen, purpose) = opened_as(ports, secret, &pages).await?;
    let withdraws = withdraws_consent && seen.party.kind() == PartyKind::Child;
    let leaving = match (withdraws, purpose) {
        (false, _) => Leaving::Cancels,
        (true, SignUpPurpose::SecondPage) => Leaving::SecondWithdraws,
        (true, _) => Leaving::Withdraws,
    };
    leave(ports, &seen, leaving).await
}

/// What whoever opens the link to take a consent back is asked.
#[derive(Clone, Debug)]
pub struct AskedToWithdraw {
    pub sign_up: SignUp,
    pub details: ActivityDetails,
}

/// What is behind the link by which a second guardian takes the consent back. Looking changes
/// nothing, and tells afterwards that it was taken back.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it does not work: another second guardian was named, say.
pub async fn asked_to_withdraw(
    ports: &Ports,
    secret: &Secret,
) -> Result<AskedToWithdraw, SignUpError> {
    let (sign_up, _) = opened_as(ports, secret, &[SignUpPurpose::Withdraw]).await?;
    let details = ports.desk.activity_by_id(sign_up.activity).await?;
    Ok(AskedToWithdraw { sign_up, details: details.ok_or(SignUpError::DeadLink)? })
}

/// A second guardian takes the consent back, by the link in their letter that is for nothing else.
/// The child is then no longer signed up, and both guardians are told. Said twice, it is said once.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link does not work.
pub async fn withdraw_consent(ports: &Ports, secret: &Secret) -> Result<(), SignUpError> {
    let (seen, _) = opened_as(ports, secret, &[SignUpPurpose::Withdraw]).await?;
    leave(ports, &seen, Leaving::SecondWithdraws).await
}

/// How a party leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Leaving {
    Cancels,
    /// The guardian who gave the consent takes it back.
    Withdraws,
    /// The other guardian does.
    SecondWithdraws,
}

async fn leave(ports: &Ports, seen: &SignUp, leaving: Leaving) -> Result<(), SignUpError> {
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    let mut sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    let left = match leaving {
        Leaving::Cancels => roster.leave(sign_up.id, Gone::Cancelled, now),
        Leaving::Withdraws => roster.leave(sign_up.id, Gone::ConsentWithdrawn, now),
        Leaving::SecondWithdraws => roster.withdraw_by_second(sign_up.id, now),
    };
    match left {
        // It is gone already.
        Err(Refusal::Unknown) => {}
        told => told?,
    }
    if leaving != Leaving::Cancels
        && let Some(consent) = &mut sign_up.consent
    {
        consent.withdrawn_at.get_or_insert(now);
        tx.sign_ups().save(&sign_up).await?;
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    tx.commit().await?;
    tracing::info!(sign_up = %sign_up.id.0, ?leaving, "a party cancelled");
    Ok(())
}
