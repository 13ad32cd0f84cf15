//! For how long moderators have had something before them.

use chrono::{DateTime, Days, TimeDelta, Timelike as _, Utc};
use domain::pact::{Patience, is_working_day};

use crate::copenhagen;

/// For how long something has waited, working days alone, from midnight to midnight in Denmark.
/// What has waited longer than anybody counts is told as that.
pub(crate) fn waited(since: DateTime<Utc>, now: DateTime<Utc>) -> TimeDelta {
    waited_at_most(since, now, Patience::ESCALATE_AFTER)
}

/// The same, where somebody counts to another time.
pub(crate) fn waited_at_most(
    since: DateTime<Utc>,
    now: DateTime<Utc>,
    most: TimeDelta,
) -> TimeDelta {
    let mut day = copenhagen::day(since);
    let mut sum = TimeDelta::zero();
    while sum < most {
        let (start, end) = (copenhagen::start_of(day).max(since), copenhagen::end_of(day).min(now));
        if start >= now {
            break;
        }
        if is_working_day(day) {
            sum += end - start;
        }
        let Some(next) = day.checked_add_days(Days::new(1)) else { break };
        day = next;
    }
    sum
}

/// The hours in which moderators are written to, on working days.
const HOURS: std::ops::Range<u32> = 8..18;

/// Whether moderators may be written to now: neither at night nor while they do not work.
pub(crate) fn may_write_at(now: DateTime<Utc>) -> bool {
    let local = copenhagen::local(now);
    is_working_day(local.date()) && HOURS.contains(&local.hour())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        copenhagen::instant(text.parse().unwrap()).unwrap()
    }

    #[test]
    fn what_comes_on_a_friday_has_waited_a_day_on_monday() {
        let friday = at("2026-12-04T14:00:00");
        for (now, hours) in [
            ("2026-12-04T13:00:00", 0),
            ("2026-12-04T23:00:00", 9),
            ("2026-12-05T12:00:00", 10),
            ("2026-12-07T00:00:00", 10),
            ("2026-12-07T14:00:00", 24),
            ("2026-12-08T14:00:00", 48),
        ] {
            assert_eq!(waited(friday, at(now)), TimeDelta::hours(hours), "{now}");
        }
    }

    #[test]
    fn christmas_and_easter_do_not_count_and_summer_time_does() {
        let before = at("2026-12-23T12:00:00");
        assert_eq!(waited(before, at("2026-12-28T12:00:00")), TimeDelta::hours(24));
        let before = at("2027-03-24T12:00:00");
        assert_eq!(waited(before, at("2027-03-30T12:00:00")), TimeDelta::hours(24));
        assert!(waited(at("2020-01-06T12:00:00"), before) >= Patience::ESCALATE_AFTER);
    }

    #[test]
    fn nobody_is_written_to_at_night_or_at_weekends() {
        for (now, may) in [
            ("2026-12-04T07:59:00", false),
            ("2026-12-04T08:00:00", true),
            ("2026-12-04T17:59:00", true),
            ("2026-12-04T18:00:00", false),
            ("2026-12-05T10:00:00", false),
            ("2026-12-25T10:00:00", false),
        ] {
            assert_eq!(may_write_at(at(now)), may, "{now}");
        }
    }
}
