//! What somebody looks for.

use domain::search::{Filter, Query};

use super::{Understanding, understand};
use crate::ports::{Correction, Found, IndexError, Lookup, Matches, Nearly, Ports, StoreError};

/// What was found, and how the words were taken.
#[derive(Clone, Debug, Default)]
pub struct Search {
    pub found: Found,
    /// Where little meets everything: what comes nearest, behind the hits on the same pages.
    pub nearly: Vec<Nearly>,
    /// How many come near on all pages.
    pub nearly_total: u32,
    pub understanding: Understanding,
    /// Words that nothing holds, and what was looked for instead.
    pub corrections: Vec<Corrected>,
    /// What an index found for the words that mean nothing but themselves, for further
    /// questions about the same search; none where there are no such words.
    pub matches: Option<Matches>,
    /// Words that begin like the last one, for somebody who is in the middle of it.
    pub begun: Vec<String>,
}

/// How many words are offered to somebody who is in the middle of one.
const WORDS: usize = 5;

/// A word that nothing holds, and what was looked for instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// As it was typed.
    pub typed: String,
    pub meant: String,
    /// The search with the word in quotes, so that it is not corrected.
    pub quoted: String,
}

impl Corrected {
    fn of(correction: Correction, typed: &str) -> Self {
        let word = language::words(typed).into_iter().find(|it| it.folded == correction.typed);
        let Some(word) = word else {
            let quoted = format!("\"{typed}\"");
            return Self { typed: correction.typed, meant: correction.meant, quoted };
        };
        let (front, rest) = typed.split_at(word.start);
        let (word, back) = rest.split_at(word.end - word.start);
        let quoted = format!("{front}\"{word}\"{back}");
        Self { typed: word.to_owned(), meant: correction.meant, quoted }
    }
}

/// Why nothing could be looked for.
#[derive(Debug, thiserror::Error)]
#[error("the search failed")]
pub enum SearchError {
    Store(#[from] StoreError),
    Index(#[from] IndexError),
}

/// Below so many hits, what comes near is shown too.
pub const FEW: u32 = 10;

/// One page of what `query` asks for, as it is now.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn search_activities(ports: &Ports, query: &Query) -> Result<Search, SearchError> {
    search(ports, query, false).await
}

/// The same for somebody who is still typing: the last word may be unfinished, and is not counted
/// as one that was looked for in vain.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn search_while_typing(ports: &Ports, query: &Query) -> Result<Search, SearchError> {
    search(ports, query, true).await
}

async fn search(ports: &Ports, query: &Query, is_typing: bool) -> Result<Search, SearchError> {
    let now = ports.clock.now();
    let asked = ask(ports, query, is_typing).await?;
    let strict = Query { filter: asked.filter, ..query.clone() };
    let matches = asked.matches.as_ref();
    let found = ports.catalogue.find(Lookup { query: &strict, matches, now }).await?;

    let understanding = asked.understanding;
    let is_plain = understanding.parts.is_empty() && matches.is_none();
    let (mut nearly, mut nearly_total) = (Vec::new(), 0);
    if found.total < FEW && !is_plain {
        let n = (FEW - found.total) as usize;
        // Where no word is known at all, what else is wished for is better than nothing.
        let matches = matches.filter(|it| !it.found.is_empty() || understanding.parts.is_empty());
        let lookup = Lookup { query, matches, now };
        nearly = ports.catalogue.nearly(lookup, &understanding.wished, n).await?;
        nearly_total = u32::try_from(nearly.len()).unwrap_or(u32::MAX);
        nearly = on_page(nearly, query, found.total);
    }
    // What comes near is not what was wished for.
    if let Some(words) = query.filter.words.as_deref().filter(|_| found.total == 0 && !is_typing)
        && Box::pin(is_in_vain(ports, words, &query.filter)).await?
    {
        ports.vain.note(words, now);
    }
    let typed = query.filter.words.as_deref().unwrap_or_default();
    let corrections = asked.corrections.into_iter().map(|it| Corrected::of(it, typed)).collect();
    let (matches, begun) = (asked.matches, asked.begun);
    Ok(Search { found, nearly, nearly_total, understanding, corrections, matches, begun })
}

/// Whether `words` alone find nothing, where nothing meets all of `filter`: it may be what was
/// chosen that nothing meets, and then the words are not to blame.
async fn is_in_vain(ports: &Ports, words: &str, filter: &Filter) -> Result<bool, SearchError> {
    let alone = Filter { words: Some(words.to_owned()), ..Filter::default() };
    if *filter == alone {
        return Ok(true);
    }
    let (query, matches) = understood(ports, &alone).await?;
    let lookup = Lookup { query: &query, matches: matches.as_ref(), now: ports.clock.now() };
    Ok(ports.catalogue.count(lookup).await? == 0)
}

