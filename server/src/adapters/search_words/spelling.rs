//! Words that documents hold, for finishing what is begun and mending what is misspelled.

use std::collections::HashMap;

use application::ports::{Correction, SearchWord, SearchWords};
use language::Synonyms;

use super::{Alternative, Form, Key, wanted};

/// How many words a beginning is finished to.
pub const MOST_FINISHED: usize = 40;
/// How many words a slip is corrected to.
pub const MOST_CORRECTED: usize = 3;
const FINISHED: u32 = 84;
const CORRECTED: u32 = 72;

/// In how many documents each word was met.
#[derive(Default)]
pub struct Counts(HashMap<String, u32>);

impl Counts {
    pub fn add(&mut self, word: &str, documents: u32) {
        match self.0.get_mut(word) {
            Some(n) => *n += documents,
            None => {
                self.0.insert(word.to_owned(), documents);
            }
        }
    }

    /// At most `n` of them, the most frequent first.
    #[must_use]
    pub fn most_frequent(self, n: usize) -> Vec<String> {
        let mut words: Vec<(String, u32)> = self.0.into_iter().collect();
        words.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        words.into_iter().take(n).map(|(word, _)| word).collect()
    }
}

/// What will do for a word that is begun: words that it can become.
#[must_use]
pub fn finished(words: &[String]) -> Alternative {
    let keys = words.iter().map(|word| Key { text: Form::Exact.of(word), worth: 100 });
    Alternative { groups: vec![keys.collect()], worth: FINISHED }
}

/// A word that is spelled almost like what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbour {
    pub folded: String,
    pub written: String,
    pub slips: u8,
}

/// The words spelled almost like what was typed, as far as they have been met.
pub struct Neighbours<'a> {
    typed: &'a str,
    allowed: u8,
    /// By the folded word: slips, in how many documents, as it is written.
    found: HashMap<String, (u8, u32, String)>,
}

impl<'a> Neighbours<'a> {
    /// None where what was typed is too short for slips.
    #[must_use]
    pub fn of(typed: &'a str) -> Option<Self> {
        let allowed = language::typos_allowed(typed);
        (allowed > 0).then(|| Self { typed, allowed, found: HashMap::new() })
    }

    /// Hardly anybody slips on the first letter, and there are far fewer such words.
    #[must_use]
    pub fn first_letter(&self) -> String {
        self.typed.chars().take(1).collect()
    }

    /// Whether words that begin with another letter must be met too.
    #[must_use]
    pub fn wants_more(&self) -> bool {
        self.found.is_empty() && self.allowed > 1
    }

    /// Meets a word.
    pub fn look(&mut self, folded: &str, written: &str, documents: u32) {
        // A folded word is nearly all ASCII, so its bytes tell soon that it is too long.
        if folded.len().abs_diff(self.typed.len()) > usize::from(self.allowed) * 4 {
            return;
        }
        if let Some(slips) = language::slips(self.typed, folded) {
            let new = || (slips, 0, written.to_owned());
            self.found.entry(folded.to_owned()).or_insert_with(new).1 += documents;
        }
    }

    /// At most `n` of them, the fewest slips first, then the most frequent.
    #[must_use]
    pub fn nearest(self, n: usize) -> Vec<Neighbour> {
        let mut words: Vec<_> = self.found.into_iter().collect();
        words.sort_unstable_by(|a, b| (a.1.0, b.1.1, &a.0).cmp(&(b.1.0, a.1.1, &b.0)));
        let words = words.into_iter().take(n);
        words.map(|(folded, (slips, _, written))| Neighbour { folded, written, slips }).collect()
    }
}

/// What will do for a word that nothing holds: words that are spelled almost like it.
#[must_use]
pub fn corrected(
    word: &SearchWord,
    nearest: &[Neighbour],
    synonyms: &Synonyms,
) -> (Vec<Alternative>, Option<Correction>) {
    let Some(first) = nearest.first() else { return (Vec::new(), None) };
    let correction = Correction { typed: word.folded.clone(), meant: first.written.clone() };
    let mut alternatives = Vec::new();
    for near in nearest.iter().take_while(|it| it.slips == first.slips) {
        let meant = SearchWord { folded: near.folded.clone(), is_quoted: false };
        let search = SearchWords { words: vec![meant], is_typing: false };
        let wanted = wanted(&search, synonyms).into_iter().flat_map(|it| it.alternatives);
        alternatives
            .extend(wanted.map(|it| Alternative { worth: it.worth * CORRECTED / 100, ..it }));
    }
    (alternatives, Some(correction))
}
