//! What waits for a moderator.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::Activity,
    identity::Action,
    pact::{Patience, Region, ReviewCause},
    partners::Partner,
};

use super::{
    region_of,
    waiting_cases::{WaitingCase, WaitingFor, waiting_cases},
};
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
    /// What is public and would ask something else of those who sign up.
    pub questions: Vec<(Activity, Waits)>,
    /// How many activities lead to a web address at which nobody answers any more. That is their
    /// organisers' to mend; it is a moderator's to know.
    pub silent: usize,
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
    /// Whether the viewer acts for the partner or made the claim, so that a colleague answers.
    pub is_own: bool,
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
        let is_own = viewer.account.acts_for(partner.id)
            || matches!(&what, WaitingFor::Claim(it) if it.claim.account == viewer.account.id);
        let waits = Waits { partner, region, since, patience, is_own };
        match what {
            WaitingFor::Activity(it) if may(Action::SeeCase, region) => {
                queue.activities.push((it, waits));
            }
            WaitingFor::Partner if may(Action::SeeCandidate, region) => queue.partners.push(waits),
            WaitingFor::Claim(it) if may(Action::AnswerClaim, region) => {
                queue.claims.push((it, waits));
            }
            WaitingFor::Questions(it) if may(Action::SeeCase, region) => {
                queue.questions.push((it, waits));
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
    queue.silent = silent(ports, (now, day), |region| may(Action::SeeCase, region)).await?;
    Ok(queue)
}

async fn silent(
    ports: &Ports,
    (now, day): (DateTime<Utc>, NaiveDate),
    may: impl Fn(Option<Region>) -> bool,
) -> Result<usize, StoreError> {
    let dead = ports.addresses.dead(now, None).await?;
    if dead.is_empty() {
        return Ok(0);
    }
    let partners = ports.desk.all_partners().await?;
    let is_theirs = |activity: &Activity| {
        let partner = partners.iter().find(|it| it.id == activity.partner);
        partner.is_some_and(|it| may(region_of(activity.particulars(), it, day)))
    };
    Ok(dead.iter().filter(|(_, activity)| is_theirs(activity)).count())
}
