//! What becomes of a sheet in which some rows are wrong.

use chrono::Datelike as _;
use domain::{
    catalogue::{Activity, OccurrenceId},
    identity::{Letter, LetterLanguage, Role},
    partners::PartnerId,
    signup::TypedParty,
};

use super::*;
use crate::{
    catalogue::{hand_in_sheet, show_import, write_import},
    copenhagen,
    identity::Viewer,
    pact::house::House,
    signup::{confirm_sign_up, settle_rosters, sign_up},
};

/// A row of one workshop, on a day of March 2027, but for what is otherwise in it.
fn row(day: u32, otherwise: &[(Column, &str)]) -> Vec<String> {
    let (start, end) = (format!("2027-03-{day}T09:00"), format!("2027-03-{day}T12:00"));
    let said = [
        (Column::ExternalId, "R-1"),
        (Column::Partner, "Robothuset"),
        (Column::PartnerSector, "business"),
        (Column::Kind, "workshop"),
        (Column::Title, "Byg en robot"),
        (Column::Summary, "Byg en robot, og få den til at danse."),
        (Column::Description, "En hel dag."),
        (Column::Topics, "robotics"),
        (Column::Audience, "pupils"),
        (Column::Levels, "grade-4..grade-6"),
        (Column::Format, "on_site"),
        (Column::Postcode, "8800"),
        (Column::City, "Viborg"),
        (Column::SignUp, "portal"),
        (Column::ContactEmail, "hej@robot.example"),
        (Column::Start, start.as_str()),
        (Column::End, end.as_str()),
        (Column::Capacity, "24"),
    ];
    let mut cells = vec![String::new(); Column::ALL.len()];
    for (column, cell) in said.iter().chain(otherwise) {
        cells[*column as usize] = (*cell).to_owned();
    }
    cells
}

/// A row whose date ends before it begins.
fn slip(day: u32) -> Vec<String> {
    let end = format!("2027-03-{day}T08:00");
    row(day, &[(Column::End, end.as_str())])
}

fn sheet(rows: &[Vec<String>]) -> WholeSheet {
    let header = Column::ALL.map(|it| it.name().to_owned()).into();
    let rows = (2..).zip(rows).map(|(line, cells)| SheetRow { line, cells: cells.clone() });
    WholeSheet { header, rows: rows.collect() }
}

async fn takes_over(house: &House, mode: ImportMode, rows: &[Vec<String>]) -> ImportReport {
    let whole = sheet(rows);
    let sheet = Sheet { header: whole.header, rows: Box::new(whole.rows.into_iter().map(Ok)) };
    import_activities(&house.ports, sheet, mode, &mut |_| {}).await.unwrap()
}

/// A portal that has taken over the 18th and the 19th of March, and a member of their partner.
struct Shop {
    house: House,
    eva: Viewer,
    partner: PartnerId,
}

async fn shop() -> Shop {
    let house = House::new();
    takes_over(&house, ImportMode::Write, &[row(18, &[]), row(19, &[])]).await;
    let partner = house.ports.desk.all_partners().await.unwrap()[0].id;
    let eva = house.person("eva@robot.dk", &[Role::Editor(partner)]).await;
    Shop { house, eva, partner }
}

impl Shop {
    /// How many rows are rejected of a sheet that an operator or, at her desk, Eva hands in.
    async fn reads(&self, at_desk: bool, rows: &[Vec<String>]) -> u64 {
        if !at_desk {
            return takes_over(&self.house, ImportMode::Write, rows).await.rows_rejected;
        }
        let ports = &self.house.ports;
        let file = ("a.csv", sheet(rows));
        let id = hand_in_sheet(ports, &self.eva, self.partner, file).await.unwrap();
        write_import(ports, &self.eva, id).await.unwrap();
        show_import(ports, &self.eva, id).await.unwrap().import.figures.rows_refused
    }

    /// On which days of March its dates are.
    async fn dates(&self) -> Vec<(u32, OccurrenceId)> {
        let all = self.house.ports.desk.activities_of(&[self.partner], 10).await.unwrap();
        let dates = all.iter().flat_map(Activity::occurrences);
        dates.map(|it| (copenhagen::local(it.start()).day(), it.id)).collect()
    }

    async fn days(&self) -> Vec<u32> {
        self.dates().await.into_iter().map(|it| it.0).collect()
    }

