//! What each document of a segment holds of a word: the index's lists of documents, laid
//! into a column with a worth for every document.
//!
//! A list that names many documents is cheaper to lay down as a whole than to look into
//! document by document, so both ways are kept.

use std::collections::BTreeMap;

use tantivy::{SegmentReader, Term, postings::BlockSegmentPostings, schema::IndexRecordOption};

use super::Live;
use crate::adapters::search_words::{Alternative, Attribute, Worths, worth};

/// The documents that hold anything of a group, and what that is worth.
struct List {
    /// The least worth first.
    postings: Vec<(BlockSegmentPostings, u8)>,
    /// How many documents these are at the most.
    length: u64,
}

/// What each document of a segment holds of what will do for a word.
pub(super) fn look_up(
    live: &Live,
    segment: &SegmentReader,
    alternatives: &[Alternative],
) -> tantivy::Result<Worths> {
    let mut best: Worths = vec![0; segment.max_doc() as usize];
    lay(list(live, segment, simple(alternatives))?, &mut best);
    let mut room = Room::default();
    for (n, alternative) in alternatives.iter().enumerate() {
        let is_new = || !alternatives[..n].contains(alternative);
        if alternative.groups.len() > 1
            && is_new()
            && let Some(lists) = lists(live, segment, alternative)?
        {
            meet(lists, &mut best, &mut room);
        }
    }
    Ok(best)
}

/// Whether any document of a segment holds anything that will do for a word.
pub(super) fn holds(
    live: &Live,
    segment: &SegmentReader,
    alternatives: &[Alternative],
) -> tantivy::Result<bool> {
    if list(live, segment, simple(alternatives))?.length > 0 {
        return Ok(true);
    }
    let mut best = Worths::new();
    let mut room = Room::default();
    for alternative in alternatives.iter().filter(|it| it.groups.len() > 1) {
        if let Some(lists) = lists(live, segment, alternative)? {
            best.resize(segment.max_doc() as usize, 0);
            meet(lists, &mut best, &mut room);
            if best.iter().any(|worth| *worth > 0) {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// Everything that does by itself, once, with the most it is worth in ten-thousandths.
fn simple(alternatives: &[Alternative]) -> BTreeMap<&str, u32> {
    let mut keys = BTreeMap::new();
    for alternative in alternatives {
        if let [group] = alternative.groups.as_slice() {
            for key in group {
                let known: &mut u32 = keys.entry(key.text.as_str()).or_default();
                *known = (*known).max(alternative.worth * key.worth);
            }
        }
    }
    keys
}

/// The lists of each group of an alternative; none where nothing holds anything of one.
fn lists(
    live: &Live,
    segment: &SegmentReader,
    alternative: &Alternative,
) -> tantivy::Result<Option<Vec<List>>> {
    let mut lists = Vec::with_capacity(alternative.groups.len());
    for group in &alternative.groups {
        let keys = group.iter().map(|key| (key.text.as_str(), alternative.worth * key.worth));
        let list = list(live, segment, keys)?;
        if list.length == 0 {
            return Ok(None);
        }
        lists.push(list);
    }
    Ok(Some(lists))
}

fn list<'a>(
    live: &Live,
    segment: &SegmentReader,
    keys: impl IntoIterator<Item = (&'a str, u32)>,
) -> tantivy::Result<List> {
    let mut list = List { postings: Vec::new(), length: 0 };
    let keys: Vec<(&str, u32)> = keys.into_iter().collect();
    for attribute in Attribute::ALL {
        let field = live.fields.attribute(attribute);
        let words = segment.inverted_index(field)?;
        for (text, share) in &keys {
            let term = Term::from_field_text(field, text);
            if let Some(postings) = words.read_block_postings(&term, IndexRecordOption::Basic)? {
                list.length += u64::from(postings.doc_freq());
                list.postings.push((postings, worth(share * attribute.weight())));
            }
        }
    }
    list.postings.sort_by_key(|(_, worth)| *worth);
    Ok(list)
}

/// Lays a list into an empty column. The least worth goes first, so that the best is what
/// is left of a document that stands in several.
fn lay(list: List, column: &mut [u8]) {
    for (mut postings, worth) in list.postings {
        each(&mut postings, |document| {
            if let Some(known) = column.get_mut(document as usize) {
                *known = worth;
            }
        });
    }
}

fn each(postings: &mut BlockSegmentPostings, mut look: impl FnMut(u32)) {
    while !postings.docs().is_empty() {
        postings.docs().iter().for_each(|document| look(*document));
        postings.advance();
    }
}

/// Columns to work in, empty between one use and the next.
#[derive(Default)]
struct Room {
    all: Sparse,
    one: Sparse,
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

/// From this share of the documents on, whole columns are compared.
const MANY: u64 = 64;

/// Raises `best` for the documents that hold something of every list: the least of what that
/// is worth counts.
fn meet(mut lists: Vec<List>, best: &mut [u8], room: &mut Room) {
    // The shortest first: only what is in it can be in all.
    lists.sort_by_key(|list| list.length);
    room.all.worths.resize(best.len(), 0);
    room.one.worths.resize(best.len(), 0);
    if lists.first().is_some_and(|list| list.length * MANY > best.len() as u64) {
        meet_as_columns(lists, best, room);
    } else {
        meet_one_by_one(lists, best, room);
    }
}

fn meet_as_columns(lists: Vec<List>, best: &mut [u8], room: &mut Room) {
    let (all, one) = (&mut room.all.worths, &mut room.one.worths);
    for (n, list) in lists.into_iter().enumerate() {
        if n == 0 {
            lay(list, all);
            continue;
        }
        lay(list, one);
        all.iter_mut().zip(one.iter()).for_each(|(all, one)| *all = (*all).min(*one));
        one.fill(0);
    }
    best.iter_mut().zip(all.iter()).for_each(|(best, all)| *best = (*best).max(*all));
    all.fill(0);
}

fn meet_one_by_one(lists: Vec<List>, best: &mut [u8], room: &mut Room) {
    let Room { all, one } = room;
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
                    let at = postings.seek(*document);
                    if postings.doc(at) == *document {
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
    for document in &all.documents {
        let known = &mut best[*document as usize];
        *known = (*known).max(all.worths[*document as usize]);
    }
    all.clear();
}
