//! Words that documents hold, for finishing what is begun and mending what is misspelled.

use std::collections::HashMap;

use application::ports::{Correction, SearchWord, SearchWords};
use language::{Neighbour, Synonyms};

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
    Some(Correction { typed: word.word.folded.clone(), meant: near.written, is_held: true })
}

/// Says of each correction whether anything was found by it.
pub fn note_held(corrections: &mut [Correction], words: &[Wanted], counts: &[usize]) {
    for it in corrections {
        let mut counts = words.iter().zip(counts);
        it.is_held = counts.any(|(word, n)| word.word.folded == it.typed && *n > 0);
    }
}
