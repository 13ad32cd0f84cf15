//! Somebody acts for a partner no longer, by their own wish.

use domain::{
    identity::{Action, DeedKind, Stage},
    partners::PartnerId,
};

use super::{MemberError, can_step_down, held_partner, keep_member};
use crate::{
    identity::{Browser, SignedIn, Viewer, start_session},
    ports::Ports,
};

/// Leaves a partner; what was written for it stays there. The session begins anew.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs; [`MemberError::LastAdministrator`].
pub async fn leave_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    browser: &Browser,
) -> Result<SignedIn, MemberError> {
    let mut tx = ports.store.begin().await?;
    let (mut account, _) = held_partner(&mut *tx, viewer, Action::LeavePartner, id).await?;
    can_step_down(&mut *tx, &account, id).await?;
    account.leave(id);
    let deed = (account.id, id, DeedKind::MemberLeft);
    keep_member(ports, &mut *tx, &account, deed, None).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}
