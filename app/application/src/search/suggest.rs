//! What somebody may be about to type.

use domain::catalogue::{Language, Slug};
use domain::search::{Filter, Query, Sort};

use super::{
    Search, SearchError,
    search_activities::{ends_in_a_word, put_right, search_while_typing, strict},
};
use crate::ports::{Lookup, Ports};

/// What is offered while somebody types.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Suggestions {
    /// Whole searches, each the typed one with its last word finished.
    pub searches: Vec<String>,
    /// Titles of activities that fit best, with their addresses and the languages they are in.
    pub activities: Vec<(String, Slug, Language)>,
    /// How many activities meet what is typed.
    pub total: u32,
}

/// How many activities are offered.
const ACTIVITIES: u32 = 4;

/// What is offered to somebody who has typed so much of the words of `filter`.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn suggest(ports: &Ports, filter: &Filter) -> Result<Suggestions, SearchError> {
    let query = Query { filter: filter.clone(), per_page: ACTIVITIES, ..Query::default() };
    let search = search_while_typing(ports, &query).await?;
    offer(ports, &query, &search).await
}

/// What is offered to somebody who has typed so much of the words of `query`, of which
/// `search` is the first page.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn offer(
    ports: &Ports,
    query: &Query,
    search: &Search,
) -> Result<Suggestions, SearchError> {
    let mut suggestions = Suggestions { total: search.found.total, ..Suggestions::default() };
    let typed = query.filter.words.as_deref().unwrap_or_default();
    let last = language::words(typed).pop().filter(|last| last.folded.chars().count() >= 2);
    if let Some(last) = last.filter(|_| ends_in_a_word(typed, &search.understanding)) {
        let mut begun = typed[..last.start].to_owned();
        for it in &search.corrections {
            put_right(&mut begun, &language::folded(&it.typed), &it.meant);
        }
        let others = search.begun.iter().filter(|word| language::folded(word) != last.folded);
        suggestions.searches = others.map(|word| format!("{begun}{word}")).collect();
    }
    if let Some(matches) = &search.matches {
        let is_by_fit = query.sort.is_none_or(|sort| sort == Sort::Relevance);
        let hits = if is_by_fit && query.per_page >= ACTIVITIES {
            search.found.hits.iter().take(ACTIVITIES as usize).cloned().collect()
        } else {
            let filter = strict(&query.filter, &search.understanding);
            let query = Query { filter, per_page: ACTIVITIES, ..Query::default() };
            let lookup = Lookup { query: &query, matches: Some(matches), now: ports.clock.now() };
            ports.catalogue.find(lookup).await?.hits
        };
        let offered = hits.into_iter().map(|hit| (hit.title, hit.slug, hit.language));
        suggestions.activities = offered.collect();
    }
    Ok(suggestions)
}
