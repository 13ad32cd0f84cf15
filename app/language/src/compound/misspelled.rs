//! Words that no text here holds but a dictionary knows, or that are made of such words, as
//! they may have been meant by one that is misspelled: »rumsikb« is »rumskib«.
//!
//! A slip is in one part of a compound, or in the other; the parts without one are known
//! exactly, and the nearest to the other is looked for among the words that may stand there.

use std::cmp::Reverse;

use super::{LONGEST, MOST_FOR_A_CUT, Way, price_as_first, split, ways};
use crate::{
    Near, bare,
    dictionary::{self, Link},
    distance,
    spelling::respelled,
    strangeness, typos_allowed,
};

/// A word of the dictionary, or one that is made of such words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Whole {
    pub folded: String,
    pub written: String,
    /// Whether more than accents and doubled letters differ from what was typed.
    pub differs: bool,
    pub slips: u8,
    /// What the slips and the parts cost together.
    cost: u32,
}

/// Parts of fewer letters are not mended, in bytes.
const SHORTEST_MENDED: usize = 3;
/// More known parts are not tried, the likeliest first; each means a walk through what is
/// near in the dictionary, so that the work has a bound.
const MOST_TRIED: usize = 6;
/// What a slip costs, beside how strange it is.
const SLIP: u32 = 8;
/// What a word costs that is not known as a part.
const WHOLE: u32 = 8;

/// Whether a word is spelled as one in the dictionary.
pub(crate) fn is_in_dictionary(word: &str) -> bool {
    dictionary::entry(word).is_some_and(dictionary::Entry::stands_alone)
}

/// What is nearest to a misspelled word in the dictionary, with at most so many slips; none
/// where it is no word of letters, or too short for slips.
pub(crate) fn nearest_in_dictionary(typed: &str, slips: u8) -> Option<Whole> {
    if typed.len() > LONGEST || !typed.bytes().all(|it| it.is_ascii_lowercase()) {
        return None;
    }
    if is_in_dictionary(typed) {
        let (folded, written) = (typed.to_owned(), dictionary::written(typed));
        return Some(Whole { folded, written, differs: false, slips: 0, cost: 0 });
    }
    let allowed = typos_allowed(typed).min(slips);
    let mut found = Found { typed, bare: bare(typed), allowed, best: None };
    found.look_among_words(typed, "");
    if allowed > 0 {
        // Genitives are not in the dictionary.
        if let Some(start) = typed.strip_suffix('s') {
            found.look_among_words(start, "s");
        }
        found.look_among_compounds(typed, 0);
        let sound = respelled(typed);
        if sound != typed {
            found.look_among_compounds(&sound, 1);
        }
    }
    found.best
}

/// The best that was found so far.
struct Found<'a> {
    typed: &'a str,
    bare: String,
    allowed: u8,
    best: Option<Whole>,
}

/// What is known of a word, and what stands beside it.
struct Known<'a> {
    part: &'a str,
    other: &'a str,
    is_front: bool,
    cost: u32,
    cuts: u32,
}

impl Found<'_> {
    fn offer(&mut self, whole: Whole) {
        let is_better = self
            .best
            .as_ref()
            .is_none_or(|it| (whole.cost, whole.folded.as_str()) < (it.cost, it.folded.as_str()));
        if is_better {
            self.best = Some(whole);
        }
    }

    /// Whether something of this cost could be better than what was found.
    fn is_better(&self, cost: u32) -> bool {
        self.best.as_ref().is_none_or(|it| cost <= it.cost)
    }

    fn look_among_words(&mut self, start: &str, ending: &str) {
        let Some(near) = Near::within(start, self.allowed) else { return };
        dictionary::each_near(&near, |word, entry| {
            if !entry.stands_alone() {
                return;
            }
            let Some(slips) = slips(start, word, self.allowed) else { return };
            let price = entry.as_last().or(entry.as_first()).unwrap_or(WHOLE);
            let cost = cost(start, word, slips) + price;
            if self.is_better(cost) {
                let folded = format!("{word}{ending}");
                let written = dictionary::written(word) + ending;
                let differs = bare(&folded) != self.bare;
                self.offer(Whole { folded, written, differs, slips, cost });
            }
        });
    }

    /// Looks for compounds near to the word itself, or to the word as it sounds, which is one
    /// slip `before` the others.
    fn look_among_compounds(&mut self, typed: &str, before: u8) {
        let (ways, whole) = ways(typed);
        if let Some(whole) = whole.filter(|it| is_likely(it.cost, it.cuts)) {
            let sounds = if before > 0 { cost(self.typed, typed, before) } else { 0 };
            self.offer_compound(typed, before, whole.cost + sounds);
        }
        if before >= self.allowed {
            return;
        }
        for known in known_parts(typed, &ways) {
            if known.is_front {
                self.look_for_last(&known, before);
            } else {
                for link in Link::ALL {
                    let first = known.other.strip_suffix(link.letters());
                    if let Some(first) = first.filter(|it| it.len() >= SHORTEST_MENDED) {
                        self.look_for_first(&known, first, link, before);
                    }
                }
            }
        }
    }

    fn look_for_last(&mut self, known: &Known, before: u8) {
        dictionary::each_near(&Near::to_part(known.other), |last, entry| {
            let Some(price) = entry.as_last() else { return };
            let parts = known.cost + price;
            let price = parts + cost(known.other, last, before + 1);
            if is_likely(parts, known.cuts) && self.is_better(price) {
                self.offer_compound(&format!("{}{last}", known.part), before + 1, price);
            }
        });
    }

    fn look_for_first(&mut self, known: &Known, typed: &str, link: Link, before: u8) {
        dictionary::each_near(&Near::to_part(typed), |first, entry| {
            let Some(price) = price_as_first(entry, link) else { return };
            let parts = known.cost + price;
            let price = parts + cost(typed, first, before + 1);
            if is_likely(parts, known.cuts + 1) && self.is_better(price) {
                let folded = format!("{first}{}{}", link.letters(), known.part);
                self.offer_compound(&folded, before + 1, price);
            }
        });
    }

    /// Only what is taken apart again can be found by its parts.
    fn offer_compound(&mut self, folded: &str, slips: u8, cost: u32) {
        let parts = split(folded);
        if parts.len() > 1 {
            let written = parts.iter().map(|it| dictionary::written(&it.folded) + it.link);
            let (written, folded) = (written.collect(), folded.to_owned());
            let slips = if folded == self.typed { 0 } else { slips };
            let differs = bare(&folded) != self.bare;
            self.offer(Whole { folded, written, differs, slips, cost });
        }
    }
}

