//! Sheets that people take with them. There is no other way out: what leaves here was guarded
//! against formulas by whoever made the sheet.

use application::catalogue::WholeSheet;
use csv::{QuoteStyle, Terminator, WriterBuilder};
use rust_xlsxwriter::{Workbook, XlsxError};

/// Comma-separated values by RFC 4180, every cell in quotation marks, with a mark that tells a
/// spreadsheet program that it is UTF-8. Danish programs want semicolons between cells.
#[must_use]
pub fn csv(sheet: &WholeSheet, delimiter: u8) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .delimiter(delimiter)
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    for cells in std::iter::once(&sheet.header).chain(sheet.rows.iter().map(|row| &row.cells)) {
        // Writing into memory does not fail, and every row is as long as the header.
        let _ = writer.write_record(cells);
    }
    writer.into_inner().unwrap_or_default()
}

/// A workbook in which every cell is text.
///
/// # Errors
///
/// Where the sheet is larger than a workbook can be.
pub fn xlsx(sheet: &WholeSheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let rows = std::iter::once(&sheet.header).chain(sheet.rows.iter().map(|row| &row.cells));
    for (n, cells) in (0..).zip(rows) {
        for (place, cell) in (0..).zip(cells) {
            if !cell.is_empty() {
                page.write_string(n, place, cell)?;
            }
        }
    }
    book.save_to_buffer()
}
