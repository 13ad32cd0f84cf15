//! The words that the index knows, as they are written.

use std::collections::HashMap;

use language::Synonyms;
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
    let searcher = live.reader.searcher();
    let mut found = Found::new();
    // Hardly anybody slips on the first letter, and there are far fewer such words.
    let first: String = typed.chars().take(1).collect();
    each(&searcher, live, &first, usize::MAX, |folded, written, n| {
        compare(typed, allowed, folded, written, n, &mut found);
    })?;
    for word in synonyms.words() {
        compare(typed, allowed, word, word, 0, &mut found);
    }
    if found.is_empty() && allowed > 1 {
        each(&searcher, live, "", usize::MAX, |folded, written, n| {
            compare(typed, allowed, folded, written, n, &mut found);
        })?;
    }
    let nearest = found.into_iter().min_by(|(a, (a_slips, a_n, _)), (b, (b_slips, b_n, _))| {
        (a_slips, b_n, a).cmp(&(b_slips, a_n, b))
    });
    Ok(nearest.map(|(folded, (_, _, written))| Neighbour { folded, written }))
}

/// By the folded word: slips, in how many documents, as it is written.
type Found = HashMap<String, (u8, u32, String)>;

fn compare(typed: &str, allowed: u8, folded: &str, written: &str, n: u32, found: &mut Found) {
    // A folded word is nearly all ASCII, so its bytes tell soon that it is too long.
    if folded.len().abs_diff(typed.len()) > usize::from(allowed) * 4 {
        return;
    }
    if let Some(slips) = language::slips(typed, folded) {
        let known = found.entry(folded.to_owned()).or_insert((slips, 0, written.to_owned()));
        known.1 += n;
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
