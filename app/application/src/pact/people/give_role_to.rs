//! An administrator gives a role.

use domain::identity::{Account, AccountId, Action, DeedKind, Letter, Remark, Role, Subject};

use super::{PersonError, all_partners, held_person};
use crate::{
    copenhagen,
    deeds::{Doing, write_down},
    identity::{Viewer, tell},
    ports::{Ports, StoreError, Transaction},
};

/// Gives somebody a role; a letter tells them, and their sessions end, since what they may has
/// changed. Said twice it is said once.
///
/// # Errors
///
/// [`PersonError::Unknown`] where it is not theirs to do, or the partner that the role is about is
/// not there.
pub async fn give_role_to(
    ports: &Ports,
    viewer: &Viewer,
    id: AccountId,
    role: Role,
) -> Result<(), PersonError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let mut tx = ports.store.begin().await?;
    if let Some(partner) = role.partner() {
        tx.partners().by_id(partner).await?.ok_or(PersonError::Unknown)?;
    }
    let asks = (viewer, Action::GiveRole);
    let (account, mut it) = held_person(&mut *tx, asks, id, (&partners, day)).await?;
    if it.roles.contains(&role) {
        return Ok(());
    }
    if let Some(partner) = role.partner() {
        // Whoever acts for a partner does so in one way.
        it.leave(partner);
        if let Some(claim) = tx.claims().of(it.id, partner).await? {
            tx.claims().remove(claim.id).await?;
        }
        if let Some(invitation) = tx.invitations().of(partner, &it.email).await? {
            tx.invitations().remove(invitation.id).await?;
        }
    }
    it.roles.push(role);
    it.roles.sort();
    keep_roles(ports, &mut *tx, &it, (account.id, DeedKind::RoleGiven, role)).await?;
    Ok(tx.commit().await?)
}

/// Keeps what somebody may from now on, and writes down which role it was.
pub(super) async fn keep_roles(
    ports: &Ports,
    tx: &mut dyn Transaction,
    it: &Account,
    (by, kind, role): (AccountId, DeedKind, Role),
) -> Result<(), StoreError> {
    tx.accounts().save(it).await?;
    tx.sessions().end_all_of(it.id, None).await?;
    tell(ports, tx, it, Letter::RolesChanged).await?;
    let remark = Remark::try_from(role.to_string()).map_err(StoreError::new)?;
    let doing = Doing {
        by: Some(by),
        on_behalf_of: role.partner(),
        kind,
        about: Subject::Account(it.id),
        remark: Some(remark),
    };
    write_down(ports, tx, doing).await?;
    tracing::info!(account = %it.id.0, role = role.key(), %kind, "roles were changed");
    Ok(())
}
