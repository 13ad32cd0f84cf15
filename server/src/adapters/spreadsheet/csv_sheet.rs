//! Comma-separated values by RFC 4180, and with semicolons, as Danish Excel writes them.

use application::catalogue::{FileFault, Sheet, SheetRow};
use csv::{ErrorKind, ReaderBuilder, StringRecord};

use super::{MAX_CELL_BYTES, MAX_COLUMNS};

pub(super) fn read(bytes: &[u8]) -> Result<Sheet<'_>, FileFault> {
    let text = checked(bytes)?;
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(false)
        .from_reader(text.as_bytes());
    let mut records = std::iter::from_fn(move || {
        let mut record = StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(true) => Some(row(&record)),
            Ok(false) => None,
            Err(error) => Some(Err(fault(&error))),
        }
    });
    let header = records.next().ok_or(FileFault::Empty)??.cells;
    if header.len() > MAX_COLUMNS {
        return Err(FileFault::TooManyColumns { max: MAX_COLUMNS });
    }
    Ok(Sheet { header, rows: Box::new(records) })
}

/// The text of the file, without the mark that some programs put first.
fn checked(bytes: &[u8]) -> Result<&str, FileFault> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if let Some(place) = memchr::memchr(0, bytes) {
        // Every other byte of plain text is NUL in UTF-16.
        let head = &bytes[..bytes.len().min(200)];
        let nuls = memchr::memchr_iter(0, head).count();
        let is_utf16 = nuls * 3 > head.len();
        return Err(if is_utf16 {
            FileFault::Utf16
        } else {
            FileFault::Nul { line: line_at(bytes, place) }
        });
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let head = &bytes[..bytes.len().min(4_000)];
        let strange = head.iter().filter(|byte| **byte < 9).count();
        if strange * 20 > head.len() {
            FileFault::UnknownKind
        } else {
            FileFault::NotUtf8 { line: line_at(bytes, error.valid_up_to()) }
        }
    })?;
    match open_quote(text) {
        Some(line) => Err(FileFault::OpenQuote { line }),
        None => Ok(text),
    }
}

/// The line, from 1, on which a byte stands.
fn line_at(bytes: &[u8], place: usize) -> u64 {
    memchr::memchr_iter(b'\n', &bytes[..place]).count() as u64 + 1
}

/// The line on which a quotation begins that never ends.
fn open_quote(text: &str) -> Option<u64> {
    let (mut line, mut opened) = (1, None);
    for byte in text.bytes() {
        match byte {
            b'"' => opened = if opened.is_some() { None } else { Some(line) },
            b'\n' => line += 1,
            _ => {}
        }
    }
    opened
}

/// A comma, or a semicolon where the header plainly uses it.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: char| header.matches(mark).count();
    if count(';') > count(',') { b';' } else { b',' }
}

fn row(record: &StringRecord) -> Result<SheetRow, FileFault> {
    let line = record.position().map_or(0, csv::Position::line);
    if let Some(place) = record.iter().position(|cell| cell.len() > MAX_CELL_BYTES) {
        return Err(FileFault::LongCell {
            line,
            column: (place + 1).to_string(),
            max: MAX_CELL_BYTES,
        });
    }
    Ok(SheetRow { line, cells: record.iter().map(str::to_owned).collect() })
}

fn fault(error: &csv::Error) -> FileFault {
    match error.kind() {
        ErrorKind::UnequalLengths { pos, expected_len, len } => {
            let line = pos.as_ref().map_or(0, csv::Position::line);
            FileFault::UnevenRow { line, found: *len, expected: *expected_len }
        }
        _ => FileFault::Unreadable,
    }
}
