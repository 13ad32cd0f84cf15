//! What the register promises to erase is erased: not early, not late, not by a wrong clock.

use std::{collections::BTreeMap, time::Duration};

use application::{
    privacy::{Swept, sweep, trust_clock},
    testing::{an_activity, contract},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    privacy::Holding,
    signup::{Attempt, SignUp},
};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, FromQueryResult, Statement, Value,
    sea_query::{Alias, Expr, Query},
};
use server::adapters::database::register::{Content, REGISTER};

use crate::{
    people::{account, signed_in},
    testbed::{On, Testbed},
};

/// What goes before its purpose is over, because it is of no use any more.
const EARLIER: [(&str, TimeDelta); 2] =
    [("link", TimeDelta::hours(24)), ("sign_up_attempt", Attempt::KEPT_FOR)];

/// What is promised to be erased, by table and column.
fn promised() -> BTreeMap<(&'static str, &'static str), TimeDelta> {
    let mut promised = BTreeMap::new();
    for (table, contents) in REGISTER {
        for (content, names) in *contents {
            let Content::Of(holding) = content else { continue };
            let Some(lifetime) = holding.kept_for() else { continue };
            let earlier = EARLIER.iter().find(|it| it.0 == *table);
            let lifetime = earlier.map_or(lifetime, |it| it.1);
            promised.extend(names.split(' ').map(|name| ((*table, name), lifetime)));
        }
    }
    promised
}

/// What stands in a column of the row that this test writes into every table.
fn value(table: &str, column: &str, at: DateTime<Utc>, ids: &Ids) -> Value {
    let days = |n| Value::from(at + TimeDelta::days(n));
    match (table, column) {
        ("letter", "state") => "sent".into(),
        ("deed", "about") => "account".into(),
        ("request", "needs_erased_at") => days(SignUp::NEEDS_KEPT_FOR.num_days()),
        ("request", "erased_at") => days(SignUp::KEPT_FOR.num_days()),
        ("roster", "rule") => "strict-order".into(),
        ("date_report", "levels") => "grade-6".into(),
        (_, "stage") => "confirmed".into(),
        (_, "kind" | "to_stage" | "from_stage") => "class".into(),
        (_, "sign_up_id") | ("sign_up", "id") => ids.sign_up.into(),
        (_, "request_id") | ("request", "id") => ids.request.into(),
        (_, "activity_id") => ids.activity.into(),
        (_, "partner_id") => ids.partner.into(),
        (_, "account_id" | "answered_by") => ids.account.into(),
        (_, "occurrence_id") => ids.date.into(),
        (_, "device" | "walk_in" | "id" | "about_id") => Uuid::from_u128(77).into(),
        (
            _,
            "seats" | "tries" | "letters" | "seats_given" | "draw_seats" | "draw_rank"
            | "asks_days" | "frees_days" | "here" | "lapsed_seats" | "pupils" | "students"
            | "teachers" | "adults" | "girls",
        )
        | ("tally" | "tick", "n") => 1_i32.into(),
        (_, "turn" | "n" | "last_turn" | "steps" | "told_steps") => 1_i64.into(),
        (_, "answer_day") => at.into(),
        (_, name) if name.starts_with("is_") => true.into(),
        (_, name) if name == "at" || name.ends_with("_at") || name.ends_with("since") => at.into(),
        (_, name) => format!("{table} {name}").into(),
    }
}

struct Ids {
    activity: Uuid,
    partner: Uuid,
    account: Uuid,
    date: Uuid,
    sign_up: Uuid,
    request: Uuid,
}

/// Writes one full row into every table of which something is promised, and of the roster that
/// says when its date ends.
async fn fill(portal: &Testbed, rows: &DatabaseConnection, at: DateTime<Utc>) {
    let store = &*portal.plugs.ports.store;
    contract::fill(store, 3).await;
    signed_in(portal, "ana@skole.dk", &[]).await;
    let account = account(portal, "ana@skole.dk").await;
    let activity = an_activity(1);
    let ids = Ids {
        activity: activity.id.0,
        partner: activity.partner.0,
        account: account.id.0,
        date: Uuid::from_u128(501),
        sign_up: Uuid::from_u128(502),
        request: Uuid::from_u128(503),
    };
    let promised = promised();
    for (table, contents) in REGISTER {
        if *table == "account" || !promised.keys().any(|it| it.0 == *table) && *table != "roster" {
            continue;
        }
        let columns: Vec<&str> = contents.iter().flat_map(|it| it.1.split(' ')).collect();
        let values = columns.iter().map(|it| Expr::val(value(table, it, at, &ids)));
        let mut insert = Query::insert();
        insert.into_table(Alias::new(*table)).columns(columns.iter().map(|it| Alias::new(*it)));
        insert.values_panic(values);
        let written = rows.execute(&insert).await;
        written.unwrap_or_else(|error| panic!("{table}: {error}"));
    }
}

#[derive(FromQueryResult)]
struct Count {
    n: i64,
}

/// The columns in which something stands, of those of which something is promised.
async fn kept(rows: &DatabaseConnection) -> Vec<(&'static str, &'static str)> {
    let mut kept = Vec::new();
    for (table, column) in promised().into_keys() {
        let sql = format!("select count(*) as n from \"{table}\" where \"{column}\" is not null");
        let ask = Statement::from_string(rows.get_database_backend(), sql);
        let count = Count::find_by_statement(ask).one(rows).await.expect("an answer");
        if count.expect("a count").n > 0 {
            kept.push((table, column));
        }
    }
    kept
}

