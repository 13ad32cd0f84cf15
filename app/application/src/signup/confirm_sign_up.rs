//! A party answers its letter: somebody reads at the address, or a guardian consents.

use domain::{
    identity::Secret,
    signup::{Consent, Party, PartyKind, Refusal, SignUp, SignUpPurpose, Stage},
};

use super::{
    SignUpError,
    keep::{about_activity, keep, link},
    show_sign_up::opened_as,
};
use crate::ports::{ActivityDetails, Ports};

/// What whoever opens the link of a letter is asked.
#[derive(Clone, Debug)]
pub struct AskedToConfirm {
    pub sign_up: SignUp,
    pub details: ActivityDetails,
    /// Whether there are seats for it, kept or not.
    pub has_room: bool,
}

/// What is behind the link of a letter that waits for an answer. Looking changes nothing.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it does not work.
pub async fn asked_to_confirm(
    ports: &Ports,
    secret: &Secret,
) -> Result<AskedToConfirm, SignUpError> {
    let (sign_up, _) = opened_as(ports, secret, &[SignUpPurpose::Confirm]).await?;
    let details = ports.desk.activity_by_id(sign_up.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let roster = ports.sign_ups.roster(sign_up.occurrence).await?;
    let roster = roster.ok_or(SignUpError::DeadLink)?;
    let has_room = roster.has_room_for(sign_up.id, ports.clock.now());
    Ok(AskedToConfirm { sign_up, details, has_room })
}

/// A letter that was answered.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub stage: Stage,
    /// Whether the seats are drawn later.
    pub is_in_draw: bool,
    /// Opens the sign-up's page.
    pub secret: Secret,
}

/// Answers a letter with its link, which works once.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it does not work, [`SignUpError::Refused`] where it is too late.
pub async fn confirm_sign_up(ports: &Ports, secret: &Secret) -> Result<Confirmed, SignUpError> {
    let (seen, _) = opened_as(ports, secret, &[SignUpPurpose::Confirm]).await?;
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    tx.sign_ups().take_link(&secret.mark()).await?.ok_or(SignUpError::DeadLink)?;
    let mut sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    let stage = match roster.confirm(sign_up.id, now) {
        // The roster knows those alone who are still on it.
        Err(Refusal::Unknown) => {
            let gone = sign_up.entry.stage.gone().map(Refusal::Gone);
            return Err(gone.unwrap_or(Refusal::Unknown).into());
        }
        told => told?,
    };
    if sign_up.party.kind() == PartyKind::Child && sign_up.consent.is_none() {
        let text = Party::CONSENT_TEXT.to_owned();
        sign_up.consent = Some(Consent { given_at: now, text, withdrawn_at: None });
        tx.sign_ups().save(&sign_up).await?;
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    let secret = link(ports, &mut *tx, &sign_up, SignUpPurpose::Page, now).await?;
    tx.commit().await?;
    tracing::info!(sign_up = %sign_up.id.0, stage = %stage.word(), "a letter was answered");
    Ok(Confirmed { stage, is_in_draw: roster.is_collecting(), secret })
}
