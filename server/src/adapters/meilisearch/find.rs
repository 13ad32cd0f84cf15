//! Which documents hold the words of a search, and how well.
//!
//! Meilisearch knows no »or« between words. So it is asked for every form of every word at
//! once, in one request of many searches; each answers which documents hold that form, and
//! its score says where. The rest is counted as in the portal's own index.

use std::{collections::HashMap, convert::Infallible};

use application::ports::{IndexError, Match, Matches, SearchWords};
use domain::catalogue::ActivityId;
use futures_util::future::try_join_all;
use meilisearch_sdk::search::{MultiSearchQuery, SearchQuery, Selectors};
use serde::Deserialize;

use super::{
    MeilisearchIndex, Trouble,
    schema::{LOCALES, MOST_FOUND, by_weight, state_word},
    vocabulary,
    writing::written,
};
use crate::adapters::search_words::{
    Alternative, Attribute, Holders, Worths, count, finished, fit, mend, the_best, wanted, weights,
    worths,
};

/// More forms than are asked for at once, the surest first, so that work has a bound.
const MOST_KEYS: usize = 500;

pub(super) async fn find(
    home: &MeilisearchIndex,
    search: &SearchWords,
) -> Result<Matches, IndexError> {
    let mut words = wanted(search, &home.synonyms);
    for word in words.iter_mut().filter(|word| word.is_unfinished) {
        word.alternatives.push(finished(&vocabulary::begun(home, &word.word.folded).await?));
    }
    let mut held = Held::default();
    let keys = held.new_keys(words.iter().flat_map(|word| &word.alternatives));
    held.ask(home, keys).await?;

    let is_held = |held: &Held, alternatives: &[Alternative]| count(&held.worths(alternatives)) > 0;
    let is_new = |n: &usize| words[*n].is_open() && !is_held(&held, &words[*n].exactly());
    let new: Vec<usize> = (0..words.len()).filter(is_new).collect();
    let nearest = new.iter().map(|n| vocabulary::nearest(home, &words[*n].word.folded));
    let nearest = try_join_all(nearest).await?;
    let mut corrections = Vec::new();
    for (n, nearest) in new.into_iter().zip(nearest) {
        let is_known = is_held(&held, &words[n].surely());
        corrections.extend(mend(&mut words[n], nearest, is_known, &home.synonyms));
    }
    if !corrections.is_empty() {
        let keys = held.new_keys(words.iter().flat_map(|word| &word.alternatives));
        held.ask(home, keys).await?;
    }
    let all: Vec<Worths> = words.iter().map(|it| held.worths(&it.alternatives)).collect();
    let counts: Vec<usize> = all.iter().map(|worths| count(worths)).collect();
    let weights = weights(&counts, held.total);
    let found = held.ids.iter().enumerate().filter_map(|(document, id)| {
        let (rank, is_whole) = fit(document, &all, &weights)?;
        Some(Match { id: *id, rank, is_whole })
    });
    Ok(Matches { found: the_best(found.collect()), corrections })
}

/// What is known of who holds what.
#[derive(Default)]
struct Held {
    ids: Vec<ActivityId>,
    numbers: HashMap<ActivityId, usize>,
    /// By key, then by attribute.
    holders: HashMap<String, [Vec<usize>; 5]>,
    /// How many documents there are.
    total: usize,
}

#[derive(Deserialize)]
struct Hit {
    id: String,
}

impl Held {
    /// Asks who holds the keys.
    async fn ask(&mut self, home: &MeilisearchIndex, keys: Vec<String>) -> Result<(), IndexError> {
        let words: Vec<String> = keys.iter().map(|key| phrase(&written(key))).collect();
        let state = phrase(&state_word());
        let index = home.index();
        let search = |words, limit| {
            let mut query = SearchQuery::new(&index);
            query.with_query(words).with_limit(limit).with_locales(&LOCALES);
            query
                .with_attributes_to_retrieve(Selectors::Some(&["id"]))
                .with_show_ranking_score(true);
            query
        };
        let mut request = MultiSearchQuery::new(&home.client);
        request.with_search_query(search(&state, 1)).with_search_query(search("", 1));
        for word in &words {
            request.with_search_query(search(word, MOST_FOUND));
        }
        let answers = request.execute::<Hit>().await.map_err(IndexError::new)?.results;
        let [state, all, answers @ ..] = answers.as_slice() else {
            return Err(IndexError::new(Trouble::NotReady));
        };
        if state.hits.is_empty() || answers.len() != keys.len() {
            return Err(IndexError::new(Trouble::NotReady));
        }
        self.total = all.estimated_total_hits.unwrap_or_default().saturating_sub(1);
        let places = by_weight();
        for (key, answer) in keys.into_iter().zip(answers) {
            let mut holders: [Vec<usize>; 5] = Default::default();
            for hit in &answer.hits {
                let Ok(id) = hit.result.id.parse().map(ActivityId) else { continue };
                let place = place(hit.ranking_score.unwrap_or_default(), places.len());
                holders[places[place] as usize].push(self.number(id));
            }
            self.holders.insert(key, holders);
        }
        Ok(())
    }

    /// What is in `alternatives` and was not asked for before.
    fn new_keys<'a>(&self, alternatives: impl Iterator<Item = &'a Alternative>) -> Vec<String> {
        let mut keys: HashMap<&str, u32> = HashMap::new();
        for alternative in alternatives {
            for key in alternative.groups.iter().flatten() {
                if !self.holders.contains_key(&key.text) {
                    let worth = keys.entry(&key.text).or_default();
                    *worth = (*worth).max(alternative.worth * key.worth);
                }
            }
        }
        let mut keys: Vec<(&str, u32)> = keys.into_iter().collect();
        keys.sort_unstable_by_key(|(key, worth)| (std::cmp::Reverse(*worth), *key));
        keys.truncate(MOST_KEYS);
        keys.into_iter().map(|(key, _)| key.to_owned()).collect()
    }

    fn number(&mut self, id: ActivityId) -> usize {
        *self.numbers.entry(id).or_insert_with(|| {
            self.ids.push(id);
            self.ids.len() - 1
        })
    }

    fn worths(&self, alternatives: &[Alternative]) -> Worths {
        let Ok(worths) = worths(self, alternatives);
        worths
    }
}

impl Holders for Held {
    type Error = Infallible;

    fn documents(&self) -> usize {
        self.ids.len()
    }

    fn each(
        &self,
        attribute: Attribute,
        key: &str,
        look: impl FnMut(usize),
    ) -> Result<(), Infallible> {
        let holders = self.holders.get(key).map(|holders| &holders[attribute as usize]);
        holders.into_iter().flatten().copied().for_each(look);
        Ok(())
    }
}

/// In quotes a word is looked for as it is.
fn phrase(word: &str) -> String {
    format!("\"{word}\"")
}

/// Which of `n` places a score tells of: 1 the first, 1/n the last.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "there are five places"
)]
fn place(score: f64, n: usize) -> usize {
    let place = ((1.0 - score) * n as f64).round().max(0.0) as usize;
    place.min(n - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_tells_where_a_word_stands() {
        let places = [1.0, 0.8, 0.6, 0.4, 0.2].map(|score| place(score, 5));
        assert_eq!(places, [0, 1, 2, 3, 4]);
        assert_eq!(place(0.0, 5), 4);
    }
}
