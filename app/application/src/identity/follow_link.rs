//! Somebody opens a link of a letter.

use domain::identity::{Link, Secret};

use super::DoorError;
use crate::ports::Ports;

/// What a link is for, while it works. Looking does not use it up: programs that look through
/// letters open every link, and only a person presses the button behind it.
///
/// # Errors
///
/// [`DoorError::DeadLink`] where it does not work (any more).
pub async fn follow_link(ports: &Ports, secret: &Secret) -> Result<Link, DoorError> {
    let link = ports.accounts.link(&secret.mark()).await?.ok_or(DoorError::DeadLink)?;
    if link.works_at(ports.clock.now()) { Ok(link) } else { Err(DoorError::DeadLink) }
}
