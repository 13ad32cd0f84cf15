//! Some of what trusted partners publish at once is looked at afterwards.

use domain::{
    catalogue::ActivityId,
    identity::DeedKind,
    pact::{Review, ReviewCause, ReviewId},
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
    let review = Review {
        id: ReviewId(ports.ids.next()),
        activity,
        cause: ReviewCause::Sampled,
        remark: None,
        reply_to: None,
        asked_at: ports.clock.now(),
    };
    tx.reviews().add(&review).await
}
