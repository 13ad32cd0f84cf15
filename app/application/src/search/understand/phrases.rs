//! Fixed phrases, from a table.

use std::{collections::HashMap, sync::LazyLock};

use domain::search::Parameter;
use language::Word;

use super::Reading;

struct Phrases {
    by_words: HashMap<String, Vec<(Parameter, String)>>,
    /// The most words of a phrase.
    longest: usize,
}

/// Made from `data/meanings.tsv`.
static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let rows = include_str!("../../../data/meanings.tsv").lines();
    let rows = rows.filter(|row| !row.starts_with('#')).filter_map(|row| row.split_once('\t'));
    let by_words: HashMap<_, _> = rows
        .map(|(phrase, means)| {
            let pairs = means.split_whitespace().filter_map(|pair| {
                let (name, value) = pair.split_once('=')?;
                Some((name.parse().ok()?, value.to_owned()))
            });
            (key(&language::words(phrase)), pairs.collect())
        })
        .collect();
    let longest = by_words.keys().map(|phrase| phrase.split(' ').count()).max().unwrap_or(0);
    Phrases { by_words, longest }
});

fn key(words: &[Word]) -> String {
    words.iter().map(|word| word.folded.as_str()).collect::<Vec<_>>().join(" ")
}

pub(super) fn read(words: &[Word]) -> Option<Reading> {
    (1..=words.len().min(PHRASES.longest))
        .rev()
        .find_map(|n| PHRASES.by_words.get(&key(&words[..n])).map(|means| (n, means.clone())))
        .or_else(|| almost(&words.first()?.folded).map(|means| (1, means)))
}

/// A long phrase of one word, with one slip of the finger in it: »mellemtrn«.
fn almost(word: &str) -> Option<Vec<(Parameter, String)>> {
    if word.chars().count() < LONG {
        return None;
    }
    let near = PHRASES.by_words.iter().filter(|(phrase, _)| phrase.chars().count() >= LONG);
    near.filter(|(phrase, _)| language::distance(word, phrase, 1).is_some())
        .min_by_key(|(phrase, _)| (*phrase).clone())
        .map(|(_, means)| means.clone())
}

/// Words of so many letters are not mistaken for each other.
const LONG: usize = 8;

#[cfg(test)]
mod tests {
    use domain::search::Query;

    use super::PHRASES;

    #[test]
    fn every_phrase_means_something_that_an_address_can_say() {
        for (phrase, means) in &PHRASES.by_words {
            let pairs: Vec<(&str, &str)> =
                means.iter().map(|(name, value)| (name.key(), value.as_str())).collect();
            assert!(Query::parse(&pairs).is_ok(), "{phrase}");
            assert!(!means.is_empty() || phrase == "girls day", "{phrase}");
        }
    }
}
