//! An invitation is withdrawn.

use domain::{
    identity::{Action, DeedKind, InvitationId, Subject},
    partners::PartnerId,
};

use super::{MemberError, held_partner};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
};

/// Takes an invitation back: its link is dead from then on.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs, or was answered already.
pub async fn withdraw_invitation(
    ports: &Ports,
    viewer: &Viewer,
    (partner, id): (PartnerId, InvitationId),
) -> Result<(), MemberError> {
    let mut tx = ports.store.begin().await?;
    let (account, _) = held_partner(&mut *tx, viewer, Action::WithdrawInvitation, partner).await?;
    let invitation = tx.invitations().by_id(id).await?;
    let invitation = invitation.filter(|it| it.partner == partner);
    let invitation = invitation.ok_or(MemberError::Unknown)?;
    tx.invitations().remove(invitation.id).await?;
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(partner),
        kind: DeedKind::InvitationWithdrawn,
        about: Subject::Partner(partner),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    Ok(tx.commit().await?)
}
