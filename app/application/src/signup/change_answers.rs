//! A party answers otherwise what its organiser asks.

use domain::{
    identity::Secret,
    signup::{TypedAnswers, TypedBy},
};

use super::{SignUpError, show_sign_up::opened};
use crate::ports::Ports;

/// Takes over what a party answers to what is asked now, by the link of its page.
///
/// # Errors
///
/// [`SignUpError::Fields`] where something is wrong; everything is then as it was.
pub async fn change_answers(
    ports: &Ports,
    secret: &Secret,
    typed: &TypedAnswers,
) -> Result<(), SignUpError> {
    let seen = opened(ports, secret).await?;
    let details = ports.desk.activity_by_id(seen.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let asked = details.activity.questions().asked();
    let answers = typed.read(asked, TypedBy::Party).map_err(SignUpError::Fields)?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    tx.rosters().lock(seen.occurrence).await?.ok_or(SignUpError::DeadLink)?;
    let mut sign_up = tx.sign_ups().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    if !sign_up.entry.stage.is_active() {
        return Err(SignUpError::DeadLink);
    }
    sign_up.answers = answers;
    tx.sign_ups().save(&sign_up).await?;
    tx.commit().await?;
    Ok(())
}
