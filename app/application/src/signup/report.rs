//! After a date: its organiser tells in a minute how many came and how it went.

mod fill_in;
mod forget_old_remarks;
mod look_back;
mod papers;
mod show_certificate;
mod show_proof;
mod show_report;
mod write_report;

use domain::{
    catalogue::{OccurrenceId, State},
    signup::{DateReport, FieldFaults, ReportTime},
};

pub use fill_in::FilledIn;
pub use forget_old_remarks::forget_old_remarks;
pub(crate) use look_back::look_back;
pub use look_back::{LookBack, PastDate, ReportedDate};
pub(in crate::signup) use papers::took_part;
pub use papers::{Certificate, PaperDate, Proof};
pub use show_certificate::show_certificate;
pub use show_proof::show_proof;
pub use show_report::{ShownReport, show_report};
pub use write_report::write_report;

use super::check_in::{CheckInError, Door, door};
use crate::{
    identity::Viewer,
    ports::{Ports, StoreError},
};

/// Why nothing is told of a date.
#[derive(Debug, thiserror::Error)]
pub enum DateReportError {
    /// Look elsewhere: there is no such date, or it is not theirs.
    #[error("there is no such date")]
    Unknown,
    /// Come back when it is over, or leave it as it is.
    #[error("it is not the time to report the date")]
    NotNow(ReportTime),
    /// Correct the fields.
    #[error("{} fields are wrong", .0.len())]
    Fields(FieldFaults),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<CheckInError> for DateReportError {
    fn from(error: CheckInError) -> Self {
        match error {
            CheckInError::Store(error) => Self::Store(error),
            _ => Self::Unknown,
        }
    }
}

/// The date, for whoever stood at its door or could have.
async fn past(ports: &Ports, viewer: &Viewer, id: OccurrenceId) -> Result<Door, DateReportError> {
    Ok(door(ports, viewer, id).await?)
}

impl Door {
    /// Whether it is time to report the date.
    fn report_time(&self, ports: &Ports) -> ReportTime {
        let is_on = self.details.activity.state() != State::Cancelled;
        DateReport::time(self.date.end, is_on, ports.clock.now())
    }
}
