//! The time on Danish walls.
//!
//! Instants are kept in UTC; whoever writes or reads a date means Europe/Copenhagen.

use chrono::{
    DateTime, Days, MappedLocalTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc,
};
use chrono_tz::Europe::Copenhagen;

/// The clocks were put forward over this time: it does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this time does not exist in Denmark, the clocks are put forward over it")]
pub struct NoSuchTime;

/// The instant at which Danish clocks show `local`; of an hour that comes twice, the first.
///
/// # Errors
///
/// [`NoSuchTime`] for the hour that is left out on the last Sunday of March.
pub fn instant(local: NaiveDateTime) -> Result<DateTime<Utc>, NoSuchTime> {
    match Copenhagen.from_local_datetime(&local) {
        MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => Ok(at.to_utc()),
        MappedLocalTime::None => Err(NoSuchTime),
    }
}

/// What Danish clocks show at `instant`.
#[must_use]
pub fn local(instant: DateTime<Utc>) -> NaiveDateTime {
    instant.with_timezone(&Copenhagen).naive_local()
}

/// The same instant for programs, as Danish clocks show it: `2027-03-18T09:00:00+01:00` (RFC 3339).
#[must_use]
pub fn rfc3339(instant: DateTime<Utc>) -> String {
    instant.with_timezone(&Copenhagen).to_rfc3339()
}

/// The day it is in Denmark at `instant`.
#[must_use]
pub fn day(instant: DateTime<Utc>) -> NaiveDate {
    local(instant).date()
}

/// The first instant of `day` in Denmark. Its clocks are never changed at midnight;
/// should that be decreed one day, UTC's midnight is taken.
#[must_use]
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(NaiveTime::MIN);
    instant(midnight).unwrap_or_else(|_| midnight.and_utc())
}

/// The first instant after `day` in Denmark.
#[must_use]
pub fn end_of(day: NaiveDate) -> DateTime<Utc> {
    day.checked_add_days(Days::new(1)).map_or(DateTime::<Utc>::MAX_UTC, start_of)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn time(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    #[test]
    fn half_past_two_does_not_exist_on_28_march_2027() {
        assert_eq!(instant(time("2027-03-28T02:30:00")), Err(NoSuchTime));
        assert!(instant(time("2027-03-28T03:00:00")).is_ok());
    }

    #[test]
    fn of_the_hour_that_comes_twice_the_first_is_meant() {
        let first = instant(time("2027-10-31T02:30:00")).unwrap();
        assert_eq!(first.to_rfc3339(), "2027-10-31T00:30:00+00:00");
        assert_eq!(local(first + TimeDelta::hours(1)), time("2027-10-31T02:30:00"));
    }

    #[test]
    fn programs_are_told_danish_time_and_how_far_it_is_ahead() {
        let told = |text: &str| rfc3339(DateTime::parse_from_rfc3339(text).unwrap().to_utc());
        assert_eq!(told("2027-03-18T08:00:00Z"), "2027-03-18T09:00:00+01:00");
        assert_eq!(told("2027-06-18T22:30:00Z"), "2027-06-19T00:30:00+02:00");
    }

    #[test]
    fn the_day_of_the_change_has_23_hours() {
        let day = NaiveDate::from_ymd_opt(2027, 3, 28).unwrap();
        assert_eq!(end_of(day) - start_of(day), TimeDelta::hours(23));
    }

    #[test]
    fn a_new_day_begins_in_denmark_before_it_does_in_utc() {
        let late = DateTime::parse_from_rfc3339("2026-12-31T23:30:00Z").unwrap().to_utc();
        assert_eq!(day(late), NaiveDate::from_ymd_opt(2027, 1, 1).unwrap());
    }
}
