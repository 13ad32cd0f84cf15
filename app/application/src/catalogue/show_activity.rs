//! One activity, with what is worth a look beside it.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    catalogue::{OccurrenceId, SignUpMode, Slug},
    pact::Campaign,
    signup::DateDraw,
};

use super::see_activity::{Shown, see_activity};
use crate::{
    copenhagen,
    ports::{ActivityDetails, ActivitySummary, OccurrenceSummary, Ports, StoreError},
};

/// What its page shows.
#[derive(Clone, Debug)]
pub struct ActivityPage {
    pub details: ActivityDetails,
    pub campaign: Option<Campaign>,
    pub related: Vec<ActivitySummary>,
    /// The dates whose seats are drawn.
    pub draws: Vec<(OccurrenceId, DateDraw)>,
    pub now: DateTime<Utc>,
}

impl ActivityPage {
    /// The day of which to ask what is dated, such as the region that a place is in: the day of its
    /// next date, of the last one where all are over, and today where there is none.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        day_of(&self.details.occurrences, self.now)
    }
}

fn day_of(dates: &[OccurrenceSummary], now: DateTime<Utc>) -> NaiveDate {
    let next = dates.iter().find(|date| date.end > now);
    copenhagen::day(next.or(dates.last()).map_or(now, |date| date.start))
}

/// How many others its page shows.
const RELATED: usize = 3;

/// One activity as a visitor sees it.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_activity(ports: &Ports, slug: &Slug) -> Result<Shown<ActivityPage>, StoreError> {
    let details = match see_activity(ports, slug).await? {
        Shown::Page(details) => *details,
        Shown::Gone => return Ok(Shown::Gone),
        Shown::Unknown => return Ok(Shown::Unknown),
    };
    let now = ports.clock.now();
    let campaign = match &details.activity.particulars().campaign {
        Some(key) => ports.catalogue.campaigns().await?.into_iter().find(|it| it.key == *key),
        None => None,
    };
    let related = ports.catalogue.related(details.activity.id, RELATED, now).await?;
    let draws = match details.activity.particulars().sign_up {
        SignUpMode::Portal => ports.sign_ups.draws_of(details.activity.id).await?,
        _ => Vec::new(),
    };
    Ok(Shown::Page(Box::new(ActivityPage { details, campaign, related, draws, now })))
}

#[cfg(test)]
mod tests {
    use domain::Uuid;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(text).unwrap().to_utc()
    }

    fn date(start: &str, end: &str) -> OccurrenceSummary {
        let (start, end) = (at(start), at(end));
        let id = OccurrenceId(Uuid::nil());
        OccurrenceSummary { id, start, end, closes_at: start, capacity: None, seats_left: None }
    }

    #[test]
    fn what_is_dated_is_asked_for_the_next_date_else_the_last_else_today() {
        let dates = [
            date("2026-11-10T08:00:00Z", "2026-11-10T11:00:00Z"),
            // It begins on New Year's Day by Danish clocks.
            date("2026-12-31T23:30:00Z", "2027-01-01T02:00:00Z"),
        ];
        let day = |dates: &[OccurrenceSummary], now| day_of(dates, at(now)).to_string();
        assert_eq!(day(&dates, "2026-11-01T08:00:00Z"), "2026-11-10");
        assert_eq!(day(&dates, "2026-11-10T09:00:00Z"), "2026-11-10", "under way");
        assert_eq!(day(&dates, "2026-12-01T08:00:00Z"), "2027-01-01");
        assert_eq!(day(&dates, "2027-06-01T08:00:00Z"), "2027-01-01", "all are over");
        assert_eq!(day(&[], "2026-12-31T23:30:00Z"), "2027-01-01", "there is none");
    }
}
