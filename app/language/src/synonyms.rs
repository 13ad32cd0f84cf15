//! Words that mean the same, or lead from one to another, as the file
//! `data/synonyms.txt` lists them; its head describes the format.

mod error;
mod group;
mod line;

use std::{
    collections::{BTreeSet, HashMap},
    ops::Range,
    sync::LazyLock,
};

pub use error::SynonymsError;
pub use group::{Change, Group, changes, read_groups};

use crate::{Tongue, Word, joined, stem, words};

/// More lines than anybody keeps in order.
const MOST_LINES: usize = 5_000;

/// The words of one term, folded.
pub type Term = Vec<String>;

/// Which terms lead to which others.
#[derive(Clone, Debug, Default)]
pub struct Synonyms {
    /// By the stems of a term's words, with spaces between and in one.
    leads: HashMap<String, Vec<Term>>,
    /// The terms of one word, folded, in order.
    words: BTreeSet<String>,
    /// The terms of several words, by their letters.
    by_letters: HashMap<String, Term>,
    longest: usize,
}

/// A term that was met in a text, and what may be meant by it as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meant<'a> {
    /// Which of the words make up the term, by their place in the slice that was asked.
    pub words: Range<usize>,
    pub also: &'a [Term],
}

impl Synonyms {
    /// The list that comes with the portal, as it is written.
    pub const STANDARD_TEXT: &str = include_str!("../data/synonyms.txt");

    /// The list that comes with the portal.
    #[must_use]
    pub fn standard() -> &'static Self {
        static STANDARD: LazyLock<Synonyms> =
            LazyLock::new(|| Synonyms::parse(Synonyms::STANDARD_TEXT).unwrap_or_default());
        &STANDARD
    }

    /// Reads a list, one group a line.
    ///
    /// # Errors
    ///
    /// Names the first line that is not understood.
    pub fn parse(text: &str) -> Result<Self, SynonymsError> {
        let groups = read_groups(text).map_err(|mut errors| errors.swap_remove(0))?;
        let mut synonyms = Self::default();
        for group in &groups {
            let to = if group.to.is_empty() { &group.from } else { &group.to };
            group.from.iter().for_each(|from| synonyms.lead(from, to));
        }
        Ok(synonyms)
    }

    /// Every word that is a term by itself.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// What a term leads to; nothing where it is not in the list.
    ///
    /// ```
    /// let also = language::Synonyms::standard().of("sygehuse");
    /// assert_eq!(also, [["hospital"]]);
    /// ```
    #[must_use]
    pub fn of(&self, term: &str) -> &[Term] {
        self.leads.get(&key(&words(term))).map_or(&[], Vec::as_slice)
    }

    /// The terms among the words of a text, at each word the longest that begins there.
    /// To be asked before stop words are dropped, since terms may hold some ("power to x").
    #[must_use]
    pub fn meant_by(&self, words: &[Word]) -> Vec<Meant<'_>> {
        let mut found = Vec::new();
        for start in 0..words.len() {
            let most = self.longest.min(words.len() - start);
            let longest = (1..=most).rev().find_map(|count| {
                let range = start..start + count;
                let also = self.leads.get(&key(&words[range.clone()]))?;
                Some(Meant { words: range, also })
            });
            found.extend(longest);
        }
        found
    }

    /// The term of several words that is written with these letters, wherever its spaces are:
    /// »hourofcode«, »houro f code«.
    #[must_use]
    pub fn written_with(&self, letters: &str) -> Option<&Term> {
        self.by_letters.get(letters)
    }

    /// How many words the longest term has.
    #[must_use]
    pub fn longest(&self) -> usize {
        self.longest
    }

    fn note(&mut self, term: &[Word]) {
        if let [word] = term {
            self.words.insert(word.folded.clone());
        } else {
            let term: Term = term.iter().map(|word| word.folded.clone()).collect();
            self.by_letters.insert(term.concat(), term);
        }
    }

    fn lead(&mut self, from: &str, to: &[String]) {
        let from = words(from);
        self.longest = self.longest.max(from.len());
        let own = key(&from);
        self.note(&from);
        let in_one = stem(&joined(&from), Tongue::Danish);
        for target in to {
            let target = words(target);
            self.note(&target);
            if key(&target) == own {
                continue;
            }
            let term: Term = target.into_iter().map(|word| word.folded).collect();
            let leads = self.leads.entry(own.clone()).or_default();
            if !leads.contains(&term) {
                leads.push(term.clone());
            }
            if in_one != own && in_one != stem(&term.concat(), Tongue::Danish) {
                let leads = self.leads.entry(in_one.clone()).or_default();
                if !leads.contains(&term) {
                    leads.push(term);
                }
            }
        }
    }
}

