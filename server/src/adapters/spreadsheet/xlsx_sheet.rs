//! The first sheet of an XLSX workbook.

use std::io::Cursor;

use application::catalogue::{FileFault, Sheet, SheetRow};
use calamine::{DataRef, ExcelDateTime, Reader as _, Xlsx};
use chrono::TimeDelta;

use super::{MAX_COLUMNS, cut};

/// A cell with something in it, at its place in the sheet, from 0.
struct Written {
    row: u32,
    column: u32,
    text: String,
}

/// Reads what is written and nothing in between: two cells at opposite corners of a sheet
/// are two cells, not seventeen thousand million.
pub(super) fn read(bytes: &[u8], max: u64) -> Result<Sheet<'_>, FileFault> {
    check_unpacked_size(bytes, max)?;
    let mut cells = cells(bytes, max)?;
    cells.sort_by_key(|cell| (cell.row, cell.column));
    let columns = cells.iter().map(|cell| cell.column);
    let left = columns.clone().min().ok_or(FileFault::Empty)?;
    let width = columns.max().unwrap_or(left) as usize - left as usize + 1;
    if width > MAX_COLUMNS {
        return Err(FileFault::TooManyColumns { max: MAX_COLUMNS });
    }
    let mut cells = cells.into_iter().peekable();
    let mut rows = std::iter::from_fn(move || {
        let row = cells.peek()?.row;
        let mut texts = vec![String::new(); width];
        while let Some(cell) = cells.next_if(|cell| cell.row == row) {
            texts[(cell.column - left) as usize] = cell.text;
        }
        Some(SheetRow { line: u64::from(row) + 1, cells: texts })
    });
    let header = rows.next().ok_or(FileFault::Empty)?.cells;
    let rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    Ok(Sheet { header, rows: Box::new(rows.map(Ok)) })
}

fn cells(bytes: &[u8], max: u64) -> Result<Vec<Written>, FileFault> {
    let broken = |_| FileFault::UnknownKind;
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = workbook.sheet_names().into_iter().next().ok_or(FileFault::Empty)?;
    let mut reader = workbook.worksheet_cells_reader(&name).map_err(broken)?;
    let (mut cells, mut total) = (Vec::new(), 0u64);
    while let Some(cell) = reader.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        let text = cut(text(cell.get_value()));
        if text.is_empty() {
            continue;
        }
        // One text of the workbook can stand in a million cells.
        total += text.len() as u64;
        if total > max {
            return Err(FileFault::TooLarge { max });
        }
        cells.push(Written { row, column, text });
    }
    Ok(cells)
}

/// A small file can unpack to a huge one; its own list of contents says how large, and
/// whoever unpacks it stops where the list lied.
fn check_unpacked_size(bytes: &[u8], max: u64) -> Result<(), FileFault> {
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileFault::UnknownKind)?;
    let mut total = 0u64;
    for n in 0..archive.len() {
        let entry = archive.by_index_raw(n).map_err(|_| FileFault::UnknownKind)?;
        total = total.saturating_add(entry.size());
    }
    if total > max { Err(FileFault::TooLarge { max }) } else { Ok(()) }
}

/// A cell as one would have written it in a CSV file.
fn text(cell: &DataRef<'_>) -> String {
    match cell {
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => {
            format!("{number:.0}")
        }
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(flag) => flag.to_string(),
        DataRef::DateTime(moment) => time(moment),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.clone()
        }
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// The last day that a spreadsheet knows is in the year 9999.
const LAST_DAY: f64 = 2_958_466.0;

/// A time of a spreadsheet is a fraction of a day, so nine o'clock may be a hair before nine.
fn time(moment: &ExcelDateTime) -> String {
    let days = moment.as_f64();
    let Some(time) = (0.0..LAST_DAY).contains(&days).then(|| moment.as_datetime()).flatten() else {
        return days.to_string();
    };
    (time + TimeDelta::milliseconds(500)).format("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use calamine::ExcelDateTimeType;

    use super::*;

    #[test]
    fn a_number_is_written_as_one_would() {
        assert_eq!(text(&DataRef::Float(80.0)), "80");
        assert_eq!(text(&DataRef::Float(49.5)), "49.5");
    }

    #[test]
    fn every_minute_of_a_day_is_read_as_itself_though_it_is_a_fraction() {
        for minute in 0..24 * 60 {
            for slip in [0.0, -2e-9, 2e-9] {
                let days = 46_464.0 + f64::from(minute) / 1440.0 + slip;
                let moment = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false);
                let wanted = format!("2027-03-18T{:02}:{:02}", minute / 60, minute % 60);
                if minute > 0 || slip >= 0.0 {
                    assert_eq!(time(&moment), wanted, "{slip}");
                }
            }
        }
    }

    #[test]
    fn a_day_that_no_calendar_has_is_left_as_the_number_it_is() {
        for days in [-1e300, -1.0, 1e300, f64::NAN, f64::INFINITY, LAST_DAY] {
            let moment = ExcelDateTime::new(days, ExcelDateTimeType::DateTime, false);
            assert_eq!(time(&moment), days.to_string());
        }
    }
}