/// Those of what comes near that stand on a page, behind the hits.
fn on_page<T>(nearly: Vec<T>, query: &Query, hits: u32) -> Vec<T> {
    let (page, size) = (query.page.get() as usize, query.per_page as usize);
    let hits = hits as usize;
    let first = (page - 1) * size;
    let skipped = first.saturating_sub(hits);
    let taken = (first + size).saturating_sub(hits.max(first)).min(size);
    nearly.into_iter().skip(skipped).take(taken).collect()
}

/// How many activities meet all of `filter` now, what its words mean included. Where its
/// words are those of a `search`, what was found for that is not looked for again.
///
/// # Errors
///
/// Where the store or the index fails.
pub(super) async fn count_beside(
    ports: &Ports,
    search: &Search,
    filter: &Filter,
) -> Result<u32, SearchError> {
    let now = ports.clock.now();
    let understanding = understand(filter.words.as_deref().unwrap_or_default(), filter, now);
    let (query, matches);
    let found = if understanding.words == search.understanding.words {
        query = Query { filter: strict(filter, &understanding), ..Query::default() };
        search.matches.as_ref()
    } else {
        (query, matches) = understood(ports, filter).await?;
        matches.as_ref()
    };
    Ok(ports.catalogue.count(Lookup { query: &query, matches: found, now }).await?)
}

/// How many activities meet all of `filter` now, with the counts of every next choice.
///
/// # Errors
///
/// Where the store or the index fails.
pub async fn count_choices(ports: &Ports, filter: &Filter) -> Result<Found, SearchError> {
    let (query, matches) = understood(ports, filter).await?;
    let query = Query { per_page: 1, ..query };
    let lookup = Lookup { query: &query, matches: matches.as_ref(), now: ports.clock.now() };
    Ok(ports.catalogue.find(lookup).await?)
}

/// What must be met of a filter and its words, and what an index found for those.
async fn understood(
    ports: &Ports,
    filter: &Filter,
) -> Result<(Query, Option<Matches>), SearchError> {
    let query = Query { filter: filter.clone(), ..Query::default() };
    let asked = ask(ports, &query, false).await?;
    Ok((Query { filter: asked.filter, ..query }, asked.matches))
}

/// A query with what its words mean, and what an index found for the rest of them.
pub(super) struct Asked {
    understanding: Understanding,
    /// What must be met.
    pub(super) filter: Filter,
    matches: Option<Matches>,
    corrections: Vec<Correction>,
    begun: Vec<String>,
}

/// What nothing begins like is no unfinished word but a misspelled one, where that finds something:
/// so it finds while it is typed what it finds once it is sent.
pub(super) async fn ask(
    ports: &Ports,
    query: &Query,
    is_typing: bool,
) -> Result<Asked, SearchError> {
    let Some(begun) = (if is_typing { begun(ports, query).await? } else { None }) else {
        return ask_for(ports, query, is_typing).await;
    };
    if begun.is_empty() {
        let whole = ask_for(ports, query, false).await?;
        if whole.matches.as_ref().is_some_and(|it| !it.found.is_empty()) {
            return Ok(whole);
        }
    }
    Ok(Asked { begun, ..ask_for(ports, query, is_typing).await? })
}

/// Words that begin like the last one that was typed; none where it is finished, or means more
/// than itself.
async fn begun(ports: &Ports, query: &Query) -> Result<Option<Vec<String>>, IndexError> {
    let typed = query.filter.words.as_deref().unwrap_or_default();
    let understanding = understand(typed, &query.filter, ports.clock.now());
    match language::words(typed).pop() {
        Some(last) if ends_in_a_word(typed, &understanding) => {
            ports.index.complete(&last.folded, WORDS).await.map(Some)
        }
        _ => Ok(None),
    }
}

async fn ask_for(ports: &Ports, query: &Query, is_typing: bool) -> Result<Asked, SearchError> {
    let now = ports.clock.now();
    let typed = query.filter.words.as_deref().unwrap_or_default();
    let mut understanding = understand(typed, &query.filter, now);
    understanding.words.is_typing = is_typing && ends_in_a_word(typed, &understanding);
    let mut matches = look_up(ports, &understanding).await?;
    if matches.is_none() && !typed.is_empty() && language::words(typed).is_empty() {
        // A search of signs and pictures only has words too: none that anything holds.
        matches = Some(Matches::default());
    }
    if let Some(mended) = mend(ports, query, matches.as_ref(), is_typing).await? {
        return Ok(mended);
    }
    let corrections = Vec::new();
    let filter = strict(&query.filter, &understanding);
    Ok(Asked { understanding, filter, matches, corrections, begun: Vec::new() })
}

/// What an index finds for the words that mean nothing but themselves; none where there are none.
async fn look_up(
    ports: &Ports,
    understanding: &Understanding,
) -> Result<Option<Matches>, IndexError> {
    if understanding.words.words.is_empty() {
        return Ok(None);
    }
    ports.index.find(&understanding.words).await.map(Some)
}

