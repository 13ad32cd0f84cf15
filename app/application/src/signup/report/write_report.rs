//! An organiser tells how many came to a date and how it went, or mends what was told.

use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind, Subject},
    signup::{DateReport, ReportTime, TypedReport},
};

use super::{DateReportError, past};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
};

/// Tells of a date of which they may see who comes, from its end on and for thirty days. What is
/// told again as it stands is told once.
///
/// # Errors
///
/// [`DateReportError::Unknown`] where they may not, [`DateReportError::NotNow`] before and after
/// that, [`DateReportError::Fields`] with what is wrong.
pub async fn write_report(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
    typed: &TypedReport,
) -> Result<(), DateReportError> {
    let door = past(ports, viewer, id).await?;
    let time = door.report_time(ports);
    if time != ReportTime::Open {
        return Err(DateReportError::NotNow(time));
    }
    let told = typed.read().map_err(DateReportError::Fields)?;
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| DateReportError::Unknown)?;
    let activity = door.details.activity.id;
    // Seats may be kept elsewhere, so it is the activity that is held, not the roster.
    tx.activities().by_id(activity).await?.ok_or(DateReportError::Unknown)?;
    if tx.reports().of(id).await?.is_some_and(|it| it.told == told) {
        return Ok(());
    }
    let report = DateReport {
        occurrence: id,
        activity,
        start: door.date.start,
        told,
        reported_at: ports.clock.now(),
    };
    tx.reports().keep(&report).await?;
    // The remarks are forgotten in their time; a deed would keep them.
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: door.partner_of(&account, Action::WriteReport),
        kind: DeedKind::DateReported,
        about: Subject::Activity(activity),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(occurrence = %id.0, "a date was reported");
    Ok(())
}
