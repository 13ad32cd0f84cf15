//! Workbooks as people send them, and as nobody should.

use std::io::Write as _;

use application::catalogue::{Column, Fault, FileFault};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet};
use zip::{ZipWriter, write::SimpleFileOptions};

use crate::{
    import::{HEADER, ROW, file_fault, import, sheet},
    testbed::{On, Testbed},
};

/// How times stand in a workbook.
#[derive(Clone, Copy)]
enum Times {
    Dates,
    Text,
}

fn cells(line: &str) -> Vec<String> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes());
    reader.records().next().expect("a line").expect("cells").iter().map(str::to_owned).collect()
}

/// Writes a cell the way a spreadsheet keeps what a person typed into it.
fn write(page: &mut Worksheet, (row, column): (u32, u16), text: &str, times: Times) {
    if text.is_empty() {
        return;
    }
    let date = ExcelDateTime::parse_from_str(text);
    match (times, date) {
        (Times::Dates, Ok(date)) if text.len() == 16 => {
            let format = Format::new().set_num_format("dd-mm-yyyy hh:mm");
            page.write_with_format(row, column, &date, &format).expect("it is written");
        }
        _ => match text.parse::<f64>() {
            Ok(number) => drop(page.write(row, column, number).expect("it is written")),
            Err(_) => drop(page.write(row, column, text).expect("it is written")),
        },
    }
}

/// The workbook with a header and rows, its first cell at a place.
fn book_at(top: u32, left: u16, rows: &[&str], times: Times) -> Vec<u8> {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (n, line) in (top..).zip([&HEADER].into_iter().chain(rows)) {
        for (column, cell) in (left..).zip(cells(line)) {
            write(page, (n, column), &cell, times);
        }
    }
    book.add_worksheet().write(0, 0, "what else there is").expect("it is written");
    book.save_to_buffer().expect("it is written")
}

fn book(rows: &[&str], times: Times) -> Vec<u8> {
    book_at(0, 0, rows, times)
}

/// A workbook with one sheet, written by hand.
fn by_hand(sheet: &str, texts: &str) -> Vec<u8> {
    let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006/relationships";
    for (name, text) in [
        (
            "_rels/.rels",
            format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                r#"<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Ark1" sheetId="1" r:id="rId1"/></sheets></workbook>"#
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                r#"<Relationships xmlns="{package}"><Relationship Id="rId1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#
            ),
        ),
        ("xl/sharedStrings.xml", format!(r#"<sst xmlns="{main}"><si><t>{texts}</t></si></sst>"#)),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>"#),
        ),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).expect("it is written");
        archive.write_all(text.as_bytes()).expect("it is written");
    }
    archive.finish().expect("it is written").into_inner()
}

#[tokio::test]
async fn a_workbook_is_taken_like_the_same_rows_as_csv() {
    let others =
        [ROW.replace("R-1", "R-2"), ROW.replace("03-18", "03-19").replace("T12:00", "T11:40")];
    let rows = [ROW, &others[0], &others[1]];
    let text = sheet(&rows);
    let plain = Testbed::start(On::Sqlite).await;
    let expected = import(&plain, text.as_bytes()).await.unwrap();
    assert_eq!((expected.rows_taken, expected.activities_new), (3, 2), "{:?}", expected.faults);

    for (times, top, left) in [(Times::Text, 0, 0), (Times::Dates, 0, 0), (Times::Dates, 4, 2)] {
        let bytes = book_at(top, left, &rows, times);
        let portal = Testbed::start(On::Sqlite).await;
        assert_eq!(import(&portal, &bytes).await.unwrap(), expected);
        // The other kind of file finds nothing to change, and so does the same file.
        for bytes in [text.as_bytes(), &bytes] {
            let again = import(&portal, bytes).await.unwrap();
            assert_eq!(
                (again.activities_new, again.activities_changed, again.activities_unchanged),
                (0, 0, 2)
            );
        }
    }
}

#[tokio::test]
async fn a_wrong_cell_of_a_workbook_is_told_with_its_row_and_column() {
    let wrong = ROW.replace("2027-03-18T09:00", "18. marts").replace("R-1", "R-2");
    for (top, line) in [(0, 3), (4, 7)] {
        let portal = Testbed::start(On::Sqlite).await;
        let report = import(&portal, &book_at(top, 1, &[ROW, &wrong], Times::Dates)).await.unwrap();
        assert_eq!((report.rows_taken, report.rows_rejected), (1, 1));
        let fault = &report.faults[0];
        assert_eq!((fault.line, fault.column, &fault.fault), (line, Column::Start, &Fault::Time));
    }
    let long = ROW.replace("En hel dag.", "\u{1}");
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    for (n, line) in (0..).zip([HEADER, &long]) {
        for (column, cell) in (2..).zip(cells(line)) {
            // The most that fits into a cell of a real spreadsheet, three bytes each.
            page.write(n, column, cell.replace('\u{1}', &"€".repeat(32_767))).unwrap();
        }
    }
    let portal = Testbed::start(On::Sqlite).await;
    let report = import(&portal, &book.save_to_buffer().unwrap()).await.unwrap();
    let fault = &report.faults[0];
    assert_eq!((fault.line, fault.column), (2, Column::Description), "{fault:?}");
}

