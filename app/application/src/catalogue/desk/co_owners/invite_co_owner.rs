//! A partner is asked to own an activity too.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind, Letter},
    partners::{CoOwner, PartnerId, Standing},
};

use super::{CoOwnerError, CoOwnerFault, did, led_activity, tell_people};
use crate::{identity::Viewer, ports::Ports};

/// Asks a partner to own an activity too, and writes to those who say who acts for it. Until its
/// people say yes, it owns nothing.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where they do not act for its lead; [`CoOwnerError::Faulty`].
pub async fn invite_co_owner(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    partner: Option<PartnerId>,
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, co_owners) =
        led_activity(&mut *tx, viewer, Action::InviteCoOwner, id).await?;
    let all = tx.partners().all().await?;
    let of = |id: PartnerId| all.iter().find(|it| it.id == id);
    let lead = of(activity.partner).ok_or(CoOwnerError::Unknown)?;
    if lead.standing != Standing::Approved {
        return Err(CoOwnerError::Faulty(CoOwnerFault::LeadNotApproved));
    }
    let asked = partner.and_then(of).filter(|it| it.standing == Standing::Approved);
    let asked = asked.ok_or(CoOwnerError::Faulty(CoOwnerFault::Missing))?;
    if asked.id == lead.id || co_owners.iter().any(|it| it.partner == asked.id) {
        return Err(CoOwnerError::Faulty(CoOwnerFault::Already));
    }
    if co_owners.len() >= CoOwner::MOST {
        return Err(CoOwnerError::Faulty(CoOwnerFault::TooMany));
    }
    tx.co_owners().put(&CoOwner::asked(id, asked.id, ports.clock.now())).await?;
    let letter = Letter::CoOwnerInvited { lead: lead.name.clone(), partner: asked.name.clone() };
    tell_people(ports, &mut *tx, (asked.id, None), &letter).await?;
    let deed = (DeedKind::CoOwnerInvited, id, lead.id);
    did(ports, &mut *tx, &account, deed, Some(&asked.name)).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, partner = %asked.id.0, "a co-owner was asked");
    Ok(())
}
