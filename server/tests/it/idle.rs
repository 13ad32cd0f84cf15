//! Accounts to which nobody comes are told of, and then they are gone.

use application::{
    identity,
    privacy::{Swept, sweep, trust_clock},
};
use axum::http::StatusCode;
use chrono::{DateTime, NaiveDate, Utc};
use domain::identity::{Addressed, Letter, Role};

use crate::{
    letters::site,
    people::{Person, letters, location, signed_in},
    testbed::{On, Testbed},
};

fn instant(day: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(&format!("{day}T08:00:00Z")).expect("an instant").to_utc()
}

/// Sweeps on a day; answers what was written.
async fn swept_on(portal: &Testbed, day: &str) -> Vec<Addressed> {
    portal.clock.set(instant(day));
    assert_eq!(sweep(&portal.plugs.ports).await.expect("a sweep"), Swept::Done, "{day}");
    letters(portal).await
}

/// Who was told, and on which day their account goes.
fn told(letters: &[Addressed]) -> Vec<(&str, NaiveDate)> {
    let told = letters.iter().filter_map(|it| match it.letter {
        Letter::AccountIdle { goes_on } => Some((it.to.as_str(), goes_on)),
        _ => None,
    });
    let mut told: Vec<_> = told.collect();
    told.sort_unstable();
    told
}

async fn knows(portal: &Testbed, who: &str) -> bool {
    let email = who.try_into().expect("an address");
    portal.plugs.ports.accounts.account(&email).await.expect("a read").is_some()
}

#[tokio::test]
async fn whoever_does_not_come_is_told_once_and_gone_a_month_later_and_others_stay() {
    let goes_on: NaiveDate = "2028-12-01".parse().expect("a day");
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        signed_in(&portal, "admin@gnist.dk", &[Role::Administrator]).await;
        for who in ["lone@skole.dk", "bo@skole.dk"] {
            signed_in(&portal, who, &[]).await;
        }
        letters(&portal).await;
        assert_eq!(swept_on(&portal, "2028-10-31").await, [], "{on:?}");
        let first = swept_on(&portal, "2028-11-01").await;
        assert_eq!(told(&first), [("bo@skole.dk", goes_on), ("lone@skole.dk", goes_on)], "{on:?}");
        assert_eq!(first.len(), 2, "{on:?}");
        assert_eq!(swept_on(&portal, "2028-11-01").await, [], "{on:?}");
        portal.clock.set(instant("2028-11-20"));
        signed_in(&portal, "bo@skole.dk", &[]).await;
        assert_eq!(swept_on(&portal, "2028-11-30").await, [], "{on:?}");
        assert!(knows(&portal, "lone@skole.dk").await, "{on:?}: a day early");

        let last = swept_on(&portal, "2028-12-01").await;
        let [Addressed { letter: Letter::DataErased { .. }, to, .. }] = &last[..] else {
            panic!("{on:?}: a receipt: {last:?}")
        };
        assert_eq!(to.as_str(), "lone@skole.dk", "{on:?}");
        for (who, stays) in
            [("admin@gnist.dk", true), ("bo@skole.dk", true), ("lone@skole.dk", false)]
        {
            assert_eq!(knows(&portal, who).await, stays, "{on:?}: {who}");
        }
        let held = &portal.plugs.ports.held;
        let lone = "lone@skole.dk".try_into().expect("an address");
        let left = held.held(&lone).await.expect("a read");
        // The receipt was sent: only that it was is remembered, and not to whom.
        assert_eq!(left, [], "{on:?}");
        let stones = held.tombstones(DateTime::<Utc>::UNIX_EPOCH).await.expect("a read");
        assert_eq!(stones.len(), 1, "{on:?}");
        assert_eq!(portal.plugs.database.verify().await.expect("an answer"), Vec::<String>::new());
    }
}

#[tokio::test]
async fn whoever_signs_in_after_the_letter_keeps_the_account_and_is_told_anew_another_time() {
    let portal = Testbed::start(On::Sqlite).await;
    signed_in(&portal, "lone@skole.dk", &[]).await;
    let first = swept_on(&portal, "2028-11-01").await;
    let [letter] = &first[..] else { panic!("one letter: {first:?}") };
    let written = ui::letters::write_letter(&site(), letter);
    assert!(written.text.contains("fredag 1. december 2028"), "{}", written.text);
    assert!(written.text.contains("/log-ind\n"), "{}", written.text);

    // Whoever was signed in and looks at a page has come.
    let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
    portal.clock.set(instant("2028-11-05"));
    assert_eq!(lone.opens(&portal, "/konto").await.0, StatusCode::OK);
    for day in ["2028-12-01", "2029-12-01", "2030-10-04"] {
        assert_eq!(swept_on(&portal, day).await, [], "{day}");
    }
    let again = swept_on(&portal, "2030-10-05").await;
    let goes_on: NaiveDate = "2030-11-05".parse().expect("a day");
    assert_eq!(told(&again), [("lone@skole.dk", goes_on)]);
    assert_eq!(swept_on(&portal, "2030-11-04").await, []);
    assert!(knows(&portal, "lone@skole.dk").await);
    assert_eq!(swept_on(&portal, "2030-11-05").await.len(), 1);
    assert!(!knows(&portal, "lone@skole.dk").await);

    // The address is free again, and its owner is new here.
    let asked =
        Person::default().submits(&portal, "/log-ind/brev", &[("email", "lone@skole.dk")]).await;
    assert_eq!(asked.0, StatusCode::SEE_OTHER, "{}: {}", location(&asked), asked.2);
    let sent = letters(&portal).await;
    assert!(matches!(&sent[..], [Addressed { letter: Letter::NoAccount { .. }, .. }]), "{sent:?}");
}

#[tokio::test]
async fn the_last_administrator_and_whoever_was_closed_stay_and_are_not_told() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        signed_in(&portal, "admin@gnist.dk", &[Role::Administrator]).await;
        signed_in(&portal, "lukket@skole.dk", &[]).await;
        let closed = "lukket@skole.dk".try_into().expect("an address");
        identity::suspend(&portal.plugs.ports, &closed).await.expect("a write");
        letters(&portal).await;
        for day in ["2028-11-01", "2028-12-01", "2033-12-01"] {
            assert_eq!(swept_on(&portal, day).await, [], "{on:?}, {day}");
        }
        for who in ["admin@gnist.dk", "lukket@skole.dk"] {
            assert!(knows(&portal, who).await, "{on:?}: {who}");
        }
    }
}

#[tokio::test]
async fn nobody_is_told_or_goes_by_a_clock_that_went_back() {
    let portal = Testbed::start(On::Sqlite).await;
    signed_in(&portal, "lone@skole.dk", &[]).await;
    assert_eq!(swept_on(&portal, "2028-11-01").await.len(), 1);
    portal.plugs.ports.sweeping.saw_time(instant("2029-06-01")).await.expect("a write");
    portal.clock.set(instant("2029-01-01"));
    let swept = sweep(&portal.plugs.ports).await.expect("an answer");
    assert!(matches!(swept, Swept::ClockWentBack { .. }), "{swept:?}");
    assert!(knows(&portal, "lone@skole.dk").await);
    trust_clock(&portal.plugs.ports).await.expect("a write");
    assert_eq!(swept_on(&portal, "2029-01-01").await.len(), 1);
    assert!(!knows(&portal, "lone@skole.dk").await);
}
