//! A member acts for a partner no longer.

use domain::{
    identity::{AccountId, Action, DeedKind, Letter},
    partners::PartnerId,
};

use super::{MemberError, can_step_down, held_partner, keep_member};
use crate::{identity::Viewer, ports::Ports};

/// Removes a member; a letter tells them, and what they wrote stays the partner's.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs, or no member (any more);
/// [`MemberError::LastAdministrator`].
pub async fn remove_member(
    ports: &Ports,
    viewer: &Viewer,
    (id, member): (PartnerId, AccountId),
) -> Result<(), MemberError> {
    let mut tx = ports.store.begin().await?;
    let (account, partner) = held_partner(&mut *tx, viewer, Action::RemoveMember, id).await?;
    let member = tx.accounts().by_id(member).await?;
    let member = member.filter(|it| it.membership(id).is_some());
    let mut member = member.ok_or(MemberError::Unknown)?;
    can_step_down(&mut *tx, &member, id).await?;
    member.leave(id);
    let letter = Letter::MemberRemoved { partner: partner.name };
    let deed = (account.id, id, DeedKind::MemberRemoved);
    keep_member(ports, &mut *tx, &member, deed, Some(letter)).await?;
    tx.commit().await?;
    tracing::info!(partner = %id.0, account = %member.id.0, "a member was removed");
    Ok(())
}
