//! The words that the index knows, as they are written: the values of a facet, which
//! Meilisearch counts and forgets by itself and which live as long as the documents.

use application::ports::IndexError;
use meilisearch_sdk::search::FacetSearchQuery;

use super::{
    MeilisearchIndex, Trouble,
    schema::{BETWEEN, SPELLINGS},
};
use crate::adapters::search_words::{Counts, MOST_FINISHED, Neighbour, Neighbours};

/// At most `n` words that begin so, the most frequent first.
pub(super) async fn complete(
    home: &MeilisearchIndex,
    beginning: &str,
    n: usize,
) -> Result<Vec<String>, IndexError> {
    let beginning = language::folded(beginning);
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let mut counts = Counts::default();
    for (_, written, n) in words(home, &beginning).await? {
        counts.add(&written, n);
    }
    let begun = counts.most_frequent(n);
    if begun.is_empty() && home.state().await.map_err(IndexError::new)?.is_none() {
        return Err(IndexError::new(Trouble::NotReady));
    }
    Ok(begun)
}

/// The folded words that begin so, the most frequent first.
pub(super) async fn begun(
    home: &MeilisearchIndex,
    beginning: &str,
) -> Result<Vec<String>, IndexError> {
    let mut counts = Counts::default();
    for (folded, _, n) in words(home, beginning).await? {
        counts.add(&folded, n);
    }
    Ok(counts.most_frequent(MOST_FINISHED))
}

/// The word nearest to what was typed, of those that the index holds or that lead to some.
pub(super) async fn nearest(
    home: &MeilisearchIndex,
    typed: &str,
) -> Result<Option<Neighbour>, IndexError> {
    let Some(mut neighbours) = Neighbours::of(typed) else { return Ok(None) };
    for (folded, written, n) in words(home, "").await? {
        neighbours.look(&folded, &written, n);
    }
    neighbours.look_at(&home.synonyms);
    Ok(neighbours.nearest())
}

/// The words that begin so: folded, as written, and in how many documents.
async fn words(
    home: &MeilisearchIndex,
    beginning: &str,
) -> Result<Vec<(String, String, u32)>, IndexError> {
    let index = home.index();
    let mut query = FacetSearchQuery::new(&index, SPELLINGS);
    query.with_facet_query(beginning);
    let words = index.execute_facet_query(&query).await.map_err(IndexError::new)?.facet_hits;
    let words = words.into_iter().filter_map(|word| {
        let (folded, written) = word.value.split_once(BETWEEN)?;
        let n = u32::try_from(word.count).unwrap_or(u32::MAX);
        folded.starts_with(beginning).then(|| (folded.to_owned(), written.to_owned(), n))
    });
    Ok(words.collect())
}
