//! What somebody may be about to type.

use domain::catalogue::Slug;
use domain::search::{Filter, Query};

use super::{
    SearchError,
    search_activities::{ends_in_a_word, look_up, strict},
    understand,
};
use crate::ports::{Lookup, Ports};

/// What is offered while somebody types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Whole searches, each the typed one with its last word finished.
    pub searches: Vec<String>,
    /// Titles of activities that fit best, with their addresses.
    pub activities: Vec<(String, Slug)>,
    /// How many activities meet what is typed.
    pub total: u32,
}

/// How many words are offered, and how many activities.
const WORDS: usize = 5;
const ACTIVITIES: u32 = 4;

/// What is offered to somebody who has typed so much of the words of `filter`.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn suggest(ports: &Ports, filter: &Filter) -> Result<Suggestions, SearchError> {
    let now = ports.clock.now();
    let typed = filter.words.clone().unwrap_or_default();
    let mut understanding = understand(&typed, filter, now);
    let words = language::words(&typed);
    let last = words.last().filter(|word| word.end == typed.len());
    let is_word = ends_in_a_word(&typed, &understanding);
    understanding.words.is_typing = is_word;

    let mut suggestions = Suggestions::default();
    if let Some(last) = last.filter(|last| is_word && last.folded.chars().count() >= 2) {
        let begun = &typed[..last.start];
        let words = ports.index.complete(&last.folded, WORDS).await?;
        let others = words.into_iter().filter(|word| language::folded(word) != last.folded);
        suggestions.searches = others.map(|word| format!("{begun}{word}")).collect();
    }
    let matches = look_up(ports, &understanding).await?;
    let filter = strict(filter, &understanding);
    let query = Query { filter, per_page: ACTIVITIES, ..Query::default() };
    let found =
        ports.catalogue.find(Lookup { query: &query, matches: matches.as_ref(), now }).await?;
    suggestions.total = found.total;
    if matches.is_some() {
        suggestions.activities = found.hits.into_iter().map(|hit| (hit.title, hit.slug)).collect();
    }
    Ok(suggestions)
}
