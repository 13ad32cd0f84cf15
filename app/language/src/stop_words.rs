//! Words so common that they say nothing about what a text is about.
//!
//! Danish and English articles, pronouns, prepositions, conjunctions and the forms of "to
//! be", "to have" and "to want", after Snowball's stop word lists
//! (snowballstem.org/algorithms/danish/stop.txt and …/english/stop.txt), without those
//! that name something here: "it" the subject, "stem" the field, "en" and "to" stay out of
//! numbers' way as they are.

use crate::Word;

/// In alphabetical order, folded.
const STOP_WORDS: &[&str] = &[
    "a", "about", "af", "alle", "alt", "am", "an", "and", "are", "as", "at", "be", "been", "blev",
    "blive", "bliver", "but", "by", "can", "da", "de", "dem", "den", "denne", "der", "deres",
    "det", "dette", "dig", "din", "dine", "disse", "dit", "do", "dog", "du", "efter", "eller",
    "en", "end", "er", "et", "find", "for", "fra", "from", "had", "han", "hans", "har", "has",
    "havde", "have", "he", "hende", "hendes", "her", "him", "his", "hos", "how", "hun", "hvad",
    "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis", "hvor", "hvordan", "hvorfor",
    "hvornaar", "i", "if", "ikke", "in", "ind", "into", "is", "its", "ja", "jeg", "jer", "jeres",
    "jo", "kan", "kunne", "man", "mange", "me", "med", "meget", "men", "mig", "min", "mine", "mit",
    "mod", "my", "naar", "ned", "nej", "no", "nogen", "noget", "nogle", "not", "nu", "of", "og",
    "ogsaa", "om", "on", "op", "or", "os", "our", "over", "paa", "please", "saa", "sammen", "selv",
    "she", "sig", "sin", "sine", "sit", "skal", "skulle", "soeger", "som", "some", "than", "that",
    "the", "their", "them", "there", "these", "they", "this", "those", "til", "to", "ud", "under",
    "us", "vaere", "vaeret", "var", "ved", "vi", "vil", "ville", "vor", "vores", "want", "was",
    "we", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your",
];

/// This folded word says nothing by itself.
#[must_use]
pub fn is_stop_word(folded: &str) -> bool {
    STOP_WORDS.binary_search(&folded).is_ok()
}

/// The words that say something, or all of them where none does.
#[must_use]
pub fn content(words: Vec<Word>) -> Vec<Word> {
    if words.iter().all(|word| is_stop_word(&word.folded)) {
        return words;
    }
    words.into_iter().filter(|word| !is_stop_word(&word.folded)).collect()
}

#[cfg(test)]
mod tests {
    use super::{STOP_WORDS, content, is_stop_word};
    use crate::words;

    fn told(text: &str) -> Vec<String> {
        content(words(text)).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn the_list_is_folded_and_in_order() {
        assert!(STOP_WORDS.is_sorted_by(|a, b| a < b));
        assert!(STOP_WORDS.iter().all(|word| word.is_ascii()));
    }

    #[test]
    fn what_names_something_stays() {
        assert_eq!(told("Byg en bro til børn"), ["byg", "bro", "boern"]);
        assert_eq!(told("a day with it and STEM"), ["day", "it", "stem"]);
        assert!(is_stop_word("naar"));
    }

    #[test]
    fn a_question_of_stop_words_keeps_them() {
        assert_eq!(told("hvem er vi"), ["hvem", "er", "vi"]);
        assert!(told("").is_empty());
    }
}
