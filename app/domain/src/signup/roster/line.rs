//! The line of those who wait, and where one stands in it.

use chrono::{DateTime, Utc};

use super::Roster;
use crate::signup::{Entry, SignUpId, Stage, WaitingRule};

/// Where somebody stands: »you are second; 11 seats are free, you asked for 24«.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// 1 is whoever is first.
    pub place: u32,
    pub free: u32,
    pub asked: u16,
}

/// What everybody may know of a date: no party can be told from it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub free: u32,
    /// How many each party in line is, whoever is first before the others.
    pub parties: Vec<u16>,
}

impl Roster {
    /// Those whose turn can come, whoever is first before the others. A party that has not
    /// answered its letter yet, or for whom there can never be seats enough since their number
    /// was lowered, is passed over and keeps its turn.
    pub(super) fn in_line(&self) -> impl Iterator<Item = &Entry> {
        let limit = self.date.limit;
        self.entries
            .iter()
            .filter(move |it| it.stage == Stage::Waiting && u32::from(it.seats) <= limit)
    }

    pub(super) fn first_in_line(&self) -> Option<&Entry> {
        self.in_line().next()
    }

    /// Whether somebody who comes now stands in line although there may be seats.
    pub(super) fn must_line_up(&self, seats: u16, now: DateTime<Utc>) -> bool {
        #[cfg(test)]
        if self.is_careless {
            return false;
        }
        if self.is_collecting() {
            return true;
        }
        let somebody_waits = self.entries.iter().any(|it| it.stage.is_in_line());
        somebody_waits && !self.is_gap_for(seats, now)
    }

    /// Whether seats lie free that nobody in line can use, and that the rule gives to whom they
    /// are enough for.
    fn is_gap_for(&self, seats: u16, now: DateTime<Utc>) -> bool {
        let free = self.free();
        let is_ripe = self.kept.rule == WaitingRule::FillGaps
            && self.kept.gap_since.is_some_and(|since| now - since >= WaitingRule::GAP_STAYS);
        let somebody_fits =
            self.entries.iter().any(|it| it.stage.is_in_line() && u32::from(it.seats) <= free);
        is_ripe && !somebody_fits && u32::from(seats) <= free
    }

    /// Whether whoever fits into the gap would have been offered it, had there been time enough.
    pub(super) fn gap_was_looked_at(&self) -> bool {
        let free = self.free();
        !self.in_line().any(|it| u32::from(it.seats) <= free)
    }

    /// Where a party stands in line; nothing where it does not.
    #[must_use]
    pub fn position(&self, id: SignUpId) -> Option<Position> {
        let mut line = self.entries.iter().filter(|it| it.stage.is_in_line()).zip(1..);
        let (entry, place) = line.find(|(it, _)| it.id == id)?;
        Some(Position { place, free: self.free(), asked: entry.seats })
    }

    /// What everybody may know.
    #[must_use]
    pub fn line(&self) -> Line {
        let line = self.entries.iter().filter(|it| it.stage.is_in_line());
        Line { free: self.free(), parties: line.map(|it| it.seats).collect() }
    }
}
