//! Danish compounds and their parts: "programmeringsklub" is a klub for programmering.
//!
//! A word is cut where the dictionary of `dictionary` knows both sides, with the linking
//! -s- and -e- between them (Retskrivningsordbogen § 18; Dansk Sprognævn, "Fugeelementer").
//! Of all ways to cut it the cheapest wins: few parts, common parts, and links as the
//! dictionary gives them.

mod misspelled;

pub(crate) use misspelled::{Whole, is_in_dictionary, nearest_in_dictionary};

use crate::{
    dictionary::{self, Entry, Link},
    folded,
};

/// One part of a compound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The part, folded: "programmering" in "programmeringsklub".
    pub folded: String,
    /// The letters between this part and the next: "s", "e" or none.
    pub link: &'static str,
}

/// Longer words are taken for one part: no Danish word of use is longer, and the work
/// would grow.
const LONGEST: usize = 64;
/// Shorter words are never taken apart.
const SHORTEST: usize = 5;
/// What each cut costs, so that few parts are preferred to many.
const CUT: u32 = 6;
/// What a link costs that the dictionary does not give the word.
const UNUSUAL_LINK: u32 = 5;
/// Beyond this cost for each cut a reading is nonsense.
const MOST_FOR_A_CUT: u32 = 26;

/// The parts of a Danish word; one part where the word is no compound or not understood.
///
/// A part can be a compound that is used as one word ("folkeskole" in "folkeskoleklasse"),
/// and is taken apart by asking for it alone. The last part keeps its ending.
///
/// ```
/// let parts = language::split("programmeringsklubben");
/// let parts: Vec<&str> = parts.iter().map(|part| part.folded.as_str()).collect();
/// assert_eq!(parts, ["programmering", "klubben"]);
/// assert_eq!(language::split("matematik").len(), 1);
/// ```
#[must_use]
pub fn split(word: &str) -> Vec<Part> {
    let word = folded(word);
    let whole = || vec![Part { folded: word.clone(), link: "" }];
    if word.len() < SHORTEST
        || word.len() > LONGEST
        || !word.bytes().all(|b| b.is_ascii_lowercase())
    {
        return whole();
    }
    if dictionary::entry(&word).is_some_and(Entry::is_simple) {
        return whole();
    }
    let reading = cheapest(&word);
    let genitive = word.strip_suffix('s').filter(|it| it.len() >= SHORTEST);
    if let Some(start) = genitive {
        if dictionary::entry(start).is_some_and(Entry::is_simple) {
            return whole();
        }
        if let Some((cost, mut parts)) = cheapest(start)
            && reading.as_ref().is_none_or(|(plain, _)| cost < *plain)
        {
            if let Some(last) = parts.last_mut() {
                last.folded.push('s');
            }
            return parts;
        }
    }
    reading.map_or_else(whole, |(_, parts)| parts)
}

/// Whether a compound was written apart: the first of two folded words is none that stands
/// by itself, but ends in the link that leads to the second.
///
/// ```
/// assert!(language::is_written_apart("undervisnings", "forloeb"));
/// assert!(!language::is_written_apart("robot", "kemi"));
/// ```
#[must_use]
pub fn is_written_apart(first: &str, second: &str) -> bool {
    // »boerne« is »børne« rather than the plural of »bo«.
    let is_word = |it: Entry| it.stands_alone() && !it.is_written_as_folded();
    if dictionary::entry(first).is_some_and(is_word) || first.len() < 4 || second.len() < 3 {
        return false;
    }
    let hangs = [Link::S, Link::E].into_iter().any(|link| {
        let part = first.strip_suffix(link.letters()).and_then(dictionary::entry);
        part.is_some_and(|it| it.as_first().is_some() && it.takes(link))
    });
    let begins_with_it = |parts: &[Part]| {
        let mut length = 0;
        parts.iter().any(|part| {
            length += part.folded.len() + part.link.len();
            length == first.len()
        })
    };
    hangs && begins_with_it(&split(&format!("{first}{second}")))
}

/// The best way to the letter before which a part may begin.
#[derive(Clone, Copy)]
struct Way {
    cost: u32,
    cuts: u32,
    from: usize,
    ends: usize,
    link: Link,
}

fn cheapest(word: &str) -> Option<(u32, Vec<Part>)> {
    let (ways, best) = ways(word);
    let last = best.filter(|best| best.cost <= best.cuts * MOST_FOR_A_CUT)?;
    Some((last.cost, parts(word, &ways, last)))
}