fn key(words: &[Word]) -> String {
    let stems: Vec<String> = words.iter().map(|word| stem(&word.folded, Tongue::Danish)).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Synonyms, SynonymsError};
    use crate::words;

    fn of(synonyms: &Synonyms, term: &str) -> Vec<String> {
        synonyms.of(term).iter().map(|term| term.join(" ")).collect()
    }

    #[test]
    fn an_equal_group_leads_everywhere() {
        let synonyms = Synonyms::parse("hospital, sygehus # huse\n").expect("a list");
        assert_eq!(of(&synonyms, "Sygehuset"), ["hospital"]);
        assert_eq!(of(&synonyms, "hospitaler"), ["sygehus"]);
        assert!(of(&synonyms, "huse").is_empty());
    }

    #[test]
    fn an_arrow_leads_one_way() {
        let synonyms = Synonyms::parse("python => programmering").expect("a list");
        assert_eq!(of(&synonyms, "python"), ["programmering"]);
        assert!(of(&synonyms, "programmering").is_empty());
    }

    #[test]
    fn groups_that_share_a_term_stay_apart() {
        let synonyms = Synonyms::parse("a, b\nb, c").expect("a list");
        assert_eq!(of(&synonyms, "b"), ["a", "c"]);
        assert_eq!(of(&synonyms, "a"), ["b"]);
    }

    #[test]
    fn a_term_of_several_words_is_met_with_and_without_spaces() {
        let synonyms =
            Synonyms::parse("kunstig intelligens, ai\ngirls' day, pigedag").expect("a list");
        let question = words("kursus om kunstig intelligens på girlsday");
        let meant = synonyms.meant_by(&question);
        let found: Vec<_> =
            meant.iter().map(|it| (it.words.clone(), it.also[0][0].as_str())).collect();
        assert_eq!(found, [(2..4, "ai"), (5..6, "pigedag")]);
    }

    #[test]
    fn a_term_is_known_by_its_letters_wherever_its_spaces_are() {
        let synonyms = Synonyms::parse("hour of code, kodetime").expect("a list");
        assert_eq!(synonyms.written_with("hourofcode").map(Vec::len), Some(3));
        assert!(synonyms.written_with("kodetime").is_none());
    }

    #[test]
    fn a_line_that_is_not_understood_is_named() {
        for (text, error) in [
            ("a, b\nalone", SynonymsError::Alone { line: 2 }),
            ("a, , b", SynonymsError::EmptyTerm { line: 1 }),
            ("a => b => c", SynonymsError::TwoArrows { line: 1 }),
            ("\n# x\na =>", SynonymsError::EmptyTerm { line: 3 }),
            ("en to tre fire fem seks syv, x", SynonymsError::TermTooLong { line: 1, limit: 6 }),
        ] {
            assert_eq!(Synonyms::parse(text).err(), Some(error), "{text}");
        }
        let long = Synonyms::parse(&"a, ".repeat(1_000)).err();
        assert_eq!(long, Some(SynonymsError::LineTooLong { line: 1, limit: 1_000 }));
        let many = Synonyms::parse(&"a, b\n".repeat(5_001)).err();
        assert_eq!(many, Some(SynonymsError::TooManyLines { limit: 5_000 }));
    }

    #[test]
    fn the_list_that_comes_with_the_portal_is_understood() {
        let standard = Synonyms::parse(include_str!("../data/synonyms.txt")).expect("a list");
        assert!(of(&standard, "forsteninger").contains(&"fossil".to_owned()));
        assert!(of(&standard, "AI").contains(&"kunstig intelligens".to_owned()));
        assert!(of(&standard, "kodning").contains(&"programmering".to_owned()));
        assert!(!of(&standard, "programmering").contains(&"python".to_owned()));
    }

    proptest! {
        #[test]
        fn no_list_makes_it_stumble(text in "[a-cø ,=>#\\n-]{0,60}") {
            if let Ok(synonyms) = Synonyms::parse(&text) {
                let _ = synonyms.meant_by(&words(&text));
            }
        }

        #[test]
        fn no_term_leads_to_itself(text in "[ab]{1,3}( [ab]{1,3})?, [ab]{1,3}, [ab]{1,3}s") {
            let synonyms = Synonyms::parse(&text).expect("a list");
            for term in text.split(", ") {
                prop_assert!(!of(&synonyms, term).contains(&term.to_owned()));
            }
        }
    }
}
