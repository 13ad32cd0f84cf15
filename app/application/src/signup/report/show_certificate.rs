//! The certificate that a partner gets for a date it reported.

use domain::catalogue::OccurrenceId;

use super::{
    DateReportError,
    papers::{Certificate, PaperDate},
    past,
};
use crate::{identity::Viewer, ports::Ports};

/// The certificate of a date of which they may see who comes, once it was reported and somebody
/// came.
///
/// # Errors
///
/// [`DateReportError::Unknown`] where they may not, or where nothing was reported.
pub async fn show_certificate(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<Certificate, DateReportError> {
    let door = past(ports, viewer, id).await?;
    let report = ports.reports.report_of(id).await?.ok_or(DateReportError::Unknown)?;
    let came = report.told.came;
    if came.total() == 0 {
        return Err(DateReportError::Unknown);
    }
    Ok(Certificate { of: PaperDate::of(&door.details, &door.date), came })
}
