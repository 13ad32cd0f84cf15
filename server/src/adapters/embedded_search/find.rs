//! Which documents hold the words of a search, and how well.
//!
//! Every word is looked up in every form that will do (`search_words`), and each document
//! remembers the best of what it holds. What counts, after Meilisearch's documented rules
//! (words, typo, proximity, attribute, exactness): how many of the words it holds, the rare
//! ones most; as what (the word itself, another form, a part, a synonym, a correction);
//! where (title, tags, summary, place, description); and how near to each other.

use application::ports::{Correction, Match, Matches, SearchWord, SearchWords};
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
use crate::adapters::search_words::{Alternative, Attribute, Form, Group, Key, Wanted, wanted};

/// How many that hold only some of the words are told of.
const MOST_PARTIAL: usize = 1_000;
/// How many words a beginning is finished to.
const MOST_FINISHED: usize = 40;
const FINISHED: u32 = 84;

/// What each document of a segment holds of one word: 0 nothing, 100 all that could be.
type Worths = Vec<u8>;

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
            word.alternatives.extend(finished(live, &word.word)?);
        }
        if !word.word.is_quoted && !word.is_unfinished && !is_known(live, &searcher, word)? {
            let (alternatives, correction) = corrected(live, &word.word, synonyms)?;
            let helps = count(&look_up(live, &searcher, &alternatives)?) > 0;
            corrections.extend(correction.filter(|_| helps));
            word.alternatives.extend(alternatives);
        }
        let held = look_up(live, &searcher, &word.alternatives)?;
        counts.push(count(&held));
        for (segment, held) in worths.iter_mut().zip(held) {
            segment.push(held);
        }
    }
    let weights = weights(&counts, searcher.num_docs());
    let mut found = Vec::new();
    for (segment, worths) in searcher.segment_readers().iter().zip(&worths) {
        rank(segment, worths, &weights, &mut found)?;
    }
    drop_the_least(&mut found);
    found.sort_unstable_by_key(|it| it.id);
    Ok(Matches { found, corrections })
}

fn count(held: &[Worths]) -> usize {
    held.iter().map(|worths| worths.iter().filter(|worth| **worth > 0).count()).sum()
}

/// How much each word says: one that few documents hold says most, and one that none
/// holds as much as the rarest.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
fn weights(counts: &[usize], documents: u64) -> Vec<f32> {
    let all = documents.max(1) as f32;
    let weight = |n: usize| (1.0 + all / (n.max(1) as f32 + 1.0)).ln().max(0.2);
    counts.iter().map(|n| weight(*n)).collect()
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
    worth: u32,
    best: &mut Worths,
) -> tantivy::Result<()> {
    for (field, attribute) in live.fields.attributes.iter().zip(Attribute::ALL) {
        for key in group {
            let worth = worth * key.worth * attribute.weight() / 10_000;
            let worth = u8::try_from(worth.clamp(1, 100)).unwrap_or(100);
            add_key(segment, *field, key, worth, best)?;
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

/// The words that a beginning can be finished to.
fn finished(live: &Live, word: &SearchWord) -> tantivy::Result<Vec<Alternative>> {
    let words = vocabulary::begun(live, &word.folded, MOST_FINISHED)?;
    let keys = words.iter().map(|word| Key { text: Form::Exact.of(word), worth: 100 });
    Ok(vec![Alternative { groups: vec![keys.collect()], worth: FINISHED }])
}

/// Whether any document holds a word itself, in whatever form, or what it leads to. A word
/// that is only spelled like another without its accents is not known.
fn is_known(live: &Live, searcher: &Searcher, word: &Wanted) -> tantivy::Result<bool> {
    let is_weak = |key: &Key, alone: bool| key.worth < Key::SURE && (alone || key.is_bare());
    let sure = word.alternatives.iter().map(|it| {
        let groups = it.groups.iter().map(|group| {
            let sure = group.iter().filter(|key| !is_weak(key, it.groups.len() == 1));
            sure.cloned().collect()
        });
        Alternative { groups: groups.collect(), worth: it.worth }
    });
    Ok(count(&look_up(live, searcher, &sure.collect::<Vec<_>>())?) > 0)
}

/// What will do for a word that nothing holds: words that are spelled almost like it.
fn corrected(
    live: &Live,
    word: &SearchWord,
    synonyms: &Synonyms,
) -> tantivy::Result<(Vec<Alternative>, Option<Correction>)> {
    let Some(near) = vocabulary::nearest(live, &word.folded, synonyms)? else {
        return Ok((Vec::new(), None));
    };
    let meant = SearchWord { folded: near.folded, is_quoted: false };
    let search = SearchWords { words: vec![meant], is_typing: false };
    let alternatives = wanted(&search, synonyms).into_iter().flat_map(|it| it.alternatives);
    let correction = Correction { typed: word.folded.clone(), meant: near.written };
    Ok((alternatives.collect(), Some(correction)))
}

/// Ranks what holds any of the words.
fn rank(
    segment: &SegmentReader,
    worths: &[Worths],
    weights: &[f32],
    found: &mut Vec<Match>,
) -> tantivy::Result<()> {
    let (high, low) = (segment.fast_fields().u64(HIGH)?, segment.fast_fields().u64(LOW)?);
    let all: f32 = weights.iter().sum();
    for document in 0..segment.max_doc() {
        let mut sum = 0.0;
        let mut is_whole = true;
        for (worths, weight) in worths.iter().zip(weights) {
            let worth = worths[document as usize];
            is_whole &= worth > 0;
            sum += f32::from(worth) * weight;
        }
        if sum == 0.0 || segment.is_deleted(document) {
            continue;
        }
        let (Some(high), Some(low)) = (high.first(document), low.first(document)) else { continue };
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a share of 0 to 1,000"
        )]
        let rank = (sum / all * f32::from(Match::BEST) / 100.0) as u16;
        found.push(Match { id: id(high, low), rank: rank.min(Match::BEST), is_whole });
    }
    Ok(())
}

/// Of those that hold only some of the words, the best are enough.
fn drop_the_least(found: &mut Vec<Match>) {
    let partial = found.iter().filter(|it| !it.is_whole).count();
    if partial <= MOST_PARTIAL {
        return;
    }
    let mut ranks: Vec<u16> = found.iter().filter(|it| !it.is_whole).map(|it| it.rank).collect();
    let (_, least, _) = ranks.select_nth_unstable_by(MOST_PARTIAL, |a, b| b.cmp(a));
    let least = *least;
    found.retain(|it| it.is_whole || it.rank > least);
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
