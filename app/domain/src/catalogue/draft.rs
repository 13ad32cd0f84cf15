//! An activity while it is being written: what was typed, right or wrong.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{ActivityId, Sittings};
use crate::{identity::AccountId, partners::PartnerId};

/// Names a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DraftId(pub Uuid);

/// An activity while it is being written, or an activity's next version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    pub id: DraftId,
    pub partner: PartnerId,
    /// The activity of which it is the next version; none for a new one.
    pub activity: Option<ActivityId>,
    pub answers: Answers,
    /// Which window wrote each step last.
    pub sittings: Sittings,
    /// Who wrote on it last.
    pub writer: AccountId,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answers {
    /// By the names of the import format's columns; what is not typed is left out.
    cells: BTreeMap<String, String>,
    /// Dates, in the order in which they were typed.
    pub dates: Vec<TypedDate>,
}

/// A date as it is typed; all in Danish time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedDate {
    /// `2027-03-18`.
    pub day: String,
    /// `09:00`.
    pub from: String,
    /// `12:00`.
    pub to: String,
    /// Where it ends on another day: `2027-03-20`.
    pub last_day: String,
    pub seats: String,
    /// `2027-03-15T12:00`.
    pub deadline: String,
}

impl TypedDate {
    /// Whether nothing is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells().iter().all(|cell| cell.trim().is_empty())
    }

    fn cells(&self) -> [&str; 6] {
        [&self.day, &self.from, &self.to, &self.last_day, &self.seats, &self.deadline]
    }
}

impl Answers {
    /// The most dates of one activity.
    pub const MOST_DATES: usize = 200;
    /// The longest answer that is kept, in bytes; a little more than any that can be right.
    pub const LONGEST_BYTES: usize = 45_000;
    const LONGEST_OF_DATE: usize = 40;

    /// What was typed for a column; nothing where nothing was.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }

    /// Takes over what is typed for a column now.
    pub fn set(&mut self, column: &str, text: impl Into<String>) {
        let text = text.into();
        if text.trim().is_empty() {
            self.cells.remove(column);
        } else {
            self.cells.insert(column.to_owned(), text);
        }
    }

    /// Whether more was typed than can be kept.
    #[must_use]
    pub fn is_too_much(&self) -> bool {
        let is_long = |text: &String| text.len() > Self::LONGEST_BYTES;
        let is_long_date =
            |it: &TypedDate| it.cells().iter().any(|cell| cell.len() > Self::LONGEST_OF_DATE);
        self.dates.len() > Self::MOST_DATES
            || self.cells.values().any(is_long)
            || self.dates.iter().any(is_long_date)
    }

    /// The same without its dates, as the beginning of another activity.
    #[must_use]
    pub fn without_dates(mut self) -> Self {
        self.dates.clear();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wiped_out_is_not_kept() {
        let mut answers = Answers::default();
        answers.set("title", "Robotter");
        assert_eq!(answers.get("title"), "Robotter");
        answers.set("title", "  ");
        assert_eq!(answers, Answers::default());
    }

    #[test]
    fn a_book_is_no_answer() {
        let mut answers = Answers::default();
        answers.set("description", "x".repeat(Answers::LONGEST_BYTES));
        assert!(!answers.is_too_much());
        answers.set("description", "x".repeat(Answers::LONGEST_BYTES + 1));
        assert!(answers.is_too_much());
        let dates = vec![TypedDate::default(); Answers::MOST_DATES + 1];
        assert!(Answers { dates, ..Answers::default() }.is_too_much());
    }
}
