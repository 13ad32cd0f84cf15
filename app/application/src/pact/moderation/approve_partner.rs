//! A moderator says yes to a partner.

use domain::{
    identity::{Action, DeedKind, Letter, Subject},
    partners::{PartnerId, Standing},
};

use super::{did, held_partner};
use crate::{
    catalogue::DeskError,
    identity::{Viewer, tell},
    ports::Ports,
};

/// Lets a partner publish; whoever acts for it is told. Said twice it is said once.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs; [`DeskError::OwnCase`] where they act for it.
pub async fn approve_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut partner) =
        held_partner(ports, &mut *tx, viewer, Action::ApprovePartner, id).await?;
    if partner.standing == Standing::Approved {
        return Ok(());
    }
    partner.standing = Standing::Approved;
    tx.partners().save(&partner).await?;
    let about = Subject::Partner(id);
    let letter = Letter::PartnerApproved { partner: partner.name.clone() };
    let members = tx.accounts().members_of(id).await?;
    for it in members.iter().filter(|it| !it.is_suspended()) {
        tell(ports, &mut *tx, it, letter.clone()).await?;
    }
    did(ports, &mut *tx, &moderator, (DeedKind::PartnerApproved, about, None)).await?;
    Ok(tx.commit().await?)
}