/// What must be met: what was chosen, and what the words mean, which an index has read.
pub(super) fn strict(chosen: &Filter, understanding: &Understanding) -> Filter {
    Filter { words: None, ..chosen.clone() }.and(&understanding.wished)
}

/// Whether what is typed ends in a word that means nothing but itself.
pub(super) fn ends_in_a_word(typed: &str, understanding: &Understanding) -> bool {
    let last = language::words(typed).pop().filter(|word| word.end == typed.len());
    last.is_some_and(|last| {
        understanding.words.words.last().is_some_and(|word| word.folded == last.folded)
    })
}

/// Puts what was meant in the place of the first word of `text` that is folded so.
pub(super) fn put_right(text: &mut String, folded: &str, meant: &str) {
    if let Some(word) = language::words(text).into_iter().find(|it| it.folded == folded) {
        text.replace_range(word.start..word.end, meant);
    }
}

/// What is asked where words were corrected: the search as it was meant, read anew, so that
/// it finds exactly what it would have found. None where nothing was corrected.
async fn mend(
    ports: &Ports,
    query: &Query,
    matches: Option<&Matches>,
    is_typing: bool,
) -> Result<Option<Asked>, SearchError> {
    let mut corrections = matches.map(|it| it.corrections.clone()).unwrap_or_default();
    let now = ports.clock.now();
    // What nothing holds and means no choice either would help nobody.
    let is_choice = |it: &Correction| !understand(&it.meant, &query.filter, now).parts.is_empty();
    corrections.retain(|it| it.is_held || is_choice(it));
    if corrections.is_empty() {
        return Ok(None);
    }
    let mut typed = query.filter.words.clone().unwrap_or_default();
    for correction in &corrections {
        put_right(&mut typed, &correction.typed, &correction.meant);
    }
    let mut understanding = understand(&typed, &query.filter, now);
    understanding.words.is_typing = is_typing && ends_in_a_word(&typed, &understanding);
    let matches = look_up(ports, &understanding).await?;
    let filter = strict(&query.filter, &understanding);
    Ok(Some(Asked { understanding, filter, matches, corrections, begun: Vec::new() }))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::search::PageNumber;

    use super::*;
    use crate::testing::{MemoryStore, VainNotes, contract::fill, ports};

    #[tokio::test]
    async fn words_that_find_nothing_alone_are_counted_whatever_was_chosen() {
        let (store, vain) = (MemoryStore::default(), VainNotes::default());
        fill(&store, 30).await;
        let ports = Ports { vain: Arc::new(vain.clone()), ..ports(&store) };
        for pairs in [
            &[("q", "undervandsvulkan"), ("topic", "robotics")][..],
            &[("q", "gratis"), ("kind", "camp"), ("from", "2031-01-01")],
            &[("q", "undervandsvulkan")],
        ] {
            let query = Query::parse(pairs).unwrap();
            assert_eq!(
                search_activities(&ports, &query).await.unwrap().found.total,
                0,
                "{pairs:?}"
            );
        }
        assert_eq!(vain.all(), ["undervandsvulkan", "undervandsvulkan"]);
    }

    #[tokio::test]
    async fn words_that_mean_what_is_chosen_find_what_the_choice_finds() {
        let store = MemoryStore::default();
        fill(&store, 30).await;
        let ports = ports(&store);
        let total = async |pairs: &[(&str, &str)]| {
            let query = Query::parse(pairs).unwrap();
            search_activities(&ports, &query).await.unwrap().found.total
        };
        let chosen = total(&[("topic", "robotics")]).await;
        assert!(chosen > 0);
        let free = total(&[("free", "true")]).await;
        assert_eq!(total(&[("q", "gratis"), ("free", "true")]).await, free);
        assert_eq!(total(&[("q", "ikke gratis"), ("topic", "robotics")]).await, chosen);
    }

    #[test]
    fn what_comes_near_stands_behind_the_hits_page_by_page() {
        let on = |page: u32, hits: u32| {
            let page = PageNumber::new(page).unwrap();
            let query = Query { page, per_page: 5, ..Query::default() };
            on_page((0..7).collect(), &query, hits).len()
        };
        assert_eq!((on(1, 3), on(2, 3), on(3, 3)), (2, 5, 0));
        assert_eq!((on(1, 0), on(2, 0)), (5, 2));
        assert_eq!((on(1, 9), on(2, 9), on(3, 9), on(4, 9)), (0, 1, 5, 1));
    }

    #[test]
    fn the_word_that_was_corrected_is_put_in_quotes() {
        let of = |typed: &str, folded: &str| {
            let (typed_word, meant) = (folded.to_owned(), "x".to_owned());
            let correction = Correction { typed: typed_word, meant, is_held: true };
            Corrected::of(correction, typed).quoted
        };
        assert_eq!(of("Rød robbot nu", "robbot"), "Rød \"robbot\" nu");
        assert_eq!(of("på Ærø", "aeroe"), "på \"Ærø\"");
    }
}
