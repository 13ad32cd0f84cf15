//! Which documents hold the words of a search, and how well.
//!
//! Meilisearch knows no »or« between words. A question is therefore a federated search: one
//! search for every form that will do, which Meilisearch merges so that each document comes
//! once, with the best of what it holds. A form weighs what it is worth, and the attributes
//! stand where they count their weight (`schema`), so the merged score is the very product
//! that the portal's own index counts with. The questions of a search are asked at once.

use std::collections::{BTreeMap, HashMap};

use application::ports::{IndexError, Match, Matches, SearchWords};
use domain::catalogue::ActivityId;
use futures_util::{StreamExt as _, TryStreamExt as _, future::try_join, stream};
use meilisearch_sdk::search::{FederationOptions, MultiSearchQuery, SearchQuery, Selectors};
use serde::Deserialize;

use super::{
    MeilisearchIndex, Trouble,
    schema::{FIELDS, Known, LOCALES, MOST_FOUND, state_word},
    vocabulary,
    writing::written,
};
use crate::adapters::search_words::{
    Alternative, Wanted, Worths, count, finished, fit, mend, note_held, the_best, wanted, weights,
    worth,
};

/// More questions than a search asks, so that work has a bound; those of synonyms of several
/// words come last.
const MOST_QUESTIONS: usize = 60;
/// More forms than a question holds, the surest first.
const MOST_KEYS: usize = 200;
/// How many questions are asked at once.
const AT_ONCE: usize = 8;

/// Forms of which one is enough, each with its worth in ten-thousandths.
type Question = BTreeMap<String, u32>;
/// Who holds any of them, and the best product of its worth and its place's, in millionths.
type Answer = HashMap<ActivityId, u32>;

pub(super) async fn find(
    home: &MeilisearchIndex,
    search: &SearchWords,
) -> Result<Matches, IndexError> {
    let synonyms = home.synonyms.now().synonyms;
    let mut words = wanted(search, &synonyms);
    for word in words.iter_mut().filter(|word| word.is_unfinished) {
        word.alternatives.push(finished(&vocabulary::begun(home, &word.word.folded).await?));
    }
    let mut held = Held::default();
    // Beside what will do: whether the words themselves are held, exactly or surely.
    let aside = |word: &Wanted| [word.exactly(), word.surely()].map(|it| simple(&it));
    let aside: Vec<Question> = words.iter().filter(|word| word.is_open()).flat_map(aside).collect();
    let all = questions(&words).into_iter().chain(aside).collect();
    let ((documents, version), ()) = try_join(state(home), held.ask(home, all)).await?;

    let is_held =
        |held: &Held, alternatives: &[Alternative]| count(&held.worths_of(alternatives)) > 0;
    let is_new = |n: &usize| words[*n].is_open() && !is_held(&held, &words[*n].exactly());
    let new: Vec<usize> = (0..words.len()).filter(is_new).collect();
    let together = new.iter().flat_map(|n| several(&words[*n].surely()).collect::<Vec<_>>());
    held.ask(home, together.flat_map(|(_, groups)| groups).collect()).await?;
    let mut corrections = Vec::new();
    for n in new {
        let nearest = vocabulary::nearest(home, version, &words[n].word.folded, &synonyms).await?;
        let is_known = is_held(&held, &words[n].surely());
        corrections.extend(mend(&mut words[n], nearest, is_known, &synonyms));
    }
    if !corrections.is_empty() {
        held.ask(home, questions(&words)).await?;
    }
    let all = held.worths(&words);
    let counts: Vec<usize> = all.iter().map(|worths| count(worths)).collect();
    let weights = weights(&counts, documents);
    note_held(&mut corrections, &words, &counts);
    if corrections.iter().any(|it| it.is_held) {
        return Ok(Matches { found: Vec::new(), corrections });
    }
    let found = held.ids.iter().enumerate().filter_map(|(document, id)| {
        let (rank, is_whole) = fit(document, &all, &weights)?;
        Some(Match { id: *id, rank, is_whole })
    });
    Ok(Matches { found: the_best(found.collect()), corrections })
}

/// What must be asked to know who holds the words, the surest first.
fn questions(words: &[Wanted]) -> Vec<Question> {
    let simple = words.iter().map(|word| simple(&word.alternatives));
    let several = words.iter().flat_map(|word| several(&word.alternatives));
    simple.chain(several.flat_map(|(_, groups)| groups)).collect()
}

/// Everything that does by itself, in one question.
fn simple(alternatives: &[Alternative]) -> Question {
    let mut question = Question::new();
    for alternative in alternatives {
        if let [group] = alternative.groups.as_slice() {
            for key in group {
                let worth = question.entry(key.text.clone()).or_default();
                *worth = (*worth).max(alternative.worth * key.worth);
            }
        }
    }
    bounded(question)
}

/// What does only together: the worth of all, and a question for each.
fn several(alternatives: &[Alternative]) -> impl Iterator<Item = (u32, Vec<Question>)> {
    alternatives.iter().filter(|it| it.groups.len() != 1).map(|alternative| {
        let groups = alternative.groups.iter().map(|group| {
            bounded(group.iter().map(|key| (key.text.clone(), key.worth * 100)).collect())
        });
        (alternative.worth, groups.collect())
    })
}

