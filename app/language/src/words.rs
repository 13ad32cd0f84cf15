//! The words of a text, where they stand, and which of them hang together.
//!
//! A word is a run of letters and digits; everything else separates. What people write
//! now with a hyphen, now with a space and now in one ("micro:bit", "micro bit",
//! "microbit") meets through [`joined`]: a text is known under the joined spelling of its
//! [`tied_runs`] as well, and a question under that of its neighbours.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::folded;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// The word as it is compared, see [`folded`]; never empty. Accents that Danish does
    /// not know are gone, and so is the difference between Unicode's forms NFC and NFD.
    pub folded: String,
    /// Its number in the text, from nought.
    pub at: usize,
    /// Where it begins in the text, in bytes.
    pub start: usize,
    /// Where it ends in the text, in bytes; the text between is the word as written.
    pub end: usize,
    /// Only a hyphen, slash, colon, dot, plus, ampersand or apostrophe stands between the
    /// word before and this one, as in "micro:bit" and "3D-print".
    pub is_tied: bool,
}

/// All words of a text in their order.
///
/// ```
/// let words = language::words("Byg en micro:bit!");
/// let folded: Vec<&str> = words.iter().map(|word| word.folded.as_str()).collect();
/// assert_eq!(folded, ["byg", "en", "micro", "bit"]);
/// assert!(words[3].is_tied);
/// ```
#[must_use]
pub fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut begun: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let is_inside = c.is_alphanumeric() || (begun.is_some() && is_silent(c));
        match (begun, is_inside) {
            (None, true) => begun = Some(at),
            (Some(start), false) => {
                begun = None;
                let folded = folded_whole(&text[start..at]);
                if !folded.is_empty() {
                    let is_tied =
                        words.last().is_some_and(|before| is_tie(&text[before.end..start]));
                    words.push(Word { folded, at: words.len(), start, end: at, is_tied });
                }
            }
            _ => {}
        }
    }
    words
}

/// The spelling of neighbouring words when they are written in one.
///
/// ```
/// let words = language::words("Girls' Day");
/// assert_eq!(language::joined(&words), "girlsday");
/// ```
#[must_use]
pub fn joined(neighbours: &[Word]) -> String {
    neighbours.iter().map(|word| word.folded.as_str()).collect()
}

/// The runs of two and more words that hang together without a space.
///
/// ```
/// let words = language::words("Brint og Power-to-X");
/// let runs: Vec<String> = language::tied_runs(&words).map(language::joined).collect();
/// assert_eq!(runs, ["powertox"]);
/// ```
pub fn tied_runs(words: &[Word]) -> impl Iterator<Item = &[Word]> {
    words.chunk_by(|_, next| next.is_tied).filter(|run| run.len() > 1)
}

/// Letters that are written but not read: accents put on afterwards (NFD), the soft hyphen
/// and the joiners of no width.
fn is_silent(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

fn is_tie(between: &str) -> bool {
    let mut chars = between.chars();
    let is_mark = |c: char| matches!(c, '-' | '/' | ':' | '.' | '+' | '&' | '\'' | '’' | '‐' | '‑');
    chars.next().is_some_and(is_mark) && chars.next().is_none()
}

fn folded_whole(word: &str) -> String {
    if word.is_ascii() {
        return folded(word);
    }
    let composed: String =
        word.nfkc().filter(|c| !is_silent(*c) || is_combining_mark(*c)).collect();
    folded(&composed).nfd().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{joined, tied_runs, words};

    fn spelled(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn a_word_is_letters_and_digits() {
        assert_eq!(
            spelled("3D-print i 7.-9. klasse (5G)"),
            ["3d", "print", "i", "7", "9", "klasse", "5g"]
        );
        assert_eq!(spelled("natur/teknologi: DNA'et"), ["natur", "teknologi", "dna", "et"]);
    }

    #[test]
    fn a_word_stands_where_it_is_written() {
        let text = "Så: Ærø";
        let last = words(text).pop().expect("a word");
        assert_eq!(&text[last.start..last.end], "Ærø");
        assert_eq!((last.folded.as_str(), last.at), ("aeroe", 1));
    }

    #[test]
    fn unicode_writes_a_letter_in_two_ways_and_both_are_one_word() {
        assert_eq!(spelled("A\u{30a}rhus"), spelled("Århus"));
        assert_eq!(spelled("cafe\u{301}"), ["cafe"]);
        assert_eq!(spelled("Čapek"), ["capek"]);
    }

    #[test]
    fn what_is_not_read_does_not_part_a_word() {
        assert_eq!(spelled("natur\u{ad}videnskab"), ["naturvidenskab"]);
        assert_eq!(spelled("H₂O"), ["h2o"]);
    }

    #[test]
    fn hyphen_space_and_nothing_meet_at_one_spelling() {
        for text in ["micro:bit", "micro-bit", "micro bit", "microbit"] {
            assert_eq!(joined(&words(text)), "microbit");
        }
        for text in ["3D-print", "3dprint", "3d print"] {
            assert_eq!(joined(&words(text)), "3dprint");
        }
        for text in ["Girls' Day", "girlsday", "girls day", "Girls’ Day"] {
            assert_eq!(joined(&words(text)), "girlsday");
        }
    }

    #[test]
    fn only_what_hangs_together_is_a_run() {
        let words = words("Girls' Day med micro:bit og Power-to-X - gratis");
        let runs: Vec<String> = tied_runs(&words).map(joined).collect();
        assert_eq!(runs, ["microbit", "powertox"]);
    }

    #[test]
    fn a_text_without_words_has_none() {
        assert!(words("").is_empty());
        assert!(words(" \0\u{1f680}\u{202e}\u{301} – … ").is_empty());
    }

    proptest! {
        #[test]
        fn every_word_lies_in_the_text_in_order(text in ".{0,60}") {
            let mut end = 0;
            for (at, word) in words(&text).iter().enumerate() {
                prop_assert!(end <= word.start && word.start < word.end);
                prop_assert!(!word.folded.is_empty());
                prop_assert_eq!(word.at, at);
                prop_assert!(text.get(word.start..word.end).is_some());
                end = word.end;
            }
        }

        #[test]
        fn a_folded_word_is_folded_already(text in "[a-zæøåA-ZÆØÅé0-9 ]{0,40}") {
            let once = spelled(&text);
            prop_assert_eq!(&spelled(&once.join(" ")), &once);
        }
    }
}
