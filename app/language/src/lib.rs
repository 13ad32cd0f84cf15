//! Language as the search needs it: how words are folded, taken apart and compared, so
//! that different spellings and forms of the same word meet.
//!
//! Invariant: pure; knows no engine, no clock and no file.

mod compound;
mod dictionary;
mod near;
mod neighbour;
mod spelling;
mod stem;
mod stop_words;
mod strangeness;
mod synonyms;
mod words;

pub use compound::{Part, is_written_apart, split};
pub use near::{Near, Reading};
pub use neighbour::{Neighbour, Vocabulary, nearest};
pub use spelling::{bare, distance, slips, typos_allowed};
pub use stem::{Tongue, stem};
pub use stop_words::{content, is_stop_word};
pub use strangeness::strangeness;
pub use synonyms::{Change, Group, Meant, Synonyms, SynonymsError, Term, changes, read_groups};
pub use words::{Word, joined, tied_runs, words};

/// A text as it is compared with another: in small letters, and with æ, ø and å as they
/// are written where the keys for them are missing (Retskrivningsordbogen § 3, on aa).
///
/// ```
/// assert_eq!(language::folded("Ærø Skolehave"), language::folded("aeroe skolehave"));
/// ```
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + 8);
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'æ' | 'ä' => folded.push_str("ae"),
            'ø' | 'ö' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            'é' | 'è' | 'ê' | 'ë' => folded.push('e'),
            'ü' => folded.push('u'),
            _ => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn a_word_is_found_however_its_letters_are_typed() {
        assert_eq!(folded("Århus"), "aarhus");
        assert_eq!(folded("BLÅBÆRGRØD"), folded("blaabaergroed"));
        assert_eq!(folded("Café"), "cafe");
    }
}
