//! Which documents hold the words of a search, and how well.
//!
//! Every word is looked up in every form that will do (`search_words`), and each document
//! remembers the best of what it holds.

use application::ports::{Match, Matches, SearchWords};
use domain::catalogue::ActivityId;
use language::Synonyms;
use tantivy::{
    DocSet as _, Searcher, SegmentReader, TERMINATED, Term,
    schema::{Field, IndexRecordOption},
};

use super::{
    Live,
    schema::{HIGH, LOW, VERSION, id},
    vocabulary,
};
use crate::adapters::search_words::{
    Alternative, Attribute, Group, Key, MOST_FINISHED, Worths, count, finished, fit, mend,
    note_held, the_best, wanted, weights, worth,
};

pub(super) fn find(
    live: &Live,
    search: &SearchWords,
    synonyms: &Synonyms,
) -> tantivy::Result<Matches> {
    let searcher = live.reader.searcher();
    let mut words = wanted(search, synonyms);
    let mut corrections = Vec::new();
    // By segment, then by word.
    let mut worths: Vec<Vec<Worths>> = vec![Vec::new(); searcher.segment_readers().len()];
    let mut counts = Vec::new();
    for word in &mut words {
        if word.is_unfinished {
            let begun = vocabulary::begun(live, &word.word.folded, MOST_FINISHED)?;
            word.alternatives.push(finished(&begun));
        }
        if word.is_open() && count_all(&look_up(live, &searcher, &word.exactly())?) == 0 {
            let is_known = count_all(&look_up(live, &searcher, &word.surely())?) > 0;
            let nearest = vocabulary::nearest(live, &word.word.folded, synonyms)?;
            corrections.extend(mend(word, nearest, is_known, synonyms));
        }
        let held = look_up(live, &searcher, &word.alternatives)?;
        counts.push(count_all(&held));
        for (segment, held) in worths.iter_mut().zip(held) {
            segment.push(held);
        }
    }
    let documents = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
    let weights = weights(&counts, documents);
    note_held(&mut corrections, &words, &counts);
    let mut found = Vec::new();
    for (segment, worths) in searcher.segment_readers().iter().zip(&worths) {
        rank(segment, worths, &weights, &mut found)?;
    }
    Ok(Matches { found: the_best(found), corrections })
}

fn count_all(held: &[Worths]) -> usize {
    held.iter().map(|worths| count(worths)).sum()
}

/// What each document of each segment holds of what will do for a word.
fn look_up(
    live: &Live,
    searcher: &Searcher,
    alternatives: &[Alternative],
) -> tantivy::Result<Vec<Worths>> {
    let segments = searcher.segment_readers().iter();
    segments.map(|segment| look_up_in(live, segment, alternatives)).collect()
}

fn look_up_in(
    live: &Live,
    segment: &SegmentReader,
    alternatives: &[Alternative],
) -> tantivy::Result<Worths> {
    let documents = segment.max_doc() as usize;
    let mut best: Worths = vec![0; documents];
    for alternative in alternatives {
        match alternative.groups.as_slice() {
            [group] => add_group(live, segment, group, alternative.worth, &mut best)?,
            groups => {
                // All of them must be held: the weakest counts.
                let mut all: Worths = vec![u8::MAX; documents];
                for group in groups {
                    let mut one: Worths = vec![0; documents];
                    add_group(live, segment, group, alternative.worth, &mut one)?;
                    all.iter_mut().zip(&one).for_each(|(all, one)| *all = (*all).min(*one));
                }
                best.iter_mut().zip(&all).for_each(|(best, all)| *best = (*best).max(*all));
            }
        }
    }
    Ok(best)
}

/// Notes for each document the best place where it holds anything of a group.
fn add_group(
    live: &Live,
    segment: &SegmentReader,
    group: &Group,
    alternative: u32,
    best: &mut Worths,
) -> tantivy::Result<()> {
    for attribute in Attribute::ALL {
        for key in group {
            let worth = worth(alternative * key.worth * attribute.weight());
            add_key(segment, live.fields.attribute(attribute), key, worth, best)?;
        }
    }
    Ok(())
}

fn add_key(
    segment: &SegmentReader,
    field: Field,
    key: &Key,
    worth: u8,
    best: &mut Worths,
) -> tantivy::Result<()> {
    let words = segment.inverted_index(field)?;
    let term = Term::from_field_text(field, &key.text);
    let Some(mut documents) = words.read_postings(&term, IndexRecordOption::Basic)? else {
        return Ok(());
    };
    let mut document = documents.doc();
    while document != TERMINATED {
        let known = &mut best[document as usize];
        *known = (*known).max(worth);
        document = documents.advance();
    }
    Ok(())
}

/// Ranks what holds any of the words.
fn rank(
    segment: &SegmentReader,
    worths: &[Worths],
    weights: &[f32],
    found: &mut Vec<Match>,
) -> tantivy::Result<()> {
    let (high, low) = (segment.fast_fields().u64(HIGH)?, segment.fast_fields().u64(LOW)?);
    for document in 0..segment.max_doc() {
        let Some((rank, is_whole)) = fit(document as usize, worths, weights) else { continue };
        if segment.is_deleted(document) {
            continue;
        }
        let (Some(high), Some(low)) = (high.first(document), low.first(document)) else { continue };
        found.push(Match { id: id(high, low), rank, is_whole });
    }
    Ok(())
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
