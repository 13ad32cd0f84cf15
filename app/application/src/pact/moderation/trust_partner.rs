//! A moderator lets a partner publish without looking first, or no longer.

use domain::{
    identity::{Action, DeedKind, Subject},
    partners::{PartnerId, Standing},
};

use super::{did, held_partner, may_trust};
use crate::{catalogue::DeskError, copenhagen, identity::Viewer, ports::Ports};

/// Trusts a partner, or does so no longer; what waits already goes on waiting.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs; [`DeskError::OwnCase`] where they act for it;
/// [`DeskError::PartnerNotApproved`].
pub async fn trust_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    is_trusted: bool,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut partner) =
        held_partner(ports, &mut *tx, viewer, Action::TrustPartner, id).await?;
    if !may_trust(&moderator, &partner, copenhagen::day(ports.clock.now())) {
        return Err(DeskError::Unknown);
    }
    if partner.standing != Standing::Approved {
        return Err(DeskError::PartnerNotApproved);
    }
    if partner.is_trusted == is_trusted {
        return Ok(());
    }
    partner.is_trusted = is_trusted;
    tx.partners().save(&partner).await?;
    let kind = if is_trusted { DeedKind::PartnerTrusted } else { DeedKind::PartnerNotTrusted };
    did(ports, &mut *tx, &moderator, (kind, Subject::Partner(id), None)).await?;
    Ok(tx.commit().await?)
}