#[tokio::test]
async fn a_day_beyond_every_calendar_is_a_wrong_cell_and_nothing_worse() {
    let mut book = Workbook::new();
    let page = book.add_worksheet();
    let format = Format::new().set_num_format("dd-mm-yyyy hh:mm");
    for (column, (name, cell)) in (0..).zip(cells(HEADER).iter().zip(cells(ROW))) {
        page.write(0, column, name).unwrap();
        match name.as_str() {
            "start" => drop(page.write_with_format(1, column, -1e300, &format).unwrap()),
            "end" => drop(page.write_with_format(1, column, 1e300, &format).unwrap()),
            _ => write(page, (1, column), &cell, Times::Text),
        }
    }
    let portal = Testbed::start(On::Sqlite).await;
    let report = import(&portal, &book.save_to_buffer().unwrap()).await.unwrap();
    let told: Vec<_> = report.faults.iter().map(|it| (it.line, it.column)).collect();
    assert_eq!(told, [(2, Column::Start), (2, Column::End)]);
}

#[tokio::test]
async fn a_broken_workbook_is_told_for_what_it_is() {
    let whole = book(&[ROW], Times::Dates);
    let half = &whole[..whole.len() / 2];
    assert_eq!(file_fault(half).await, FileFault::UnknownKind);
    for place in (40..whole.len()).step_by(whole.len() / 60) {
        let mut bent = whole.clone();
        bent[place] ^= 0x55;
        let portal = Testbed::start(On::Sqlite).await;
        // Whatever was hit: a fault or a report, and no panic.
        let _ = import(&portal, &bent).await;
    }
    let torn = by_hand(r#"<row r="1"><c r="A1" t="inlineStr"><is><t>partner</wrong>"#, "");
    assert_eq!(file_fault(&torn).await, FileFault::UnknownKind);
    assert_eq!(file_fault(&by_hand("", "")).await, FileFault::Empty);
    let blank = r#"<row r="1"><c r="A1" t="inlineStr"><is><t> </t></is></c></row>"#;
    assert_eq!(file_fault(&by_hand(blank, "")).await, FileFault::Empty);
}

#[tokio::test]
async fn a_workbook_that_unpacks_to_more_than_a_hundred_megabytes_is_too_large() {
    let bomb = by_hand("", &" ".repeat(101 * 1024 * 1024));
    assert!(bomb.len() < 1024 * 1024);
    assert_eq!(file_fault(&bomb).await, FileFault::TooLarge { max: 100 * 1024 * 1024 });

    // The same, with a list of contents that says otherwise.
    let size = |n: u32| n.to_le_bytes();
    let told = u32::try_from(101 * 1024 * 1024 + texts_around()).unwrap();
    let mut liar = bomb;
    let places: Vec<usize> =
        (0..liar.len() - 4).filter(|n| liar[*n..*n + 4] == size(told)).collect();
    assert!(!places.is_empty());
    for place in places {
        liar[place..place + 4].copy_from_slice(&size(1000));
    }
    assert_eq!(file_fault(&liar).await, FileFault::UnknownKind);
}

/// The bytes of the file of texts that are not the text.
fn texts_around() -> usize {
    r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t></t></si></sst>"#.len()
}

#[tokio::test]
async fn two_cells_at_the_ends_of_the_world_take_no_more_room_than_two() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(file_fault(&by_hand(far, "")).await, FileFault::TooManyColumns { max: 200 });
    let names: String = (0u8..).zip(HEADER.split(',')).fold(String::new(), |row, (n, name)| {
        row + &format!(
            r#"<c r="{}1" t="inlineStr"><is><t>{name}</t></is></c>"#,
            char::from(b'A' + n)
        )
    });
    let deep =
        format!(r#"<row r="1">{names}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row>"#);
    let portal = Testbed::start(On::Sqlite).await;
    let report = import(&portal, &by_hand(&deep, "")).await.unwrap();
    assert_eq!((report.rows, report.faults[0].line), (1, 1_048_576));
}

#[tokio::test]
async fn one_long_text_in_very_many_cells_is_too_large() {
    let rows = (1..=3_000).fold(String::new(), |rows, n| {
        rows + &format!(r#"<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>"#)
    });
    let bomb = by_hand(&rows, &"x".repeat(90_000));
    assert_eq!(file_fault(&bomb).await, FileFault::TooLarge { max: 100 * 1024 * 1024 });
    let longer = by_hand(&rows, &"x".repeat(1_000_000));
    assert_eq!(file_fault(&longer).await, FileFault::TooLarge { max: 100 * 1024 * 1024 });
}