fn bounded(question: Question) -> Question {
    let mut keys: Vec<(String, u32)> = question.into_iter().collect();
    keys.sort_by_key(|(_, worth)| std::cmp::Reverse(*worth));
    keys.truncate(MOST_KEYS);
    keys.into_iter().collect()
}

/// What is known of who holds what.
#[derive(Default)]
struct Held {
    /// Those that hold anything.
    ids: Vec<ActivityId>,
    numbers: HashMap<ActivityId, usize>,
    answers: BTreeMap<Question, Answer>,
}

impl Held {
    /// Asks what was not asked before.
    async fn ask(
        &mut self,
        home: &MeilisearchIndex,
        questions: Vec<Question>,
    ) -> Result<(), IndexError> {
        let mut asking = Vec::new();
        for question in questions {
            let is_known = self.answers.contains_key(&question) || question.is_empty();
            if !is_known && self.answers.len() < MOST_QUESTIONS {
                self.answers.insert(question.clone(), Answer::new());
                asking.push(answer(home, question));
            }
        }
        let asking = stream::iter(asking).buffer_unordered(AT_ONCE);
        for (question, answer) in asking.try_collect::<Vec<_>>().await? {
            for id in answer.keys() {
                self.numbers.entry(*id).or_insert_with(|| {
                    self.ids.push(*id);
                    self.ids.len() - 1
                });
            }
            self.answers.insert(question, answer);
        }
        Ok(())
    }

    /// What each document holds of each word.
    fn worths(&self, words: &[Wanted]) -> Vec<Worths> {
        words.iter().map(|word| self.worths_of(&word.alternatives)).collect()
    }

    fn worths_of(&self, alternatives: &[Alternative]) -> Worths {
        let mut best: Worths = vec![0; self.ids.len()];
        for (id, millionths) in self.answers.get(&simple(alternatives)).into_iter().flatten() {
            best[self.numbers[id]] = worth(*millionths);
        }
        for (alternative, groups) in several(alternatives) {
            let answers: Option<Vec<&Answer>> =
                groups.iter().map(|group| self.answers.get(group)).collect();
            let Some([first, rest @ ..]) = answers.as_deref() else { continue };
            for (id, millionths) in *first {
                let all = rest.iter().map(|answer| answer.get(id).copied());
                // All of them must be held: the weakest counts.
                let Some(least) = all.chain([Some(*millionths)]).min().flatten() else { continue };
                let known = &mut best[self.numbers[id]];
                *known = (*known).max(worth(alternative * (least / 100)));
            }
        }
        best
    }
}

#[derive(Deserialize)]
struct Hit {
    id: String,
}

/// How many documents there are, and of which version of the catalogue, if the index is
/// written as ours are.
async fn state(home: &MeilisearchIndex) -> Result<(usize, i64), IndexError> {
    let (index, state) = (home.index(), phrase(&state_word()));
    let mut request = MultiSearchQuery::new(&home.client);
    for words in [state.as_str(), ""] {
        let mut query = SearchQuery::new(&index);
        query.with_query(words).with_limit(1).with_locales(&LOCALES);
        query.with_attributes_to_retrieve(Selectors::Some(&FIELDS));
        request.with_search_query(query);
    }
    let answers = request.execute::<Known>().await.map_err(IndexError::new)?.results;
    let [state, all] = answers.as_slice() else {
        return Err(IndexError::new(Trouble::NotReady));
    };
    let state = state.hits.first().map(|hit| &hit.result).filter(|it| it.is_state());
    let state = state.ok_or_else(|| IndexError::new(Trouble::NotReady))?;
    Ok((all.estimated_total_hits.unwrap_or_default().saturating_sub(1), state.version))
}

async fn answer(
    home: &MeilisearchIndex,
    question: Question,
) -> Result<(Question, Answer), IndexError> {
    let index = home.index();
    let words: Vec<(String, f32)> =
        question.iter().map(|(key, worth)| (phrase(&written(key)), share(*worth))).collect();
    let mut request = MultiSearchQuery::new(&home.client);
    for (word, weight) in &words {
        let mut query = SearchQuery::new(&index);
        query.with_query(word).with_locales(&LOCALES);
        query.with_attributes_to_retrieve(Selectors::Some(&["id"]));
        request.with_search_query_and_weight(query, *weight);
    }
    let options = FederationOptions { limit: Some(MOST_FOUND), ..FederationOptions::default() };
    let request = request.with_federation(options);
    let hits = request.execute::<Hit>().await.map_err(IndexError::new)?.hits;
    let hits = hits.iter().filter_map(|hit| {
        let id = hit.result.id.parse().ok().map(ActivityId)?;
        Some((id, millionths(hit.federation.as_ref()?.weighted_ranking_score)))
    });
    let answer = hits.collect();
    Ok((question, answer))
}

/// In quotes a word is looked for as it is.
fn phrase(word: &str) -> String {
    format!("\"{word}\"")
}

#[expect(clippy::cast_precision_loss, reason = "ten thousand at the most")]
fn share(worth: u32) -> f32 {
    worth as f32 / 10_000.0
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share of 0 to a million"
)]
fn millionths(score: f32) -> u32 {
    (f64::from(score) * 1e6).round() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_known_again() {
        for worth in 1..=10_000 {
            assert_eq!(millionths(share(worth)), worth * 100);
        }
    }
}
