//! How long nobody has come to an account, and what follows from it.

use chrono::{Days, Months, NaiveDate};

/// When the owner of an account last came: a day, since no more is needed to know whether the
/// account is still wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Idleness {
    pub last_came: NaiveDate,
    /// When its owner was told that it goes; nothing where they have come since.
    pub warned_on: Option<NaiveDate>,
}

/// What is to be done about an account on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdleStep {
    /// Nothing: its owner came not long ago, or was told and has time left.
    Wait,
    /// Its owner is to be told on which day it goes.
    Warn,
    /// It goes.
    Erase,
}

impl Idleness {
    /// After so long its owner is told that it goes.
    pub const WARNED_AFTER: Months = Months::new(23);
    /// After so long it goes.
    pub const ERASED_AFTER: Months = Months::new(24);
    /// So long its owner has to come back after they were told, however late that was.
    pub const NOTICE: Days = Days::new(30);

    /// Whoever last came on this day or before it, and has not been told, is told today.
    #[must_use]
    pub fn told_today(today: NaiveDate) -> NaiveDate {
        today.checked_sub_months(Self::WARNED_AFTER).unwrap_or(NaiveDate::MIN)
    }

    /// The day on which it goes if its owner is told on a day, or was.
    #[must_use]
    pub fn goes_on(&self, told_on: NaiveDate) -> NaiveDate {
        let idle = self.last_came.checked_add_months(Self::ERASED_AFTER);
        let heard = told_on.checked_add_days(Self::NOTICE);
        idle.unwrap_or(NaiveDate::MAX).max(heard.unwrap_or(NaiveDate::MAX))
    }

    /// What is to be done today.
    #[must_use]
    pub fn step(&self, today: NaiveDate) -> IdleStep {
        match self.warned_on {
            Some(told_on) if self.goes_on(told_on) <= today => IdleStep::Erase,
            None if self.last_came <= Self::told_today(today) => IdleStep::Warn,
            _ => IdleStep::Wait,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn an_account_is_told_at_23_months_and_goes_at_24() {
        let mut it = Idleness { last_came: day("2026-12-01"), warned_on: None };
        assert_eq!(it.step(day("2028-10-31")), IdleStep::Wait);
        assert_eq!(it.step(day("2028-11-01")), IdleStep::Warn);
        it.warned_on = Some(day("2028-11-01"));
        assert_eq!(it.step(day("2028-11-30")), IdleStep::Wait);
        assert_eq!(it.step(day("2028-12-01")), IdleStep::Erase);
    }

    #[test]
    fn whoever_is_told_late_has_thirty_days_all_the_same() {
        let mut it = Idleness { last_came: day("2026-12-01"), warned_on: None };
        assert_eq!(it.step(day("2031-05-01")), IdleStep::Warn);
        it.warned_on = Some(day("2031-05-01"));
        assert_eq!(it.goes_on(day("2031-05-01")), day("2031-05-31"));
        assert_eq!(it.step(day("2031-05-30")), IdleStep::Wait);
        assert_eq!(it.step(day("2031-05-31")), IdleStep::Erase);
    }

    proptest! {
        #[test]
        fn nobody_goes_before_24_months_or_within_thirty_days_of_being_told(
            came in 0u64..4_000,
            told in 0u64..4_000,
            now in 0u64..8_000,
        ) {
            let start = day("2024-02-29");
            let [last_came, told_on, today] = [came, told, now].map(|n| start + Days::new(n));
            let it = Idleness { last_came, warned_on: Some(told_on) };
            if it.step(today) == IdleStep::Erase {
                prop_assert!(last_came + Idleness::ERASED_AFTER <= today);
                prop_assert!(told_on + Idleness::NOTICE <= today);
                // The few that are looked at are all that can be meant.
                prop_assert!(last_came <= Idleness::told_today(today));
            }
            let untold = Idleness { last_came, warned_on: None };
            prop_assert!(untold.step(today) != IdleStep::Erase);
        }
    }
}
