//! A month of a year.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, Months, NaiveDate};

use super::week::part_of_year;
use crate::catalogue::UnknownKey;

/// A month from its first day to its last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    first: NaiveDate,
}

impl Month {
    /// The first and the last year whose months can be asked for.
    pub const YEARS: (i32, i32) = (2000, 2100);

    /// Month `number` of `year`, from 1; none where the year has no such month.
    #[must_use]
    pub fn new(year: i32, number: u32) -> Option<Self> {
        let (first, last) = Self::YEARS;
        let day = NaiveDate::from_ymd_opt(year, number, 1)?;
        (first..=last).contains(&year).then_some(Self { first: day })
    }

    /// The month that holds a day.
    #[must_use]
    pub fn of(day: NaiveDate) -> Self {
        Self { first: day.with_day(1).unwrap_or(day) }
    }

    /// The month after it; none at the end of the calendar.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        self.first.checked_add_months(Months::new(1)).map(|first| Self { first })
    }

    #[must_use]
    pub fn first_day(self) -> NaiveDate {
        self.first
    }

    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        self.next().and_then(|next| next.first.pred_opt()).unwrap_or(NaiveDate::MAX)
    }
}

impl fmt::Display for Month {
    /// `2027-03`, as ISO 8601 writes it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.first.year(), self.first.month())
    }
}

impl FromStr for Month {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        part_of_year(text, "-").and_then(|(year, n)| Self::new(year, n)).ok_or(UnknownKey)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn february_of_2028_has_29_days() {
        let month: Month = "2028-02".parse().unwrap();
        assert_eq!(month.first_day(), NaiveDate::from_ymd_opt(2028, 2, 1).unwrap());
        assert_eq!(month.last_day(), NaiveDate::from_ymd_opt(2028, 2, 29).unwrap());
    }

    #[test]
    fn a_month_that_no_year_has_is_none() {
        for text in
            ["2027-13", "2027-00", "1999-12", "2101-01", "2027-3", "202703", "+027-03", "-", ""]
        {
            assert_eq!(text.parse::<Month>(), Err(UnknownKey), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_day_is_in_the_month_that_is_said_to_hold_it(days in 0u64..36_000) {
            let day = NaiveDate::from_ymd_opt(2000, 1, 1).unwrap() + chrono::Days::new(days);
            let month = Month::of(day);
            prop_assert!(month.first_day() <= day && day <= month.last_day());
            prop_assert_eq!(month.to_string().parse(), Ok(month));
            prop_assert_eq!(month.next().unwrap().first_day(), month.last_day().succ_opt().unwrap());
        }
    }
}
