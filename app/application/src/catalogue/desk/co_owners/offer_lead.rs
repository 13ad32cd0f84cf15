//! The lead asks another owner to lead instead.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind, Letter},
    partners::{CoOwner, PartnerId, Standing},
};

use super::{CoOwnerError, did, led_activity, tell_people};
use crate::{identity::Viewer, ports::Ports};

/// Asks a partner that owns an activity to lead it instead, or takes that back, and writes to
/// those who say who acts for it. One is asked at a time; until its people say yes, the lead leads
/// as before.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where it is not theirs to hand over, or the partner does not own the
/// activity, or is not approved (any more).
pub async fn offer_lead(
    ports: &Ports,
    viewer: &Viewer,
    (id, partner): (ActivityId, PartnerId),
    is_offered: bool,
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, co_owners) =
        led_activity(&mut *tx, viewer, Action::OfferLead, id).await?;
    let is_it = |it: &CoOwner| it.partner == partner && it.has_joined();
    let it = co_owners.iter().find(|it| is_it(it)).ok_or(CoOwnerError::Unknown)?;
    if it.lead_asked_at.is_some() == is_offered {
        return Ok(());
    }
    let asked = tx.partners().by_id(partner).await?.ok_or(CoOwnerError::Unknown)?;
    let lead = tx.partners().by_id(activity.partner).await?.ok_or(CoOwnerError::Unknown)?;
    if is_offered && asked.standing != Standing::Approved {
        return Err(CoOwnerError::Unknown);
    }
    let now = ports.clock.now();
    for it in &co_owners {
        let lead_asked_at = (is_offered && it.partner == partner).then_some(now);
        if it.lead_asked_at.is_some() || lead_asked_at.is_some() {
            tx.co_owners().put(&CoOwner { lead_asked_at, ..it.clone() }).await?;
        }
    }
    let kind = if is_offered {
        let letter = Letter::LeadOffered {
            title: activity.particulars().title.clone(),
            activity: id,
            lead: lead.name.clone(),
            partner: asked.name.clone(),
        };
        tell_people(ports, &mut *tx, (partner, None), &letter).await?;
        DeedKind::LeadOffered
    } else {
        DeedKind::LeadKept
    };
    did(ports, &mut *tx, &account, (kind, id, lead.id), Some(&asked.name)).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, partner = %partner.0, is_offered, "the lead was offered");
    Ok(())
}
