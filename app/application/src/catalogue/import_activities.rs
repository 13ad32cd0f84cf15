//! Taking over a partner's spreadsheet: one row an occurrence.

mod answers;
mod campaigns;
mod columns;
mod echo;
mod fault;
mod formula;
mod group;
mod parse_row;
mod report;
mod write;

pub use answers::{AnswerFault, answers_of};
pub(crate) use answers::{
    Told, faults_of_step, read_answers, row_telling, rows_telling, set_owner,
};
pub(crate) use campaigns::Campaigns;
use columns::Columns;
pub use columns::{Column, Step};
pub use echo::echo;
pub use fault::{Fault, FileFault, RowFault};
pub use formula::{guarded, unguarded};
pub(crate) use group::Group;
use group::Groups;
pub use report::{ImportReport, Progress};

use crate::ports::{Ports, StoreError};

/// A row of a sheet, as it stands in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// The line on which a person finds it, from 1.
    pub line: u64,
    /// As many as the header has, where the row was written right.
    pub cells: Vec<String>,
}

/// A sheet: its header, and its rows one after the other.
pub struct Sheet<'a> {
    pub header: Vec<String>,
    pub rows: Box<dyn Iterator<Item = Result<SheetRow, FileFault>> + Send + 'a>,
}

/// A sheet that was read to its end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WholeSheet {
    pub header: Vec<String>,
    pub rows: Vec<SheetRow>,
}

impl Sheet<'_> {
    /// Reads the sheet to its end.
    ///
    /// # Errors
    ///
    /// What is wrong with a row, and [`FileFault::TooManyRows`].
    pub fn whole(self, max: u64) -> Result<WholeSheet, FileFault> {
        let mut rows = Vec::new();
        for row in self.rows {
            let row = row?;
            if rows.len() as u64 >= max {
                return Err(FileFault::TooManyRows { max, line: row.line });
            }
            rows.push(row);
        }
        Ok(WholeSheet { header: self.header, rows })
    }
}

/// Whether anything is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
    /// Everything is checked and nothing is written.
    DryRun,
    Write,
}

/// Why nothing could be taken from a file, or no more from here on.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error(transparent)]
    File(#[from] FileFault),
    #[error("the import could not be written")]
    Store(#[from] StoreError),
}

/// Rows that one import may have; one activity of a whole region has a few hundred.
pub const MAX_ROWS: u64 = 250_000;

/// Takes over a sheet. A row with a fault is rejected and the others are taken; the same
/// sheet taken twice changes nothing the second time; what a sheet does not name is left alone.
///
/// Activities are written a few hundred at a time, each batch in one transaction: an
/// import that breaks off leaves whole activities behind and can simply be repeated.
///
/// # Errors
///
/// [`ImportError::File`] where the sheet cannot be read on, [`ImportError::Store`] where
/// the store fails.
pub async fn import_activities(
    ports: &Ports,
    sheet: Sheet<'_>,
    mode: ImportMode,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<ImportReport, ImportError> {
    let mut report = ImportReport::default();
    let campaigns = Campaigns::of_sheet(ports.catalogue.campaigns().await?);
    let groups = read_rows(ports, sheet, (MAX_ROWS, campaigns), &mut report, progress)?;
    write::write(ports, groups, mode, &mut report, progress).await?;
    report.finish();
    Ok(report)
}

/// Reads every row into the activity that it tells of; what is wrong stands in the report.
pub(crate) fn read_rows(
    ports: &Ports,
    sheet: Sheet<'_>,
    (max, campaigns): (u64, Campaigns),
    report: &mut ImportReport,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Vec<Group>, FileFault> {
    let columns = Columns::of(&sheet.header)?;
    report.ignored_columns.clone_from(&columns.ignored);
    let mut groups = Groups::with_campaigns(campaigns);
    for row in sheet.rows {
        let mut row = row?;
        // What left here as text comes back as it was.
        for cell in row.cells.iter_mut().filter(|cell| unguarded(cell) != cell.as_str()) {
            cell.remove(0);
        }
        report.rows += 1;
        if report.rows > max {
            return Err(FileFault::TooManyRows { max, line: row.line });
        }
        groups.take(&columns, &row, ports, report);
        if report.rows.is_multiple_of(1_000) {
            progress(Progress::Read { rows: report.rows });
        }
    }
    if report.rows == 0 {
        return Err(FileFault::NoRows);
    }
    Ok(groups.finish())
}

#[cfg(test)]
mod tests;
