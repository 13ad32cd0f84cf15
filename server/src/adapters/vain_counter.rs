//! Counting what was searched for in vain, in memory until it is written down.

use application::{
    copenhagen,
    ports::{VainSearch, VainSearches},
};
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

use super::counter::Counter;

/// Counts in memory; whoever writes them down takes them.
pub struct VainCounter(Counter<(NaiveDate, String)>);

impl Default for VainCounter {
    fn default() -> Self {
        Self(Counter::of_at_most(MOST))
    }
}

/// How many different searches are counted between two times of writing down; whoever
/// floods the search box does not flood the database.
const MOST: usize = 1_000;
/// Longer searches are sentences, and may speak of somebody.
const LONGEST_CHARS: usize = 60;
const MOST_WORDS: usize = 6;

/// The words worth counting; none where they may point at somebody.
fn countable(words: &str) -> Option<String> {
    let is_telling = words.contains('@') || words.chars().filter(char::is_ascii_digit).count() > 4;
    let folded: Vec<String> = language::words(words).into_iter().map(|it| it.folded).collect();
    let folded_text = folded.join(" ");
    let is_short = folded.len() <= MOST_WORDS && folded_text.chars().count() <= LONGEST_CHARS;
    (!is_telling && is_short && !folded.is_empty()).then_some(folded_text)
}

impl VainCounter {
    /// Everything counted since it was last taken.
    pub fn take(&self) -> Vec<VainSearch> {
        let searches = self.0.take().into_iter();
        searches.map(|((month, words), searches)| VainSearch { month, words, searches }).collect()
    }

    /// Puts back what could not be written down.
    pub fn put_back(&self, counts: Vec<VainSearch>) {
        self.0.put_back(counts.into_iter().map(|it| ((it.month, it.words), it.searches)));
    }
}

impl VainSearches for VainCounter {
    fn note(&self, words: &str, now: DateTime<Utc>) {
        let Some(words) = countable(words) else { return };
        let today = copenhagen::day(now);
        let month = today.with_day(1).unwrap_or(today);
        self.0.count((month, words));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_point_at_somebody_is_not_counted() {
        for words in
            ["anna@skole.example", "ring 12345678", "010203-1234", "", "🤖", &"x".repeat(61)]
        {
            assert_eq!(countable(words), None, "{words}");
        }
        assert_eq!(
            countable("Undervandsrobot 5. klasse").as_deref(),
            Some("undervandsrobot 5 klasse")
        );
    }

    #[test]
    fn the_same_words_are_one_wish_however_they_are_typed() {
        let counter = VainCounter::default();
        let now = DateTime::from_timestamp(1_796_040_000, 0).unwrap();
        counter.note("Ærø rum", now);
        counter.note("aeroe  RUM", now);
        let counts = counter.take();
        assert_eq!((counts.len(), counts[0].searches), (1, 2));
        assert!(counter.take().is_empty());
    }
}
