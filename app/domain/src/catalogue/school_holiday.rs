//! When schools rest.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::holiday::easter;
use crate::{keyed::keyed, search::Week};

keyed! {
    /// A time in which schools rest.
    SchoolHoliday {
        Winter = "winter",
        Easter = "easter",
        Summer = "summer",
        Autumn = "autumn",
        Christmas = "christmas",
    }
}

impl SchoolHoliday {
    /// Its first and its last day in a year (Christmas ends in the next one), as most of the
    /// country has them: winter in weeks 7 and 8, autumn in week 42, each with the weekend before;
    /// summer from the last Saturday of June to the second Sunday of August; Christmas and Easter
    /// around the days themselves. Each municipality decides for itself (folkeskoleloven § 14 a),
    /// so these are spans that hold them all.
    #[must_use]
    pub fn of_year(self, year: i32) -> Option<(NaiveDate, NaiveDate)> {
        Some(match self {
            Self::Winter => {
                let monday = Week::new(year, 7)?.first_day();
                (monday - Days::new(2), monday + Days::new(13))
            }
            Self::Easter => {
                let easter = easter(year)?;
                (easter - Days::new(8), easter + Days::new(1))
            }
            Self::Summer => {
                let june = NaiveDate::from_ymd_opt(year, 6, 30)?;
                let since = (june.weekday().num_days_from_sunday() + 1) % 7;
                let saturday = june - Days::new(u64::from(since));
                (saturday, NaiveDate::from_weekday_of_month_opt(year, 8, Weekday::Sun, 2)?)
            }
            Self::Autumn => {
                let week = Week::new(year, 42)?;
                (week.first_day() - Days::new(2), week.last_day())
            }
            Self::Christmas => {
                (NaiveDate::from_ymd_opt(year, 12, 19)?, NaiveDate::from_ymd_opt(year + 1, 1, 4)?)
            }
        })
    }

    /// The one in which schools can rest on a day, if they do.
    #[must_use]
    pub fn on(day: NaiveDate) -> Option<Self> {
        let holds = |it: &Self| {
            let years = [day.year() - 1, day.year()];
            let spans = years.into_iter().filter_map(|year| it.of_year(year));
            spans.into_iter().any(|(first, last)| first <= day && day <= last)
        };
        Self::ALL.iter().copied().find(holds)
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
    fn schools_rest_when_they_rest() {
        for (text, expected) in [
            ("2027-02-17", Some(SchoolHoliday::Winter)),
            ("2027-03-23", Some(SchoolHoliday::Easter)),
            ("2027-06-25", None),
            ("2027-06-26", Some(SchoolHoliday::Summer)),
            ("2027-08-09", None),
            ("2027-10-20", Some(SchoolHoliday::Autumn)),
            ("2027-10-25", None),
            ("2027-12-24", Some(SchoolHoliday::Christmas)),
            ("2028-01-03", Some(SchoolHoliday::Christmas)),
            ("2028-01-05", None),
        ] {
            assert_eq!(SchoolHoliday::on(day(text)), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn each_has_its_time_in_every_year_and_knows_its_days(year in 2000i32..2100) {
            for it in SchoolHoliday::ALL {
                let (first, last) = it.of_year(year).unwrap();
                prop_assert!(first < last && (last - first).num_days() < 60);
                prop_assert_eq!(SchoolHoliday::on(first), Some(*it));
                prop_assert_eq!(SchoolHoliday::on(last), Some(*it));
            }
        }
    }
}
