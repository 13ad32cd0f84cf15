//! The words that the index knows, as they are written.

use std::collections::HashMap;

use language::{Synonyms, Tongue};
use tantivy::Searcher;

use super::Live;

/// More words than are looked at for one beginning.
const MOST_LOOKED_AT: usize = 2_000;

/// At most `n` words that begin so, the most frequent first.
pub(super) fn complete(live: &Live, beginning: &str, n: usize) -> tantivy::Result<Vec<String>> {
    let beginning = language::folded(beginning);
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let mut counts: HashMap<String, u32> = HashMap::new();
    each(&live.reader.searcher(), live, &beginning, MOST_LOOKED_AT, |_, written, n| {
        *counts.entry(written.to_owned()).or_default() += n;
    })?;
    let mut words: Vec<(String, u32)> = counts.into_iter().collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(words.into_iter().take(n).map(|(word, _)| word).collect())
}

/// The folded words that begin so, the most frequent first.
pub(super) fn begun(live: &Live, beginning: &str, n: usize) -> tantivy::Result<Vec<String>> {
    let mut counts: HashMap<String, u32> = HashMap::new();
    each(&live.reader.searcher(), live, beginning, MOST_LOOKED_AT, |folded, _, n| {
        *counts.entry(folded.to_owned()).or_default() += n;
    })?;
    let mut words: Vec<(String, u32)> = counts.into_iter().collect();
    words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    Ok(words.into_iter().take(n).map(|(word, _)| word).collect())
}

/// A word that is spelled almost like what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Neighbour {
    pub folded: String,
    pub written: String,
}

/// The word nearest to what was typed, of those that the index holds or that lead to some:
/// the fewest slips, then the most frequent.
pub(super) fn nearest(
    live: &Live,
    typed: &str,
    synonyms: &Synonyms,
) -> tantivy::Result<Option<Neighbour>> {
    let allowed = language::typos_allowed(typed);
    if allowed == 0 {
        return Ok(None);
    }
    let typed = Typed::of(typed, allowed);
    let mut found = Found::new();
    each(&live.reader.searcher(), live, "", usize::MAX, |folded, written, n| {
        typed.compare(folded, folded, written, n, &mut found);
    })?;
    for word in synonyms.words() {
        // Of the words that lead to others, only one form is written down.
        typed.compare(word, &language::stem(word, Tongue::Danish), word, 0, &mut found);
    }
    let nearest = found.into_iter().min_by_key(|(folded, (distance, n, _))| {
        (*distance, std::cmp::Reverse(*n), folded.clone())
    });
    Ok(nearest.map(|(folded, (_, _, written))| Neighbour { folded, written }))
}

/// By the folded word: how far it is, in how many documents, as it is written.
type Found = HashMap<String, (Distance, u32, String)>;

/// How far a word is from what was typed: whether more than doubled letters and accents
/// differ, how many slips, and whether the first letter is another, which hardly anybody
/// gets wrong.
type Distance = (bool, u8, bool);

struct Typed<'a> {
    word: &'a str,
    bare: String,
    stem: String,
    allowed: u8,
}

impl<'a> Typed<'a> {
    fn of(word: &'a str, allowed: u8) -> Self {
        let (bare, stem) = (language::bare(word), language::stem(word, Tongue::Danish));
        Self { word, bare, stem, allowed }
    }

    fn compare(&self, folded: &str, stem: &str, written: &str, n: u32, found: &mut Found) {
        // A folded word is nearly all ASCII, so its bytes tell soon that it is too long.
        if stem.len().abs_diff(self.word.len()) > 4 + usize::from(self.allowed) {
            return;
        }
        let Some((differs, slips)) = self.slips(folded, stem) else { return };
        let starts_elsewhere = self.word.chars().next() != folded.chars().next();
        let distance = (differs, slips, starts_elsewhere);
        let known = found.entry(folded.to_owned()).or_insert((distance, 0, written.to_owned()));
        known.1 += n;
    }

    /// Whether more than doubled letters and accents differ, and how many slips there are.
    fn slips(&self, folded: &str, stem: &str) -> Option<(bool, u8)> {
        if let Some(slips) = language::distance(self.word, folded, self.allowed) {
            return Some((self.bare != language::bare(folded), slips));
        }
        // »å« for »o« is one slip, though folded it is two letters.
        let bare = language::bare(folded);
        let allowed = self.allowed.min(language::typos_allowed(&self.bare));
        if let Some(slips) = language::distance(&self.bare, &bare, allowed) {
            return Some((slips > 0, slips));
        }
        let is_word = self.stem.len() > 3 && stem.len() > 3;
        let slips =
            is_word.then(|| language::distance(&self.stem, stem, self.allowed)).flatten()?;
        Some((true, slips))
    }
}

/// Calls `look` with the words that begin so: folded, as written, and in how many documents.
fn each(
    searcher: &Searcher,
    live: &Live,
    beginning: &str,
    most: usize,
    mut look: impl FnMut(&str, &str, u32),
) -> tantivy::Result<()> {
    for segment in searcher.segment_readers() {
        let words = segment.inverted_index(live.fields.spellings)?;
        let mut range = words.terms().range();
        if !beginning.is_empty() {
            range = range.ge(beginning.as_bytes());
        }
        let mut words = range.into_stream()?;
        let mut left = most;
        while left > 0 && words.advance() {
            if !words.key().starts_with(beginning.as_bytes()) {
                break;
            }
            left -= 1;
            let word = str::from_utf8(words.key()).unwrap_or_default();
            if let Some((folded, written)) = word.split_once('\0') {
                look(folded, written, words.value().doc_freq);
            }
        }
    }
    Ok(())
}
