//! A partner that is asked to lead an activity says yes or no.

use domain::{
    catalogue::{Activity, ActivityId, ExternalId},
    identity::{Action, DeedKind, Letter},
    partners::{CoOwner, FormerKey, PartnerId, Standing},
};

use super::{CoOwnerError, did, tell_people, who_did};
use crate::{
    catalogue::DeskError,
    identity::{Viewer, may_for_partner},
    ports::{Ports, StoreError, Transaction},
};

/// Says yes or no for a partner that owns an activity and is asked to lead it, and lets the lead's
/// people know. With a yes the two change places: what was the lead's to decide is the other's,
/// and whoever has led owns it beside. Said again, or neither said, nothing is done.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where the partner is not theirs to speak for, or not asked (any more).
pub async fn answer_leading(
    ports: &Ports,
    viewer: &Viewer,
    (id, partner): (ActivityId, PartnerId),
    says_yes: Option<bool>,
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(DeskError::from)?;
    may_for_partner(&account, Action::AnswerLeading, partner).map_err(|_| CoOwnerError::Unknown)?;
    let mut activity = tx.activities().by_id(id).await?.ok_or(CoOwnerError::Unknown)?;
    let Some(says_yes) = says_yes.filter(|_| activity.partner != partner) else { return Ok(()) };
    let co_owners = tx.co_owners().of(id).await?;
    let it = co_owners.into_iter().find(|it| it.partner == partner && it.may_take_the_lead());
    let it = it.ok_or(CoOwnerError::Unknown)?;
    let asked = tx.partners().by_id(partner).await?.ok_or(CoOwnerError::Unknown)?;
    let former = activity.partner;
    let kind = if says_yes {
        if asked.standing != Standing::Approved {
            return Err(CoOwnerError::Unknown);
        }
        hand_over(ports, &mut *tx, &mut activity, partner).await?;
        DeedKind::LeadTaken
    } else {
        tx.co_owners().put(&CoOwner { lead_asked_at: None, ..it }).await?;
        DeedKind::LeadDeclined
    };
    let letter = Letter::LeadAnswered {
        title: activity.particulars().title.clone(),
        activity: id,
        partner: asked.name.clone(),
        says_yes,
    };
    let offered_by = who_did(&mut *tx, DeedKind::LeadOffered, id).await?;
    tell_people(ports, &mut *tx, (former, offered_by), &letter).await?;
    did(ports, &mut *tx, &account, (kind, id, partner), None).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, partner = %partner.0, says_yes, "the lead was answered");
    Ok(())
}

/// Lets the two change places, with what is being written of the activity.
async fn hand_over(
    ports: &Ports,
    tx: &mut dyn Transaction,
    activity: &mut Activity,
    partner: PartnerId,
) -> Result<(), StoreError> {
    let (former, now) = (activity.partner, ports.clock.now());
    let known_as = activity.external_id.clone();
    // Its key is one of the new lead's sheets from now on, so it must not name another of theirs.
    // Who has led it before goes on with the key that its sheets have.
    let back = tx.former_keys().take(activity.id, partner).await?;
    let mut key = back.unwrap_or_else(|| known_as.clone());
    let named = [(partner, key.clone())];
    let is_taken = !tx.activities().lock(&named).await?.is_empty()
        || !tx.former_keys().named(&named).await?.is_empty();
    if is_taken {
        let own = format!("gnist-{}", activity.id.0.simple());
        key = ExternalId::try_from(own).map_err(StoreError::new)?;
    }
    activity.passes_to(partner, key, now);
    let former_key = FormerKey { partner: former, key: known_as, activity: activity.id };
    tx.former_keys().put(&former_key).await?;
    tx.activities().save(std::slice::from_ref(activity)).await?;
    tx.co_owners().remove(activity.id, partner).await?;
    tx.co_owners().put(&CoOwner::former_lead(activity.id, former, now)).await?;
    if let Some(mut draft) = tx.drafts().of_activity(activity.id).await? {
        draft.partner = partner;
        tx.drafts().save(&draft).await?;
    }
    Ok(())
}
