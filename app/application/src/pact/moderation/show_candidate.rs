//! One partner, as a moderator looks at it.

use domain::{
    catalogue::Activity,
    identity::{Action, Subject},
    pact::Region,
    partners::{ClaimId, Partner, PartnerId},
};

use super::{home_of, may_trust};
use crate::{
    catalogue::DeskError,
    copenhagen,
    deeds::history_about,
    identity::{Viewer, may_in_region},
    ports::{History, Ports, ToldClaim},
};

/// One partner, as a moderator looks at it.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub partner: Partner,
    pub region: Option<Region>,
    /// Whether the viewer may trust it.
    pub may_trust: bool,
    pub claims: Vec<ToldClaim>,
    /// What it offers, in whatever state, the last changed first.
    pub activities: Vec<Activity>,
    pub history: History,
    /// Whether the viewer acts for it, so that a colleague answers.
    pub is_own: bool,
    /// The claim that the viewer made themselves, which a colleague answers too.
    pub own_claim: Option<ClaimId>,
}

/// How many activities a moderator sees of a partner.
const MOST: u64 = 50;

/// One partner, as a moderator of its region looks at it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs.
pub async fn show_candidate(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
) -> Result<Candidate, DeskError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = ports.desk.all_partners().await?;
    let partner = partners.into_iter().find(|it| it.id == id).ok_or(DeskError::Unknown)?;
    let region = home_of(&partner, day);
    may_in_region(&viewer.account, Action::SeeCandidate, region, day)?;
    let mut claims = ports.queue.claims().await?;
    claims.retain(|it| it.claim.partner == id);
    let own = claims.iter().find(|it| it.claim.account == viewer.account.id);
    Ok(Candidate {
        region,
        may_trust: may_trust(&viewer.account, &partner, day),
        is_own: viewer.account.acts_for(id),
        own_claim: own.map(|it| it.claim.id),
        claims,
        activities: ports.desk.activities_of(&[id], MOST).await?,
        history: history_about(ports, Subject::Partner(id)).await?,
        partner,
    })
}
