//! What is said while the database cannot work: wait, rather than that something is broken.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use application::testing::contract;
use axum::http::{StatusCode, header};
use sea_orm::ConnectionTrait as _;
use tokio::{
    net::{TcpListener, TcpStream},
    sync::watch,
};

use crate::testbed::{On, Testbed, a_database};

/// Asks until something is answered with a status, for so many seconds at most.
async fn until(portal: &Testbed, path: &str, wanted: StatusCode, seconds: u32) {
    let mut last = StatusCode::CONTINUE;
    for _ in 0..seconds * 5 {
        last = portal.get(path).await.0;
        if last == wanted {
            return;
        }
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
    panic!("{path}: {last} instead of {wanted}");
}

#[tokio::test]
async fn a_table_that_somebody_forgot_to_let_go_of_is_waited_for_shortly() {
    let portal = Testbed::start(On::PostgreSql).await;
    contract::fill(&*portal.plugs.ports.store, 3).await;
    let forgotten = sea_orm::Database::connect(portal.url()).await.expect("the database");
    let held = sea_orm::TransactionTrait::begin(&forgotten).await.expect("a transaction");
    held.execute_unprepared("lock table occurrence in access exclusive mode").await.expect("it");
    for path in ["/aktiviteter", "/api/v1/activities"] {
        let (status, headers, said) = portal.get(path).await;
        assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{path}: {said}");
        assert!(headers.contains_key(header::RETRY_AFTER), "{path}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{path}");
        assert!(!said.contains("occurrence") && !said.contains("lock"), "{path}: {said}");
    }
    held.rollback().await.expect("an end");
    assert_eq!(portal.get("/aktiviteter").await.0, StatusCode::OK);
}

/// A way to PostgreSQL that can be cut.
struct Wire {
    at: SocketAddr,
    whole: watch::Sender<bool>,
}

impl Wire {
    #[expect(clippy::disallowed_methods, reason = "it ends with the test")]
    async fn to(server: &str) -> Self {
        let (server, listener) =
            (Arc::<str>::from(server), TcpListener::bind("127.0.0.1:0").await.expect("a port"));
        let at = listener.local_addr().expect("an address");
        let (whole, hear) = watch::channel(true);
        tokio::spawn(async move {
            while let Ok((mut near, _)) = listener.accept().await {
                let (mut hear, server) = (hear.clone(), server.clone());
                if !*hear.borrow() {
                    continue;
                }
                tokio::spawn(async move {
                    let mut far = TcpStream::connect(&*server).await.expect("PostgreSQL");
                    tokio::select! {
                        _ = tokio::io::copy_bidirectional(&mut near, &mut far) => {}
                        _ = hear.wait_for(|is_whole| !is_whole) => {}
                    }
                });
            }
        });
        Self { at, whole }
    }
}

#[tokio::test]
async fn a_database_that_is_gone_is_said_to_be_and_found_again_by_itself() {
    let url = a_database(&format!("gnist_away_{}", std::process::id())).await;
    let (before, server) = url.split_once('@').expect("a user");
    let (server, name) = server.rsplit_once('/').expect("a name");
    let wire = Wire::to(server).await;
    let first = Testbed::start(On::Sqlite).await;
    let portal = first.around(&format!("{before}@{}/{name}", wire.at)).await;
    contract::fill(&*portal.plugs.ports.store, 3).await;
    let listing = portal.get("/aktiviteter").await.2;
    let (_, rest) = listing.split_once("href=\"/aktiviteter/").expect("an activity");
    let path = format!("/aktiviteter/{}.ics", rest.split('"').next().unwrap_or_default());
    until(&portal, &path, StatusCode::OK, 1).await;

    wire.whole.send_replace(false);
    let (status, headers, said) = portal.get(&path).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE, "{said}");
    assert!(headers.contains_key(header::RETRY_AFTER) && !said.contains("127.0.0.1"), "{said}");

    wire.whole.send_replace(true);
    until(&portal, &path, StatusCode::OK, 5).await;
}
