//! What can wait is not written at night.

use std::ops::Range;

use chrono::{DateTime, Days, Timelike as _, Utc};

use crate::copenhagen;

/// The hours in Denmark in which letters leave that can wait.
const HOURS: Range<u32> = 8..20;

/// Whether what can wait is left lying at an instant.
pub(super) fn is_quiet(now: DateTime<Utc>) -> bool {
    !HOURS.contains(&copenhagen::local(now).hour())
}

/// When a letter that can wait leaves: at once, or when the night is over.
pub(super) fn leaves_at(now: DateTime<Utc>) -> DateTime<Utc> {
    if !is_quiet(now) {
        return now;
    }
    let local = copenhagen::local(now);
    let days = u64::from(local.hour() >= HOURS.end);
    let morning = local.date().checked_add_days(Days::new(days)).unwrap_or(local.date());
    let opens = morning.and_hms_opt(HOURS.start, 0, 0);
    opens.and_then(|it| copenhagen::instant(it).ok()).unwrap_or(now)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn left(at: &str) -> String {
        leaves_at(at.parse().unwrap()).to_rfc3339()
    }

    #[test]
    fn what_is_written_at_night_leaves_at_eight_in_denmark() {
        assert_eq!(left("2026-12-01T11:00:00Z"), "2026-12-01T11:00:00+00:00");
        assert_eq!(left("2026-12-01T19:00:00Z"), "2026-12-02T07:00:00+00:00");
        assert_eq!(left("2026-12-01T05:30:00Z"), "2026-12-01T07:00:00+00:00");
        // The clocks go forward in this night.
        assert_eq!(left("2027-03-27T23:00:00Z"), "2027-03-28T06:00:00+00:00");
    }
}
