//! The words that the index knows, as they are written.

use language::Synonyms;
use tantivy::Searcher;

use super::Live;
use crate::adapters::search_words::{Counts, Neighbour, Neighbours, halves};

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

/// The word nearest to what was typed, of those that the index holds or that lead to some,
/// or of two such words written in one.
pub(super) fn nearest(
    live: &Live,
    typed: &str,
    synonyms: &Synonyms,
) -> tantivy::Result<Option<Neighbour>> {
    // The whole vocabulary is walked through, so what was found is remembered.
    let key = (live.reader.searcher().generation().generation_id(), typed.to_owned());
    if let Some(known) = live.nearest.get(&key) {
        return Ok(known);
    }
    let nearest = look_for_nearest(live, typed, synonyms)?;
    live.nearest.insert(key, nearest.clone());
    Ok(nearest)
}

fn look_for_nearest(
    live: &Live,
    typed: &str,
    synonyms: &Synonyms,
) -> tantivy::Result<Option<Neighbour>> {
    if let near @ Some(_) = nearest_word(live, typed, synonyms)? {
        return Ok(near);
    }
    let searcher = live.reader.searcher();
    for (front, middle, back) in halves(typed, |word| is_held(&searcher, live, word)) {
        if let Some(near) = nearest_word(live, &middle, synonyms)? {
            let folded = format!("{front}{}{back}", near.folded);
            return Ok(Some(Neighbour { written: folded.clone(), folded, differs: true }));
        }
    }
    Ok(None)
}

fn nearest_word(
    live: &Live,
    typed: &str,
    synonyms: &Synonyms,
) -> tantivy::Result<Option<Neighbour>> {
    let Some(mut neighbours) = Neighbours::of(typed) else { return Ok(None) };
    each(&live.reader.searcher(), live, "", usize::MAX, |folded, written, n| {
        neighbours.look(folded, written, n);
    })?;
    neighbours.look_at(synonyms);
    Ok(neighbours.nearest())
}

/// Whether any document holds exactly this word.
fn is_held(searcher: &Searcher, live: &Live, word: &str) -> bool {
    searcher.segment_readers().iter().any(|segment| {
        let Ok(words) = segment.inverted_index(live.fields.spellings) else { return false };
        let range = words.terms().range().ge(format!("{word}\0").as_bytes()).into_stream();
        range.is_ok_and(|mut words| {
            words.advance() && words.key().starts_with(format!("{word}\0").as_bytes())
        })
    })
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
