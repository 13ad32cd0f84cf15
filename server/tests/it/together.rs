//! Those who write at once are committed together: what one takes back or fails at is nobody
//! else's, and who was answered can be read by everybody.

use std::{sync::Arc, time::Duration};

use application::{
    ports::{Ports, StoreError},
    signup::{confirm_sign_up, sign_up},
    testing::{
        partner,
        sign_up_contract::{fill_visits, visit_now},
    },
};
use domain::{
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage},
    signup::{SignUpNews, TypedParty},
};

use crate::{
    people::letters,
    testbed::{On, Testbed},
};

const DATE: OccurrenceId = OccurrenceId(domain::Uuid::from_u128(9));

/// Founds a partner, and then does not wish to have done it, or does.
async fn founds(ports: &Ports, n: usize, keeps: bool) -> Result<(), StoreError> {
    let mut tx = ports.store.begin_at(DATE).await?;
    tx.partners().add(&[partner(n)]).await?;
    tokio::time::sleep(Duration::from_millis(u64::try_from(n % 3).expect("few"))).await;
    if keeps { tx.commit().await } else { Ok(()) }
}

async fn known(ports: &Ports) -> Vec<usize> {
    let mut tx = ports.store.begin_at(DATE).await.expect("a transaction");
    let all = tx.partners().all().await.expect("a read");
    let of = |it: &domain::partners::Partner| (0..200).find(|n| partner(*n).id == it.id);
    let mut known: Vec<usize> = all.iter().filter_map(of).collect();
    known.sort_unstable();
    known
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_those_who_write_at_once_each_is_kept_or_taken_back_on_its_own() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let mut running = tokio::task::JoinSet::new();
        for n in 0..120 {
            let ports: Arc<Ports> = portal.plugs.ports.clone();
            let task = running.spawn(async move {
                founds(&ports, n, n % 3 != 1).await.expect("a write");
                n
            });
            if n % 3 == 2 {
                // Whoever waited for it goes away at some point of it.
                tokio::time::sleep(Duration::from_micros(u64::try_from(n).expect("few") * 20))
                    .await;
                task.abort();
            }
        }
        let mut answered = Vec::new();
        while let Some(done) = running.join_next().await {
            answered.extend(done.ok().filter(|n| n % 3 != 1));
        }
        answered.sort_unstable();
        let known = known(&portal.plugs.ports).await;
        assert!(answered.len() >= 40, "{on:?}: nobody was answered: {answered:?}");
        assert!(answered.iter().all(|n| known.contains(n)), "{on:?}: {answered:?} of {known:?}");
        assert!(
            known.iter().all(|n| n % 3 != 1),
            "{on:?}: what was taken back is there: {known:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_fails_for_one_is_kept_for_the_others() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        founds(&portal.plugs.ports, 7, true).await.expect("a write");
        let mut running = tokio::task::JoinSet::new();
        for n in 0..60 {
            let ports = portal.plugs.ports.clone();
            // Every second founds what is there already, which no table takes.
            let which = if n % 2 == 0 { 7 } else { 20 + n };
            running.spawn(async move { (which, founds(&ports, which, true).await.is_ok()) });
        }
        let told = running.join_all().await;
        let known = known(&portal.plugs.ports).await;
        for (n, is_fine) in told {
            assert_eq!(is_fine, n != 7, "{on:?}: {n}");
            assert!(known.contains(&n), "{on:?}: {n} of {known:?}");
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn who_was_answered_can_be_read_by_others_at_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let mut running = tokio::task::JoinSet::new();
        for n in 0..40 {
            let plugs = portal.plugs.clone();
            running.spawn(async move {
                founds(&plugs.ports, n, true).await.expect("a write");
                plugs.database.changes()
            });
        }
        let versions = running.join_all().await;
        assert!(versions.iter().all(|it| *it > 0), "{on:?}");
        assert_eq!(known(&portal.plugs.ports).await.len(), 40, "{on:?}");
        let elsewhere = portal.beside().await;
        assert_eq!(known(&elsewhere.plugs.ports).await.len(), 40, "{on:?}: another process");
    }
}

/// More than there are connections: nobody who has one may wait for another.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn letters_about_forty_dates_can_be_answered_at_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let dates = fill_visits(&*portal.plugs.ports.store, &[5; 40]).await;
        for (n, date) in dates.iter().enumerate() {
            let typed = TypedParty {
                kind: "class".into(),
                school: "Munkebjergskolen".into(),
                class: format!("{n}.B"),
                grade: "grade-6".into(),
                pupils: "5".into(),
                name: "Lone".into(),
                email: format!("lone{n}@skole.dk"),
                agrees: true,
                ..TypedParty::default()
            };
            let key = format!("key-of-many-letters-{n}").parse().expect("a key");
            let language = LetterLanguage::Danish;
            sign_up(&portal.plugs.ports, *date, key, &typed, language).await.expect("a seat");
        }
        let mut running = tokio::task::JoinSet::new();
        for it in letters(&portal).await {
            let Letter::SignUp { letter } = it.letter else { continue };
            let (ports, secret) = (portal.plugs.ports.clone(), letter.secret.expect("a link"));
            running.spawn(async move { confirm_sign_up(&ports, &secret).await.map(drop) });
        }
        let told = running.join_all().await;
        assert_eq!(told.len(), 40, "{on:?}");
        assert!(told.iter().all(Result::is_ok), "{on:?}: {told:?}");
        let confirmed = letters(&portal).await.into_iter().filter(|it| {
            matches!(&it.letter, Letter::SignUp { letter } if letter.news == SignUpNews::Confirmed)
        });
        assert_eq!(confirmed.count(), 40, "{on:?}");
    }
}
