//! A moderator says yes to a partner.

use domain::{
    identity::{Action, DeedKind, Letter, Subject},
    partners::{PartnerId, Standing},
};

use super::{did, held_partner, tell_whoever};
use crate::{catalogue::DeskError, identity::Viewer, ports::Ports};

/// Lets a partner publish; whoever asked for it is told. Said twice it is said once.
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
    tell_whoever(ports, &mut *tx, (DeedKind::PartnerAdded, about), letter).await?;
    did(ports, &mut *tx, &moderator, (DeedKind::PartnerApproved, about, None)).await?;
    Ok(tx.commit().await?)
}
