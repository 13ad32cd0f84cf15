//! What is told of a date, and what is known already.

use domain::{
    catalogue::OccurrenceId,
    signup::{DateReport, DateTold, InterestFigures, ReportTime},
};

use super::{DateReportError, FilledIn, fill_in::fill_in, past};
use crate::{
    identity::Viewer,
    ports::{ActivityDetails, OccurrenceSummary, Ports},
    signup::interest::interest_figures,
};

/// What is told of a date, and what is known already.
#[derive(Clone, Debug)]
pub struct ShownReport {
    pub details: ActivityDetails,
    pub date: OccurrenceSummary,
    pub time: ReportTime,
    /// Nothing where nobody has told anything yet.
    pub report: Option<DateReport>,
    /// What is known without anybody telling it, as long as it is known.
    pub filled_in: FilledIn,
    /// How interested the pupils were and are; nothing where too few have answered.
    pub interest: Option<InterestFigures>,
}

impl ShownReport {
    /// What stands in the form before somebody types in it.
    #[must_use]
    pub fn told(&self) -> DateTold {
        let known = || DateTold {
            came: self.filled_in.came,
            levels: self.filled_in.levels.clone(),
            ..DateTold::default()
        };
        self.report.as_ref().map_or_else(known, |it| it.told.clone())
    }
}

/// The report of a date of which they may see who comes, filled in already.
///
/// # Errors
///
/// [`DateReportError::Unknown`] where they may not.
pub async fn show_report(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<ShownReport, DateReportError> {
    let door = past(ports, viewer, id).await?;
    let time = door.report_time(ports);
    let report = ports.reports.report_of(id).await?;
    let filled_in = match time {
        ReportTime::Open => fill_in(ports, &door.details, id).await?,
        ReportTime::NotYet | ReportTime::Closed | ReportTime::CalledOff => FilledIn::default(),
    };
    let interest = interest_figures(ports, id).await?;
    Ok(ShownReport { details: door.details, date: door.date, time, report, filled_in, interest })
}
