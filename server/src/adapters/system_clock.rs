//! The only reader of the wall clock.

use application::ports::Clock;
use chrono::{DateTime, TimeDelta, Utc};

/// The clock on the wall.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "somebody has to look")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The clock on the wall, put forward or back so that time runs on from another instant.
pub struct ShiftedClock(TimeDelta);

impl ShiftedClock {
    /// Runs on from `start`, which is now.
    #[must_use]
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        Self(start - SystemClock.now())
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        SystemClock.now() + self.0
    }
}
