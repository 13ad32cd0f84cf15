//! What cannot be of what is told of dates, and of what pupils answer.

use application::ports::StoreError;
use sea_orm::EntityTrait as _;

use super::super::{
    Database,
    entity::{date_report, interest},
    interest::counted,
    reports::report_of,
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with what is told of dates, one sentence each.
    pub(super) async fn verify_reports(&self) -> Result<Vec<String>, StoreError> {
        let rows = date_report::Entity::find().all(&self.reader).await.map_err(failed)?;
        let faults = rows.into_iter().filter_map(|row| {
            let date = row.occurrence_id;
            report_of(row).err().map(|fault| format!("report of {date}: {fault}"))
        });
        let mut faults: Vec<String> = faults.collect();
        let counts = interest::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in &counts {
            let date = row.occurrence_id;
            match counted(row) {
                Err(fault) => faults.push(format!("interest of {date}: {fault}")),
                Ok((_, 0)) => faults.push(format!("interest of {date}: nobody answered so")),
                Ok(_) => {}
            }
        }
        Ok(faults)
    }
}
