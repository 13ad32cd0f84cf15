//! A moderator says yes to several things at once.

use std::collections::{HashMap, HashSet};

use domain::pact::{CaseId, CaseName};

use super::{
    ClaimAnswer, QuestionsAnswer, WaitingCase, answer_claim, answer_questions, approve_activity,
    approve_partner, waiting_cases,
};
use crate::{
    catalogue::DeskError,
    copenhagen,
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// The most things that somebody says yes to at once.
pub const MOST_AT_ONCE: usize = 100;

/// What became of one of them.
#[derive(Debug)]
pub struct Approved {
    pub case: CaseId,
    /// What it is called, where it waited.
    pub name: Option<CaseName>,
    pub outcome: Result<(), DeskError>,
}

/// Says yes to each of several things, one after the other and each for itself: what cannot be
/// approved keeps nothing else from it. Partners come first, so that what waits for its partner
/// goes through with it.
///
/// # Errors
///
/// Where the store fails before the first of them.
pub async fn approve_cases(
    ports: &Ports,
    viewer: &Viewer,
    cases: &[CaseId],
) -> Result<Vec<Approved>, StoreError> {
    let now = ports.clock.now();
    let waiting = waiting_cases(ports, (now, copenhagen::day(now))).await?;
    let mut names: HashMap<CaseId, CaseName> =
        waiting.iter().filter_map(|it| Some((WaitingCase::id(it), it.name()?))).collect();
    let mut seen = HashSet::new();
    let mut cases: Vec<CaseId> = cases.iter().copied().filter(|it| seen.insert(*it)).collect();
    cases.truncate(MOST_AT_ONCE);
    cases.sort_by_key(|it| !matches!(it, CaseId::Partner(_)));
    let mut approved = Vec::with_capacity(cases.len());
    for case in cases {
        let outcome = match case {
            CaseId::Activity(id) => approve_activity(ports, viewer, id).await.map(|_| ()),
            CaseId::Partner(id) => approve_partner(ports, viewer, id).await,
            CaseId::Claim(id) => {
                answer_claim(ports, viewer, id, ClaimAnswer::Yes).await.map(|_| ())
            }
            CaseId::Questions(id) => {
                answer_questions(ports, viewer, id, QuestionsAnswer::Yes).await
            }
            // What was reported is looked at one by one.
            CaseId::Review(_) => Err(DeskError::Unknown),
        };
        // Nobody learns the name of what is none of theirs.
        let is_theirs = !matches!(outcome, Err(DeskError::Unknown));
        let name = names.remove(&case).filter(|_| is_theirs);
        approved.push(Approved { case, name, outcome });
    }
    Ok(approved)
}
