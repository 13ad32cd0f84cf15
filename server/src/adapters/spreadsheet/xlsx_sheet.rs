//! The first sheet of an XLSX workbook.

use std::io::Cursor;

use application::catalogue::{FileFault, Sheet, SheetRow};
use calamine::{Data, Reader as _, Xlsx};

use super::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_FILE_BYTES};

pub(super) fn read(bytes: &[u8]) -> Result<Sheet<'_>, FileFault> {
    check_unpacked_size(bytes)?;
    let mut workbook: Xlsx<_> =
        Xlsx::new(Cursor::new(bytes)).map_err(|_| FileFault::UnknownKind)?;
    let range = workbook
        .worksheet_range_at(0)
        .ok_or(FileFault::Empty)?
        .map_err(|_| FileFault::Unreadable)?;
    if range.is_empty() {
        return Err(FileFault::Empty);
    }
    if range.width() > MAX_COLUMNS {
        return Err(FileFault::TooManyColumns { max: MAX_COLUMNS });
    }
    let (first_row, _) = range.start().unwrap_or_default();
    let mut rows: Vec<Vec<String>> =
        range.rows().map(|row| row.iter().map(text).collect()).collect();
    let header = rows.remove(0);
    let numbered = rows
        .into_iter()
        .enumerate()
        .filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty()));
    let rows = numbered.map(move |(n, cells)| {
        let line = u64::from(first_row) + n as u64 + 2;
        match cells.iter().position(|cell| cell.len() > MAX_CELL_BYTES) {
            Some(place) => {
                Err(FileFault::LongCell { line, column: letter(place), max: MAX_CELL_BYTES })
            }
            None => Ok(SheetRow { line, cells }),
        }
    });
    let rows: Vec<_> = rows.collect();
    Ok(Sheet { header, rows: Box::new(rows.into_iter()) })
}

/// A small file can unpack to a huge one; its own list of contents says how large.
fn check_unpacked_size(bytes: &[u8]) -> Result<(), FileFault> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::UnknownKind)?;
    let mut total = 0u64;
    for n in 0..archive.len() {
        let entry = archive.by_index_raw(n).map_err(|_| FileFault::UnknownKind)?;
        total = total.saturating_add(entry.size());
    }
    if total > MAX_FILE_BYTES { Err(FileFault::TooLarge { max: MAX_FILE_BYTES }) } else { Ok(()) }
}

/// A cell as one would have written it in a CSV file.
fn text(cell: &Data) -> String {
    match cell {
        Data::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        Data::Bool(flag) => flag.to_string(),
        Data::DateTime(moment) => moment
            .as_datetime()
            .map(|it| it.format("%Y-%m-%dT%H:%M").to_string())
            .unwrap_or_default(),
        Data::Error(_) | Data::Empty => String::new(),
        other => other.to_string(),
    }
}

/// A column's letters: A, B, … Z, AA.
fn letter(mut place: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(place % 26).unwrap_or(0)));
        if place < 26 {
            break;
        }
        place = place / 26 - 1;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        assert_eq!(
            (letter(0).as_str(), letter(25).as_str(), letter(26).as_str()),
            ("A", "Z", "AA")
        );
    }

    #[test]
    fn a_number_is_written_as_one_would() {
        assert_eq!(text(&Data::Float(80.0)), "80");
        assert_eq!(text(&Data::Float(49.5)), "49.5");
    }
}
