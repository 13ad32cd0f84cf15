//! One date of an activity.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Names an occurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct OccurrenceId(pub Uuid);

/// One date of an activity, with its own seats and deadline. All instants are UTC;
/// people see them in Europe/Copenhagen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Occurrence {
    pub id: OccurrenceId,
    start: DateTime<Utc>,
    end: DateTime<Utc>,
    capacity: Option<Capacity>,
    deadline: Option<DateTime<Utc>>,
}

/// Why a date cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidOccurrence {
    #[error("it ends before it starts, or at once")]
    EndsTooSoon,
    #[error("its deadline comes after its start")]
    LateDeadline,
}

impl Occurrence {
    /// # Errors
    ///
    /// [`InvalidOccurrence`] where it would not end after it starts, or the deadline not come before.
    pub fn new(
        id: OccurrenceId,
        (start, end): (DateTime<Utc>, DateTime<Utc>),
        capacity: Option<Capacity>,
        deadline: Option<DateTime<Utc>>,
    ) -> Result<Self, InvalidOccurrence> {
        if end <= start {
            return Err(InvalidOccurrence::EndsTooSoon);
        }
        if deadline.is_some_and(|deadline| deadline > start) {
            return Err(InvalidOccurrence::LateDeadline);
        }
        Ok(Self { id, start, end, capacity, deadline })
    }

    #[must_use]
    pub fn start(&self) -> DateTime<Utc> {
        self.start
    }

    #[must_use]
    pub fn end(&self) -> DateTime<Utc> {
        self.end
    }

    /// How many seats there are, where the portal keeps them.
    #[must_use]
    pub fn capacity(&self) -> Option<Capacity> {
        self.capacity
    }

    /// The last moment for sign-up: as given, else the start.
    #[must_use]
    pub fn closes_at(&self) -> DateTime<Utc> {
        self.deadline.unwrap_or(self.start)
    }

    /// The deadline that the organiser gave.
    #[must_use]
    pub fn deadline(&self) -> Option<DateTime<Utc>> {
        self.deadline
    }

    /// The same date and seats, whatever it is called.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        (self.start, self.end, self.capacity, self.deadline)
            == (other.start, other.end, other.capacity, other.deadline)
    }
}

/// How many seats an occurrence has, 1 to 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Capacity(u32);

/// The number is not from 1 to 100,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[error("a capacity is a whole number from 1 to {max}", max = Capacity::MAX)]
pub struct InvalidCapacity;

impl Capacity {
    pub const MAX: u32 = 100_000;

    #[must_use]
    pub fn seats(self) -> u32 {
        self.0
    }
}

impl TryFrom<u32> for Capacity {
    type Error = InvalidCapacity;

    fn try_from(seats: u32) -> Result<Self, Self::Error> {
        if (1..=Self::MAX).contains(&seats) { Ok(Self(seats)) } else { Err(InvalidCapacity) }
    }
}

impl From<Capacity> for u32 {
    fn from(capacity: Capacity) -> Self {
        capacity.0
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn it_ends_after_it_starts_and_closes_before(
            start in 0i64..4_000_000_000, lasts in -99_999i64..99_999, deadline in prop::option::of(-99_999i64..99_999)
        ) {
            let start = DateTime::from_timestamp(start, 0).unwrap();
            let end = start + TimeDelta::seconds(lasts);
            let deadline = deadline.map(|it| start + TimeDelta::seconds(it));
            match Occurrence::new(OccurrenceId(Uuid::nil()), (start, end), None, deadline) {
                Ok(it) => prop_assert!(it.closes_at() <= it.start() && it.start() < it.end()),
                Err(InvalidOccurrence::EndsTooSoon) => prop_assert!(lasts <= 0),
                Err(InvalidOccurrence::LateDeadline) => prop_assert!(deadline > Some(start)),
            }
        }
    }

    #[test]
    fn no_seat_is_no_capacity() {
        assert_eq!(Capacity::try_from(0), Err(InvalidCapacity));
        assert_eq!(Capacity::try_from(100_001), Err(InvalidCapacity));
    }
}
