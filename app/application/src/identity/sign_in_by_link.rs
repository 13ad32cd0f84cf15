//! Somebody signs in by a letter's link.

use domain::identity::{Purpose, Secret, Stage, Tally, Target};

use super::{
    DoorError,
    start_session::{Browser, SignedIn, stage_after_first_factor, start_session},
};
use crate::ports::Ports;

/// Uses a link up and begins a session. Whoever reads the letters of an account is its owner, so
/// this also opens the door that wrong passwords have closed.
///
/// # Errors
///
/// [`DoorError::DeadLink`] where the link does not work (any more) or the account is closed.
pub async fn sign_in_by_link(
    ports: &Ports,
    secret: &Secret,
    browser: &Browser,
) -> Result<SignedIn, DoorError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let link = tx.links().take(&secret.mark()).await?.ok_or(DoorError::DeadLink)?;
    let is_demo = link.purpose == Purpose::Demo;
    if !link.works_at(now) || !(is_demo || link.purpose == Purpose::SignIn) {
        return Err(DoorError::DeadLink);
    }
    let id = link.account.ok_or(DoorError::DeadLink)?;
    tx.accounts().keep_tally(Target::Password(&link.email), Tally::default()).await?;
    let account = tx.accounts().by_id(id).await?.ok_or(DoorError::DeadLink)?;
    // An address that has been given up since is no proof any more.
    if account.is_suspended() || account.email.key() != link.email.key() {
        return Err(DoorError::DeadLink);
    }
    let stage = if is_demo { Stage::SignedIn } else { stage_after_first_factor(&account) };
    let signed_in = start_session(ports, &mut *tx, &account, stage, browser).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, by = "link", stage = %stage, "signed in");
    Ok(signed_in)
}
