//! What other synonyms would find.

use std::sync::Arc;

use domain::identity::Action;
use language::{Change, Group, changes};

use super::{SynonymsFault, may, on_top_of};
use crate::{
    identity::Viewer,
    ports::{Ports, VainSearches},
    search::{Comparison, SearchError, compare_searches},
};

/// A difference between lists, and what it does to the searches for its words.
#[derive(Clone, Debug)]
pub struct Effect {
    pub change: Change,
    pub searches: Vec<(String, Comparison)>,
}

/// What other synonyms would find.
#[derive(Clone, Debug, Default)]
pub struct SynonymsTrial {
    pub effects: Vec<Effect>,
    /// How many words were not looked for, since there are more than a page can wait for.
    pub not_searched: usize,
}

/// So many words are looked for before a page is shown.
const MOST_SEARCHES: usize = 30;

/// Nobody looks for what a trial looks for, so nothing of it is counted as looked for in vain.
struct Nowhere;

impl VainSearches for Nowhere {
    fn note(&self, _words: &str, _now: chrono::DateTime<chrono::Utc>) {}
}

/// How `new` groups differ from `old` ones, and what each difference does to the searches for its
/// words, as far as `most` searches go.
///
/// # Errors
///
/// Where a store or an index fails.
pub async fn compare_lists(
    (before, old): (&Ports, &[Group]),
    (after, new): (&Ports, &[Group]),
    most: usize,
) -> Result<SynonymsTrial, SearchError> {
    let quietly = |ports: &Ports| Ports { vain: Arc::new(Nowhere), ..ports.clone() };
    let (before, after) = (quietly(before), quietly(after));
    let (mut trial, mut left) = (SynonymsTrial::default(), most);
    for change in changes(old, new) {
        let mut searches = Vec::new();
        for term in change.terms() {
            if left == 0 {
                trial.not_searched += 1;
                continue;
            }
            left -= 1;
            let found = compare_searches(&before, &after, term).await?;
            searches.push((term.to_owned(), found));
        }
        trial.effects.push(Effect { change, searches });
    }
    Ok(trial)
}

/// What searches would find if `lines` stood on top of the operator's list, in place of those that
/// do.
///
/// # Errors
///
/// What is wrong with the lines; [`SynonymsFault::Unknown`] where it is not theirs to try.
pub async fn try_synonyms(
    ports: &Ports,
    viewer: &Viewer,
    lines: &str,
) -> Result<SynonymsTrial, SynonymsFault> {
    if !may(&viewer.account, Action::TrySynonyms) {
        return Err(SynonymsFault::Unknown);
    }
    let base = ports.synonyms.base();
    let (new, after) = on_top_of(&base, lines)?;
    let kept = ports.synonym_lists.synonym_lists(1).await?;
    let kept = kept.first().map_or("", |it| it.text.as_str());
    let (old, before) = on_top_of(&base, kept)?;
    let with = |synonyms| Ports { index: ports.synonyms.asked_with(synonyms), ..ports.clone() };
    let (before, after) = (with(before), with(after));
    Ok(compare_lists((&before, &old), (&after, &new), MOST_SEARCHES).await?)
}
