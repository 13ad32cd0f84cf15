//! A week of a year, as Danes count them.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use crate::catalogue::UnknownKey;

/// A week from Monday to Sunday, counted as ISO 8601 does: week 1 holds the first Thursday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Week {
    monday: NaiveDate,
}

impl Week {
    /// The first and the last year whose weeks can be asked for.
    pub const YEARS: (i32, i32) = (2000, 2100);

    /// Week `number` of `year`; none where the year has no such week.
    #[must_use]
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let (first, last) = Self::YEARS;
        let monday = NaiveDate::from_isoywd_opt(year, number, Weekday::Mon)?;
        (first..=last).contains(&year).then_some(Self { monday })
    }

    /// The week that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { monday: day.week(Weekday::Mon).checked_first_day().unwrap_or(day) }
    }

    /// The week after it; none at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.monday.checked_add_days(Days::new(7)).map(|monday| Self { monday })
    }

    /// The year that it is counted in: the last days of December may be in the next one's first week.
    #[must_use]
    pub fn year(self) -> i32 {
        self.monday.iso_week().year()
    }

    /// 1 to 53.
    #[must_use]
    pub fn number(self) -> u32 {
        self.monday.iso_week().week()
    }

    /// Its Monday.
    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.monday
    }

    /// Its Sunday.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.monday.checked_add_days(Days::new(6)).unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Week {
    /// `2027-W07`, as ISO 8601 writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-W{:02}", self.year(), self.number())
    }
}

impl FromStr for Week {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        part_of_year(text, "-W").and_then(|(year, n)| Self::new(year, n)).ok_or(UnknownKey)
    }
}

/// A year of four digits and the number of one of its parts of two, as ISO 8601 writes both.
pub(super) fn part_of_year(text: &str, between: &str) -> Option<(i32, u32)> {
    let (year, number) = text.split_once(between)?;
    let is_written_so = year.len() == 4 && number.len() == 2;
    let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if !is_written_so || !is_number(year) || !is_number(number) {
        return None;
    }
    Some((year.parse().ok()?, number.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn week_7_of_2027_is_the_one_with_the_winter_holiday() {
        let week: Week = "2027-W07".parse().unwrap();
        assert_eq!(week.first_day(), NaiveDate::from_ymd_opt(2027, 2, 15).unwrap());
        assert_eq!(week.last_day(), NaiveDate::from_ymd_opt(2027, 2, 21).unwrap());
    }

    #[test]
    fn new_years_day_may_be_in_a_week_of_the_old_year() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(Week::of(day(2027, 1, 1)).to_string(), "2026-W53");
        assert_eq!(Week::of(day(2024, 12, 31)).to_string(), "2025-W01");
    }

    #[test]
    fn a_week_that_no_year_has_is_none() {
        for text in [
            "2027-W53",
            "2027-W00",
            "2027-W60",
            "1999-W07",
            "2101-W07",
            "2027-07",
            "2027W07",
            "2027-W7",
            "+027-W07",
            "2027-W+7",
            "",
            "-W",
            "2027-W07 ",
        ] {
            assert_eq!(text.parse::<Week>(), Err(UnknownKey), "{text}");
        }
        assert!("2026-W53".parse::<Week>().is_ok());
    }

    proptest! {
        #[test]
        fn every_day_is_in_the_week_that_is_said_to_hold_it(days in 0u64..36_000) {
            let day = NaiveDate::from_ymd_opt(2000, 1, 3).unwrap() + Days::new(days);
            let week = Week::of(day);
            prop_assert!(week.first_day() <= day && day <= week.last_day());
            prop_assert_eq!(week.to_string().parse(), Ok(week));
            prop_assert_eq!(week.next().unwrap().first_day(), week.last_day() + Days::new(1));
        }
    }
}