/// Fills a portal at an instant, and answers how to reach its rows.
async fn filled(on: On, at: DateTime<Utc>) -> (Testbed, DatabaseConnection) {
    let portal = Testbed::start(on).await;
    portal.clock.set(at);
    let rows = sea_orm::Database::connect(portal.url()).await.expect("the database");
    fill(&portal, &rows, at).await;
    (portal, rows)
}

fn day(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect("an instant").to_utc()
}

#[tokio::test]
async fn what_the_register_promises_to_erase_goes_neither_early_nor_late() {
    let promised = promised();
    let mut lifetimes: Vec<TimeDelta> = promised.values().copied().collect();
    lifetimes.sort();
    lifetimes.dedup();
    assert!(lifetimes.len() >= 4, "{lifetimes:?}");
    // The nights when clocks change lie within, on both sides.
    for (on, at) in
        [(On::Sqlite, day("2027-03-27T23:30:00Z")), (On::PostgreSql, day("2026-10-24T22:30:00Z"))]
    {
        let (portal, rows) = filled(on, at).await;
        let all: Vec<_> = promised.keys().copied().collect();
        assert_eq!(kept(&rows).await, all, "{on:?}: this test leaves a column empty");
        for lifetime in &lifetimes {
            let still = |left: &dyn Fn(&TimeDelta) -> bool| -> Vec<_> {
                promised.iter().filter(|it| left(it.1)).map(|it| *it.0).collect()
            };
            portal.clock.set(at + *lifetime - TimeDelta::seconds(1));
            assert_eq!(sweep(&portal.plugs.ports).await.expect("a sweep"), Swept::Done);
            let early = still(&|it| it >= lifetime);
            assert_eq!(kept(&rows).await, early, "{on:?}: early, a second before {lifetime}");
            portal.clock.set(at + *lifetime + TimeDelta::seconds(1));
            assert_eq!(sweep(&portal.plugs.ports).await.expect("a sweep"), Swept::Done);
            let late = still(&|it| it > lifetime);
            assert_eq!(kept(&rows).await, late, "{on:?}: late, a second after {lifetime}");
        }
        assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
    }
}

#[tokio::test]
async fn a_clock_that_jumps_ahead_erases_all_of_it_and_one_that_jumps_back_nothing() {
    let at = day("2026-12-01T08:00:00Z");
    let month: Vec<_> = promised().into_iter().filter(|it| it.1 > TimeDelta::days(31)).collect();
    for on in [On::Sqlite, On::PostgreSql] {
        for (jump, left) in [(31, month.len()), (400, 0), (-1, promised().len())] {
            let (portal, rows) = filled(on, at).await;
            sweep(&portal.plugs.ports).await.expect("a sweep");
            portal.clock.set(at + TimeDelta::days(jump));
            let swept = sweep(&portal.plugs.ports).await.expect("a sweep");
            assert_eq!(swept == Swept::Done, jump > 0, "{on:?}, {jump} days: {swept:?}");
            assert_eq!(kept(&rows).await.len(), left, "{on:?}, {jump} days");
        }
    }
}

#[tokio::test]
async fn a_clock_that_went_back_is_told_of_until_somebody_says_that_it_is_right() {
    let at = day("2026-12-01T08:00:00Z");
    let (portal, rows) = filled(On::Sqlite, at).await;
    let told = async || {
        let (_, _, text) = portal.get("/readyz").await;
        let answer: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        answer["sweeper"].as_str().map(str::to_owned)
    };
    assert_eq!(told().await.as_deref(), Some("not_yet"));
    // Somebody's clock was 900 days ahead once, and was put right before anything was erased.
    let ahead = at + TimeDelta::days(900);
    portal.plugs.ports.sweeping.saw_time(ahead).await.expect("a write");
    portal.clock.set(at + TimeDelta::days(400));
    assert!(matches!(sweep(&portal.plugs.ports).await, Ok(Swept::ClockWentBack { .. })));
    assert_eq!(told().await.as_deref(), Some("clock_went_back"));
    assert_eq!(kept(&rows).await.len(), promised().len());
    trust_clock(&portal.plugs.ports).await.expect("a write");
    assert_eq!(sweep(&portal.plugs.ports).await.expect("a sweep"), Swept::Done);
    assert_eq!(told().await.as_deref(), Some("ok"));
    assert_eq!(kept(&rows).await, []);
    portal.clock.set(at + TimeDelta::days(402));
    assert_eq!(told().await.as_deref(), Some("late"));
}

#[tokio::test]
async fn letters_in_the_folder_go_when_their_month_is_over() {
    let portal = Testbed::start(On::Sqlite).await;
    let folder = portal.folder().join("letters");
    std::fs::create_dir_all(&folder).expect("a folder");
    let old = portal.clock_now() - Holding::LETTERS;
    for (name, at) in [
        ("old.eml", old - TimeDelta::seconds(1)),
        ("new.eml", old + TimeDelta::seconds(1)),
        ("other.txt", old - TimeDelta::days(9)),
    ] {
        let file = std::fs::File::create(folder.join(name)).expect("a file");
        let since = Duration::from_secs(at.timestamp().unsigned_abs());
        file.set_modified(std::time::UNIX_EPOCH + since).expect("a time");
    }
    let plugs = portal.plugs.clone().with_letters_in(folder.clone());
    sweep(&plugs.ports).await.expect("a sweep");
    let left = std::fs::read_dir(&folder).expect("a folder");
    let mut left: Vec<_> = left.map(|it| it.expect("a file").file_name()).collect();
    left.sort();
    assert_eq!(left, ["new.eml", "other.txt"]);
}
