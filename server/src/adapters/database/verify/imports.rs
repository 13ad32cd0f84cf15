//! What cannot be of sheets that were handed in at desks: a trace that nobody can read, what an
//! import did to somebody else's activity, and what should have been forgotten.

use std::collections::HashMap;

use application::ports::StoreError;
use domain::{Uuid, catalogue::ImportStage};
use sea_orm::{EntityTrait as _, QuerySelect as _};

use super::super::{
    Database,
    entity::{activity, import, import_trace},
    imports::{ImportRow, import_of, trace_of, unpacked},
};

use super::super::failures::failed;

impl Database {
    /// Everything that is wrong with imports, one sentence each.
    pub(super) async fn verify_imports(&self) -> Result<Vec<String>, StoreError> {
        let mut faults = Vec::new();
        let rows = import::Entity::find().into_partial_model::<ImportRow>().all(&self.reader).await;
        let mut stages = HashMap::new();
        for row in rows.map_err(failed)? {
            let (id, partner) = (row.id, row.partner_id);
            match import_of(row) {
                Ok(it) => {
                    stages.insert(id, (it.stage, partner));
                }
                Err(fault) => faults.push(fault.to_string()),
            }
        }
        for (id, (stage, _)) in &stages {
            let file = import::Entity::find_by_id(*id).one(&self.reader).await;
            let file = file.map_err(failed)?.and_then(|it| it.file);
            if file.as_ref().is_some_and(|it| unpacked(it).is_err()) {
                faults.push(format!("import {id}: its sheet cannot be read"));
            }
            if file.is_some() && *stage == ImportStage::Undone {
                faults.push(format!("import {id}: undone, but its sheet is still here"));
            }
        }
        self.verify_traces(&stages, &mut faults).await?;
        Ok(faults)
    }

    async fn verify_traces(
        &self,
        stages: &HashMap<Uuid, (ImportStage, Uuid)>,
        faults: &mut Vec<String>,
    ) -> Result<(), StoreError> {
        let owners: Vec<(Uuid, Uuid)> = activity::Entity::find()
            .select_only()
            .columns([activity::Column::Id, activity::Column::PartnerId])
            .into_tuple()
            .all(&self.reader)
            .await
            .map_err(failed)?;
        let owners: HashMap<Uuid, Uuid> = owners.into_iter().collect();
        let traces = import_trace::Entity::find().all(&self.reader).await;
        for row in traces.map_err(failed)? {
            let (import, activity) = (row.import_id, row.activity_id);
            let Some((stage, partner)) = stages.get(&import) else { continue };
            if *stage != ImportStage::Written {
                faults.push(format!("import {import}: it did something, but is {stage}"));
            }
            if owners.get(&activity).is_some_and(|owner| owner != partner) {
                faults.push(format!("import {import}: changed an activity of another partner"));
            }
            faults.extend(trace_of(row).err().map(|it| it.to_string()));
        }
        Ok(())
    }
}
