//! How well each document of a segment fits all the words of a search.

use application::ports::Match;
use tantivy::{SegmentReader, TERMINATED, fastfield::AliveBitSet};

use super::order::Order;
use crate::adapters::search_words::{MOST_PARTIAL, Worths, fit_all};

/// How well each document of a segment fits: 0 where it does not.
pub(super) struct Ranks {
    by_document: Vec<u16>,
    /// How many fit.
    found: usize,
    /// How many that hold only some of the words have each rank.
    partial: Vec<u32>,
}

/// So many documents are compared at once.
const AT_ONCE: usize = 1_024;

impl Ranks {
    /// What tells a document that holds all words.
    const WHOLE: u16 = 1 << 15;
    /// What tells a document that holds any of them.
    const HELD: u16 = 1 << 14;

    pub(super) fn of(segment: &SegmentReader, worths: &[Worths], weights: &[f32]) -> Self {
        let documents = segment.max_doc() as usize;
        let mut ranks = Self {
            by_document: vec![0; documents],
            found: 0,
            partial: vec![0; usize::from(Match::BEST) + 1],
        };
        for from in (0..documents).step_by(AT_ONCE) {
            let to = documents.min(from + AT_ONCE);
            ranks.compare(from, to, worths, weights, segment.alive_bitset());
        }
        ranks
    }

    fn compare(
        &mut self,
        from: usize,
        to: usize,
        worths: &[Worths],
        weights: &[f32],
        alive: Option<&AliveBitSet>,
    ) {
        // What a document holds of any word, and the least of what it holds of all.
        let (mut any, mut least) = ([0_u8; AT_ONCE], [u8::MAX; AT_ONCE]);
        for worths in worths {
            let pairs = any.iter_mut().zip(&mut least).zip(&worths[from..to]);
            pairs.for_each(|((any, least), worth)| {
                *any |= worth;
                *least = (*least).min(*worth);
            });
        }
        if any.iter().fold(0, |all, any| all | any) == 0 {
            return;
        }
        if let Some(alive) = alive {
            for (document, any) in (from..to).zip(&mut any) {
                if alive.is_deleted(u32::try_from(document).unwrap_or(TERMINATED)) {
                    *any = 0;
                }
            }
        }
        let words: Vec<&[u8]> = worths.iter().map(|worths| &worths[from..to]).collect();
        let here = &mut self.by_document[from..to];
        fit_all(&words, weights, here);
        let mut is_any_partial = false;
        for ((rank, any), least) in here.iter_mut().zip(&any).zip(&least) {
            let is_held = *any > 0;
            let mark = Self::HELD | if *least > 0 { Self::WHOLE } else { 0 };
            *rank = if is_held { *rank | mark } else { 0 };
            self.found += usize::from(is_held);
            is_any_partial |= is_held && *least == 0;
        }
        if is_any_partial {
            for rank in here.iter().filter(|rank| **rank & (Self::HELD | Self::WHOLE) == Self::HELD)
            {
                self.partial[usize::from(rank & !Self::HELD)] += 1;
            }
        }
    }

    /// What holds only some of the words must have a higher rank than this; none where all
    /// are few enough.
    pub(super) fn least_partial(ranked: &[Self]) -> Option<u16> {
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

    /// How many are told of.
    pub(super) fn told(ranked: &[Self], least: Option<u16>) -> usize {
        let passed_over = |it: &Self| {
            let below = least.map_or(0, |least| usize::from(least) + 1);
            it.partial[..below].iter().map(|n| *n as usize).sum::<usize>()
        };
        ranked.iter().map(|it| it.found - passed_over(it)).sum()
    }

    /// Adds what fits, in the order of ids.
    pub(super) fn collect(&self, order: &Order, least: Option<u16>, found: &mut Vec<Match>) {
        let matched = |id, rank: u16| {
            let is_whole = rank & Self::WHOLE != 0;
            let value = rank & !(Self::WHOLE | Self::HELD);
            let is_told = is_whole || (rank != 0 && least.is_none_or(|least| value > least));
            is_told.then_some(Match { id, rank: value, is_whole })
        };
        if self.found * 16 > self.by_document.len() {
            let all = order.all();
            found.extend(
                all.filter_map(|(id, document)| matched(id, self.by_document[document as usize])),
            );
            return;
        }
        let from = found.len();
        for (n, some) in self.by_document.chunks(64).enumerate() {
            // Most hold nothing, which is told of many at once.
            if some.iter().fold(0, |any, rank| any | rank) == 0 {
                continue;
            }
            let which = some.iter().enumerate().filter(|(_, rank)| **rank > 0);
            found.extend(which.filter_map(|(i, rank)| matched(order.id(n * 64 + i), *rank)));
        }
        found[from..].sort_unstable_by_key(|it| it.id.0.as_u128());
    }
}
