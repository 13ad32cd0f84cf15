//! A party says whether it still comes.

use domain::{
    identity::Secret,
    signup::{ComingStand, Gone, Refusal, SignUp, SignUpLink, SignUpPurpose},
};

use super::{
    SignUpError,
    keep::{about_activity, keep},
};
use crate::ports::{ActivityDetails, Ports};

/// What a party is asked, as the page behind its letter shows it.
#[derive(Clone, Debug)]
pub struct AskedWhetherComing {
    pub sign_up: SignUp,
    pub details: ActivityDetails,
    /// How it stands with the question; nothing where the date is another by now.
    pub stand: Option<ComingStand>,
}

/// What the link of a letter asks. Looking answers nothing.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where it asks nothing.
pub async fn asked_whether_coming(
    ports: &Ports,
    secret: &Secret,
) -> Result<AskedWhetherComing, SignUpError> {
    let sign_up = asked(ports, secret).await?;
    let details = ports.desk.activity_by_id(sign_up.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let roster = ports.sign_ups.roster(sign_up.occurrence).await?;
    let roster = roster.ok_or(SignUpError::DeadLink)?;
    let stand = sign_up.coming.stand(roster.kept().coming, roster.date());
    Ok(AskedWhetherComing { sign_up, details, stand })
}

/// Keeps the seats of a party that was asked, or frees them, by the link of the letter or of its
/// page. Said twice, it is said once; who said yes can still say no.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link is for something else, [`SignUpError::Refused`] where
/// the party has left, or says yes to seats that it does not have.
pub async fn answer_whether_coming(
    ports: &Ports,
    secret: &Secret,
    yes: bool,
) -> Result<(), SignUpError> {
    let seen = asked(ports, secret).await?;
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    let sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    match sign_up.entry.stage.gone() {
        // It said so before.
        Some(Gone::NotComing) if !yes => {}
        Some(why) => return Err(Refusal::Gone(why).into()),
        None if yes => {
            roster.settle(now);
            let stage = roster.entry(seen.id).ok_or(Refusal::Unknown)?.stage;
            if let Some(why) = stage.gone() {
                return Err(Refusal::Gone(why).into());
            }
            if !stage.is_sure() {
                return Err(Refusal::NotSure.into());
            }
            tx.sign_ups().note_coming(seen.id, sign_up.coming.saying_yes(now)).await?;
        }
        None => roster.leave(seen.id, Gone::NotComing, now)?,
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    tx.commit().await?;
    tracing::info!(sign_up = %seen.id.0, yes, "a party said whether it still comes");
    Ok(())
}

/// The sign-up that a link lets answer.
async fn asked(ports: &Ports, secret: &Secret) -> Result<SignUp, SignUpError> {
    let link = ports.sign_ups.sign_up_link(&secret.mark()).await?;
    let answers =
        |it: &SignUpLink| !matches!(it.purpose, SignUpPurpose::Confirm | SignUpPurpose::Withdraw);
    let id = link.filter(answers).ok_or(SignUpError::DeadLink)?.sign_up;
    ports.sign_ups.sign_up(id).await?.ok_or(SignUpError::DeadLink)
}