    /// A class signs up for a date.
    async fn is_joined(&self, date: OccurrenceId) {
        let typed = TypedParty {
            kind: "class".into(),
            school: "Munkebjergskolen".into(),
            class: "5.A".into(),
            grade: "grade-5".into(),
            pupils: "20".into(),
            name: "Lone".into(),
            email: "lone@skole.dk".into(),
            agrees: true,
            ..TypedParty::default()
        };
        let ports = &self.house.ports;
        let key = "a-form-of-the-fifth-grade".parse().unwrap();
        sign_up(ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
        let letters = self.house.letters().await;
        let [(_, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
        confirm_sign_up(ports, letter.secret.as_ref().unwrap()).await.unwrap();
    }

    /// How many parties come to a date, once everything about it is settled.
    async fn parties(&self, date: OccurrenceId) -> usize {
        settle_rosters(&self.house.ports).await.unwrap();
        let there = self.house.ports.sign_ups.sign_ups_of(date).await.unwrap();
        there.iter().filter(|it| it.entry.stage.is_sure()).count()
    }
}

#[tokio::test]
async fn a_slip_in_one_row_calls_off_no_date_and_moves_nobody() {
    for at_desk in [false, true] {
        let shop = shop().await;
        let before = shop.dates().await;
        let date = before[1].1;
        shop.is_joined(date).await;
        // The 20th is near enough to be the 19th that was moved, were the 19th not named.
        let rejected = shop.reads(at_desk, &[row(18, &[]), slip(19), row(20, &[])]).await;
        assert_eq!(rejected, 1, "{at_desk}");
        assert_eq!(shop.days().await, [18, 19, 20], "{at_desk}");
        assert_eq!(shop.dates().await[..2], before, "{at_desk}");
        assert_eq!(shop.parties(date).await, 1, "{at_desk}");
        // So it is where the row is the first of its activity.
        assert_eq!(shop.reads(at_desk, &[slip(19), row(18, &[])]).await, 1, "{at_desk}");
        assert_eq!(shop.days().await, [18, 19, 20], "{at_desk}");
        assert_eq!(shop.parties(date).await, 1, "{at_desk}");

        // Where all is right, what is not named goes.
        assert_eq!(shop.reads(at_desk, &[row(18, &[]), row(20, &[])]).await, 0, "{at_desk}");
        assert_eq!(shop.days().await, [18, 20], "{at_desk}");
        assert_eq!(shop.parties(date).await, 0, "{at_desk}");
    }
}

#[tokio::test]
async fn a_row_that_does_not_say_whose_it_is_calls_off_no_date() {
    let mut short = row(19, &[]);
    short.pop();
    for lost in [row(19, &[(Column::ExternalId, "")]), short] {
        for at_desk in [false, true] {
            let shop = shop().await;
            assert_eq!(shop.reads(at_desk, &[row(18, &[]), lost.clone()]).await, 1);
            assert_eq!(shop.days().await, [18, 19], "{at_desk}: {lost:?}");
            // A blank row is no activity's.
            let blank = vec![String::new(); Column::ALL.len()];
            assert_eq!(shop.reads(at_desk, &[row(18, &[]), blank]).await, 1);
            assert_eq!(shop.days().await, [18], "{at_desk}");
        }
    }
}

#[tokio::test]
async fn a_slip_in_the_name_of_the_partner_calls_off_no_date_at_a_desk() {
    let shop = shop().await;
    let other = row(19, &[(Column::Partner, "Robothusset")]);
    assert_eq!(shop.reads(true, &[row(18, &[]), other]).await, 1);
    assert_eq!(shop.days().await, [18, 19]);
}

#[tokio::test]
async fn a_wrong_date_in_the_first_row_costs_that_date_alone() {
    for (column, cell) in [
        (Column::Start, "18. marts"),
        (Column::End, "2027-03-18T08:00"),
        (Column::Capacity, "0"),
        (Column::Deadline, "2027-03-19T12:00"),
    ] {
        let house = House::new();
        let bridge = row(20, &[(Column::Title, "Byg en bro")]);
        let rows = [row(18, &[(column, cell)]), row(19, &[]), bridge];
        let report = takes_over(&house, ImportMode::Write, &rows).await;
        let figures = (report.rows_taken, report.rows_rejected, report.activities_new);
        assert_eq!(figures, (1, 2, 1), "{cell}");
        let told: Vec<_> = report.faults.iter().map(|it| (it.line, it.column)).collect();
        assert_eq!(told, [(2, column), (4, Column::Title)], "{cell}");
        assert_eq!(report.faults[1].fault, Fault::Conflict { line: 2 });
    }
}

#[tokio::test]
async fn an_activity_is_rejected_of_which_no_row_is_right() {
    let house = House::new();
    let report = takes_over(&house, ImportMode::Write, &[slip(18), slip(19)]).await;
    assert_eq!((report.rows_taken, report.rows_rejected), (0, 2));
    assert_eq!((report.activities_new, report.partners_new), (0, 0));
    let told: Vec<_> = report.faults.iter().map(|it| (it.line, it.column)).collect();
    assert_eq!(told, [(2, Column::End), (3, Column::End)]);
}

#[tokio::test]
async fn an_activity_that_needs_no_date_is_taken_without_the_one_that_was_wrong() {
    let house = House::new();
    let asked = (Column::SignUp, "request");
    let none = [asked, (Column::Start, ""), (Column::End, ""), (Column::Capacity, "")];
    let rows = [row(18, &[asked, (Column::Start, "18. marts")]), row(18, &none)];
    let report = takes_over(&house, ImportMode::Write, &rows).await;
    assert_eq!((report.rows_taken, report.rows_rejected, report.activities_new), (1, 1, 1));
}

#[tokio::test]
async fn nothing_of_a_file_is_told_that_a_terminal_would_obey() {
    let house = House::new();
    let long = format!("\u{1B}]0;{}", "x".repeat(100_000));
    let mut sheet = sheet(&[
        row(18, &[(Column::ExternalId, "R-1"), (Column::Campaign, long.as_str())]),
        row(18, &[(Column::ExternalId, "R-2"), (Column::Topics, long.as_str())]),
        row(18, &[(Column::ExternalId, "R-3"), (Column::Levels, long.as_str())]),
    ]);
    sheet.header.push(long.clone());
    for row in &mut sheet.rows {
        row.cells.push(String::new());
    }
    let sheet = Sheet { header: sheet.header, rows: Box::new(sheet.rows.into_iter().map(Ok)) };
    let report = import_activities(&house.ports, sheet, ImportMode::DryRun, &mut |_| {}).await;
    let report = report.unwrap();
    let words = report.faults.into_iter().map(|it| match it.fault {
        Fault::UnknownKey(word) => word,
        other => panic!("{other:?}"),
    });
    let told: Vec<String> = words.chain(report.ignored_columns).collect();
    assert_eq!(told.len(), 4);
    for it in told {
        assert!(it.len() < 100 && !it.contains(char::is_control), "{it:?}");
    }
}

#[test]
fn too_many_rows_are_told_with_the_line_of_the_first_that_is() {
    let mut whole = sheet(&[row(18, &[]), row(19, &[]), row(20, &[])]);
    // A blank line stands before it.
    whole.rows[2].line = 5;
    let read = |n: usize| {
        let rows = whole.rows.clone().into_iter().take(n).map(Ok);
        Sheet { header: whole.header.clone(), rows: Box::new(rows) }.whole(2)
    };
    assert_eq!(read(2).map(|it| it.rows.len()), Ok(2));
    let fault = read(3).unwrap_err();
    assert_eq!(fault, FileFault::TooManyRows { max: 2, line: 5 });
    assert_eq!(fault.place(), (Some(5), None));
}

#[tokio::test]
async fn a_partner_comes_with_what_it_offers_or_not_at_all() {
    let house = House::new();
    let mut tx = house.ports.store.begin().await.unwrap();
    let mut closed = tx.campaigns().all().await.unwrap().remove(0);
    closed.is_open = false;
    tx.campaigns().save(&closed).await.unwrap();
    tx.commit().await.unwrap();
    let refused = row(18, &[(Column::Campaign, closed.key.as_str())]);
    let taken = row(18, &[(Column::Partner, "Kemihuset")]);
    for (rows, n) in [(vec![refused.clone()], 0), (vec![refused, taken], 1)] {
        for mode in [ImportMode::DryRun, ImportMode::Write] {
            let report = takes_over(&house, mode, &rows).await;
            assert_eq!((report.partners_new, report.activities_new), (n, n), "{mode:?}");
            assert_eq!(report.rows_rejected, 1, "{mode:?}");
        }
        let all = house.ports.desk.all_partners().await.unwrap();
        assert_eq!(all.len() as u64, n);
    }
}
