//! What cannot be of check-ins: a tick that no device can mean, or of another date's party.

use std::collections::HashMap;

use application::ports::StoreError;
use domain::Uuid;
use sea_orm::{EntityTrait as _, QuerySelect as _};

use super::super::{
    Database,
    check_ins::tick_of,
    entity::{sign_up, tick},
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with who has come, one sentence each.
    pub(super) async fn verify_check_ins(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = tick::Entity::find().all(&self.reader).await.map_err(failed)?;
        if rows.is_empty() {
            return Ok(faults);
        }
        let dates: Vec<(Uuid, Uuid)> = sign_up::Entity::find()
            .select_only()
            .columns([sign_up::Column::Id, sign_up::Column::OccurrenceId])
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let dates: HashMap<Uuid, Uuid> = dates.into_iter().collect();
        for row in &rows {
            let name = format!("tick {}:{} at {}", row.device, row.n, row.occurrence_id);
            match tick_of(row) {
                Err(fault) => faults.push(format!("{name}: {fault}")),
                Ok(tick) if !tick.is_sane() => faults.push(format!("{name}: nobody meant that")),
                Ok(_) => {
                    let date = row.sign_up_id.and_then(|it| dates.get(&it));
                    if date.is_some_and(|it| *it != row.occurrence_id) {
                        faults.push(format!("{name}: its party is at another date"));
                    }
                }
            }
        }
        Ok(faults)
    }
}
