//! The words that the index knows, as they are written.

use language::{Near, Neighbour, Reading, Vocabulary};
use tantivy::{Searcher, TantivyError};
use tantivy_fst::Automaton;

use super::Live;
use crate::adapters::search_words::{Counts, Numbered};

/// More words than are looked at for one beginning.
const MOST_LOOKED_AT: usize = 2_000;

/// At most `n` words that begin so, the most frequent first.
pub(super) fn complete(live: &Live, beginning: &str, n: usize) -> tantivy::Result<Vec<String>> {
    let beginning = language::folded(beginning);
    if beginning.is_empty() {
        return Ok(Vec::new());
    }
    let mut counts = Counts::default();
    each(&live.reader.searcher(), live, &beginning, MOST_LOOKED_AT, |_, written, n| {
        counts.add(written, n);
    })?;
    Ok(counts.most_frequent(n))
}

/// The folded words that begin so, the most frequent first.
pub(super) fn begun(live: &Live, beginning: &str, n: usize) -> tantivy::Result<Vec<String>> {
    let mut counts = Counts::default();
    each(&live.reader.searcher(), live, beginning, MOST_LOOKED_AT, |folded, _, n| {
        counts.add(folded, n);
    })?;
    Ok(counts.most_frequent(n))
}

/// The word that is meant by one that the index does not hold.
pub(super) fn nearest(
    live: &Live,
    typed: &str,
    used: &Numbered,
) -> tantivy::Result<Option<Neighbour>> {
    let searcher = live.reader.searcher();
    let key = (searcher.generation().generation_id(), used.number, typed.to_owned());
    if let Some(known) = live.nearest.get(&key) {
        return Ok(known);
    }
    let nearest = language::nearest(typed, &Words { live, searcher }, &used.synonyms)?;
    live.nearest.insert(key, nearest.clone());
    Ok(nearest)
}

/// The words of the index, read along with what recognises those that are near.
struct Words<'a> {
    live: &'a Live,
    searcher: Searcher,
}

impl Vocabulary for Words<'_> {
    type Error = TantivyError;

    fn each_near(&self, near: &Near, show: &mut dyn FnMut(&str, &str, u32)) -> tantivy::Result<()> {
        for segment in self.searcher.segment_readers() {
            let words = segment.inverted_index(self.live.fields.spellings)?;
            let mut words = words.terms().search(Spelled(near)).into_stream()?;
            while words.advance() {
                let word = str::from_utf8(words.key()).unwrap_or_default();
                if let Some((folded, written)) = word.split_once('\0') {
                    show(folded, written, words.value().doc_freq);
                }
            }
        }
        Ok(())
    }
}

/// Recognises a spelling as it stands in the index: the folded word is compared, and how it
/// is written is passed over.
struct Spelled<'a>(&'a Near);

/// How far a spelling has been read.
#[derive(Clone)]
enum Progress {
    Word(Reading),
    /// Behind a word that is near, or not.
    Behind(bool),
}

impl Automaton for Spelled<'_> {
    type State = Progress;

    fn start(&self) -> Progress {
        Progress::Word(self.0.start())
    }

    fn is_match(&self, progress: &Progress) -> bool {
        matches!(progress, Progress::Behind(true))
    }

    fn can_match(&self, progress: &Progress) -> bool {
        match progress {
            Progress::Word(reading) => self.0.can_begin(reading),
            Progress::Behind(is_near) => *is_near,
        }
    }

    fn accept(&self, progress: &Progress, letter: u8) -> Progress {
        match progress {
            Progress::Word(reading) if letter == 0 => Progress::Behind(self.0.is_near(reading)),
            Progress::Word(reading) => Progress::Word(self.0.read(reading, letter)),
            behind @ Progress::Behind(_) => behind.clone(),
        }
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
