//! What waits for a moderator.

use std::collections::HashMap;

use domain::{
    catalogue::Activity,
    identity::Action,
    pact::Region,
    partners::{Partner, PartnerId, Standing},
};

use super::{home_of, region_of};
use crate::{
    copenhagen,
    identity::{Viewer, may_in_region},
    ports::{Ports, StoreError, ToldClaim},
};

/// What waits for a moderator, the longest waiting first.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    pub activities: Vec<InQueue>,
    pub partners: Vec<(Partner, Option<Region>)>,
    pub claims: Vec<(ToldClaim, Partner, Option<Region>)>,
}

/// An activity that waits.
#[derive(Clone, Debug)]
pub struct InQueue {
    pub activity: Activity,
    pub partner: Partner,
    pub region: Option<Region>,
}

/// What waits in the regions that are somebody's today.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_queue(ports: &Ports, viewer: &Viewer) -> Result<Queue, StoreError> {
    let day = copenhagen::day(ports.clock.now());
    let account = &viewer.account;
    let may = |action, region| may_in_region(account, action, region, day).is_ok();
    let mut queue = Queue::default();
    let partners: HashMap<PartnerId, Partner> =
        ports.desk.all_partners().await?.into_iter().map(|it| (it.id, it)).collect();
    for activity in ports.queue.submitted().await? {
        let Some(partner) = partners.get(&activity.partner).cloned() else { continue };
        let region = region_of(activity.particulars(), &partner, day);
        if may(Action::SeeCase, region) {
            queue.activities.push(InQueue { activity, partner, region });
        }
    }
    for claim in ports.queue.claims().await? {
        let Some(partner) = partners.get(&claim.claim.partner) else { continue };
        let home = home_of(partner, day);
        if may(Action::AnswerClaim, home) {
            queue.claims.push((claim, partner.clone(), home));
        }
    }
    let waiting = partners.into_values().filter(|it| it.standing == Standing::Waiting);
    queue.partners =
        waiting.map(|it| (home_of(&it, day), it)).map(|(home, it)| (it, home)).collect();
    queue.partners.retain(|(_, home)| may(Action::SeeCandidate, *home));
    queue.partners.sort_by_key(|(it, _)| (it.created_at, it.id));
    Ok(queue)
}
