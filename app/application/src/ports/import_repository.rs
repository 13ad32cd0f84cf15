//! Sheets that were handed in at desks.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Import, ImportId, Trace},
    identity::AccountId,
    partners::PartnerId,
};

use super::StoreError;
use crate::catalogue::WholeSheet;

/// Sheets that were handed in, and what each did.
#[async_trait]
pub trait ImportRepository: Send {
    async fn add(&mut self, import: &Import, sheet: &WholeSheet) -> Result<(), StoreError>;

    /// Finds an import and keeps others from changing it until this transaction ends.
    async fn by_id(&mut self, id: ImportId) -> Result<Option<Import>, StoreError>;

    /// Keeps what has changed; the sheet of one that is undone is forgotten.
    async fn save(&mut self, import: &Import) -> Result<(), StoreError>;

    /// Forgets what somebody has open for a partner.
    async fn forget_open(&mut self, by: AccountId, partner: PartnerId) -> Result<(), StoreError>;

    async fn add_traces(&mut self, id: ImportId, traces: &[Trace]) -> Result<(), StoreError>;

    /// What an import did, in the order of activities.
    async fn traces(&mut self, id: ImportId) -> Result<Vec<Trace>, StoreError>;

    async fn forget_traces(&mut self, id: ImportId) -> Result<(), StoreError>;
}

/// What members of a partner ask about their sheets.
#[async_trait]
pub trait ImportReader: Send + Sync {
    async fn import(&self, id: ImportId) -> Result<Option<Import>, StoreError>;

    /// The sheet of an import; nothing once it is forgotten.
    async fn sheet(&self, id: ImportId) -> Result<Option<WholeSheet>, StoreError>;

    /// At most `n` imports of a partner, the newest first.
    async fn imports_of(&self, partner: PartnerId, n: u64) -> Result<Vec<Import>, StoreError>;

    /// What an import did, in the order of activities.
    async fn traces_of(&self, id: ImportId) -> Result<Vec<Trace>, StoreError>;

    /// Forgets what is open, and the sheets of what is written, from before an instant; and what
    /// imports from before another did.
    async fn forget_sheets(
        &self,
        sheets: DateTime<Utc>,
        traces: DateTime<Utc>,
    ) -> Result<(), StoreError>;
}
