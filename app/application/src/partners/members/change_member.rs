//! A member becomes an administrator, or an editor again.

use domain::{
    identity::{AccountId, Action, DeedKind, Letter, Membership},
    partners::PartnerId,
};

use super::{MemberError, can_step_down, held_partner, keep_member};
use crate::{identity::Viewer, ports::Ports};

/// Changes how a member acts for a partner; a letter tells them. Said twice it is said once.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs, or no member;
/// [`MemberError::LastAdministrator`] where nobody else says who acts for the partner.
pub async fn change_member(
    ports: &Ports,
    viewer: &Viewer,
    (id, member): (PartnerId, AccountId),
    membership: Membership,
) -> Result<(), MemberError> {
    let mut tx = ports.store.begin().await?;
    let (account, partner) = held_partner(&mut *tx, viewer, Action::ChangeMember, id).await?;
    let member = tx.accounts().by_id(member).await?;
    let member = member.filter(|it| it.membership(id).is_some());
    let mut member = member.ok_or(MemberError::Unknown)?;
    if member.membership(id) == Some(membership) {
        return Ok(());
    }
    let kind = match membership {
        Membership::Administrator => DeedKind::MemberMadeAdministrator,
        Membership::Editor => {
            can_step_down(&mut *tx, &member, id).await?;
            DeedKind::MemberMadeEditor
        }
    };
    member.join(id, membership);
    let letter = Letter::MemberChanged { partner: partner.name, membership };
    keep_member(ports, &mut *tx, &member, (account.id, id, kind), Some(letter)).await?;
    Ok(tx.commit().await?)
}
