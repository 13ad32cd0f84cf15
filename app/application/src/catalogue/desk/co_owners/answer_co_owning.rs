//! A partner that is asked to own an activity too says yes or no.

use domain::{
    catalogue::ActivityId,
    identity::{Action, DeedKind, Letter},
    partners::PartnerId,
};

use super::{CoOwnerError, did, name_of, own_part, tell_people, who_did};
use crate::{identity::Viewer, ports::Ports};

/// Says yes or no for a partner that is asked to own an activity too, and lets the lead's people
/// know. Said again, or neither said,
/// nothing is done.
///
/// # Errors
///
/// [`CoOwnerError::Unknown`] where the partner is not theirs, or not asked (any more).
pub async fn answer_co_owning(
    ports: &Ports,
    viewer: &Viewer,
    (activity, partner): (ActivityId, PartnerId),
    says_yes: Option<bool>,
) -> Result<(), CoOwnerError> {
    let mut tx = ports.store.begin().await?;
    let about = (activity, partner);
    let (account, owned, mut it) =
        own_part(&mut *tx, viewer, Action::AnswerCoOwning, about).await?;
    let Some(says_yes) = says_yes.filter(|_| !it.has_joined()) else { return Ok(()) };
    let kind = if says_yes {
        it.joined_at = Some(ports.clock.now());
        tx.co_owners().put(&it).await?;
        tx.activities().touch(&[activity]).await?;
        DeedKind::CoOwnerJoined
    } else {
        tx.co_owners().remove(activity, partner).await?;
        DeedKind::CoOwnerDeclined
    };
    if let Some(name) = name_of(&mut *tx, partner).await? {
        let title = owned.particulars().title.clone();
        let letter = Letter::CoOwnerAnswered { title, activity, partner: name, says_yes };
        let asker = who_did(&mut *tx, DeedKind::CoOwnerInvited, activity).await?;
        tell_people(ports, &mut *tx, (owned.partner, asker), &letter).await?;
    }
    did(ports, &mut *tx, &account, (kind, activity, partner), None).await?;
    Ok(tx.commit().await?)
}
