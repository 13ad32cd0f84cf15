//! Sheets that members of a partner hand in: looked at first, then written by the rules of the
//! editor, and undone as a whole.

mod hand_in_sheet;
mod mean_columns;
mod reading;
mod show_import;
mod show_imports;
pub(in crate::catalogue) mod touching;
mod undo_import;
mod write_import;

use domain::{
    catalogue::{Import, ImportId},
    identity::{Account, Action},
};

use super::DeskError;
use crate::{
    identity::{Viewer, may_for_partner},
    ports::Transaction,
};

pub use hand_in_sheet::hand_in_sheet;
pub use mean_columns::mean_columns;
pub use show_import::{ImportPage, Preview, PreviewRow, RowFate, UndoPreview, show_import};
pub use show_imports::{ImportsPage, show_imports};
pub use touching::TouchedParties;
pub use undo_import::undo_import;
pub use write_import::write_import;

/// The most rows of a sheet that is handed in at a desk; it is written in one transaction.
pub const MOST_ROWS_AT_A_DESK: u64 = 5_000;

/// An import that is held, with the one who may do this with it.
async fn held_import(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: ImportId,
) -> Result<(Account, Import), DeskError> {
    let account = viewer.lock(tx).await?;
    let import = tx.imports().by_id(id).await?.ok_or(DeskError::Unknown)?;
    may_for_partner(&account, action, import.partner)?;
    Ok((account, import))
}
