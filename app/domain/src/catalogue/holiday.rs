//! The public holidays of Denmark.

use chrono::NaiveDate;

use crate::keyed::keyed;

keyed! {
    /// A day on which Denmark rests (helligdage after lov 214 of 16/06/1989 and its changes;
    /// Great Prayer Day is one no more since 2024), or half of it does.
    Holiday {
        NewYear = "new-year",
        MaundyThursday = "maundy-thursday",
        GoodFriday = "good-friday",
        EasterSunday = "easter-sunday",
        EasterMonday = "easter-monday",
        Ascension = "ascension",
        WhitSunday = "whit-sunday",
        WhitMonday = "whit-monday",
        Constitution = "constitution",
        ChristmasEve = "christmas-eve",
        Christmas = "christmas",
        BoxingDay = "boxing-day",
        NewYearsEve = "new-years-eve",
    }
}

impl Holiday {
    /// The holiday that a day is, if it is one.
    #[must_use]
    pub fn on(day: NaiveDate) -> Option<Self> {
        use chrono::Datelike as _;

        match (day.month(), day.day()) {
            (1, 1) => return Some(Self::NewYear),
            (6, 5) => return Some(Self::Constitution),
            (12, 24) => return Some(Self::ChristmasEve),
            (12, 25) => return Some(Self::Christmas),
            (12, 26) => return Some(Self::BoxingDay),
            (12, 31) => return Some(Self::NewYearsEve),
            _ => {}
        }
        match day.signed_duration_since(easter(day.year())?).num_days() {
            -3 => Some(Self::MaundyThursday),
            -2 => Some(Self::GoodFriday),
            0 => Some(Self::EasterSunday),
            1 => Some(Self::EasterMonday),
            39 => Some(Self::Ascension),
            49 => Some(Self::WhitSunday),
            50 => Some(Self::WhitMonday),
            _ => None,
        }
    }
}

/// Easter Sunday (Meeus, Jones and Butcher, Astronomical Algorithms, chapter 8).
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let moon = (19 * golden + century - century / 4 - (8 * century + 13) / 25 + 15) % 30;
    let week = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * week) / 451;
    let n = moon + week - 7 * late + 114;
    let (month, day) = (u32::try_from(n / 31).ok()?, u32::try_from(n % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use chrono::Datelike as _;
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_holidays_of_2027_are_these() {
        let year = day("2027-01-01").iter_days().take(365);
        let found: Vec<String> =
            year.filter_map(|day| Some(format!("{day} {}", Holiday::on(day)?))).collect();
        insta::assert_snapshot!(found.join("\n"), @r"
        2027-01-01 new-year
        2027-03-25 maundy-thursday
        2027-03-26 good-friday
        2027-03-28 easter-sunday
        2027-03-29 easter-monday
        2027-05-06 ascension
        2027-05-16 whit-sunday
        2027-05-17 whit-monday
        2027-06-05 constitution
        2027-12-24 christmas-eve
        2027-12-25 christmas
        2027-12-26 boxing-day
        2027-12-31 new-years-eve
        ");
    }

    proptest! {
        #[test]
        fn easter_is_a_sunday_in_spring(year in 1900i32..2200) {
            let easter = easter(year).unwrap();
            prop_assert_eq!(easter.weekday(), chrono::Weekday::Sun);
            let (first, last) = (format!("{year}-03-22"), format!("{year}-04-25"));
            prop_assert!(day(&first) <= easter && easter <= day(&last));
        }
    }
}
