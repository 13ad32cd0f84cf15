//! A moderator says no to a partner.

use domain::{
    identity::{Action, DeedKind, Letter, Remark, Subject},
    partners::{PartnerId, Standing},
};

use super::{did, held_partner};
use crate::{catalogue::DeskError, identity::Viewer, partners::dismiss_members, ports::Ports};

/// Refuses a partner that waits, with a reason; whoever acts for it is told, and does so no longer:
/// a name that somebody took who is not of it would be theirs once it is approved. For the same
/// reason the web address that they said goes, which lets people in.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs, or was answered already;
/// [`DeskError::OwnCase`] where they act for it; [`DeskError::ReasonMissing`].
pub async fn refuse_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    reason: Option<Remark>,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut partner) =
        held_partner(ports, &mut *tx, viewer, Action::RefusePartner, id).await?;
    let reason = reason.ok_or(DeskError::ReasonMissing)?;
    if partner.standing != Standing::Waiting {
        return Err(DeskError::Unknown);
    }
    (partner.standing, partner.is_trusted) = (Standing::Refused, false);
    partner.website = None;
    tx.partners().save(&partner).await?;
    let about = Subject::Partner(id);
    let letter = Letter::PartnerRefused { partner: partner.name.clone(), reason: reason.clone() };
    dismiss_members(ports, &mut *tx, (moderator.id, id), &letter).await?;
    did(ports, &mut *tx, &moderator, (DeedKind::PartnerRefused, about, Some(reason))).await?;
    Ok(tx.commit().await?)
}
