//! For how many parties at once seats are kept although nobody has answered their letter.
//!
//! Whoever makes up addresses answers no letters, so what is kept for them comes back. Seats that
//! have come back so are a reason to keep fewer; whoever does answer is never sent away for it:
//! where no more are kept, the seats are theirs who answer first.

use chrono::{DateTime, TimeDelta, Utc};

use super::{Roster, Wish};
use crate::signup::{SignUpId, Stage};

/// Seats that were kept for parties that never answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lapsed {
    pub seats: u32,
    /// When the first of them came back.
    pub since: DateTime<Utc>,
}

impl Lapsed {
    /// For how long it is remembered.
    pub const REMEMBERED: TimeDelta = TimeDelta::hours(6);

    /// What is remembered once more seats have come back.
    #[must_use]
    pub fn and(before: Option<Self>, seats: u16, now: DateTime<Utc>) -> Self {
        let lately = before.filter(|it| it.is_lately(now));
        let known = lately.unwrap_or(Self { seats: 0, since: now });
        Self { seats: known.seats.saturating_add(seats.into()), ..known }
    }

    fn is_lately(self, now: DateTime<Utc>) -> bool {
        now < self.since + Self::REMEMBERED
    }
}

/// What is kept for longer than that is kept for long.
const FOR_LONG: TimeDelta = TimeDelta::minutes(30);

impl Roster {
    /// How many seats may be kept unanswered at an instant: all of them, less those that were kept
    /// in vain lately, but always a third.
    fn most_unanswered(&self, now: DateTime<Utc>) -> u32 {
        let seats = self.kept.seats;
        let lapsed = self.kept.lapsed.filter(|it| it.is_lately(now)).map_or(0, |it| it.seats);
        seats.saturating_sub(lapsed).max(seats.div_ceil(3))
    }

    /// How many may be kept unanswered for long, as for children whose guardians are asked: half
    /// of them.
    fn most_for_long(&self) -> u32 {
        self.kept.seats.div_ceil(2)
    }

    /// How many seats are kept unanswered until after an instant.
    fn unanswered(&self, after: DateTime<Utc>) -> u32 {
        let kept = self.entries.iter().filter_map(|it| match it.stage {
            Stage::Held { until } if until > after => Some(u32::from(it.seats)),
            _ => None,
        });
        kept.sum()
    }

    /// Whether seats that are free are kept for a party until it answers its letter.
    pub(super) fn may_keep(&self, wish: &Wish, now: DateTime<Utc>) -> bool {
        #[cfg(test)]
        if self.is_careless {
            return true;
        }
        let seats = u32::from(wish.seats);
        let is_long = wish.patience > FOR_LONG;
        self.unanswered(now) + seats <= self.most_unanswered(now)
            && !(is_long && self.unanswered(now + FOR_LONG) + seats > self.most_for_long())
    }

    /// Whether nobody is before a party that comes now but whoever has not answered a letter.
    pub(super) fn goes_to_who_answers(&self) -> bool {
        !self.is_collecting() && self.first_in_line().is_none()
    }

    /// Whether there are seats for a party that has not answered its letter yet, so that it gets
    /// them if it answers now.
    #[must_use]
    pub fn has_room_for(&self, id: SignUpId, now: DateTime<Utc>) -> bool {
        match self.entry(id).map(|it| it.stage) {
            Some(Stage::Queued { .. }) => self.would_be_served(id, now),
            Some(stage) => stage.takes_seats(),
            None => false,
        }
    }

    /// Whether a party that stands in line would be offered seats at once if it answered its
    /// letter now.
    pub(super) fn would_be_served(&self, id: SignUpId, now: DateTime<Utc>) -> bool {
        let Some(entry) = self.entry(id) else { return false };
        let is_first = self.first_in_line().is_none_or(|first| entry.order() < first.order());
        let is_served = self.is_open_at(now) && !self.is_collecting();
        is_served && is_first && self.fits(entry.seats)
    }
}
