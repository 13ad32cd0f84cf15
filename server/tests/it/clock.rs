//! Offers and letters run out once, whatever the clock does: it jumps on and back, nights are an
//! hour shorter or longer, and two processes look at once.

use application::{
    signup::{cancel_sign_up, confirm_sign_up, settle_rosters, sign_up},
    testing::sign_up_contract::{a_visit, fill_visits, visit_date, visit_now},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{Occurrence, OccurrenceId},
    identity::{Letter, LetterLanguage, Secret},
    signup::{Reason, SignUpNews, Stage, Step, TypedParty},
};

use crate::{
    people::letters,
    testbed::{On, Testbed},
};

/// The nights in which summer begins and ends in Denmark, a little before, and one like others.
const NIGHTS: [&str; 4] = [
    "2027-03-28T00:40:00Z",
    "2027-10-31T00:40:00Z",
    "2028-03-26T00:40:00Z",
    "2027-05-11T00:40:00Z",
];

fn instant(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

/// A portal at an instant, with a date of ten seats two weeks later.
async fn portal_at(on: On, now: DateTime<Utc>) -> (Testbed, OccurrenceId) {
    let portal = Testbed::start(on).await;
    portal.clock.set(now);
    fill_visits(&*portal.plugs.ports.store, &[10]).await;
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let mut visit = tx.activities().by_id(a_visit(0, 10).id).await.expect("a read").expect("it");
    let (start, said) = (now + TimeDelta::days(14), visit.particulars().clone());
    let capacity = visit_date(0, 10).capacity();
    let hours = (start, start + TimeDelta::hours(3));
    let date = OccurrenceId(domain::Uuid::from_u128(7_900_000));
    let other = Occurrence::new(date, hours, capacity, None).expect("a date");
    // It takes the place of the date that such visits have.
    visit.revise(said, vec![other], visit_now());
    tx.activities().save(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
    (portal, date)
}

fn class(n: u8) -> TypedParty {
    TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: format!("{n}.B"),
        grade: "grade-6".into(),
        pupils: "10".into(),
        name: "Lone".into(),
        email: format!("lone{n}@skole.dk"),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    }
}

/// Signs a class up; answers the secret of its letter.
async fn signs_up(portal: &Testbed, date: OccurrenceId, n: u8) -> Secret {
    let key = format!("key-of-the-clock-{n}").parse().expect("a key");
    let ports = &portal.plugs.ports;
    sign_up(ports, date, key, &class(n), LetterLanguage::Danish).await.expect("an admission");
    let asks = letters(portal).await.into_iter().find_map(|it| match it.letter {
        Letter::SignUp { letter } if letter.news.asks() => letter.secret,
        _ => None,
    });
    asks.expect("a letter that asks")
}

/// Two processes look at the clock at once.
async fn settles(portal: &Testbed, beside: &Testbed, now: DateTime<Utc>) {
    portal.clock.set(now);
    beside.clock.set(now);
    let (one, two) =
        tokio::join!(settle_rosters(&portal.plugs.ports), settle_rosters(&beside.plugs.ports));
    one.expect("an answer");
    two.expect("an answer");
}

async fn steps(portal: &Testbed, date: OccurrenceId) -> Vec<Step> {
    let ports = &portal.plugs.ports;
    let mut steps = Vec::new();
    for it in ports.sign_ups.sign_ups_of(date).await.expect("a read") {
        steps.extend(ports.sign_ups.steps_of(it.id).await.expect("a read"));
    }
    steps
}

async fn count(portal: &Testbed, date: OccurrenceId, reason: Reason) -> usize {
    steps(portal, date).await.iter().filter(|it| it.reason == reason).count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_offer_runs_out_once_however_the_clock_jumps() {
    let now = instant(NIGHTS[3]);
    for on in [On::Sqlite, On::PostgreSql] {
        for jump in [TimeDelta::hours(1), TimeDelta::hours(-1), TimeDelta::days(400)] {
            let (portal, date) = portal_at(on, now).await;
            let beside = portal.beside().await;
            let first = signs_up(&portal, date, 1).await;
            let page = confirm_sign_up(&portal.plugs.ports, &first).await.expect("a yes").secret;
            let second = signs_up(&portal, date, 2).await;
            confirm_sign_up(&portal.plugs.ports, &second).await.expect("a yes");
            cancel_sign_up(&portal.plugs.ports, &page, false).await.expect("it leaves");
            let offers = steps(&portal, date).await.into_iter().filter_map(|it| match it.to {
                Stage::Offered { until } => Some(until),
                _ => None,
            });
            let until = offers.max().expect("an offer");

            settles(&portal, &beside, now + jump).await;
            let is_over = usize::from(now + jump >= until);
            assert_eq!(count(&portal, date, Reason::OfferPassed).await, is_over, "{on:?} {jump}");
            for at in [until - TimeDelta::seconds(1), until, until, now, until, until + jump] {
                settles(&portal, &beside, at).await;
            }
            assert_eq!(count(&portal, date, Reason::OfferPassed).await, 1, "{on:?} {jump}");
            // Letters that were written at any of these times are due by then.
            portal.clock.set(until + TimeDelta::days(401));
            let told = letters(&portal).await.into_iter().filter(|it| {
                matches!(&it.letter, Letter::SignUp { letter } if letter.news == SignUpNews::OfferPassed)
            });
            assert_eq!(told.count(), 1, "{on:?} {jump}: it was told once");
            let faults = portal.plugs.database.verify().await.expect("an answer");
            assert_eq!(faults, Vec::<String>::new(), "{on:?} {jump}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn half_an_hour_is_half_an_hour_in_every_night() {
    for on in [On::Sqlite, On::PostgreSql] {
        for night in NIGHTS {
            let now = instant(night);
            let (portal, date) = portal_at(on, now).await;
            let beside = portal.beside().await;
            signs_up(&portal, date, 1).await;
            for (minutes, gone) in [(29, 0), (30, 1), (31, 1), (90, 1), (-60, 1), (180, 1)] {
                settles(&portal, &beside, now + TimeDelta::minutes(minutes)).await;
                let lapsed = count(&portal, date, Reason::LetterUnanswered).await;
                assert_eq!(lapsed, gone, "{on:?}, {night}, after {minutes} minutes");
            }
            let faults = portal.plugs.database.verify().await.expect("an answer");
            assert_eq!(faults, Vec::<String>::new(), "{on:?}, {night}");
        }
    }
}
