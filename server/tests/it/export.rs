//! What a partner takes with it: the whole of it, and no cell that a program would work out.

use application::{
    catalogue::{ImportMode, import_activities},
    testing::{an_activity, contract, partner_id},
};
use axum::{
    body::Body,
    http::{HeaderMap, Request, StatusCode, header},
};
use domain::{
    catalogue::{Activity, ActivityId, Kind, SignUpMode, State},
    identity::Role,
};
use server::adapters::spreadsheet;

use crate::{
    people::{Person, signed_in},
    testbed::{On, Testbed},
};

/// Titles by which somebody would like to work something out on another's machine.
const FORMULAS: [&str; 10] = [
    "=HYPERLINK(\"https://evil.example\",\"Se her\")",
    "+45 12 34 56 78",
    "-5 grader: is og kulde",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "＝1+1+1",
    "＋1+1+1",
    "－1+1+1",
    "＠SUM(1)",
    "'=1+1+1",
    "Robot\";=1+1;\"",
];

/// A portal in which the first partner offers something of every sort, and formulas.
async fn house(on: On) -> (Testbed, Person) {
    let portal = Testbed::start(on).await;
    let mut all = contract::fill(&*portal.plugs.ports.store, 60).await;
    all[5] = an_activity(5).kept(State::Cancelled, all[5].updated_at());
    all[10] = an_activity(10).kept(State::Archived, all[10].updated_at());
    all[15] = an_activity(15).kept(State::Submitted, all[15].updated_at());
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().save(&all).await.expect("a write");
    let formulas: Vec<Activity> =
        FORMULAS.iter().enumerate().map(|(n, title)| formula(n, title)).collect();
    tx.activities().add(&formulas).await.expect("a write");
    tx.commit().await.expect("a commit");
    let person = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
    (portal, person)
}

fn formula(n: usize, title: &str) -> Activity {
    let like = an_activity(0);
    let mut particulars = like.particulars().clone();
    (particulars.kind, particulars.sign_up) = (Kind::EquipmentLoan, SignUpMode::None);
    particulars.title = title.try_into().expect("a title");
    particulars.description = format!("{title}\n=1+1").try_into().expect("a description");
    let id = ActivityId(domain::Uuid::from_u128(900_000 + n as u128 * 32));
    let key = format!("=F{n}").try_into().expect("a key");
    let at = like.updated_at();
    let mut it = Activity::draft(id, partner_id(0), key, particulars, Vec::new(), at)
        .kept(State::Published, at);
    it.slug = domain::catalogue::Slug::kept(format!("formel-{n}"));
    it
}

async fn file(portal: &Testbed, person: &mut Person, path: &str) -> (HeaderMap, Vec<u8>) {
    let request =
        Request::get(path).header(header::COOKIE, person.cookie.clone().expect("a cookie"));
    let answer = portal.bytes(request.body(Body::empty()).expect("a request")).await;
    assert_eq!(answer.0, StatusCode::OK, "{path}");
    (answer.1, answer.2.to_vec())
}

async fn theirs(portal: &Testbed) -> Vec<Activity> {
    portal.plugs.ports.desk.activities_of(&[partner_id(0)], 10_000).await.expect("a read")
}

#[tokio::test]
async fn to_import_an_export_changes_nothing() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, mut eva) = house(on).await;
        let before = theirs(&portal).await;
        for path in ["aktiviteter.csv", "aktiviteter.xlsx"] {
            for prefix in ["", "/en"] {
                let id = partner_id(0).0;
                let (headers, bytes) =
                    file(&portal, &mut eva, &format!("{prefix}/partner/{id}/{path}")).await;
                let end = path.rsplit('.').next().expect("an end");
                let named = format!("attachment; filename=\"gnist-2026-12-01.{end}\"");
                assert_eq!(headers[header::CONTENT_DISPOSITION], named);
                assert_eq!(headers[header::CACHE_CONTROL], "no-store");
                let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
                assert!(policy.starts_with("default-src 'none'"), "{policy}");

                let import = format!("/partner/{id}/import");
                let answer = eva.hands_in(&portal, &import, (path, &bytes), &[]).await;
                let at = crate::people::location(&answer).to_owned();
                let page = eva.opens(&portal, &at).await.2;
                let counts = page.split("counts").nth(1).and_then(|it| it.split("</ul>").next());
                let counts = counts.unwrap_or_default();
                assert!(
                    counts.contains("<li>21 aktiviteter er, som de var</li>"),
                    "{path}: {counts}"
                );
                assert!(counts.contains("<li>0 linjer er afvist</li>"), "{path}: {counts}");
                assert!(counts.contains("<li>0 nye aktiviteter</li>"), "{path}");

                let sheet = spreadsheet::sheet(&bytes).expect("a sheet");
                let ports = &portal.plugs.ports;
                let report = import_activities(ports, sheet, ImportMode::Write, &mut |_| {}).await;
                let report = report.expect("a report");
                assert_eq!(
                    (report.activities_new, report.activities_changed, report.rows_rejected),
                    (0, 0, 0),
                    "{:?}",
                    report.faults
                );
                assert_eq!(report.activities_unchanged, 21);
            }
        }
        assert_eq!(theirs(&portal).await, before);
    }
}

#[tokio::test]
async fn no_cell_that_leaves_is_a_formula() {
    let (portal, mut eva) = house(On::Sqlite).await;
    let id = partner_id(0).0;
    let (_, bytes) = file(&portal, &mut eva, &format!("/en/partner/{id}/aktiviteter.csv")).await;
    let text = String::from_utf8(bytes.clone()).expect("UTF-8");
    let mut cells = 0;
    let rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.trim_start_matches('\u{FEFF}').as_bytes())
        .into_records()
        .map(|it| it.expect("a row"))
        .collect::<Vec<_>>();
    for cell in rows.iter().flatten() {
        let first = cell.trim_start().chars().next();
        assert!(!first.is_some_and(|it| "=+-@＝＋－＠\t\r\n".contains(it)), "{cell}");
        cells += 1;
    }
    assert!(cells > 900, "{cells}");
    // Nothing leaves the quotation marks in which it stands.
    assert_eq!(
        text.lines().filter(|it| it.starts_with('=') || it.starts_with(';')).count(),
        FORMULAS.len(),
        "the second lines of descriptions"
    );
    let (_, bytes) = file(&portal, &mut eva, &format!("/partner/{id}/aktiviteter.xlsx")).await;
    let mut book = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a workbook");
    let mut page = String::new();
    std::io::Read::read_to_string(
        &mut book.by_name("xl/worksheets/sheet1.xml").expect("a page"),
        &mut page,
    )
    .expect("text");
    assert!(
        page.contains("t=\"s\"") && !page.contains("<f>") && !page.contains("<v>-"),
        "a formula"
    );
}

#[tokio::test]
async fn what_is_not_theirs_does_not_leave() {
    let (portal, mut eva) = house(On::Sqlite).await;
    let (_, bytes) =
        file(&portal, &mut eva, &format!("/partner/{}/aktiviteter.csv", partner_id(0).0)).await;
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains("\"K-0\"") && !text.contains("\"K-1\"") && !text.contains("\"K-10\""));
    let other = format!("/partner/{}/aktiviteter.csv", partner_id(1).0);
    assert_eq!(eva.opens(&portal, &other).await.0, StatusCode::NOT_FOUND);
}
