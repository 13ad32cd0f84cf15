//! Spreadsheets that are wrong, each in its own way, and what becomes of a right one.

use application::catalogue::{
    Column, Fault, FileFault, ImportError, ImportMode, ImportReport, import_activities,
};
use domain::{InvalidEmail, InvalidText, InvalidUrl, pact::InvalidPostcode};
use server::adapters::spreadsheet;

use crate::testbed::{On, Testbed};

pub const HEADER: &str = "external_id,partner,partner_sector,kind,title,summary,description,topics,audience,levels,format,postcode,city,signup,signup_url,contact_email,start,end,capacity,deadline,campaign";
pub const ROW: &str = "R-1,Robothuset,business,workshop,Byg en robot,\"Byg en robot, og få den til at danse.\",En hel dag.,robotics,pupils,grade-4..grade-6,on_site,8800,Viborg,portal,,hej@robot.example,2027-03-18T09:00,2027-03-18T12:00,24,2027-03-10T12:00,";

pub async fn import(portal: &Testbed, bytes: &[u8]) -> Result<ImportReport, ImportError> {
    let sheet = spreadsheet::sheet(bytes)?;
    import_activities(&portal.plugs.ports, sheet, ImportMode::Write, &mut |_| {}).await
}

pub async fn file_fault(bytes: &[u8]) -> FileFault {
    let portal = Testbed::start(On::Sqlite).await;
    match import(&portal, bytes).await {
        Err(ImportError::File(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

pub fn sheet(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

/// The one fault of a row in which one cell was changed.
async fn cell_fault(old: &str, new: &str) -> (u64, Column, Fault) {
    let portal = Testbed::start(On::Sqlite).await;
    let row = ROW.replacen(old, new, 1);
    assert_ne!(row, ROW, "{old} is not in the row");
    let report = import(&portal, sheet(&[&row]).as_bytes()).await.expect("a report");
    assert_eq!((report.rows_rejected, report.faults.len()), (1, 1), "{:?}", report.faults);
    let fault = &report.faults[0];
    (fault.line, fault.column, fault.fault.clone())
}

#[tokio::test]
async fn a_file_that_is_no_sheet_is_told_for_what_it_is() {
    assert_eq!(file_fault(b"").await, FileFault::Empty);
    assert_eq!(file_fault(b"\xEF\xBB\xBF \n").await, FileFault::Empty);
    assert_eq!(file_fault(b"%PDF-1.7 ...").await, FileFault::UnknownKind);
    assert_eq!(file_fault(b"PK\x03\x04 no workbook").await, FileFault::UnknownKind);
    assert_eq!(file_fault(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1]).await, FileFault::OldSpreadsheet);
    assert_eq!(file_fault(b"just some words\nand more\n").await, FileFault::NoHeader);
    assert_eq!(file_fault(HEADER.as_bytes()).await, FileFault::NoRows);
}

#[tokio::test]
async fn another_encoding_is_named_with_its_line() {
    let latin: Vec<u8> = sheet(&[&ROW.replace("få", "f\u{1}")])
        .bytes()
        .map(|b| if b == 1 { 0xE5 } else { b })
        .collect();
    assert_eq!(file_fault(&latin).await, FileFault::NotUtf8 { line: 2, character: 66 });
    let wide: Vec<u8> = sheet(&[ROW]).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(file_fault(&wide).await, FileFault::Utf16);
    let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(wide).collect();
    assert_eq!(file_fault(&marked).await, FileFault::Utf16);
}

#[tokio::test]
async fn what_breaks_a_sheet_is_told_with_its_line() {
    let nul = sheet(&[ROW, &ROW.replace("R-1", "R\0-2")]);
    assert_eq!(file_fault(nul.as_bytes()).await, FileFault::Nul { line: 3, character: 2 });
    let quote = sheet(&[ROW, &ROW.replace("En hel dag.", "\"En hel dag.")]);
    assert_eq!(file_fault(quote.as_bytes()).await, FileFault::OpenQuote { line: 3, character: 87 });
}

#[tokio::test]
async fn a_row_that_breaks_off_or_goes_on_or_holds_a_giant_is_rejected_and_no_other_row() {
    let portal = Testbed::start(On::Sqlite).await;
    let named = |id: &str| ROW.replace("R-1", id);
    let giant = named("R-4").replace("En hel dag.", &"æ".repeat(5_000_000));
    let beyond = format!("{},fri, tekst,,", named("R-3"));
    let commas = format!("{},,,", named("R-6"));
    let (fifth, third) = (named("R-5"), named("R-3"));
    let file = sheet(&[ROW, "R-2,for få", &beyond, &giant, &fifth, &commas, &third]);
    let report = import(&portal, file.as_bytes()).await.expect("a report");
    assert_eq!((report.rows, report.rows_rejected, report.activities_new), (7, 4, 3));
    let told: Vec<_> =
        report.faults.iter().map(|it| (it.line, it.column, it.fault.clone())).collect();
    assert_eq!(
        told,
        [
            (3, Column::PartnerSector, Fault::TooFewCells { lacking: 19 }),
            (4, Column::Campaign, Fault::TooManyCells { beyond: 2 }),
            (5, Column::Description, Fault::Text(InvalidText::TooLong { max: 10_000 })),
            (8, Column::ExternalId, Fault::FirstRowRejected { line: 4 }),
        ]
    );
}

#[tokio::test]
async fn lines_are_counted_alike_whatever_ends_them() {
    let portal = Testbed::start(On::Sqlite).await;
    let odd = ROW.replace("R-1", "R-3").replace("2027-03-18T09:00", "18. marts");
    let two_lines = ROW.replace("R-1", "R-2").replace("En hel dag.", "\"En hel\ndag.\"");
    let text = sheet(&[ROW, "", &two_lines, &odd]);
    for end in ["\n", "\r\n", "\r"] {
        let file = text.replace('\n', end);
        let report = import(&portal, file.as_bytes()).await.expect("a report");
        let lines: Vec<u64> = report.faults.iter().map(|it| it.line).collect();
        assert_eq!(lines, [6], "{end:?}");
        let uneven = format!("{}R-2,for få{end}", sheet(&[ROW]).replace('\n', end));
        let report = import(&portal, uneven.as_bytes()).await.expect("a report");
        let told = (3, Fault::TooFewCells { lacking: 19 });
        assert_eq!((report.faults[0].line, report.faults[0].fault.clone()), told, "{end:?}");
    }
}

#[tokio::test]
async fn a_header_is_checked_first() {
    let missing = sheet(&[ROW]).replacen("title,", "overskrift,", 1);
    assert_eq!(
        file_fault(missing.as_bytes()).await,
        FileFault::MissingColumns { columns: vec!["title"] }
    );
    let double = sheet(&[ROW]).replacen("partner_sector", "Udbyder", 1);
    assert_eq!(file_fault(double.as_bytes()).await, FileFault::DoubleColumn { column: "partner" });
}

#[tokio::test]
async fn a_million_rows_are_too_many() {
    let mut text = String::from(HEADER);
    for _ in 0..1_000_000 {
        text.push_str("\n,,,,,,,,,,,,,,,,,,,,");
    }
    let fault = file_fault(text.as_bytes()).await;
    assert_eq!(fault, FileFault::TooManyRows { max: 250_000, line: 250_002 });
    assert_eq!(fault.place(), (Some(250_002), None));
}

#[tokio::test]
async fn a_wrong_cell_is_told_with_line_and_column() {
    assert_eq!(cell_fault("2027-03-18T09:00", "18. marts").await, (2, Column::Start, Fault::Time));
    assert_eq!(
        cell_fault("2027-03-18T09:00", "2027-02-30T09:00").await,
        (2, Column::Start, Fault::NoSuchDay)
    );
    assert_eq!(
        cell_fault("2027-03-18T09:00", "2027-03-28T02:30").await,
        (2, Column::Start, Fault::NoSuchTime)
    );
    assert_eq!(
        cell_fault("2027-03-18T12:00", "2027-03-18T08:00").await,
        (2, Column::End, Fault::EndsTooSoon)
    );
    assert_eq!(
        cell_fault("2027-03-10T12:00", "2027-03-19T12:00").await,
        (2, Column::Deadline, Fault::LateDeadline)
    );
    assert_eq!(
        cell_fault("robotics", "robots").await,
        (2, Column::Topics, Fault::UnknownKey("robots".to_owned()))
    );
    assert_eq!(
        cell_fault("hej@robot.example", "hej").await,
        (2, Column::ContactEmail, Fault::Email(InvalidEmail::NoAt))
    );
    assert_eq!(
        cell_fault("portal,,", "external,javascript:alert(1),").await,
        (2, Column::SignUpUrl, Fault::Url(InvalidUrl::Scheme))
    );
    assert_eq!(
        cell_fault("8800", "88").await,
        (2, Column::Postcode, Fault::Postcode(InvalidPostcode::Shape))
    );
    assert_eq!(
        cell_fault(",24,", ",0,").await,
        (2, Column::Capacity, Fault::Number { min: 1, max: 100_000 })
    );
    assert_eq!(
        cell_fault("business", "").await,
        (2, Column::PartnerSector, Fault::NewPartnerWithoutSector)
    );
    assert_eq!(cell_fault("Byg en robot,", ",").await, (2, Column::Title, Fault::Missing));
}

#[tokio::test]
async fn rows_of_one_activity_agree_or_are_told_apart() {
    let portal = Testbed::start(On::Sqlite).await;
    let next = ROW.replace("03-18", "03-19");
    let silent = "R-1,Robothuset,,,,,,,,,,,,,,,2027-03-20T09:00,2027-03-20T12:00,20,,";
    let conflict = next.replacen("Byg en robot,", "Byg en bro,", 1).replace("03-19", "03-21");
    let report =
        import(&portal, sheet(&[ROW, &next, silent, &conflict, ROW]).as_bytes()).await.unwrap();
    assert_eq!((report.rows_taken, report.rows_rejected, report.activities_new), (3, 2, 1));
    let told: Vec<_> =
        report.faults.iter().map(|it| (it.line, it.column, it.fault.clone())).collect();
    assert_eq!(
        told,
        [
            (5, Column::Title, Fault::Conflict { line: 2 }),
            (6, Column::Start, Fault::SameStart { line: 2 })
        ]
    );
}

#[tokio::test]
async fn followers_of_a_rejected_row_are_rejected_with_it() {
    let portal = Testbed::start(On::Sqlite).await;
    let wrong = ROW.replace("workshop", "værksted");
    let report =
        import(&portal, sheet(&[&wrong, &ROW.replace("03-18", "03-19")]).as_bytes()).await.unwrap();
    assert_eq!(report.rows_rejected, 2);
    assert_eq!(report.faults[1].fault, Fault::FirstRowRejected { line: 2 });
}

#[tokio::test]
async fn a_changed_row_updates_and_what_is_missing_is_left_alone() {
    let portal = Testbed::start(On::PostgreSql).await;
    let other = ROW.replace("R-1", "R-2");
    let first = import(&portal, sheet(&[ROW, &other]).as_bytes()).await.unwrap();
    assert_eq!((first.activities_new, first.partners_new), (2, 1));
    let changed =
        import(&portal, sheet(&[&ROW.replace("Byg en robot,", "Byg en kran,")]).as_bytes())
            .await
            .unwrap();
    assert_eq!((changed.activities_changed, changed.activities_unchanged), (1, 0));
    let again = import(&portal, sheet(&[&other]).as_bytes()).await.unwrap();
    assert_eq!(
        (again.activities_new, again.activities_changed, again.activities_unchanged),
        (0, 0, 1)
    );
}

#[tokio::test]
async fn danish_headers_and_semicolons_are_understood() {
    let portal = Testbed::start(On::Sqlite).await;
    let text = "\u{FEFF}ID;Udbyder;Sektor;Type;Titel;Resume;Beskrivelse;Emner;Målgruppe;Format;Tilmelding;Kontakt;start;slut;Hylde\n\
                A1;Kemihuset;education;lecture;Kemi for alle;\"Se, hvad der sker, når ting brænder.\";Kom.;chemistry;adults;online;none;kemi@hus.example;2027-01-10T19:00;2027-01-10T21:00;x\n";
    let report = import(&portal, text.as_bytes()).await.unwrap();
    assert_eq!((report.rows_taken, report.rows_rejected), (1, 0), "{:?}", report.faults);
    assert_eq!(report.ignored_columns, ["Hylde"]);
}
