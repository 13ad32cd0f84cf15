//! A partner takes its activities with it.

use domain::{catalogue::State, identity::Action, partners::PartnerId};

use super::{DeskError, partner as partner_named};
use crate::{
    catalogue::{
        Column, SheetRow, WholeSheet, guarded,
        import_activities::{rows_telling, set_owner},
    },
    identity::{Viewer, may_for_partner},
    ports::Ports,
};

/// The most activities that one sheet holds.
const MOST: u64 = 100_000;

/// A partner's activities in the import format, one row a date; to import them again changes
/// nothing. What was taken down is left out. No cell is a formula.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the partner is not theirs.
pub async fn export_activities(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
) -> Result<WholeSheet, DeskError> {
    may_for_partner(&viewer.account, Action::ExportActivities, id)?;
    let partner = partner_named(ports, id).await?;
    let mut activities = ports.desk.activities_of(&[id], MOST).await?;
    activities.retain(|it| it.state() != State::Archived);
    activities.sort_by(|a, b| a.external_id.cmp(&b.external_id));
    let mut rows = Vec::new();
    for activity in &activities {
        for mut cells in rows_telling(activity) {
            set_owner(&mut cells, activity, &partner);
            let cells = cells.iter().map(|it| guarded(it)).collect();
            rows.push(SheetRow { line: rows.len() as u64 + 2, cells });
        }
    }
    let header = Column::ALL.map(|column| column.name().to_owned()).into();
    Ok(WholeSheet { header, rows })
}
