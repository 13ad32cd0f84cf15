//! What partners ask about all that they own.

use std::collections::HashMap;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Occurrence, OccurrenceId, State},
    partners::PartnerId,
    search::{PageNumber, Query},
};

use super::StoreError;

/// Answers what partners ask about all that they own, however much that is.
#[async_trait]
pub trait ShelfReader: Send + Sync {
    /// A page of what is owned, in whatever state: the last changed first, and last what was taken
    /// out of the catalogue. Words leave only what they are the title of.
    async fn shelf(
        &self,
        owned: Owned<'_>,
        words: Option<&TitleWords>,
        page: PageNumber,
    ) -> Result<Shelved, StoreError>;

    /// At most `n` of what is owned and stands in one state, the last changed first; all of it
    /// where no number is given.
    async fn in_state(
        &self,
        owned: Owned<'_>,
        state: State,
        n: Option<u64>,
    ) -> Result<Shelved, StoreError>;

    /// At most `n` dates of what is published, those first that are nearest to now.
    async fn dates(
        &self,
        owned: Owned<'_>,
        side: SideOfNow,
        n: u64,
    ) -> Result<Vec<OwnedDate>, StoreError>;

    /// What is public, is led by some partners and has its organisers answer each request, in no
    /// particular order.
    async fn answered_by(&self, partners: &[PartnerId]) -> Result<Vec<ActivityId>, StoreError>;

    /// How many people have seats at those of the named dates to which anybody signed up, and how
    /// many wait for one.
    async fn seats_at(
        &self,
        dates: &[OccurrenceId],
    ) -> Result<HashMap<OccurrenceId, SeatsAt>, StoreError>;
}

/// What some partners own.
#[derive(Clone, Copy, Debug)]
pub struct Owned<'a> {
    /// All that these lead belongs to it.
    pub led_by: &'a [PartnerId],
    /// So does this, which others lead, until it is taken out of the catalogue.
    pub shared: &'a [ActivityId],
}

/// On which side of an instant a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SideOfNow {
    /// What is not over.
    Coming(DateTime<Utc>),
    Over(DateTime<Utc>),
}

/// Some of what is owned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shelved {
    pub activities: Vec<Activity>,
    /// How many there are in all.
    pub total: u64,
}

impl Shelved {
    pub const PER_PAGE: u32 = 50;
}

/// Words that are looked for in titles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TitleWords(String);

impl TitleWords {
    pub const MAX_CHARS: usize = Query::MAX_WORDS_CHARS;

    /// What somebody typed, as far as it is read; nothing where they typed nothing.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let words: String = typed.trim().chars().take(Self::MAX_CHARS).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a title holds each of them, in small or capital letters, and however æ, ø and å
    /// are typed.
    #[must_use]
    pub fn are_in(&self, title: &str) -> bool {
        let title = language::folded(title);
        self.0.split_whitespace().all(|word| title.contains(&language::folded(word)))
    }
}

/// A date of something that is owned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnedDate {
    pub activity: Activity,
    pub date: Occurrence,
}

/// How many people have seats at a date, and how many wait for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SeatsAt {
    /// Kept ones and offered ones are taken.
    pub taken: u32,
    pub waiting: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_and_however_they_are_typed() {
        let title = "Ærø Værft: byg en BÅD";
        for typed in ["ærø", "båd BYG", "  aeroe  ", "VÆRFT", "vaerft baad", "byg en"] {
            assert!(TitleWords::read(typed).unwrap().are_in(title), "{typed}");
        }
        assert!(!TitleWords::read("båd robot").unwrap().are_in(title));
    }

    #[test]
    fn what_is_typed_is_trimmed_and_cut_and_may_be_nothing() {
        assert_eq!(TitleWords::read(" \t "), None);
        assert_eq!(TitleWords::read(" båd ").unwrap().as_str(), "båd");
        let long = TitleWords::read(&"å".repeat(300)).unwrap();
        assert_eq!(long.as_str().chars().count(), TitleWords::MAX_CHARS);
    }
}