/// The best ways to all letters before which a part may begin, and to the end of the word.
fn ways(word: &str) -> (Vec<Option<Way>>, Option<Way>) {
    let mut ways: Vec<Option<Way>> = vec![None; word.len()];
    let mut best: Option<Way> = None;
    for from in 0..word.len() {
        let (cost, cuts) = match ways[from] {
            Some(way) => (way.cost, way.cuts),
            None if from == 0 => (0, 0),
            None => continue,
        };
        for (length, entry) in dictionary::beginnings(&word[from..]) {
            let ends = from + length;
            if ends == word.len() {
                if let (Some(price), true) = (entry.as_last(), cuts > 0) {
                    let way = Way { cost: cost + price, cuts, from, ends, link: Link::None };
                    if best.is_none_or(|best| way.cost < best.cost) {
                        best = Some(way);
                    }
                }
                continue;
            }
            for link in Link::ALL {
                let next = ends + link.letters().len();
                let Some(price) = price_as_first(entry, link) else { break };
                if next >= word.len() || !word[ends..].starts_with(link.letters()) {
                    continue;
                }
                if ways[next].is_none_or(|way| cost + price < way.cost) {
                    ways[next] = Some(Way { cost: cost + price, cuts: cuts + 1, from, ends, link });
                }
            }
        }
    }
    (ways, best)
}

/// What a part costs that another follows after a link, the cut included.
fn price_as_first(entry: Entry, link: Link) -> Option<u32> {
    let unusual = if entry.takes(link) { 0 } else { UNUSUAL_LINK };
    let letter = u32::from(link != Link::None);
    Some(entry.as_first()? + CUT + unusual + letter)
}

fn parts(word: &str, ways: &[Option<Way>], last: Way) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut way = Some(last);
    while let Some(Way { from, ends, link, .. }) = way {
        parts.push(Part { folded: word[from..ends].to_owned(), link: link.letters() });
        way = if from == 0 { None } else { ways[from] };
    }
    parts.reverse();
    parts
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{is_written_apart, split};
    use crate::folded;

    fn parts(word: &str) -> Vec<String> {
        split(word).into_iter().map(|part| part.folded).collect()
    }

    #[test]
    fn the_dictionary_is_readable() {
        assert!(crate::dictionary::entry("robot").is_some());
    }

    #[test]
    fn a_compound_is_cut_between_its_words() {
        assert_eq!(parts("Vindmølle"), ["vind", "moelle"]);
        assert_eq!(parts("sommerferieaktiviteterne"), ["sommer", "ferie", "aktiviteterne"]);
    }

    #[test]
    fn the_link_belongs_to_neither_part() {
        let split = split("programmeringsklubbens");
        let parts: Vec<_> = split.iter().map(|part| (part.folded.as_str(), part.link)).collect();
        assert_eq!(parts, [("programmering", "s"), ("klubbens", "")]);
    }

    #[test]
    fn a_compound_in_use_is_one_part_and_can_be_asked_for_alone() {
        assert_eq!(parts("folkeskoleklasse"), ["folkeskole", "klasse"]);
        assert_eq!(parts("folkeskole"), ["folke", "skole"]);
    }

    #[test]
    fn what_only_begins_words_belongs_to_the_next() {
        for (first, second) in
            [("ungdoms", "skole"), ("boerne", "bibliotek"), ("erhvervs", "skole")]
        {
            assert!(is_written_apart(first, second), "{first} {second}");
        }
        for (first, second) in [("skole", "elever"), ("kemi", "forsoeg"), ("viborgs", "skoler")] {
            assert!(!is_written_apart(first, second), "{first} {second}");
        }
    }

    #[test]
    fn what_is_no_compound_stays_whole() {
        for word in ["undervisning", "internet", "Silkeborg", "frokost", "avanceret", "egenskaber"]
        {
            assert_eq!(parts(word), [folded(word)]);
        }
        for word in ["", "is", "3dprint", "micro:bit", "пример", "\0"] {
            assert_eq!(parts(word), [folded(word)]);
        }
    }

    proptest! {
        #[test]
        fn parts_and_links_make_up_the_word(word in "[a-zæøå]{0,30}") {
            let whole: String =
                split(&word).into_iter().map(|part| part.folded + part.link).collect();
            prop_assert_eq!(whole, folded(&word));
        }

        #[test]
        fn nothing_makes_it_stumble(word in "\\PC{0,80}") {
            prop_assert!(!split(&word).is_empty());
        }
    }
}
