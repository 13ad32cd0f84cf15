//! What waits for a moderator.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::Activity,
    identity::Action,
    pact::{Patience, Region, ReviewCause},
    partners::Partner,
};

use super::waiting_cases::{WaitingCase, WaitingFor, waiting_cases};
use crate::{
    copenhagen,
    identity::{Viewer, may_in_region},
    ports::{Ports, StoreError, ToldClaim},
};

/// What waits for a moderator, the longest waiting first.
#[derive(Clone, Debug, Default)]
pub struct Queue {
    pub activities: Vec<(Activity, Waits)>,
    pub partners: Vec<Waits>,
    pub claims: Vec<(ToldClaim, Waits)>,
    /// What is public and should be looked at.
    pub looked: Vec<Looked>,
}

/// An activity that is public and should be looked at.
#[derive(Clone, Debug)]
pub struct Looked {
    pub activity: Activity,
    /// Why, the longest waiting first.
    pub causes: Vec<ReviewCause>,
    /// How the first of them waits.
    pub waits: Waits,
}

/// How something waits.
#[derive(Clone, Debug)]
pub struct Waits {
    /// Whose it is, or who it is.
    pub partner: Partner,
    pub region: Option<Region>,
    pub since: DateTime<Utc>,
    pub patience: Patience,
}

/// What waits in the regions that are somebody's today.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_queue(ports: &Ports, viewer: &Viewer) -> Result<Queue, StoreError> {
    let now = ports.clock.now();
    let day = copenhagen::day(now);
    let may = |action, region| may_in_region(&viewer.account, action, region, day).is_ok();
    let mut queue = Queue::default();
    for WaitingCase { what, partner, region, since, patience } in
        waiting_cases(ports, (now, day)).await?
    {
        let waits = Waits { partner, region, since, patience };
        match what {
            WaitingFor::Activity(it) if may(Action::SeeCase, region) => {
                queue.activities.push((it, waits));
            }
            WaitingFor::Partner if may(Action::SeeCandidate, region) => queue.partners.push(waits),
            WaitingFor::Claim(it) if may(Action::AnswerClaim, region) => {
                queue.claims.push((it, waits));
            }
            WaitingFor::Review(it, activity) if may(Action::SeeCase, region) => {
                let known = queue.looked.iter_mut().find(|known| known.activity.id == activity.id);
                if let Some(known) = known {
                    known.causes.push(it.cause);
                } else {
                    queue.looked.push(Looked { activity, causes: vec![it.cause], waits });
                }
            }
            _ => {}
        }
    }
    Ok(queue)
}