/// What slips cost, beside what the words do.
fn cost(typed: &str, meant: &str, slips: u8) -> u32 {
    match u32::from(strangeness(typed, meant)) {
        0 => 0,
        strangeness => strangeness + SLIP * u32::from(slips.max(1)),
    }
}

fn is_likely(cost: u32, cuts: u32) -> bool {
    cost <= cuts * MOST_FOR_A_CUT
}

/// How many slips made a word of the dictionary into what was typed. A letter without its
/// accent is one like others here: »dak« is »dag« before »dæk«.
fn slips(typed: &str, meant: &str, allowed: u8) -> Option<u8> {
    let as_typed = distance(typed, meant, allowed);
    let without_accents = distance(&bare(typed), &bare(meant), allowed).map(|it| it.max(1));
    let slips = as_typed.into_iter().chain(without_accents).min();
    slips.or_else(|| (bare(&respelled(typed)) == bare(meant)).then_some(1))
}

/// What a word can begin or end with and leave something to mend, the likeliest first.
fn known_parts<'a>(typed: &'a str, ways: &[Option<Way>]) -> Vec<Known<'a>> {
    let mut known = Vec::new();
    for (at, rest) in rests(typed).into_iter().enumerate().skip(2) {
        let (front, back) = typed.split_at(at);
        if let Some(way) = ways[at].filter(|_| back.len() >= SHORTEST_MENDED) {
            let (cost, cuts) = (way.cost, way.cuts);
            known.push(Known { part: front, other: back, is_front: true, cost, cuts });
        }
        if let Some((cost, cuts)) = rest.filter(|_| front.len() >= SHORTEST_MENDED) {
            known.push(Known { part: back, other: front, is_front: false, cost, cuts });
        }
    }
    known.sort_by_key(|it| (it.cost, Reverse(it.part.len())));
    known.truncate(MOST_TRIED);
    known
}

/// From each letter on: what the rest of a word costs where it ends as a compound does, and
/// how often it is cut.
fn rests(word: &str) -> Vec<Option<(u32, u32)>> {
    let mut rests: Vec<Option<(u32, u32)>> = vec![None; word.len()];
    for from in (0..word.len()).rev() {
        let mut best: Option<(u32, u32)> = None;
        for (length, entry) in dictionary::beginnings(&word[from..]) {
            let ends = from + length;
            let last = entry.as_last().filter(|_| ends == word.len()).map(|it| (it, 0));
            let longer = Link::ALL.into_iter().filter_map(|link| {
                let next = word[ends..].strip_prefix(link.letters())?;
                let (cost, cuts) = (*rests.get(word.len() - next.len())?)?;
                Some((cost + price_as_first(entry, link)?, cuts + 1))
            });
            best = best.into_iter().chain(last).chain(longer).min();
        }
        rests[from] = best;
    }
    rests
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::nearest_in_dictionary;
    use crate::split;

    fn meant(typed: &str) -> String {
        nearest_in_dictionary(typed, 2).map(|it| it.written).unwrap_or_default()
    }

    #[test]
    fn a_compound_is_meant_by_one_with_a_slip_in_either_part() {
        for (typed, expected) in [
            ("rumsikb", "rumskib"),
            ("famileidag", "familiedag"),
            ("forskerdak", "forskerdag"),
            ("fyikforsoeg", "fysikforsøg"),
            ("klimaforandrinker", "klimaforandringer"),
            ("elektronikvarksted", "elektronikværksted"),
            ("undervsiningstilbud", "undervisningstilbud"),
            ("phamiliedag", "familiedag"),
            ("elbielr", "elbiler"),
        ] {
            assert_eq!(meant(typed), expected);
        }
    }

    #[test]
    fn a_word_of_the_dictionary_is_meant_by_one_with_a_slip() {
        for (typed, expected) in
            [("udviklinng", "udvikling"), ("froskningens", "forskningens"), ("paaaaske", "påske")]
        {
            assert_eq!(meant(typed), expected);
        }
    }

    #[test]
    fn short_words_numbers_and_nonsense_mean_nothing_else() {
        for typed in ["", "klia", "xyzzyqwert", "2027", "uge42", "пример"] {
            assert_eq!(meant(typed), "", "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_spelled_right_is_meant_itself(n in 0_usize..5) {
            let typed = ["rumskib", "familiedag", "fysikforsoeg", "undervisning", "elbil"][n];
            let nearest = nearest_in_dictionary(typed, 2).expect("a word");
            prop_assert_eq!((nearest.folded.as_str(), nearest.slips), (typed, 0));
        }

        #[test]
        fn nothing_makes_it_stumble(typed in "[a-zæ0-9]{0,40}") {
            let typed = crate::folded(&typed);
            if let Some(nearest) = nearest_in_dictionary(&typed, 2) {
                prop_assert!(nearest.slips <= 3);
                prop_assert!(!split(&nearest.folded).is_empty());
            }
        }
    }
}
