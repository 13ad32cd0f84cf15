//! What cannot be of rosters: seats that were given twice, counts that do not add up, and steps
//! that nobody wrote down.

use std::collections::HashMap;

use application::ports::StoreError;
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    signup::{Fault, PartyKind, Step},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};

use super::super::{
    Database,
    entity::{occurrence, roster, sign_up, sign_up_step},
    rosters::roster_at,
    sign_up_reader::step_of,
    sign_ups::sign_up_of,
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with rosters, one sentence each.
    pub(super) async fn verify_rosters(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = roster::Entity::find().all(&self.reader).await.map_err(failed)?;
        for row in &rows {
            let id = row.occurrence_id;
            let mut told = self.verify_roster(row).await?;
            told.extend(self.verify_steps(row).await?);
            faults.extend(told.into_iter().map(|it| format!("roster {id}: {it}")));
        }
        Ok(faults)
    }

    async fn verify_roster(&self, row: &roster::Model) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let id = OccurrenceId(row.occurrence_id);
        // The date may have changed since: what was kept must be right for the seats it knew.
        let Some(roster) = roster_at(&self.reader, id, false, None).await? else {
            return Ok(faults);
        };
        for fault in roster.faults(row.end_at) {
            // The worker has not settled it yet.
            if !matches!(fault, Fault::Idle { .. }) {
                faults.push(fault.to_string());
            }
        }
        let date = occurrence::Entity::find_by_id(id.0).one(&self.reader).await;
        if let Some(date) = date.map_err(failed)? {
            let taken = roster.taken();
            let counted = date.capacity.map_or(taken, |it| taken.min(it.unsigned_abs()));
            if date.taken.unsigned_abs() != counted {
                faults.push(format!("{} seats are noted, {taken} are taken", date.taken));
            }
        }
        let mut keys = HashMap::new();
        let rows = sign_up::Entity::find()
            .filter(sign_up::Column::OccurrenceId.eq(id.0))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        for row in rows {
            let (name, active_key, party_key) =
                (row.id, row.active_key.clone(), row.party_key.clone());
            match sign_up_of(row) {
                Err(fault) => faults.push(fault.to_string()),
                Ok(it) => {
                    let is_active = it.entry.stage.is_active();
                    if it.party.kind() != PartyKind::Child && !it.kin.is_nobody() {
                        faults.push(format!("sign-up {name}: no child has other guardians"));
                    }
                    let said = it.coming.reminded_at.or(it.coming.yes_at).is_some();
                    if said && it.coming.asked_at.is_none() {
                        faults.push(format!("sign-up {name}: it answered what nobody asked"));
                    }
                    if active_key != is_active.then_some(party_key) {
                        faults.push(format!("sign-up {name}: its key is not that of its stage"));
                    }
                    if it.entry.turn > roster.kept().last_turn
                        || keys.insert(it.entry.turn, name).is_some()
                    {
                        faults.push(format!("sign-up {name}: its turn is not its own"));
                    }
                }
            }
        }
        Ok(faults)
    }

    /// Each change has exactly one step, and the last one of a party is where it is.
    async fn verify_steps(&self, row: &roster::Model) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = sign_up_step::Entity::find()
            .filter(sign_up_step::Column::OccurrenceId.eq(row.occurrence_id))
            .order_by_asc(sign_up_step::Column::N)
            .all(&self.reader)
            .await
            .map_err(failed)?;
        if !rows.iter().map(|it| it.n).eq(1..=row.steps) {
            faults.push(format!("{} steps were taken, {} are written down", row.steps, rows.len()));
        }
        let mut last: HashMap<Uuid, Step> = HashMap::new();
        for row in &rows {
            let step = match step_of(row) {
                Ok(step) => step,
                Err(fault) => {
                    faults.push(fault.to_string());
                    continue;
                }
            };
            let before = last.insert(row.sign_up_id, step).map(|it| it.to);
            if before != step.from {
                faults.push(format!("step {}: it does not follow the one before", row.n));
            }
        }
        let parties = sign_up::Entity::find()
            .filter(sign_up::Column::OccurrenceId.eq(row.occurrence_id))
            .all(&self.reader)
            .await
            .map_err(failed)?;
        for it in parties.into_iter().filter_map(|row| sign_up_of(row).ok()) {
            let end = last.get(&it.id.0).map(|step| (step.to, step.seats));
            if end != Some((it.entry.stage, it.entry.seats)) {
                faults.push(format!("sign-up {}: it is not where its last step led", it.id.0));
            }
        }
        Ok(faults)
    }
}
