//! The draw of one date: that its seats are drawn, what came of it, and why.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Priority, Promise, PublicNumber, Seed, Standing};

/// That the seats of a date are drawn instead of going to whoever comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DateDraw {
    pub seed: Seed,
    pub priority: Priority,
    /// Until when parties sign up for it.
    pub draws_at: DateTime<Utc>,
    pub done: Option<DrawDone>,
}

/// That a draw took place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrawDone {
    pub at: DateTime<Utc>,
    /// How many seats were drawn.
    pub seats: u32,
}

/// One party of a draw, as it is kept and published: nothing tells who it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Drawn {
    pub number: PublicNumber,
    pub seats: u16,
    pub standing: Standing,
    pub is_in: bool,
}

/// Why a party got what it got. Numbers are those of the order in which the seats were given: by
/// priority, then by lot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhyDrawn {
    /// Which it was of how many.
    pub rank: u32,
    pub of: u32,
    pub seats: u16,
    pub is_in: bool,
    /// The last of those before it that got in; nothing where nobody did.
    pub last_in: Option<u32>,
    /// How many seats those before it left.
    pub left: u32,
}

impl DateDraw {
    #[must_use]
    pub fn promise(&self) -> Promise {
        self.seed.promise()
    }

    /// Whether parties are collected still, so that nobody gets a seat yet.
    #[must_use]
    pub const fn is_collecting(&self) -> bool {
        self.done.is_none()
    }

    /// The seed, for everybody, once it has done what it is for.
    #[must_use]
    pub fn seed_for_all(&self) -> Option<Seed> {
        self.done.map(|_| self.seed)
    }
}

impl Drawn {
    /// Why a party got what it got, out of all that was drawn beside it; nothing where it was not
    /// in the draw.
    #[must_use]
    pub fn why(all: &[Self], done: DrawDone, number: PublicNumber) -> Option<WhyDrawn> {
        let mine = all.iter().find(|it| it.number == number)?;
        let rank = |standing: Standing| {
            let upto = all.iter().filter(|it| it.standing <= standing).count();
            u32::try_from(upto).unwrap_or(u32::MAX)
        };
        let before = || all.iter().filter(|it| it.is_in && it.standing < mine.standing);
        let taken: u32 = before().map(|it| u32::from(it.seats)).sum();
        Some(WhyDrawn {
            rank: rank(mine.standing),
            of: u32::try_from(all.len()).unwrap_or(u32::MAX),
            seats: mine.seats,
            is_in: mine.is_in,
            last_in: before().map(|it| it.standing).max().map(rank),
            left: done.seats.saturating_sub(taken),
        })
    }
}
