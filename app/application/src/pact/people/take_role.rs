//! An administrator takes a role away.

use domain::identity::{AccountId, Action, DeedKind, Role};

use super::{PersonError, all_partners, give_role_to::keep_roles, held_person};
use crate::{copenhagen, identity::Viewer, ports::Ports};

/// Takes a role from somebody; a letter tells them, and their sessions end.
///
/// # Errors
///
/// [`PersonError::Unknown`] where it is not theirs to do, or the role is not there (any more);
/// [`PersonError::Oneself`] where it is what lets them do this: so somebody always runs the portal.
pub async fn take_role(
    ports: &Ports,
    viewer: &Viewer,
    id: AccountId,
    role: Role,
) -> Result<(), PersonError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let mut tx = ports.store.begin().await?;
    if let Some(partner) = role.partner() {
        tx.partners().by_id(partner).await?;
    }
    let asks = (viewer, Action::TakeRole);
    let (account, mut it) = held_person(&mut *tx, asks, id, (&partners, day)).await?;
    if it.id == account.id && role == Role::Administrator {
        return Err(PersonError::Oneself);
    }
    if !it.roles.contains(&role) {
        return Err(PersonError::Unknown);
    }
    it.roles.retain(|held| *held != role);
    keep_roles(ports, &mut *tx, &it, (account.id, DeedKind::RoleTaken, role)).await?;
    Ok(tx.commit().await?)
}
