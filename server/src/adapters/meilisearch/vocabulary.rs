//! The words that the index knows, as they are written: the values of a facet, which
//! Meilisearch counts and forgets by itself and which live as long as the documents.

use std::{
    convert::Infallible,
    sync::{Arc, PoisonError},
};

use application::ports::IndexError;
use language::{Near, Neighbour, Synonyms, Vocabulary};
use meilisearch_sdk::search::FacetSearchQuery;

use super::{
    MeilisearchIndex, Trouble,
    schema::{BETWEEN, SPELLINGS},
};
use crate::adapters::search_words::{Counts, MOST_FINISHED};

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

/// The word that is meant by one that the index of `version` does not hold.
pub(super) async fn nearest(
    home: &MeilisearchIndex,
    version: i64,
    typed: &str,
    synonyms: &Synonyms,
) -> Result<Option<Neighbour>, IndexError> {
    let known = home.vocabulary.lock().unwrap_or_else(PoisonError::into_inner).clone();
    let known = match known {
        Some(known) if known.version == version => known,
        _ => {
            let mut words = words(home, "").await?;
            words.sort_unstable();
            let read = Arc::new(Spellings { version, words });
            *home.vocabulary.lock().unwrap_or_else(PoisonError::into_inner) = Some(read.clone());
            read
        }
    };
    let Ok(nearest) = language::nearest(typed, &*known, synonyms);
    Ok(nearest)
}

/// The words of the documents of one version, as they were read at the first misspelled word.
pub(super) struct Spellings {
    version: i64,
    /// Folded, as written, and in how many documents; in order.
    words: Vec<(String, String, u32)>,
}

impl Vocabulary for Spellings {
    type Error = Infallible;

    fn each_near(
        &self,
        near: &Near,
        show: &mut dyn FnMut(&str, &str, u32),
    ) -> Result<(), Infallible> {
        // After each letter of the last word, as far as anything near can begin so: what
        // words share with the one before them is read once.
        let mut readings = vec![near.start()];
        let mut last = "";
        for (folded, written, n) in &self.words {
            let shared = folded.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
            readings.truncate(shared + 1);
            for letter in folded.bytes().skip(readings.len() - 1) {
                let Some(reading) = readings.last().filter(|it| near.can_begin(it)) else { break };
                readings.push(near.read(reading, letter));
            }
            let is_read = readings.len() == folded.len() + 1;
            if is_read && readings.last().is_some_and(|it| near.is_near(it)) {
                show(folded, written, *n);
            }
            last = folded;
        }
        Ok(())
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_is_shown_and_nothing_else() {
        let words = ["kemi", "robbit", "robot", "robotter", "roe", "rubat", "skib"];
        let words = words.map(|it| (it.to_owned(), it.to_owned(), 1)).to_vec();
        let spellings = Spellings { version: 1, words };
        let near = Near::to("robbot").expect("a word");
        let mut shown = Vec::new();
        let Ok(()) = spellings.each_near(&near, &mut |word, _, _| shown.push(word.to_owned()));
        assert_eq!(shown, ["robbit", "robot"]);
    }
}
