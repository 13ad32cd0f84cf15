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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shifted_clock_runs_on_from_where_it_was_set() {
        let start = DateTime::parse_from_rfc3339("2027-03-28T00:59:59Z").unwrap().to_utc();
        let clock = ShiftedClock::starting_at(start);
        let (first, wall) = (clock.now(), SystemClock.now());
        assert!(first >= start && first - start < TimeDelta::seconds(5), "{first}");

        std::thread::sleep(std::time::Duration::from_millis(20));
        let (second, later) = (clock.now(), SystemClock.now());
        assert!(second - first >= TimeDelta::milliseconds(20));
        let drift = (second - first) - (later - wall);
        assert!(drift.abs() < TimeDelta::seconds(1), "{drift}");
    }
}
