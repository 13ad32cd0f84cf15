//! A party answers the seats it is offered.

use domain::identity::Secret;

use super::{
    SignUpError,
    keep::{about_activity, keep},
    show_sign_up::opened,
};
use crate::ports::Ports;

/// Says yes or no to offered seats, by the link of the sign-up's page. Said twice, it is said
/// once.
///
/// # Errors
///
/// [`SignUpError::Refused`] where there is no offer (any more).
pub async fn answer_offer(ports: &Ports, secret: &Secret, yes: bool) -> Result<(), SignUpError> {
    let seen = opened(ports, secret).await?;
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    if let Some(why) = seen.entry.stage.gone() {
        return Err(SignUpError::Refused(domain::signup::Refusal::Gone(why)));
    }
    if yes {
        roster.accept(seen.id, now)?;
    } else {
        roster.decline(seen.id, now)?;
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    tx.commit().await?;
    tracing::info!(sign_up = %seen.id.0, yes, "an offer was answered");
    Ok(())
}
