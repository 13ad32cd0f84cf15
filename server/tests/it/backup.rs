//! A backup that is taken while people sign up comes back whole, without whoever was erased since.

use std::{
    path::Path,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
};

use application::{
    privacy::{ask_for_data, erase_data, open_data},
    signup::sign_up,
    testing::sign_up_contract::visit_now,
};
use domain::{
    Email,
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage},
    signup::TypedParty,
};
use server::{
    adapters::database::Database,
    backup::{back_up, put_back},
    cli::restore::erase_since,
};

use crate::{
    people::letters,
    sign_ups::{nothing_is_wrong, portal_on},
    testbed::{On, Testbed, a_database, times},
};

fn party(n: usize) -> TypedParty {
    TypedParty {
        kind: "one".to_owned(),
        name: format!("Person {n}"),
        age: "30".to_owned(),
        email: format!("person{n}@hjem.example"),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    }
}

async fn enters(portal: &Testbed, date: OccurrenceId, n: usize) {
    let key = format!("{n:0>32}").parse().expect("a key");
    let language = LetterLanguage::Danish;
    let sent = sign_up(&portal.plugs.ports, date, key, &party(n), language).await;
    sent.unwrap_or_else(|error| panic!("person {n}: {error:?}"));
}

async fn erases(portal: &Testbed, email: &Email) {
    let ports = &portal.plugs.ports;
    ask_for_data(ports, email, LetterLanguage::Danish).await.expect("a letter");
    let secret = letters(portal).await.into_iter().rev().find_map(|it| match it.letter {
        Letter::OwnData { secret } => Some(secret),
        _ => None,
    });
    let open = open_data(ports, &secret.expect("a link")).await.expect("it opens");
    erase_data(ports, &open).await.expect("a receipt");
}

/// Where a database is put back.
async fn elsewhere(on: On, folder: &Path, round: usize) -> String {
    match on {
        On::Sqlite => format!("sqlite://{}/again{round}.db", folder.display()),
        On::PostgreSql => a_database(&format!("gnist_again_{}_{round}", std::process::id())).await,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_backup_under_write_load_comes_back_whole_and_without_whoever_was_erased_since() {
    for on in [On::Sqlite, On::PostgreSql] {
        for round in 0..times(1) {
            let (mut portal, dates) = portal_on(on, &[500]).await;
            let folder = portal.folder().to_owned();
            portal.plugs.database =
                portal.plugs.database.clone().with_tombstones_in(folder.join("tombstones.txt"));
            let database = portal.plugs.database.clone();
            Arc::make_mut(&mut portal.plugs.ports).held = Arc::new(database.clone());
            for n in 0..20 {
                enters(&portal, dates[0], n).await;
            }
            let portal = Arc::new(portal);
            let (stops, written) =
                (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
            let writing = {
                let (portal, stops, written) = (portal.clone(), stops.clone(), written.clone());
                let date = dates[0];
                let write = async move {
                    for n in 100..400 {
                        if stops.load(Ordering::Relaxed) {
                            return;
                        }
                        enters(&portal, date, n).await;
                        written.fetch_add(1, Ordering::Relaxed);
                    }
                };
                #[expect(clippy::disallowed_methods, reason = "it is waited for below")]
                tokio::spawn(write)
            };
            while written.load(Ordering::Relaxed) < 5 {
                tokio::time::sleep(std::time::Duration::from_millis(1)).await;
            }
            let kept = folder.join(format!("backup{round}"));
            // As the command does: another process beside the one that serves.
            let outside = Database::open(portal.url()).await.expect("a database");
            let manifest = back_up((&outside, portal.url()), &kept, visit_now()).await;
            let manifest = manifest.expect("a backup");
            let before = written.load(Ordering::Relaxed);
            stops.store(true, Ordering::Relaxed);
            writing.await.expect("it writes");
            assert!(manifest.rows["sign_up"] >= 20, "{manifest:?}");
            assert!(before > 4, "nobody wrote meanwhile");

            let gone: Email = "person7@hjem.example".try_into().expect("an address");
            erases(&portal, &gone).await;

            let url = elsewhere(on, &folder, round).await;
            assert_eq!(put_back(&url, &kept).await.expect("it is put back"), manifest);
            let again = put_back(&url, &kept).await;
            assert!(again.is_err(), "{on:?}: it was written over a database");
            let restored = portal.around(&url).await;
            let held = || restored.plugs.ports.held.held(&gone);
            assert!(!held().await.expect("a read").is_empty(), "the backup knows them");
            let erased = erase_since(&restored.plugs, &manifest).await.expect("tombstones");
            assert_eq!((erased, held().await.expect("a read").len()), (1, 0), "{on:?}");
            nothing_is_wrong(&restored).await;
        }
    }
}

#[tokio::test]
async fn a_backup_that_was_changed_or_is_none_is_refused() {
    let (portal, _) = portal_on(On::Sqlite, &[5]).await;
    let folder = portal.folder().to_owned();
    let (database, kept) = (portal.plugs.database.clone(), folder.join("backup"));
    back_up((&database, portal.url()), &kept, visit_now()).await.expect("a backup");
    let full = back_up((&database, portal.url()), &kept, visit_now()).await;
    assert!(full.expect_err("it is full").to_string().contains("is not empty"));
    let target = format!("sqlite://{}/new.db", folder.display());
    let file = kept.join("gnist.db");
    let mut bytes = std::fs::read(&file).expect("bytes");
    let last = bytes.len() - 1;
    bytes[last] ^= 1;
    std::fs::write(&file, &bytes).expect("it is changed");
    let refused = put_back(&target, &kept).await.expect_err("it was changed");
    assert!(refused.to_string().contains("not what the manifest says"), "{refused:#}");
    assert!(!folder.join("new.db").exists());
    let none = put_back(&target, &folder.join("nothing")).await.expect_err("it is none");
    assert!(none.to_string().contains("is it a backup?"), "{none:#}");
}
