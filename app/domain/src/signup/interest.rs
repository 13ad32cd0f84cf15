//! How interested pupils say that they were before a date and are after it. Only counts are kept:
//! an answer makes one number of a table one greater, and is then nobody's.

use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Field, FieldFault, FieldFaults};
use crate::{catalogue::OccurrenceId, identity::Mark};

/// How much something interests somebody, from 1, not at all, to 5, very much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Score(u8);

/// It is no number from 1 to 5.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is no number from 1 to 5")]
pub struct InvalidScore;

/// What one pupil answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InterestAnswer {
    pub before: Score,
    pub after: Score,
}

/// How often each answer was given at a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Interest([[u32; Score::MOST]; Score::MOST]);

/// What is told of the answers to a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InterestFigures {
    pub answers: u32,
    /// The mean, in tenths.
    pub before: u32,
    pub after: u32,
}

/// A link by which the pupils of a date answer, without its secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestLink {
    pub mark: Mark,
    pub occurrence: OccurrenceId,
    pub made_at: DateTime<Utc>,
}

/// Whether it is time to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InterestTime {
    /// The date has not begun.
    NotYet,
    Open,
    Closed,
}

/// What somebody chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedInterest {
    pub before: String,
    pub after: String,
}

impl Score {
    /// The greatest one, and so how many there are.
    pub const MOST: usize = 5;

    /// All of them, the least first.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=5).map(Self)
    }

    #[must_use]
    pub const fn get(self) -> u8 {
        self.0
    }

    const fn place(self) -> usize {
        self.0 as usize - 1
    }
}

impl TryFrom<i32> for Score {
    type Error = InvalidScore;

    fn try_from(n: i32) -> Result<Self, InvalidScore> {
        let n = u8::try_from(n).ok().filter(|it| (1..=Self::MOST).contains(&usize::from(*it)));
        n.map(Self).ok_or(InvalidScore)
    }
}

impl FromStr for Score {
    type Err = InvalidScore;

    fn from_str(text: &str) -> Result<Self, InvalidScore> {
        text.parse::<i32>().map_err(|_| InvalidScore)?.try_into()
    }
}

impl Interest {
    /// Of fewer answers than these nothing is told.
    pub const FEWEST_TOLD: u32 = 5;
    /// How long after a date its pupils can answer.
    pub const OPEN_AFTER: TimeDelta = TimeDelta::days(7);
    /// How long it is known which link was whose.
    pub const LINK_KEPT_FOR: TimeDelta = TimeDelta::days(365);

    /// Whether the pupils of a date can answer at an instant.
    #[must_use]
    pub fn time(start: DateTime<Utc>, end: DateTime<Utc>, now: DateTime<Utc>) -> InterestTime {
        if now < start {
            InterestTime::NotYet
        } else if now < end + Self::OPEN_AFTER {
            InterestTime::Open
        } else {
            InterestTime::Closed
        }
    }

    /// How many answers are taken where so many people came: a fifth more, since nobody is asked
    /// who they are.
    #[must_use]
    pub const fn room(people: u32) -> u32 {
        people.saturating_add(people.div_ceil(5))
    }

    /// Counts an answer so many times more.
    pub fn count(&mut self, answer: InterestAnswer, n: u32) {
        let cell = &mut self.0[answer.before.place()][answer.after.place()];
        *cell = cell.saturating_add(n);
    }

    /// How many answers were given.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.0.iter().flatten().sum()
    }

    /// What is told; nothing where so few have answered that it would tell of somebody.
    #[must_use]
    pub fn figures(&self) -> Option<InterestFigures> {
        let answers = self.answers();
        if answers < Self::FEWEST_TOLD {
            return None;
        }
        let mean = |of: fn((Score, Score)) -> Score| {
            let pairs = Score::all().flat_map(|a| Score::all().map(move |b| (a, b)));
            let sum: u32 = pairs
                .map(|(a, b)| u32::from(of((a, b)).get()) * self.0[a.place()][b.place()])
                .sum();
            (sum * 10 + answers / 2) / answers
        };
        Some(InterestFigures { answers, before: mean(|it| it.0), after: mean(|it| it.1) })
    }
}

impl TypedInterest {
    /// The answer that was chosen.
    ///
    /// # Errors
    ///
    /// What was not chosen.
    pub fn read(&self) -> Result<InterestAnswer, FieldFaults> {
        let of = |field: Field, typed: &str| {
            typed.parse::<Score>().map_err(|_| (field, FieldFault::Missing))
        };
        match (of(Field::Before, &self.before), of(Field::After, &self.after)) {
            (Ok(before), Ok(after)) => Ok(InterestAnswer { before, after }),
            (before, after) => Err(before.err().into_iter().chain(after.err()).collect()),
        }
    }
}

#[cfg(test)]
mod tests;
