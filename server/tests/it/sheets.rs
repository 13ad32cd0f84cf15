//! Sheets handed in at a desk: looked at row by row, written by the rules of the editor, undone.

mod refused;
mod touched;

use application::{
    catalogue::{ImportMode, import_activities},
    ports::StoreError,
};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    catalogue::{Activity, State},
    identity::Role,
    partners::{Partner, PartnerId},
};
use sea_orm::{ConnectionTrait as _, FromQueryResult, Statement};
use server::adapters::spreadsheet;

use crate::{
    import::{HEADER, ROW, sheet},
    people::{Person, location, signed_in},
    testbed::{On, Testbed},
};

/// A portal in which Robothuset has published two activities, and one of its members.
async fn house(on: On) -> (Testbed, Partner, Person) {
    let portal = Testbed::start(on).await;
    let other = ROW.replace("R-1", "R-2").replace("Byg en robot,", "Byg en kran,");
    let text = sheet(&[ROW, &ROW.replace("03-18", "03-19"), &other]);
    let rows = spreadsheet::sheet(text.as_bytes()).expect("a sheet");
    import_activities(&portal.plugs.ports, rows, ImportMode::Write, &mut |_| {}).await.expect("it");
    let partners = portal.plugs.ports.desk.all_partners().await.expect("a read");
    let partner = partners.into_iter().next().expect("a partner");
    let person = signed_in(&portal, "eva@robot.dk", &[Role::Editor(partner.id)]).await;
    // What was published lies behind.
    let later = portal.plugs.ports.clock.now() + TimeDelta::minutes(5);
    portal.clock.set(later);
    (portal, partner, person)
}

async fn trust(portal: &Testbed, partner: PartnerId) -> Result<(), StoreError> {
    let mut tx = portal.plugs.ports.store.begin().await?;
    let mut it = tx.partners().by_id(partner).await?.expect("a partner");
    it.is_trusted = true;
    tx.partners().save(&it).await?;
    tx.commit().await
}

/// Hands a file in, and answers where it is looked at.
async fn hand_in(portal: &Testbed, person: &mut Person, partner: PartnerId, file: &str) -> String {
    let path = format!("/partner/{}/import", partner.0);
    let answer = person.hands_in(portal, &path, ("forår.csv", file.as_bytes()), &[]).await;
    assert_eq!(answer.0, StatusCode::SEE_OTHER, "{}", answer.2);
    location(&answer).to_owned()
}

async fn presses(
    portal: &Testbed,
    person: &mut Person,
    path: &str,
    fields: &[(&str, &str)],
) -> String {
    let answer = person.submits(portal, path, fields).await;
    assert_eq!(answer.0, StatusCode::SEE_OTHER, "{path}: {}", answer.2);
    location(&answer).to_owned()
}

async fn page(portal: &Testbed, person: &mut Person, path: &str) -> String {
    let answer = person.opens(portal, path).await;
    assert_eq!(answer.0, StatusCode::OK, "{path}");
    words(&answer.2)
}

