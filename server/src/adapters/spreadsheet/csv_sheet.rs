//! Comma-separated values by RFC 4180, and with semicolons, as Danish Excel writes them.

use application::catalogue::{FileFault, Sheet, SheetRow};
use csv::{ReaderBuilder, StringRecord};

use super::{MAX_COLUMNS, cut};

pub(super) fn read(bytes: &[u8]) -> Result<Sheet<'_>, FileFault> {
    let text = checked(bytes)?;
    if text.trim().is_empty() {
        return Err(FileFault::Empty);
    }
    let mut reader = ReaderBuilder::new()
        .delimiter(delimiter(text))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut lines = Lines { text: text.as_bytes(), seen: 0, line: 1 };
    let mut records = std::iter::from_fn(move || {
        let mut record = StringRecord::new();
        match reader.read_record(&mut record) {
            Ok(true) => {
                let cells = record.iter().map(|cell| cut(cell.to_owned())).collect();
                Some(Ok(SheetRow { line: lines.of(record.position()), cells }))
            }
            Ok(false) => None,
            Err(_) => Some(Err(FileFault::Unreadable)),
        }
    });
    let header = records.next().ok_or(FileFault::Empty)??.cells;
    if header.len() > MAX_COLUMNS {
        return Err(FileFault::TooManyColumns { max: MAX_COLUMNS });
    }
    let width = header.len();
    let rows = records.map(move |row: Result<SheetRow, FileFault>| {
        let mut row = row?;
        // Programs that write spreadsheets end some rows with commas behind which nothing stands.
        while row.cells.len() > width && row.cells.last().is_some_and(|it| it.trim().is_empty()) {
            row.cells.pop();
        }
        Ok(row)
    });
    Ok(Sheet { header, rows: Box::new(rows) })
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
            let (line, character) = place_of(bytes, place);
            FileFault::Nul { line, character }
        });
    }
    let text = str::from_utf8(bytes).map_err(|error| {
        let head = &bytes[..bytes.len().min(4_000)];
        let strange = head.iter().filter(|byte| **byte < 9).count();
        if strange * 20 > head.len() {
            FileFault::UnknownKind
        } else {
            let (line, character) = place_of(bytes, error.valid_up_to());
            FileFault::NotUtf8 { line, character }
        }
    })?;
    match open_quote(text) {
        Some(place) => {
            let (line, character) = place_of(bytes, place);
            Err(FileFault::OpenQuote { line, character })
        }
        None => Ok(text),
    }
}

/// How many lines end in some bytes, as editors count them: by LF, by CR, or by both at once.
fn ends_of_lines(bytes: &[u8]) -> u64 {
    let is_end = |at: &usize| bytes[*at] == b'\n' || bytes.get(at + 1) != Some(&b'\n');
    memchr::memchr2_iter(b'\r', b'\n', bytes).filter(is_end).count() as u64
}

/// The line on which a byte stands, and which character of it is there, each from 1.
fn place_of(bytes: &[u8], place: usize) -> (u64, u64) {
    let before = &bytes[..place];
    let start = memchr::memrchr2(b'\r', b'\n', before).map_or(0, |end| end + 1);
    let is_first = |byte: &&u8| !(0x80..0xC0).contains(*byte);
    let characters = before[start..].iter().filter(is_first).count() as u64;
    (ends_of_lines(&before[..start]) + 1, characters + 1)
}

/// Counts lines along with a reader, which takes CR and LF for two ends where they are one.
struct Lines<'a> {
    text: &'a [u8],
    seen: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line, from 1, on which a row stands that is read from `position` on.
    fn of(&mut self, position: Option<&csv::Position>) -> u64 {
        let from = position.and_then(|it| usize::try_from(it.byte()).ok()).unwrap_or(self.seen);
        let rest = self.text.get(from..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = from + ends;
        if let Some(passed) = self.text.get(self.seen..start) {
            self.line += ends_of_lines(passed);
            self.seen = start;
        }
        self.line
    }
}

/// Where a quotation begins that never ends.
fn open_quote(text: &str) -> Option<usize> {
    let mut opened = None;
    for place in memchr::memchr_iter(b'"', text.as_bytes()) {
        opened = if opened.is_some() { None } else { Some(place) };
    }
    opened
}

/// A comma, or a semicolon where the header plainly uses it.
fn delimiter(text: &str) -> u8 {
    let header = text.lines().next().unwrap_or_default();
    let count = |mark: char| header.matches(mark).count();
    if count(';') > count(',') { b';' } else { b',' }
}
