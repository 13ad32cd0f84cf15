//! Synonyms: how they and what they change are told, and the page on which they are looked after.

mod synonyms_page;
mod trial;

use application::search::{Comparison, Effect, SynonymChange, SynonymsError};

use crate::Speech;

pub use synonyms_page::{TypedSynonyms, WordsFault, synonyms_page};

/// What is wrong with a list.
#[must_use]
pub fn fault(t: &'static Speech, error: SynonymsError) -> String {
    let line = |line: usize| ("line", line.into());
    match error {
        SynonymsError::TooManyLines { limit } => {
            t.tell("synonyms-too-many-lines", &[("max", limit.into())])
        }
        SynonymsError::LineTooLong { line: n, limit } => {
            t.tell("synonyms-line-too-long", &[line(n), ("max", limit.into())])
        }
        SynonymsError::TermTooLong { line: n, limit } => {
            t.tell("synonyms-term-too-long", &[line(n), ("max", limit.into())])
        }
        SynonymsError::EmptyTerm { line: n } => t.tell("synonyms-empty-term", &[line(n)]),
        SynonymsError::Alone { line: n } => t.tell("synonyms-alone", &[line(n)]),
        SynonymsError::TwoArrows { line: n } => t.tell("synonyms-two-arrows", &[line(n)]),
    }
}

/// How many groups are new, others and gone.
#[must_use]
pub fn counts(t: &'static Speech, effects: &[Effect]) -> String {
    let number =
        |is: fn(&SynonymChange) -> bool| effects.iter().filter(|it| is(&it.change)).count();
    let added = number(|it| matches!(it, SynonymChange::Added(_)));
    let removed = number(|it| matches!(it, SynonymChange::Removed(_)));
    let changed = effects.len() - added - removed;
    t.tell(
        "synonyms-changes",
        &[("added", added.into()), ("changed", changed.into()), ("removed", removed.into())],
    )
}

/// What has changed, and what it was before where it was something.
#[must_use]
pub fn change(t: &'static Speech, change: &SynonymChange) -> (String, Option<String>) {
    let (key, group, was) = match change {
        SynonymChange::Added(group) => ("synonyms-added", group, None),
        SynonymChange::Removed(group) => ("synonyms-removed", group, None),
        SynonymChange::Changed(was, group) => ("synonyms-changed", group, Some(was)),
    };
    let what = [("line", group.line.into()), ("group", group.to_string().into())];
    let was = was.map(|was| t.tell("synonyms-was", &[("group", was.to_string().into())]));
    (t.tell(key, &what), was)
}

/// How much a search finds before and after.
#[must_use]
pub fn hits(t: &'static Speech, words: &str, found: &Comparison) -> String {
    t.tell(
        "synonyms-hits",
        &[
            ("words", words.to_owned().into()),
            ("before", found.before.into()),
            ("after", found.after.into()),
        ],
    )
}

/// The first titles of those that come or go, and how many more there are.
#[must_use]
pub fn some_titles(t: &'static Speech, titles: &[String], shown: usize) -> Vec<String> {
    let mut some: Vec<String> = titles.iter().take(shown).cloned().collect();
    let more = titles.len().checked_sub(shown).filter(|more| *more > 0);
    some.extend(more.map(|more| t.tell("synonyms-more", &[("n", more.into())])));
    some
}
