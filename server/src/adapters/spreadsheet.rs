//! Spreadsheets that people hand in and take with them: CSV and XLSX.
//!
//! Invariant: whatever the file holds, the answer is rows or a fault with its place; work
//! and memory are bounded by the limits here.

mod csv_sheet;
mod written;
mod xlsx_sheet;

use std::{fs::File, io::Read as _, path::Path};

use application::catalogue::{FileFault, MOST_ROWS_AT_A_DESK, Sheet, WholeSheet};

pub use written::{csv, xlsx};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: u64 = 100 * 1024 * 1024;
/// The most that a spreadsheet handed in at a desk unpacks to, in bytes.
pub const MAX_DESK_BYTES: u64 = 40 * 1024 * 1024;
/// What is read of a cell, in bytes. The longest text of the format has 10,000 characters, so what is
/// cut off here is too long for every column that we know.
pub const MAX_CELL_BYTES: usize = 100_000;
/// The most columns a sheet may have.
pub const MAX_COLUMNS: usize = 200;

/// Reads a file whole, if it is not too large.
///
/// # Errors
///
/// [`FileFault::Unreadable`] where it cannot be read, [`FileFault::TooLarge`], [`FileFault::Empty`].
pub fn read_file(path: &Path) -> Result<Vec<u8>, FileFault> {
    let file = File::open(path).map_err(|_| FileFault::Unreadable)?;
    let mut bytes = Vec::new();
    file.take(MAX_FILE_BYTES + 1).read_to_end(&mut bytes).map_err(|_| FileFault::Unreadable)?;
    if bytes.len() as u64 > MAX_FILE_BYTES {
        return Err(FileFault::TooLarge { max: MAX_FILE_BYTES });
    }
    Ok(bytes)
}

/// The sheet in a file's bytes, whichever of the two kinds it is.
///
/// # Errors
///
/// Every [`FileFault`] that can be seen before the rows are read.
pub fn sheet(bytes: &[u8]) -> Result<Sheet<'_>, FileFault> {
    sheet_within(bytes, MAX_FILE_BYTES)
}

/// A sheet that somebody hands in at a desk, read to its end.
///
/// # Errors
///
/// Every [`FileFault`] but those of columns.
pub fn sheet_of_a_desk(bytes: &[u8]) -> Result<WholeSheet, FileFault> {
    sheet_within(bytes, MAX_DESK_BYTES)?.whole(MOST_ROWS_AT_A_DESK)
}

/// A cell, no longer than anybody reads.
fn cut(mut cell: String) -> String {
    cell.truncate(cell.floor_char_boundary(MAX_CELL_BYTES));
    cell
}

fn sheet_within(bytes: &[u8], unpacked: u64) -> Result<Sheet<'_>, FileFault> {
    match bytes {
        [] => Err(FileFault::Empty),
        [b'P', b'K', 3, 4, ..] => xlsx_sheet::read(bytes, unpacked),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(FileFault::OldSpreadsheet),
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => Err(FileFault::Utf16),
        [b'%', b'P', b'D', b'F', ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [0xFF, 0xD8, ..]
        | [b'<', ..] => Err(FileFault::UnknownKind),
        _ => csv_sheet::read(bytes),
    }
}
