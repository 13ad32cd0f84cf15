//! Which dates are over, and of which of them nothing is told yet.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, OccurrenceId},
    signup::{DateReport, Interest, InterestFigures, ReportTime},
};

use crate::{
    identity::{Viewer, sees_rosters},
    ports::{Owned, Ports, SeatsAt, SideOfNow, StoreError},
};

/// The most dates that are looked at.
const MOST: u64 = 100;
/// The most reports that are shown.
const SHOWN: usize = 10;

/// A date that is over.
#[derive(Clone, Debug)]
pub struct PastDate {
    pub activity: Activity,
    pub date: OccurrenceId,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
}

/// A date of which something is told.
#[derive(Clone, Debug)]
pub struct ReportedDate {
    pub past: PastDate,
    pub report: DateReport,
    /// How interested the pupils were and are; nothing where too few have answered.
    pub interest: Option<InterestFigures>,
}

/// The dates that are over, the last first.
#[derive(Clone, Debug, Default)]
pub struct LookBack {
    /// Those to which somebody came, of which nothing is told, and which can still be reported.
    pub missing: Vec<PastDate>,
    pub reported: Vec<ReportedDate>,
}

/// The dates of what some partners own that are over and of which somebody may see who came, the
/// last ones where there are many.
pub(crate) async fn look_back(
    ports: &Ports,
    viewer: &Viewer,
    owned: Owned<'_>,
) -> Result<LookBack, StoreError> {
    let now = ports.clock.now();
    let over = ports.shelf.dates(owned, SideOfNow::Over(now), MOST).await?;
    let dates: Vec<OccurrenceId> = over.iter().map(|it| it.date.id).collect();
    if dates.is_empty() {
        return Ok(LookBack::default());
    }
    let reports = ports.reports.reports_of(&dates).await?;
    let mut reports: HashMap<OccurrenceId, DateReport> =
        reports.into_iter().map(|it| (it.occurrence, it)).collect();
    let interest = ports.interest.interest_of(&dates).await?;
    let seats = ports.shelf.seats_at(&dates).await?;
    let mut back = LookBack::default();
    for it in over {
        let (date, start, end) = (it.date.id, it.date.start(), it.date.end());
        let past = PastDate { activity: it.activity, date, start, end };
        // A partner that owns it beside the lead sees who came only where the lead lets it.
        if !owned.led_by.contains(&past.activity.partner) {
            let details = ports.sign_ups.activity_at(past.date).await?;
            if details.is_none_or(|it| !sees_rosters(&viewer.account, &it)) {
                continue;
            }
        }
        if let Some(report) = reports.remove(&past.date) {
            let interest = interest.get(&past.date).and_then(Interest::figures);
            back.reported.push(ReportedDate { past, report, interest });
        } else {
            let seats = seats.get(&past.date).copied().unwrap_or_default();
            if is_missing(ports, (&past, seats), now).await? {
                back.missing.push(past);
            }
        }
    }
    back.reported.truncate(SHOWN);
    Ok(back)
}

/// Whether a date of which nothing is told should be reported: somebody came, or had a seat.
async fn is_missing(
    ports: &Ports,
    (it, seats): (&PastDate, SeatsAt),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    if DateReport::time(it.end, true, now) != ReportTime::Open {
        return Ok(false);
    }
    if seats.taken > 0 {
        return Ok(true);
    }
    // Some may have come without a sign-up.
    Ok(!ports.sign_ups.check_in_of(it.date).await?.is_empty()
        && ports.sign_ups.roster(it.date).await?.is_some())
}
