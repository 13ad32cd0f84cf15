//! Which documents hold the words of a search, and how well.
//!
//! Every word is looked up in every form that will do (`search_words`), and each document
//! remembers the best of what it holds.

use application::ports::{Match, Matches, SearchWords};
use domain::catalogue::ActivityId;
use language::Synonyms;
use tantivy::{
    DocSet as _, Searcher, SegmentReader, TERMINATED, Term, postings::SegmentPostings,
    schema::IndexRecordOption,
};

use super::{
    Live,
    order::Order,
    schema::{HIGH, LOW, VERSION, id},
    vocabulary,
};
use crate::adapters::search_words::{
    Alternative, Attribute, Group, MOST_FINISHED, MOST_PARTIAL, Worths, count, finished, fit, mend,
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
        if word.is_open() && !is_held(live, &searcher, &word.exactly())? {
            let is_known = is_held(live, &searcher, &word.surely())?;
            let nearest = vocabulary::nearest(live, &word.word.folded, synonyms)?;
            corrections.extend(mend(word, nearest, is_known, synonyms));
        }
        let held = look_up(live, &searcher, &word.alternatives)?;
        counts.push(held.iter().map(|worths| count(worths)).sum());
        for (segment, held) in worths.iter_mut().zip(held) {
            segment.push(held);
        }
    }
    let documents = usize::try_from(searcher.num_docs()).unwrap_or(usize::MAX);
    let weights = weights(&counts, documents);
    note_held(&mut corrections, &words, &counts);
    let segments = searcher.segment_readers().iter();
    let ranked: Vec<Ranks> = segments
        .zip(&worths)
        .map(|(segment, worths)| Ranks::of(segment, worths, &weights))
        .collect();
    let least = Ranks::least_partial(&ranked);
    let mut found = Vec::new();
    for (order, ranks) in live.orders.of(&searcher)?.iter().zip(&ranked) {
        ranks.collect(order, least, &mut found);
    }
    // Each segment's are in order already, so little is left to do.
    found.sort_by_key(|it| it.id);
    Ok(Matches { found: the_best(found), corrections })
}

/// Whether any document holds anything that will do.
fn is_held(
    live: &Live,
    searcher: &Searcher,
    alternatives: &[Alternative],
) -> tantivy::Result<bool> {
    for segment in searcher.segment_readers() {
        let mut all = Sparse::default();
        let mut one = Sparse::default();
        for alternative in alternatives {
            let Some(lists) = lists(live, segment, alternative)? else { continue };
            if lists.len() == 1 {
                return Ok(true);
            }
            meet(lists, segment, &mut all, &mut one);
            if !all.documents.is_empty() {
                return Ok(true);
            }
        }
    }
    Ok(false)
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
    let mut best: Worths = vec![0; segment.max_doc() as usize];
    let (mut all, mut one) = (Sparse::default(), Sparse::default());
    for alternative in alternatives {
        let Some(mut lists) = lists(live, segment, alternative)? else { continue };
        if let [list] = lists.as_mut_slice() {
            for (postings, worth) in &mut list.postings {
                each(postings, |document| {
                    let known = &mut best[document as usize];
                    *known = (*known).max(*worth);
                });
            }
            continue;
        }
        // All of them must be held: the weakest counts.
        meet(lists, segment, &mut all, &mut one);
        for document in &all.documents {
            let known = &mut best[*document as usize];
            *known = (*known).max(all.worths[*document as usize]);
        }
        all.clear();
    }
    Ok(best)
}

/// The documents that hold anything of a group, and what that is worth.
struct List {
    postings: Vec<(SegmentPostings, u8)>,
    /// How many documents these are at the most.
    length: u64,
}

/// The lists of each group of an alternative; none where nothing holds anything of one.
fn lists(
    live: &Live,
    segment: &SegmentReader,
    alternative: &Alternative,
) -> tantivy::Result<Option<Vec<List>>> {
    let mut lists = Vec::with_capacity(alternative.groups.len());
    for group in &alternative.groups {
        let list = list(live, segment, group, alternative.worth)?;
        if list.length == 0 {
            return Ok(None);
        }
        lists.push(list);
    }
    Ok((!lists.is_empty()).then_some(lists))
}

fn list(
    live: &Live,
    segment: &SegmentReader,
    group: &Group,
    alternative: u32,
) -> tantivy::Result<List> {
    let mut list = List { postings: Vec::new(), length: 0 };
    for attribute in Attribute::ALL {
        let field = live.fields.attribute(attribute);
        let words = segment.inverted_index(field)?;
        for key in group {
            let term = Term::from_field_text(field, &key.text);
            if let Some(postings) = words.read_postings(&term, IndexRecordOption::Basic)? {
                list.length += u64::from(postings.doc_freq());
                let worth = worth(alternative * key.worth * attribute.weight());
                list.postings.push((postings, worth));
            }
        }
    }
    Ok(list)
}

fn each(postings: &mut SegmentPostings, mut look: impl FnMut(u32)) {
    let mut document = postings.doc();
    while document != TERMINATED {
        look(document);
        document = postings.advance();
    }
}

