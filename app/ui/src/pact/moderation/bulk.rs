//! Several things of the queue are answered at once.

use application::{
    catalogue::DeskError,
    pact::{AnsweredCase, SeenCase},
};
use domain::pact::CaseId;
use leptos::prelude::*;

use crate::{
    Speech,
    design::{
        notice::{Notice, Tone},
        summary::Summary,
    },
};

/// What is said above the queue.
#[derive(Debug, Default)]
pub enum QueueTold {
    #[default]
    Nothing,
    /// The key of a sentence.
    Word(&'static str),
    /// Somebody wanted to answer what they have ticked, and had ticked nothing.
    NothingTicked,
    /// Somebody wanted to send back what they have ticked, and had not said why.
    ReasonMissing,
    /// What became of each of several things.
    Answered(Vec<AnsweredCase>),
}

/// What somebody has ticked in the queue, and why they would send it back.
#[derive(Clone, Debug, Default)]
pub struct Ticked {
    pub cases: Vec<SeenCase>,
    pub reason: String,
}

impl Ticked {
    /// A case as the queue shows it now, and whether it is ticked: what was changed since is not.
    pub(super) fn of(&self, it: SeenCase) -> (SeenCase, bool) {
        (it, self.cases.contains(&it))
    }
}

impl QueueTold {
    pub(super) fn status(&self) -> u16 {
        if matches!(self, Self::NothingTicked | Self::ReasonMissing) { 422 } else { 200 }
    }

    pub(super) fn show(&self, t: &'static Speech) -> AnyView {
        match self {
            Self::Nothing => ().into_any(),
            Self::Word(key) => {
                let word = t.say(key);
                view! { <Notice tone=Tone::Good><p>{word}</p></Notice> }.into_any()
            }
            Self::NothingTicked => fault(t, "h-vaelg", "queue-nothing-ticked"),
            Self::ReasonMissing => fault(t, "reason", "moderation-reason-missing"),
            Self::Answered(all) => answered(t, all),
        }
    }
}

/// What stands in the way, with a link to where it is mended.
fn fault(t: &'static Speech, field: &str, key: &str) -> AnyView {
    let faults = vec![(field.to_owned(), t.say(key).to_owned())];
    let title = t.tell("form-errors", &[("n", 1.into())]);
    view! { <Summary title faults /> }.into_any()
}

/// One sentence for each, so that nobody has to guess what went through.
fn answered(t: &'static Speech, all: &[AnsweredCase]) -> AnyView {
    let is_good = all.iter().all(|it| it.outcome.is_ok());
    let tone = if is_good { Tone::Good } else { Tone::Info };
    let rows: Vec<_> = all
        .iter()
        .map(|it| {
            let name = it
                .name
                .as_ref()
                .map_or_else(|| t.say("queue-bulk-nameless").to_owned(), ToString::to_string);
            let what = t.say(outcome_key(it));
            view! { <li><strong>{name}</strong> ": " {what}</li> }
        })
        .collect();
    let heading = t.tell("queue-bulk-heading", &[("n", all.len().into())]);
    view! {
        <Notice tone>
            <h2 class="t1">{heading}</h2>
            <ul>{rows}</ul>
        </Notice>
    }
    .into_any()
}

const fn outcome_key(it: &AnsweredCase) -> &'static str {
    match (&it.outcome, it.case) {
        (Ok(()), CaseId::Activity(_)) if !it.is_yes => "queue-bulk-returned",
        (Ok(()), _) if !it.is_yes => "queue-bulk-refused",
        (Ok(()), CaseId::Activity(_)) => "queue-bulk-published",
        (Ok(()), CaseId::Questions(_)) => "queue-bulk-asked",
        (Ok(()), CaseId::Claim(_)) => "queue-bulk-granted",
        (Ok(()), _) => "queue-bulk-approved",
        (Err(DeskError::OwnCase), _) => "queue-bulk-own",
        (Err(DeskError::LookAgain), _) => "queue-bulk-look-again",
        (Err(DeskError::PartnerNotApproved), _) => "queue-bulk-partner-first",
        (Err(DeskError::Forbidden(_) | DeskError::Unknown), _) => "queue-bulk-not-waiting",
        (Err(_), _) => "queue-bulk-failed",
    }
}

/// The word by which a form knows a case and what was seen of it.
pub(super) fn word(it: SeenCase) -> String {
    let (kind, id) = it.case.parts();
    match it.seen {
        Some(seen) => format!("{kind}:{id}:{seen}"),
        None => format!("{kind}:{id}"),
    }
}

/// The case of a word; nothing where nobody can have meant one.
#[must_use]
pub fn case_of(word: &str) -> Option<SeenCase> {
    let (kind, rest) = word.split_once(':')?;
    let (id, seen) = rest.split_once(':').unwrap_or((rest, ""));
    let case = CaseId::of_parts(kind, domain::Uuid::parse_str(id).ok()?)?;
    Some(SeenCase { case, seen: seen.parse().ok() })
}

#[cfg(test)]
mod tests {
    use domain::{Uuid, catalogue::ActivityId};

    use super::*;

    #[test]
    fn a_case_is_read_as_it_is_written() {
        let case = CaseId::Activity(ActivityId(Uuid::from_u128(7)));
        for seen in [None, "1807600000000000".parse().ok()] {
            let it = SeenCase { case, seen };
            assert_eq!(case_of(&word(it)), Some(it));
        }
        for nonsense in ["", "activity", "moon:00000000-0000-0000-0000-000000000007", "claim:x"] {
            assert_eq!(case_of(nonsense), None, "{nonsense}");
        }
    }
}
