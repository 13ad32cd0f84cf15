//! What goes away by itself, and when it does not.

use chrono::{DateTime, TimeDelta, Utc};

use crate::{
    catalogue::{ActivityId, OccurrenceId},
    keyed::keyed,
    signup::PartyKind,
};

/// How the sweeper stands: the latest time that was ever seen, and when it was last done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sweep {
    pub latest_at: DateTime<Utc>,
    pub swept_at: Option<DateTime<Utc>>,
}

keyed! {
    /// What an operator should know of the sweeper.
    SweepState {
        /// It has been done within a day.
        Fine = "ok",
        /// It was never done.
        NotYet = "not_yet",
        /// It was last done more than a day ago.
        Late = "late",
        /// The clock shows a time that was over already, so nothing is erased.
        ClockWentBack = "clock_went_back",
    }
}

impl Sweep {
    /// How often it is done at the least.
    pub const EVERY: TimeDelta = TimeDelta::days(1);
    /// How far the clocks of several servers may be apart.
    pub const SLACK: TimeDelta = TimeDelta::minutes(5);

    /// Whether a clock that shows this time has gone back: then nobody knows what time it is.
    #[must_use]
    pub fn is_back(&self, now: DateTime<Utc>) -> bool {
        now < self.latest_at - Self::SLACK
    }

    /// How it stands at an instant.
    #[must_use]
    pub fn state(&self, now: DateTime<Utc>) -> SweepState {
        match self.swept_at {
            _ if self.is_back(now) => SweepState::ClockWentBack,
            None => SweepState::NotYet,
            Some(at) if now - at > Self::EVERY => SweepState::Late,
            Some(_) => SweepState::Fine,
        }
    }
}

/// How many came to a date, of nobody: what is left of its sign-ups once they are gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Headcount {
    pub occurrence: OccurrenceId,
    pub activity: ActivityId,
    pub kind: PartyKind,
    pub start: DateTime<Utc>,
    /// How many parties of the kind had seats, and how many seats.
    pub parties: u32,
    pub seats: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_goes_back_is_noticed_and_one_a_little_behind_is_not() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let swept = |at| Sweep { latest_at: now, swept_at: at };
        let state = |sweep: Sweep, later| sweep.state(now + later);
        assert_eq!(state(swept(None), TimeDelta::zero()), SweepState::NotYet);
        assert_eq!(state(swept(Some(now)), TimeDelta::hours(24)), SweepState::Fine);
        assert_eq!(state(swept(Some(now)), TimeDelta::hours(25)), SweepState::Late);
        assert_eq!(state(swept(Some(now)), TimeDelta::minutes(-5)), SweepState::Fine);
        assert_eq!(state(swept(Some(now)), TimeDelta::minutes(-6)), SweepState::ClockWentBack);
    }
}
