//! Several things are answered alike, each for itself.

use std::collections::{HashMap, HashSet};

use domain::{
    catalogue::Revision,
    identity::Remark,
    pact::{CaseId, CaseName},
};

use super::{
    ClaimAnswer, QuestionsAnswer, WaitingCase, answer_claim, answer_questions, approve_activity,
    approve_partner, refuse_partner, return_activity, waiting_cases,
};
use crate::{
    catalogue::DeskError,
    copenhagen,
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// The most things that somebody answers at once.
pub const MOST_AT_ONCE: usize = 100;

/// One of them, as whoever ticked it saw it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeenCase {
    pub case: CaseId,
    /// Which words of the activity that it is about; nothing where it is about none.
    pub seen: Option<Revision>,
}

/// What became of one of them.
#[derive(Debug)]
pub struct AnsweredCase {
    pub case: CaseId,
    /// What it is called, where it waited.
    pub name: Option<CaseName>,
    /// Whether it was to be yes.
    pub is_yes: bool,
    pub outcome: Result<(), DeskError>,
}

/// Answers each of several things, one after the other: yes, or no for one reason. What cannot be
/// answered keeps nothing else from it, and what stands twice is answered once. Partners come
/// first where the answer is yes, so that what waits for its partner goes through with it, and last
/// where it is no.
pub(super) async fn answer_each(
    ports: &Ports,
    viewer: &Viewer,
    cases: &[SeenCase],
    reason: Option<&Remark>,
) -> Result<Vec<AnsweredCase>, StoreError> {
    let now = ports.clock.now();
    let waiting = waiting_cases(ports, (now, copenhagen::day(now))).await?;
    let mut names: HashMap<CaseId, CaseName> =
        waiting.iter().filter_map(|it| Some((WaitingCase::id(it), it.name()?))).collect();
    let mut known = HashSet::new();
    let mut cases: Vec<SeenCase> =
        cases.iter().copied().filter(|it| known.insert(it.case)).collect();
    cases.truncate(MOST_AT_ONCE);
    let is_yes = reason.is_none();
    cases.sort_by_key(|it| matches!(it.case, CaseId::Partner(_)) != is_yes);
    let mut answered = Vec::with_capacity(cases.len());
    for it in cases {
        let case = it.case;
        let outcome = match reason {
            None => say_yes(ports, viewer, it).await,
            Some(reason) => say_no(ports, viewer, case, reason).await,
        };
        // Nobody learns the name of what is none of theirs.
        let is_theirs = !matches!(outcome, Err(DeskError::Unknown));
        let name = names.remove(&case).filter(|_| is_theirs);
        answered.push(AnsweredCase { case, name, is_yes, outcome });
    }
    Ok(answered)
}

async fn say_yes(ports: &Ports, viewer: &Viewer, it: SeenCase) -> Result<(), DeskError> {
    match it.case {
        CaseId::Activity(id) => approve_activity(ports, viewer, id, it.seen).await.map(|_| ()),
        CaseId::Partner(id) => approve_partner(ports, viewer, id).await,
        CaseId::Claim(id) => answer_claim(ports, viewer, id, ClaimAnswer::Yes).await.map(|_| ()),
        CaseId::Questions(id) => {
            answer_questions(ports, viewer, id, QuestionsAnswer::Yes(it.seen)).await
        }
        // What was reported is looked at one by one.
        CaseId::Review(_) => Err(DeskError::Unknown),
    }
}

async fn say_no(
    ports: &Ports,
    viewer: &Viewer,
    case: CaseId,
    reason: &Remark,
) -> Result<(), DeskError> {
    let reason = Some(reason.clone());
    match case {
        CaseId::Activity(id) => return_activity(ports, viewer, id, reason).await,
        CaseId::Partner(id) => refuse_partner(ports, viewer, id, reason).await,
        CaseId::Claim(id) => {
            answer_claim(ports, viewer, id, ClaimAnswer::No(reason)).await.map(|_| ())
        }
        CaseId::Questions(id) => {
            answer_questions(ports, viewer, id, QuestionsAnswer::No(reason)).await
        }
        CaseId::Review(_) => Err(DeskError::Unknown),
    }
}
