//! Whoever asked does not want to any more.

use domain::identity::Secret;

use super::{SignUpError, show_request::show_request};
use crate::ports::Ports;

/// Takes a request back by the link of its page; a guardian's consent goes with it. Done twice,
/// it is done once.
///
/// # Errors
///
/// [`SignUpError::DeadLink`] where the link opens no request.
pub async fn withdraw_request(ports: &Ports, secret: &Secret) -> Result<(), SignUpError> {
    let seen = show_request(ports, secret).await?.request;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let mut request = tx.requests().by_id(seen.id).await?.ok_or(SignUpError::DeadLink)?;
    if request.withdraw(now) {
        if let Some(consent) = &mut request.consent {
            consent.withdrawn_at.get_or_insert(now);
        }
        tx.requests().save(&request).await?;
        tx.commit().await?;
    }
    Ok(())
}
