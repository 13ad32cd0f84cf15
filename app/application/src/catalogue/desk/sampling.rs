//! What everybody sees before a moderator has, a moderator looks at afterwards.

use domain::{
    catalogue::{Activity, ActivityId, Particulars, State},
    identity::DeedKind,
    pact::{Review, ReviewCause, ReviewId},
    partners::Partner,
};

use crate::ports::{Ports, StoreError, Transaction};

/// Asks a moderator to look at one in ten of what was published at once, which chance picks;
/// nothing is held back by it. What waits for a moderator anyway is not sampled.
pub(super) async fn sample(
    ports: &Ports,
    tx: &mut dyn Transaction,
    activity: ActivityId,
    kind: DeedKind,
) -> Result<(), StoreError> {
    if kind != DeedKind::ActivityPublished {
        return Ok(());
    }
    let mut chance = [0; 8];
    ports.chance.fill(&mut chance);
    if !Review::picks(chance) {
        return Ok(());
    }
    tx.reviews().add(&asked_by_nobody(ports, activity, ReviewCause::Sampled)).await
}

/// Asks a moderator to look at what is public and has got other words or another picture since
/// one has looked. It shows at once: what harms nobody is by far the most of it, and whoever is
/// signed up should read no old words. What a trusted partner changes is not looked at. What it
/// was before is given with the state that it was in.
pub(super) async fn look_again(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (state, particulars): (State, &Particulars),
    (activity, shows_another): (&Activity, bool),
    partner: &Partner,
) -> Result<(), StoreError> {
    let is_public = state.is_public() && activity.state().is_public();
    let has_words = activity.particulars().has_other_words_than(particulars);
    if partner.publishes_at_once() || !is_public || !(has_words || shows_another) {
        return Ok(());
    }
    let asked = tx.reviews().of_activity(activity.id).await?;
    if asked.iter().any(|it| it.cause == ReviewCause::Revised) {
        return Ok(());
    }
    tx.reviews().add(&asked_by_nobody(ports, activity.id, ReviewCause::Revised)).await
}

fn asked_by_nobody(ports: &Ports, activity: ActivityId, cause: ReviewCause) -> Review {
    Review {
        id: ReviewId(ports.ids.next()),
        activity,
        cause,
        remark: None,
        reply_to: None,
        asked_at: ports.clock.now(),
    }
}
