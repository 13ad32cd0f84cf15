//! What cannot be of what is told of dates.

use application::ports::StoreError;
use sea_orm::EntityTrait as _;

use super::super::{Database, entity::date_report, reports::report_of};

impl Database {
    /// Everything that is wrong with what is told of dates, one sentence each.
    pub(super) async fn verify_reports(&self) -> Result<Vec<String>, StoreError> {
        let rows = date_report::Entity::find().all(&self.reader).await.map_err(StoreError::new)?;
        let faults = rows.into_iter().filter_map(|row| {
            let date = row.occurrence_id;
            report_of(row).err().map(|fault| format!("report of {date}: {fault}"))
        });
        Ok(faults.collect())
    }
}
