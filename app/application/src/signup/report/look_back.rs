//! Which dates are over, and of which of them nothing is told yet.

use std::{cmp::Reverse, collections::HashMap};

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, Occurrence, OccurrenceId, State},
    partners::PartnerId,
    signup::{DateReport, Interest, InterestFigures, ReportTime},
};

use crate::{
    identity::{Viewer, sees_rosters},
    ports::{Ports, StoreError},
};

/// The most dates that are looked at.
const MOST: usize = 100;
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

/// The dates of some activities that are over and of which somebody may see who came, the last
/// ones where there are many.
pub(crate) async fn look_back(
    ports: &Ports,
    viewer: &Viewer,
    (own, activities): (&[PartnerId], &[Activity]),
) -> Result<LookBack, StoreError> {
    let now = ports.clock.now();
    let published = activities.iter().filter(|it| it.state() == State::Published);
    let mut over: Vec<(&Activity, &Occurrence)> =
        published.flat_map(|it| it.occurrences().iter().map(move |date| (it, date))).collect();
    over.retain(|(_, date)| date.end() <= now);
    over.sort_by_key(|(_, date)| (Reverse(date.start()), date.id));
    over.truncate(MOST);
    let dates: Vec<OccurrenceId> = over.iter().map(|(_, date)| date.id).collect();
    if dates.is_empty() {
        return Ok(LookBack::default());
    }
    let reports = ports.reports.reports_of(&dates).await?;
    let mut reports: HashMap<OccurrenceId, DateReport> =
        reports.into_iter().map(|it| (it.occurrence, it)).collect();
    let interest = ports.interest.interest_of(&dates).await?;
    let mut back = LookBack::default();
    for (activity, date) in over {
        let (start, end) = (date.start(), date.end());
        let past = PastDate { activity: activity.clone(), date: date.id, start, end };
        // A partner that owns it beside the lead sees who came only where the lead lets it.
        if !own.contains(&past.activity.partner) {
            let details = ports.sign_ups.activity_at(past.date).await?;
            if details.is_none_or(|it| !sees_rosters(&viewer.account, &it)) {
                continue;
            }
        }
        if let Some(report) = reports.remove(&past.date) {
            let interest = interest.get(&past.date).and_then(Interest::figures);
            back.reported.push(ReportedDate { past, report, interest });
        } else if is_missing(ports, &past, now).await? {
            back.missing.push(past);
        }
    }
    back.reported.truncate(SHOWN);
    Ok(back)
}

/// Whether a date of which nothing is told should be reported: somebody came, or had a seat.
async fn is_missing(ports: &Ports, it: &PastDate, now: DateTime<Utc>) -> Result<bool, StoreError> {
    if DateReport::time(it.end, true, now) != ReportTime::Open {
        return Ok(false);
    }
    let roster = ports.sign_ups.roster(it.date).await?;
    let Some(roster) = roster else { return Ok(false) };
    Ok(roster.taken() > 0 || !ports.sign_ups.check_in_of(it.date).await?.is_empty())
}