/// What a page says, without its tags.
fn words(html: &str) -> String {
    let main = html.split("<main").nth(1).unwrap_or(html);
    let mut text = String::new();
    for (n, part) in main.split('<').enumerate() {
        let said = if n == 0 { part } else { part.split_once('>').map_or("", |it| it.1) };
        text.push(' ');
        text.push_str(said);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

async fn activities(portal: &Testbed, partner: PartnerId) -> Vec<Activity> {
    let mut all = portal.plugs.ports.desk.activities_of(&[partner], 10_000).await.expect("a read");
    all.sort_by(|a, b| a.external_id.as_str().cmp(b.external_id.as_str()));
    all
}

#[derive(FromQueryResult)]
struct Line {
    line: String,
}

/// Everything that stands in the tables of what partners offer, but for the catalogue's version,
/// which only ever rises; as one number.
async fn fingerprint(portal: &Testbed) -> u64 {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let url = format!("sqlite://{}/gnist.db?mode=ro", portal.folder().display());
    let database = sea_orm::Database::connect(url).await.expect("the file");
    let ask = |sql: String| {
        Line::find_by_statement(Statement::from_string(sea_orm::DbBackend::Sqlite, sql))
            .all(&database)
    };
    let (mut hasher, mut lines) = (DefaultHasher::new(), 0);
    for table in ["activity", "occurrence", "partner", "campaign", "draft", "claim"] {
        let columns = format!(
            "select name as line from pragma_table_info('{table}') where name <> 'version'"
        );
        let columns = ask(columns).await.expect("columns");
        let quoted: Vec<String> =
            columns.iter().map(|it| format!("quote(\"{}\")", it.line)).collect();
        let rows =
            format!("select {} as line from \"{table}\" order by 1", quoted.join(" || '|' || "));
        for row in ask(rows).await.expect("rows") {
            (table, row.line).hash(&mut hasher);
            lines += 1;
        }
    }
    database.close().await.expect("it closes");
    assert!(lines > 4, "{lines}");
    hasher.finish()
}

/// Writes a row as no program of ours would.
async fn spoil(portal: &Testbed, sql: &str) {
    let url = format!("sqlite://{}/gnist.db?mode=rw", portal.folder().display());
    let database = sea_orm::Database::connect(url).await.expect("the file");
    database.execute_unprepared(sql).await.expect("it is written");
    database.close().await.expect("it closes");
}

/// Two thousand rows, one in twenty wrong: changes, news, what stays as it was.
fn many() -> String {
    let mut rows = vec![
        ROW.replace("Byg en robot,", "Byg en stor robot,"),
        ROW.replace("Byg en robot,", "Byg en stor robot,").replace("03-18", "03-25"),
        ROW.replace("R-1", "R-2").replace("Byg en robot,", "Byg en kran,"),
    ];
    rows.extend((3..2_000).map(|n| {
        let row = ROW.replace("R-1", &format!("N-{n}"));
        if n % 20 == 0 { row.replace("workshop", "fest") } else { row }
    }));
    sheet(&rows.iter().map(String::as_str).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_sheet_of_two_thousand_rows_is_undone_to_the_last_byte() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let before = fingerprint(&portal).await;
    let at = hand_in(&portal, &mut eva, partner.id, &many()).await;
    let said = page(&portal, &mut eva, &at).await;
    for figure in [
        "1.898 nye aktiviteter",
        "1 ændret aktivitet",
        "1 aktivitet er, som den var",
        "99 linjer er afvist",
    ] {
        assert!(said.contains(figure), "{figure}: {}", &said[..900]);
    }
    assert_eq!(fingerprint(&portal).await, before, "looking changes nothing");

    presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
    assert_ne!(fingerprint(&portal).await, before);
    let theirs = activities(&portal, partner.id).await;
    assert_eq!(theirs.len(), 1_900);
    let (public, waiting): (Vec<&Activity>, Vec<&Activity>) =
        theirs.iter().partition(|it| it.state() == State::Published);
    assert_eq!((public.len(), waiting.len()), (2, 1_898));
    assert!(waiting.iter().all(|it| it.state() == State::Submitted));
    assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
    let titles: Vec<&str> = public.iter().map(|it| it.particulars().title.as_str()).collect();
    assert_eq!(titles, ["Byg en stor robot", "Byg en kran"]);
    let said = page(&portal, &mut eva, &at).await;
    assert!(
        said.contains("1.898 nye, 1 ændrede, 1 som før. 99 af 2.000 linjer er afvist."),
        "{said}"
    );
    assert!(said.contains("Fortryd 1.899 aktiviteter"), "{said}");

    portal.clock.set(portal.plugs.ports.clock.now() + TimeDelta::minutes(20));
    presses(&portal, &mut eva, &format!("{at}/fortryd"), &[("stays", "0")]).await;
    assert_eq!(fingerprint(&portal).await, before, "not all is undone");
    assert!(page(&portal, &mut eva, &at).await.contains("Fortrudt"));
    assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
    // Nothing is undone twice.
    let answer = eva.submits(&portal, &format!("{at}/fortryd"), &[("stays", "0")]).await;
    assert_eq!(answer.0, StatusCode::NOT_FOUND);
    assert_eq!(fingerprint(&portal).await, before);
}

#[tokio::test]
async fn a_sheet_is_written_once_and_undone_on_postgresql_too() {
    let (portal, partner, mut eva) = house(On::PostgreSql).await;
    let before = activities(&portal, partner.id).await;
    let changed = ROW.replace("Byg en robot,", "Byg en stor robot,");
    let file = sheet(&[&changed, &ROW.replace("R-1", "N-1")]);
    let at = hand_in(&portal, &mut eva, partner.id, &file).await;
    for _ in 0..2 {
        presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
    }
    assert_eq!(activities(&portal, partner.id).await.len(), 3);
    presses(&portal, &mut eva, &format!("{at}/fortryd"), &[("stays", "0")]).await;
    assert_eq!(activities(&portal, partner.id).await, before);
}

#[tokio::test]
async fn what_is_wrong_stands_at_its_row_with_what_was_written_there() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let wrong = ROW.replace("R-1", "N-1").replace("robotics", "robåtter");
    let others = ROW.replace("R-1", "N-2").replace("Robothuset", "Kemihuset");
    let nobody = ROW.replace("R-1", "N-3").replace("Robothuset", "");
    let at = hand_in(&portal, &mut eva, partner.id, &sheet(&[&wrong, &others, &nobody])).await;
    let said = page(&portal, &mut eva, &at).await;
    assert!(said.contains("emner : robåtter vi kender ikke »robåtter«."), "{said}");
    assert!(
        said.contains("udbyder : Kemihuset du kan kun læse jeres egne aktiviteter ind."),
        "{said}"
    );
    assert!(said.contains("1 ny aktivitet") && said.contains("2 linjer er afvist"), "{said}");
    let refused = page(&portal, &mut eva, &format!("{at}?vis=afviste")).await;
    assert!(
        refused.contains("2 Byg en robot N-1") && !refused.contains("4 Byg en robot N-3"),
        "{refused}"
    );
    let english = page(&portal, &mut eva, &format!("/en{at}")).await;
    assert!(
        english.contains("2 rows are refused") && english.contains("topics : robåtter"),
        "{english}"
    );

    presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
    let keys: Vec<String> =
        activities(&portal, partner.id).await.iter().map(|it| it.external_id.to_string()).collect();
    assert_eq!(keys, ["N-3", "R-1", "R-2"]);
    let all = portal.plugs.ports.desk.all_partners().await.expect("a read");
    assert_eq!(all.len(), 1, "a sheet at a desk makes no partner");
}

#[tokio::test]
async fn words_of_ones_own_are_explained_once() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let header = HEADER
        .replace("title", "Overskrift")
        .replace("partner,partner_sector", "Hus,Slags")
        .replace("summary", "Kort & <b>godt</b>");
    let file = format!("{header}\n{}\n", ROW.replace("R-1", "N-1"));
    let at = hand_in(&portal, &mut eva, partner.id, &file).await;
    let said = page(&portal, &mut eva, &at).await;
    assert!(said.contains("Linje 1: der mangler kolonner: title, summary."), "{said}");
    assert!(said.contains("Overskrift Byg en robot"), "{said}");
    let said = |title: &'static str, summary: &'static str| {
        HEADER.split(',').map(move |it| match it {
            "title" => ("column", title),
            "summary" => ("column", summary),
            "partner" | "partner_sector" => ("column", ""),
            other => ("column", other),
        })
    };
    // What does not suffice comes back with what was chosen.
    let chosen: Vec<_> = said("title", "").collect();
    let answer = eva.submits(&portal, &at, &chosen).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.2.contains(r##"href="#kolonner""##), "{}", answer.2);
    assert!(words(&answer.2).contains("der mangler kolonner: summary."), "{}", answer.2);
    let twice: Vec<_> = said("title", "title").collect();
    let answer = eva.submits(&portal, &at, &twice).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    let right: Vec<_> = said("title", "summary").collect();
    presses(&portal, &mut eva, &at, &right).await;
    assert!(page(&portal, &mut eva, &at).await.contains("1 ny aktivitet"));
    presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;

    // The next sheet with the same words needs no explanation.
    let next = format!("{header}\n{}\n", ROW.replace("R-1", "N-2"));
    let at = hand_in(&portal, &mut eva, partner.id, &next).await;
    assert!(page(&portal, &mut eva, &at).await.contains("1 ny aktivitet"));
}

#[tokio::test]
async fn what_somebody_changed_since_stays_and_is_told_beforehand() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    let file = sheet(&[
        &ROW.replace("Byg en robot,", "Byg en stor robot,"),
        &ROW.replace("R-1", "N-1"),
        &ROW.replace("R-1", "N-2").replace("Byg en robot,", "Byg en bro,"),
    ]);
    let at = hand_in(&portal, &mut eva, partner.id, &file).await;
    presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
    portal.clock.set(portal.plugs.ports.clock.now() + TimeDelta::minutes(20));
    let bridge = activities(&portal, partner.id).await.swap_remove(1);
    presses(&portal, &mut eva, &format!("/partner/aktiviteter/{}/tilbage", bridge.id.0), &[]).await;

    let said = page(&portal, &mut eva, &at).await;
    assert!(
        said.contains(
            "Én aktivitet bliver stående: Byg en bro : den er ændret eller besvaret siden"
        ),
        "{said}"
    );
    assert!(said.contains("Fortryd 2 aktiviteter"), "{said}");
    // Who did not see that it stays is shown it first.
    let path = presses(&portal, &mut eva, &format!("{at}/fortryd"), &[("stays", "0")]).await;
    assert_eq!(activities(&portal, partner.id).await.len(), 4);
    assert!(page(&portal, &mut eva, &path).await.contains("Noget er ændret, siden du så siden."));
    presses(&portal, &mut eva, &format!("{at}/fortryd"), &[("stays", "1")]).await;
    let theirs = activities(&portal, partner.id).await;
    let titles: Vec<&str> = theirs.iter().map(|it| it.particulars().title.as_str()).collect();
    assert_eq!(titles, ["Byg en bro", "Byg en robot", "Byg en kran"]);
}

#[tokio::test]
async fn what_people_could_rely_on_stays() {
    let (portal, partner, mut eva) = house(On::Sqlite).await;
    trust(&portal, partner.id).await.expect("it is trusted");
    let file = sheet(&[
        &ROW.replace("03-18", "04-01"),
        &ROW.replace("03-18", "03-19"),
        &ROW.replace("R-1", "N-1").replace("Byg en robot,", "Byg en bro,"),
    ]);
    let at = hand_in(&portal, &mut eva, partner.id, &file).await;
    assert!(page(&portal, &mut eva, &at).await.contains("I udgiver med det samme"));
    presses(&portal, &mut eva, &format!("{at}/skriv"), &[]).await;
    let bridge = activities(&portal, partner.id).await.swap_remove(0);
    assert_eq!(bridge.state(), State::Published, "a trusted partner publishes at once");
    let said = page(&portal, &mut eva, &at).await;
    assert!(said.contains("Byg en bro : alle kan se den"), "{said}");
    assert!(said.contains("Fortryd 1 aktivitet"), "{said}");
    spoil(&portal, "update occurrence set taken = 2 where start_at like '2027-04-01%'").await;
    let said = page(&portal, &mut eva, &at).await;
    assert!(said.contains("Byg en robot : nogen har fået plads"), "{said}");
    assert!(said.contains("Her er intet at fortryde."), "{said}");
}
