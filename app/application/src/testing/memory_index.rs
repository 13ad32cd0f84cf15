//! An index in the plainest form there is: every document is looked through.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use async_trait::async_trait;
use domain::catalogue::ActivityId;
use language::{Near, Neighbour, Synonyms, Tongue, Vocabulary, stem};

use crate::ports::{
    ActivityDocument, ActivityIndex, Correction, IndexChange, IndexError, Match, Matches, Rebuild,
    SearchWord, SearchWords,
};

/// An index that forgets everything when the test ends.
#[derive(Clone, Default)]
pub struct MemoryIndex(Arc<Mutex<Held>>);

#[derive(Default)]
struct Held {
    documents: BTreeMap<ActivityId, ActivityDocument>,
    version: i64,
}

impl Vocabulary for Held {
    type Error = Infallible;

    fn each_near(
        &self,
        near: &Near,
        show: &mut dyn FnMut(&str, &str, u32),
    ) -> Result<(), Infallible> {
        for text in self.documents.values().map(|document| text(document).to_lowercase()) {
            for word in language::words(&text) {
                if near.recognises(&word.folded) {
                    show(&word.folded, &text[word.start..word.end], 1);
                }
            }
        }
        Ok(())
    }
}

struct MemoryRebuild {
    index: MemoryIndex,
    documents: BTreeMap<ActivityId, ActivityDocument>,
}

impl MemoryIndex {
    fn held(&self) -> MutexGuard<'_, Held> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn text(document: &ActivityDocument) -> String {
    let ActivityDocument { title, summary, description, partner, city, .. } = document;
    let city = city.as_deref().unwrap_or_default();
    format!("{title}\n{summary}\n{description}\n{partner}\n{city}")
}

/// A word's stem and those of its parts.
fn forms(word: &str) -> BTreeSet<String> {
    let parts = language::split(word);
    let parts = parts.iter().map(|part| stem(&part.folded, Tongue::Danish));
    parts.chain([stem(word, Tongue::Danish)]).collect()
}

fn holds(document: &ActivityDocument, word: &SearchWord, is_unfinished: bool) -> bool {
    let mut words = language::words(&text(document)).into_iter();
    let wanted = forms(&word.folded);
    words.any(|it| {
        let held = forms(&it.folded);
        // A part finds its compound, and a compound its parts written apart.
        let is_begun = is_unfinished && it.folded.starts_with(&word.folded);
        is_begun || it.folded == word.folded || (!word.is_quoted && !held.is_disjoint(&wanted))
    })
}

#[async_trait]
impl ActivityIndex for MemoryIndex {
    async fn find(&self, words: &SearchWords) -> Result<Matches, IndexError> {
        let held = self.held();
        let mut matches = Matches::default();
        let mut wanted = words.words.clone();
        let last = wanted.len().saturating_sub(1);
        for (n, word) in wanted.iter_mut().enumerate().filter(|(_, word)| !word.is_quoted) {
            let is_unfinished = words.is_typing && n == last;
            if held.documents.values().any(|document| holds(document, word, is_unfinished)) {
                continue;
            }
            let Ok(nearest) = language::nearest(&word.folded, &*held, &Synonyms::default());
            if let Some(Neighbour { folded, written, .. }) = nearest {
                let typed = std::mem::replace(&mut word.folded, folded);
                let is_held = held.documents.values().any(|it| holds(it, word, false));
                matches.corrections.push(Correction { typed, meant: written, is_held });
            }
        }
        if matches.corrections.iter().any(|it| it.is_held) {
            return Ok(matches);
        }
        for (id, document) in &held.documents {
            let is_unfinished = |n: usize| words.is_typing && n == last;
            let held = wanted.iter().enumerate();
            let n = held.filter(|(n, word)| holds(document, word, is_unfinished(*n))).count();
            if n > 0 {
                let share = n * usize::from(Match::BEST) / wanted.len();
                let rank = u16::try_from(share).unwrap_or(Match::BEST);
                matches.found.push(Match { id: *id, rank, is_whole: n == wanted.len() });
            }
        }
        Ok(matches)
    }

    async fn complete(&self, beginning: &str, n: usize) -> Result<Vec<String>, IndexError> {
        let held = self.held();
        let words = held.documents.values().flat_map(|document| {
            let text = text(document).to_lowercase();
            language::words(&text)
                .into_iter()
                .filter(|it| it.folded.starts_with(beginning))
                .map(|it| text[it.start..it.end].to_owned())
                .collect::<Vec<_>>()
        });
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        words.for_each(|word| *counts.entry(word).or_default() += 1);
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        Ok(counts.into_iter().take(n).map(|(word, _)| word).collect())
    }

    async fn version(&self) -> Result<i64, IndexError> {
        Ok(self.held().version)
    }

    async fn put(&self, changes: &[IndexChange], version: i64) -> Result<(), IndexError> {
        let mut held = self.held();
        for change in changes {
            match change {
                IndexChange::Put(it) => drop(held.documents.insert(it.id, (**it).clone())),
                IndexChange::Forget(id) => drop(held.documents.remove(id)),
            }
        }
        held.version = version;
        Ok(())
    }

    async fn begin_rebuild(&self) -> Result<Box<dyn Rebuild>, IndexError> {
        Ok(Box::new(MemoryRebuild { index: self.clone(), documents: BTreeMap::new() }))
    }

    async fn held(&self) -> Result<Vec<(ActivityId, i64)>, IndexError> {
        Ok(Self::held(self).documents.values().map(|it| (it.id, it.version)).collect())
    }
}

#[async_trait]
impl Rebuild for MemoryRebuild {
    async fn add(&mut self, documents: Vec<ActivityDocument>) -> Result<(), IndexError> {
        self.documents.extend(documents.into_iter().map(|it| (it.id, it)));
        Ok(())
    }

    async fn swap(self: Box<Self>, version: i64) -> Result<(), IndexError> {
        *self.index.held() = Held { documents: self.documents, version };
        Ok(())
    }
}
