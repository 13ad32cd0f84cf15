//! Which documents hold the words of a search, and how well.
//!
//! Every word is looked up in every form that will do (`search_words`), and each document
//! remembers the best of what it holds.

use application::ports::{Matches, SearchWords};
use domain::catalogue::ActivityId;
use tantivy::Searcher;

use super::{
    Live, columns,
    ranks::Ranks,
    schema::{HIGH, LOW, VERSION, id},
    vocabulary,
};
use crate::adapters::search_words::{
    Alternative, MOST_FINISHED, Numbered, Worths, count, finished, mend, wanted, weights,
};

pub(super) fn find(live: &Live, search: &SearchWords, used: &Numbered) -> tantivy::Result<Matches> {
    let synonyms = &*used.synonyms;
    let searcher = live.reader.searcher();
    let mut words = wanted(search, synonyms);
    let mut corrections = Vec::new();
    for word in &mut words {
        if word.is_unfinished {
            let begun = vocabulary::begun(live, &word.word.folded, MOST_FINISHED)?;
            word.alternatives.push(finished(&begun));
        }
        if word.is_open() && !is_held(live, &searcher, &word.exactly())? {
            let is_known = is_held(live, &searcher, &word.surely())?;
            let nearest = vocabulary::nearest(live, &word.word.folded, used)?;
            if let Some(mut correction) = mend(word, nearest, is_known, synonyms) {
                correction.is_held = is_held(live, &searcher, &word.alternatives)?;
                corrections.push(correction);
            }
        }
    }
    if corrections.iter().any(|it| it.is_held) {
        return Ok(Matches { found: Vec::new(), corrections });
    }
    // By segment, then by word.
    let mut worths: Vec<Vec<Worths>> = vec![Vec::new(); searcher.segment_readers().len()];
    let mut counts = Vec::new();
    for word in &words {
        let mut n = 0;
        for (segment, worths) in searcher.segment_readers().iter().zip(&mut worths) {
            let held = columns::look_up(live, segment, &word.alternatives)?;
            n += count(&held);
            worths.push(held);
        }
        counts.push(n);
    }
    let documents = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
    let weights = weights(&counts, documents);
    let segments = searcher.segment_readers().iter();
    let ranked: Vec<Ranks> = segments
        .zip(&worths)
        .map(|(segment, worths)| Ranks::of(segment, worths, &weights))
        .collect();
    let least = Ranks::least_partial(&ranked);
    let mut found = Vec::with_capacity(Ranks::told(&ranked, least));
    let mut runs = 0;
    for (order, ranks) in live.orders.of(&searcher)?.iter().zip(&ranked) {
        let before = found.len();
        ranks.collect(order, least, &mut found);
        runs += usize::from(found.len() > before);
    }
    if runs > 1 {
        // Each segment's are in order already, so little is left to do.
        found.sort_by_key(|it| it.id.0.as_u128());
    }
    Ok(Matches { found, corrections })
}

/// Whether any document holds anything that will do.
fn is_held(
    live: &Live,
    searcher: &Searcher,
    alternatives: &[Alternative],
) -> tantivy::Result<bool> {
    for segment in searcher.segment_readers() {
        if columns::holds(live, segment, alternatives)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Every document with the version at which it was written.
pub(super) fn held(live: &Live) -> tantivy::Result<Vec<(ActivityId, i64)>> {
    let searcher = live.reader.searcher();
    let mut held = Vec::new();
    for segment in searcher.segment_readers() {
        let fast = segment.fast_fields();
        let (high, low, version) = (fast.u64(HIGH)?, fast.u64(LOW)?, fast.i64(VERSION)?);
        for document in segment.doc_ids_alive() {
            let halves = high.first(document).zip(low.first(document));
            if let Some((high, low)) = halves {
                held.push((id(high, low), version.first(document).unwrap_or_default()));
            }
        }
    }
    Ok(held)
}
