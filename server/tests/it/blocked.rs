//! Groups of writers that want the same addresses in opposite order, and how often whoever signs
//! up goes to the database and back.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use application::{
    Ports,
    ports::{Store, StoreError, Transaction},
    signup::{Sent, SignUpError, sign_up},
};
use async_trait::async_trait;
use domain::{
    Email,
    catalogue::OccurrenceId,
    identity::{LetterLanguage, Target},
    signup::TypedParty,
};

use crate::{
    sign_ups::{nothing_is_wrong, portal_on},
    testbed::{On, Testbed, times},
};

/// A store that counts who lost a race, and that may keep it to itself.
struct Watched {
    inner: Arc<dyn Store>,
    lost: AtomicU32,
    tells: bool,
}

#[async_trait]
impl Store for Watched {
    async fn begin(&self) -> Result<Box<dyn Transaction>, StoreError> {
        self.inner.begin().await
    }

    async fn begin_at(&self, date: OccurrenceId) -> Result<Box<dyn Transaction>, StoreError> {
        self.inner.begin_at(date).await
    }

    fn lost_a_race(&self, error: &StoreError) -> bool {
        let is_lost = self.inner.lost_a_race(error);
        self.lost.fetch_add(u32::from(is_lost), Ordering::SeqCst);
        is_lost && self.tells
    }
}

fn watched(portal: &Testbed, tells: bool) -> (Arc<Ports>, Arc<Watched>) {
    let inner = portal.plugs.ports.store.clone();
    let store = Arc::new(Watched { inner, lost: AtomicU32::new(0), tells });
    let ports = Ports { store: store.clone(), ..(*portal.plugs.ports).clone() };
    (Arc::new(ports), store)
}

fn address(name: &str, round: usize) -> String {
    format!("{name}{round}@skole.dk")
}

/// A class of a round, written to at an address.
fn class(name: &str, email: String) -> TypedParty {
    TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: name.into(),
        grade: "grade-6".into(),
        pupils: "1".into(),
        name: "Lone".into(),
        email,
        agrees: true,
        ..TypedParty::default()
    }
}

async fn signs_up(
    ports: &Ports,
    date: OccurrenceId,
    (key, typed): (&str, &TypedParty),
) -> Result<Sent, SignUpError> {
    let key = format!("{key:a>20}").parse().expect("a key");
    sign_up(ports, date, key, typed, LetterLanguage::Danish).await
}

/// Holds the turn of a date, and an address.
async fn holds(
    ports: &Ports,
    date: OccurrenceId,
    name: &str,
    round: usize,
) -> Box<dyn Transaction> {
    let mut tx = ports.store.begin_at(date).await.expect("a turn");
    let email = Email::try_from(address(name, round).as_str()).expect("an address");
    tx.accounts().tally(Target::Letters(&email)).await.expect("an address");
    tx
}

/// Of two dates, one group holds an address and wants another, which the other group holds, which
/// wants the first: a class of each comes while the first of its group still writes.
async fn meet(
    ports: &Arc<Ports>,
    dates: &[OccurrenceId],
    round: usize,
) -> Vec<Result<Sent, SignUpError>> {
    let ways = [(dates[0], "x", "y"), (dates[1], "y", "x")];
    let mut first = Vec::new();
    for (date, own, _) in ways {
        first.push(holds(ports, date, own, round).await);
    }
    let mut running = tokio::task::JoinSet::new();
    for (date, own, other) in ways {
        let ports = ports.clone();
        running.spawn(async move {
            let typed = class(&format!("{round}.{own}"), address(other, round));
            signs_up(&ports, date, (&format!("k{round}-{own}"), &typed)).await
        });
    }
    // They come while the first still write, and before these have waited long enough for others.
    tokio::time::sleep(Duration::from_millis(8)).await;
    let mut ending = tokio::task::JoinSet::new();
    for tx in first {
        ending.spawn(tx.commit());
    }
    let told = running.join_all().await;
    ending.join_all().await.into_iter().collect::<Result<Vec<()>, _>>().expect("it was kept");
    told
}

/// Plays rounds until somebody has lost a race; answers what was told.
async fn until_somebody_lost(
    portal: &Testbed,
    dates: &[OccurrenceId],
    tells: bool,
    from: usize,
) -> Vec<Result<Sent, SignUpError>> {
    let (ports, store) = watched(portal, tells);
    let mut told = Vec::new();
    for round in from..from + 60 {
        told.extend(meet(&ports, dates, round).await);
        if store.lost.load(Ordering::SeqCst) > 0 {
            return told;
        }
    }
    panic!("nobody was ever in somebody's way, so nothing was tried");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn groups_that_want_the_same_addresses_in_opposite_order_all_get_their_answer() {
    let (portal, dates) = portal_on(On::PostgreSql, &[500, 500]).await;
    // The control: where nobody comes again, somebody is told that the store failed.
    let told = until_somebody_lost(&portal, &dates, false, 0).await;
    let failed = told.iter().filter(|it| matches!(it, Err(SignUpError::Store(_)))).count();
    assert!(failed > 0, "the race is none: {told:?}");
    for n in 1..=times(2) {
        let told = until_somebody_lost(&portal, &dates, true, n * 100).await;
        assert!(told.iter().all(Result::is_ok), "{told:?}");
    }
    nothing_is_wrong(&portal).await;
}

/// So many come while somebody writes.
const TOGETHER: u64 = 8;

/// How often whoever signs up alone goes to the database and back, to begin and to commit included.
async fn trips(on: On) -> (u64, u64) {
    let (portal, dates) = portal_on(on, &[500]).await;
    let (ports, database) = (portal.plugs.ports.clone(), portal.plugs.database.clone());
    // Whoever is first on a roster opens it.
    let typed = class("1.A", address("first", 0));
    signs_up(&ports, dates[0], ("first", &typed)).await.expect("a seat");
    let before = database.trips();
    let typed = class("1.B", address("alone", 0));
    signs_up(&ports, dates[0], ("alone", &typed)).await.expect("a seat");
    let alone = database.trips() - before;

    // Those who come while somebody writes go along with them.
    let mut fewest = u64::MAX;
    for round in 0..5 {
        let first = holds(&ports, dates[0], "holder", round).await;
        let before = database.trips();
        let mut running = tokio::task::JoinSet::new();
        for n in 0..TOGETHER {
            let (ports, date) = (ports.clone(), dates[0]);
            running.spawn(async move {
                let typed = class(&format!("{round}.{n}"), address(&format!("t{n}-"), round));
                signs_up(&ports, date, (&format!("t{round}-{n}"), &typed)).await.expect("a seat");
            });
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
        first.commit().await.expect("it was kept");
        running.join_all().await;
        fewest = fewest.min((database.trips() - before) / TOGETHER);
    }
    nothing_is_wrong(&portal).await;
    (alone, fewest)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whoever_signs_up_on_postgresql_goes_there_and_back_eight_times_and_less_together() {
    let (alone, together) = trips(On::PostgreSql).await;
    println!("PostgreSQL: {alone} alone, {together} together");
    assert!(alone <= 8 && together <= alone, "{alone} alone, {together} together");
    let (alone, together) = trips(On::Sqlite).await;
    println!("SQLite: {alone} alone, {together} together");
    assert!(alone <= 14 && together <= alone, "{alone} alone, {together} together");
}
