//! Whether one can still join an occurrence.

use chrono::{DateTime, Utc};
use domain::search::Filter;

/// Whether one can still join an occurrence; the first comes first in lists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Room {
    /// There is room, and time to sign up.
    Open,
    /// Too few seats are left, or sign-up has closed.
    Full,
    /// It is over.
    Past,
}

/// What is known about an occurrence where its room is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    pub end: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    /// Seats in all and seats that are free, where the portal keeps them.
    pub seats: Option<(u32, u32)>,
    /// Whether one just comes, without signing up.
    pub is_free_to_come: bool,
}

impl Occasion {
    /// Its room for those whom the filter speaks of; none where there never was enough.
    #[must_use]
    pub fn room(&self, filter: &Filter, now: DateTime<Utc>) -> Option<Room> {
        let wanted = u32::from(filter.seats.unwrap_or(1));
        if self.seats.is_some_and(|(capacity, _)| capacity < wanted) {
            return None;
        }
        let has_seats = self.seats.is_none_or(|(_, left)| left >= wanted);
        Some(if self.end <= now {
            Room::Past
        } else if has_seats && (self.is_free_to_come || self.closes_at > now) {
            Room::Open
        } else {
            Room::Full
        })
    }
}

impl Room {
    /// Whether the filter asks for what has this room.
    #[must_use]
    pub fn is_asked_for(self, filter: &Filter) -> bool {
        match self {
            Self::Open => true,
            Self::Full => filter.full,
            Self::Past => filter.past,
        }
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[test]
    fn what_has_no_seat_or_no_time_left_is_full_and_then_past() {
        let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(20_000);
        let hours = TimeDelta::hours;
        let all = Filter::default();
        let open = Occasion {
            end: now + hours(5),
            closes_at: now + hours(1),
            seats: Some((30, 2)),
            is_free_to_come: false,
        };
        assert_eq!(open.room(&all, now), Some(Room::Open));
        assert_eq!(open.room(&all, now + hours(1)), Some(Room::Full));
        assert_eq!(open.room(&all, now + hours(5)), Some(Room::Past));
        assert_eq!(Occasion { seats: Some((30, 0)), ..open }.room(&all, now), Some(Room::Full));
        let come = Occasion { is_free_to_come: true, seats: None, ..open };
        assert_eq!(come.room(&all, now + hours(1)), Some(Room::Open));

        let class = Filter { seats: Some(24), ..Filter::default() };
        assert_eq!(open.room(&class, now), Some(Room::Full));
        assert_eq!(Occasion { seats: Some((20, 20)), ..open }.room(&class, now), None);
    }
}
