//! Imports that are forgotten when the test ends.

use std::{cmp::Reverse, collections::BTreeMap};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Import, ImportId, ImportStage, Trace},
    identity::AccountId,
    partners::PartnerId,
};

use super::MemoryStore;
use crate::{
    catalogue::WholeSheet,
    ports::{ImportReader, ImportRepository, StoreError},
};

/// What was handed in at desks.
#[derive(Clone, Default)]
pub(super) struct Sheets {
    imports: BTreeMap<ImportId, Import>,
    kept: BTreeMap<ImportId, WholeSheet>,
    traces: BTreeMap<ImportId, Vec<Trace>>,
}

impl Sheets {
    fn traces(&self, id: ImportId) -> Vec<Trace> {
        let mut traces = self.traces.get(&id).cloned().unwrap_or_default();
        traces.sort_by_key(|it| it.activity);
        traces
    }

    fn forget(&mut self, is_gone: impl Fn(&Import) -> bool) {
        let gone: Vec<ImportId> =
            self.imports.values().filter(|it| is_gone(it)).map(|it| it.id).collect();
        for id in gone {
            self.imports.remove(&id);
            self.kept.remove(&id);
            self.traces.remove(&id);
        }
    }
}

#[async_trait]
impl ImportRepository for Sheets {
    async fn add(&mut self, import: &Import, sheet: &WholeSheet) -> Result<(), StoreError> {
        self.imports.insert(import.id, import.clone());
        self.kept.insert(import.id, sheet.clone());
        Ok(())
    }

    async fn by_id(&mut self, id: ImportId) -> Result<Option<Import>, StoreError> {
        Ok(self.imports.get(&id).cloned())
    }

    async fn save(&mut self, import: &Import) -> Result<(), StoreError> {
        self.imports.insert(import.id, import.clone());
        if import.stage == ImportStage::Undone {
            self.kept.remove(&import.id);
        }
        Ok(())
    }

    async fn forget_open(&mut self, by: AccountId, partner: PartnerId) -> Result<(), StoreError> {
        self.forget(|it| it.stage == ImportStage::Open && it.by == by && it.partner == partner);
        Ok(())
    }

    async fn add_traces(&mut self, id: ImportId, traces: &[Trace]) -> Result<(), StoreError> {
        self.traces.entry(id).or_default().extend_from_slice(traces);
        Ok(())
    }

    async fn traces(&mut self, id: ImportId) -> Result<Vec<Trace>, StoreError> {
        Ok(Self::traces(self, id))
    }

    async fn forget_traces(&mut self, id: ImportId) -> Result<(), StoreError> {
        self.traces.remove(&id);
        Ok(())
    }
}

#[async_trait]
impl ImportReader for MemoryStore {
    async fn import(&self, id: ImportId) -> Result<Option<Import>, StoreError> {
        Ok(self.facts().sheets.imports.get(&id).cloned())
    }

    async fn sheet(&self, id: ImportId) -> Result<Option<WholeSheet>, StoreError> {
        Ok(self.facts().sheets.kept.get(&id).cloned())
    }

    async fn imports_of(&self, partner: PartnerId, n: u64) -> Result<Vec<Import>, StoreError> {
        let facts = self.facts();
        let theirs = facts.sheets.imports.values().filter(|it| it.partner == partner);
        let mut theirs: Vec<Import> = theirs.cloned().collect();
        theirs.sort_by_key(|it| (Reverse(it.handed_in_at), it.id));
        theirs.truncate(usize::try_from(n).unwrap_or(usize::MAX));
        Ok(theirs)
    }

    async fn traces_of(&self, id: ImportId) -> Result<Vec<Trace>, StoreError> {
        Ok(self.facts().sheets.traces(id))
    }

    async fn forget_sheets(
        &self,
        sheets: DateTime<Utc>,
        traces: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let mut facts = self.facts();
        facts.sheets.forget(|it| it.stage == ImportStage::Open && it.changed_at < sheets);
        let Sheets { imports, kept, traces: done } = &mut facts.sheets;
        let is_after =
            |id: &ImportId, moment| imports.get(id).is_some_and(|it| it.changed_at >= moment);
        kept.retain(|id, _| is_after(id, sheets));
        done.retain(|id, _| is_after(id, traces));
        Ok(())
    }
}
