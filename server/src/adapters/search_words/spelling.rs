//! Words that documents hold, for finishing what is begun and mending what is misspelled.

use std::collections::HashMap;

use application::ports::{Correction, SearchWord, SearchWords};
use language::{Synonyms, Tongue, bare, stem};

use super::{Alternative, Form, Key, Wanted, wanted};

/// How many words a beginning is finished to.
pub const MOST_FINISHED: usize = 40;
const FINISHED: u32 = 84;

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
    /// Whether more than accents and doubled letters differ.
    pub differs: bool,
}

/// How far a word is from what was typed: whether more than accents and doubled letters
/// differ, how many slips, whether only the stems are near, and whether the first letter is
/// another, which hardly anybody gets wrong.
type Distance = (bool, u8, bool, bool);

/// The words spelled almost like what was typed, as far as they have been met.
pub struct Neighbours<'a> {
    typed: &'a str,
    bare: String,
    stem: String,
    consonants: u32,
    stem_consonants: u32,
    allowed: u8,
    /// By the folded word: how far it is, in how many documents, as it is written.
    found: HashMap<String, (Distance, u32, String)>,
}

impl<'a> Neighbours<'a> {
    /// None where what was typed is too short for slips.
    #[must_use]
    pub fn of(typed: &'a str) -> Option<Self> {
        let allowed = language::typos_allowed(typed);
        if allowed == 0 {
            return None;
        }
        let (bare, stem) = (bare(typed), stem(typed, Tongue::Danish));
        let (consonants, stem_consonants) = (consonants(typed), consonants(&stem));
        let found = HashMap::new();
        Some(Self { typed, bare, stem, consonants, stem_consonants, allowed, found })
    }

    /// Meets a word, or a stem with a word that has it.
    pub fn look(&mut self, folded: &str, written: &str, documents: u32) {
        self.compare(folded, folded, written, documents);
    }

    /// Meets the words that lead to others; of these only one form is written down.
    pub fn look_at(&mut self, synonyms: &Synonyms) {
        for word in synonyms.words() {
            self.compare(word, &stem(word, Tongue::Danish), word, 0);
        }
    }

    fn compare(&mut self, folded: &str, stem: &str, written: &str, documents: u32) {
        // A folded word is nearly all ASCII, so its bytes tell soon that it is too long.
        if stem.len().abs_diff(self.typed.len()) > 4 + usize::from(self.allowed) {
            return;
        }
        // Each slip changes two letters of the alphabet at the most: nearly all words end here.
        let letters = consonants(stem);
        let most = 2 * u32::from(self.allowed);
        let is_plausible = |mine: u32| (mine ^ letters).count_ones() <= most;
        if !is_plausible(self.consonants) && !is_plausible(self.stem_consonants) {
            return;
        }
        let Some((differs, slips, by_stem)) = self.slips(folded, stem) else { return };
        let starts_elsewhere = self.typed.chars().next() != folded.chars().next();
        let distance = (differs, slips, by_stem, starts_elsewhere);
        let new = || (distance, 0, written.to_owned());
        self.found.entry(folded.to_owned()).or_insert_with(new).1 += documents;
    }

    fn slips(&self, folded: &str, stem: &str) -> Option<(bool, u8, bool)> {
        if let Some(slips) = language::distance(self.typed, folded, self.allowed) {
            return Some((self.bare != bare(folded), slips, false));
        }
        // »å« for »o« is one slip, though folded it is two letters.
        let allowed = self.allowed.min(language::typos_allowed(&self.bare));
        if let Some(slips) = language::distance(&self.bare, &bare(folded), allowed) {
            return Some((slips > 0, slips, false));
        }
        let is_word = self.stem.len() > 3 && stem.len() > 3;
        let slips =
            is_word.then(|| language::distance(&self.stem, stem, self.allowed)).flatten()?;
        Some((true, slips, true))
    }

    /// The nearest of them; of equals the most frequent.
    #[must_use]
    pub fn nearest(self) -> Option<Neighbour> {
        let nearest = self.found.into_iter().min_by_key(|(folded, (distance, n, _))| {
            (*distance, std::cmp::Reverse(*n), folded.clone())
        });
        nearest.map(|(folded, (distance, _, written))| Neighbour {
            folded,
            written,
            differs: distance.0,
        })
    }
}

/// The ways in which a long word that nobody knows can be a known word and another one that
/// is misspelled: what stands before, what may be misspelled, and what stands after.
#[must_use]
pub fn halves(typed: &str, is_known: impl Fn(&str) -> bool) -> Vec<(String, String, String)> {
    const SHORTEST: usize = 4;
    let mut halves = Vec::new();
    if typed.chars().count() < 2 * SHORTEST || !typed.is_ascii() {
        return halves;
    }
    for cut in (SHORTEST..=typed.len() - SHORTEST).rev() {
        let (front, back) = typed.split_at(cut);
        let bare_front = front.strip_suffix('s').filter(|it| it.len() >= SHORTEST);
        if is_known(front) || bare_front.is_some_and(&is_known) {
            halves.push((front.to_owned(), back.to_owned(), String::new()));
        }
        if is_known(back) {
            halves.push((String::new(), front.to_owned(), back.to_owned()));
        }
    }
    halves.truncate(MOST_HALVES);
    halves
}

/// More ways than a word is looked at; each means a walk through the vocabulary.
const MOST_HALVES: usize = 6;

/// Which letters a word holds, a bit each; without a, e and o, in which æ, ø and å are written.
fn consonants(word: &str) -> u32 {
    const VOWELS: u32 = 1 | 1 << 4 | 1 << 14;
    let bit = |byte: u8| match byte {
        b'a'..=b'z' => 1u32 << (byte - b'a'),
        _ => 1 << 26,
    };
    word.bytes().fold(0, |bits, byte| bits | bit(byte)) & !VOWELS
}

/// Lets a word be met by its neighbour too, where nothing holds the word itself in whatever
/// form (`is_known`), or where only accents and doubled letters differ.
pub fn mend(
    word: &mut Wanted,
    nearest: Option<Neighbour>,
    is_known: bool,
    synonyms: &Synonyms,
) -> Option<Correction> {
    let near = nearest.filter(|near| !is_known || !near.differs)?;
    let meant = SearchWord { folded: near.folded, is_quoted: false };
    let search = SearchWords { words: vec![meant], is_typing: false };
    let more = wanted(&search, synonyms).into_iter().flat_map(|it| it.alternatives);
    word.alternatives.extend(more);
    Some(Correction { typed: word.word.folded.clone(), meant: near.written })
}