/// What few documents hold of something.
#[derive(Default)]
struct Sparse {
    worths: Worths,
    /// Those whose worth is not 0, or was not.
    documents: Vec<u32>,
}

impl Sparse {
    fn note(&mut self, document: u32, worth: u8) {
        let known = &mut self.worths[document as usize];
        if *known == 0 {
            self.documents.push(document);
        }
        *known = (*known).max(worth);
    }

    fn clear(&mut self) {
        for document in self.documents.drain(..) {
            self.worths[document as usize] = 0;
        }
    }
}

/// Leaves in `all` the documents that hold something of every list, and the least of what
/// that is worth.
fn meet(mut lists: Vec<List>, segment: &SegmentReader, all: &mut Sparse, one: &mut Sparse) {
    all.worths.resize(segment.max_doc() as usize, 0);
    one.worths.resize(segment.max_doc() as usize, 0);
    // The shortest first: only what is in it can be in all.
    lists.sort_by_key(|list| list.length);
    for (n, mut list) in lists.into_iter().enumerate() {
        if n == 0 {
            for (postings, worth) in &mut list.postings {
                each(postings, |document| all.note(document, *worth));
            }
            all.documents.sort_unstable();
            continue;
        }
        let is_long = list.length > 16 * all.documents.len() as u64;
        for (postings, worth) in &mut list.postings {
            if is_long {
                for document in &all.documents {
                    if postings.doc() < *document {
                        postings.seek(*document);
                    }
                    if postings.doc() == *document {
                        one.note(*document, *worth);
                    }
                }
            } else {
                each(postings, |document| {
                    if all.worths[document as usize] > 0 {
                        one.note(document, *worth);
                    }
                });
            }
        }
        let Sparse { worths, documents } = &mut *all;
        documents.retain(|document| {
            let known = &mut worths[*document as usize];
            *known = (*known).min(one.worths[*document as usize]);
            *known > 0
        });
        one.clear();
    }
}

/// How well each document of a segment fits: 0 where it does not.
struct Ranks {
    by_document: Vec<u16>,
    /// How many fit.
    found: usize,
    /// How many that hold only some of the words have each rank.
    partial: Vec<u32>,
}

impl Ranks {
    /// What tells a document that holds all words.
    const WHOLE: u16 = 1 << 15;
    /// What tells a document that holds any of them.
    const HELD: u16 = 1 << 14;

    fn of(segment: &SegmentReader, worths: &[Worths], weights: &[f32]) -> Self {
        let documents = segment.max_doc() as usize;
        let mut ranks = Self {
            by_document: vec![0; documents],
            found: 0,
            partial: vec![0; usize::from(Match::BEST) + 1],
        };
        let mut held: Worths = vec![0; documents];
        for worths in worths {
            held.iter_mut().zip(worths).for_each(|(held, worth)| *held |= worth);
        }
        let alive = segment.alive_bitset();
        for (n, eight) in held.chunks(8).enumerate() {
            // Most hold nothing, which is told of eight at once.
            if eight.iter().fold(0, |any, held| any | held) == 0 {
                continue;
            }
            let which = eight.iter().enumerate().filter(|(_, held)| **held > 0);
            for document in which.map(|(i, _)| n * 8 + i) {
                let number = u32::try_from(document).unwrap_or(TERMINATED);
                if alive.is_some_and(|alive| alive.is_deleted(number)) {
                    continue;
                }
                let Some((rank, is_whole)) = fit(document, worths, weights) else { continue };
                ranks.found += 1;
                ranks.by_document[document] =
                    rank | Self::HELD | if is_whole { Self::WHOLE } else { 0 };
                if !is_whole {
                    ranks.partial[usize::from(rank)] += 1;
                }
            }
        }
        ranks
    }

    /// What holds only some of the words must have a higher rank than this; none where all
    /// are few enough.
    fn least_partial(ranked: &[Self]) -> Option<u16> {
        let mut better = 0;
        for rank in (0..=Match::BEST).rev() {
            let here: u32 = ranked.iter().map(|it| it.partial[usize::from(rank)]).sum();
            better += here as usize;
            if better > MOST_PARTIAL {
                return Some(rank);
            }
        }
        None
    }

    /// Adds what fits, in the order of ids.
    fn collect(&self, order: &Order, least: Option<u16>, found: &mut Vec<Match>) {
        let matched = |document: u32| {
            let rank = self.by_document[document as usize];
            let is_whole = rank & Self::WHOLE != 0;
            let value = rank & !(Self::WHOLE | Self::HELD);
            let is_told = is_whole || (rank != 0 && least.is_none_or(|least| value > least));
            is_told.then(|| Match { id: order.id(document), rank: value, is_whole })
        };
        if self.found * 16 > self.by_document.len() {
            found.extend(order.documents().iter().filter_map(|document| matched(*document)));
        } else {
            let documents = 0..u32::try_from(self.by_document.len()).unwrap_or(TERMINATED);
            let from = found.len();
            found.extend(documents.filter_map(matched));
            found[from..].sort_unstable_by_key(|it| it.id);
        }
    }
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
