//! Whether the portal says how it is.

use std::time::Duration;

use application::{search::rebuild_index, testing::contract};
use axum::http::StatusCode;
use language::Synonyms;
use serde_json::Value;
use server::{
    adapters::{embedded_search::EmbeddedIndex, meilisearch::MeilisearchIndex},
    worker,
};
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::testbed::{On, Testbed};

async fn readiness(portal: &Testbed) -> (StatusCode, Value) {
    let (status, _, text) = portal.get("/readyz").await;
    (status, serde_json::from_str(&text).expect("JSON"))
}

#[tokio::test]
async fn a_portal_with_a_database_and_room_on_its_disk_is_ready() {
    let portal = Testbed::start(On::Sqlite).await;
    let (status, answer) = readiness(&portal).await;
    assert_eq!((status, &answer["status"]), (StatusCode::OK, &"ok".into()), "{answer}");
    assert_eq!(answer["disk"]["status"], "ok");
    assert_eq!((&answer["index"], &answer["search_server"]), (&"ok".into(), &"off".into()));
    assert!(answer["disk"]["free_mib"].as_u64().expect("a number") >= 64, "{answer}");
}

#[tokio::test]
async fn a_portal_whose_data_folder_is_gone_is_not_ready_and_does_not_say_where_it_was() {
    let portal = Testbed::start(On::PostgreSql).await;
    std::fs::remove_dir_all(portal.folder()).expect("the folder goes");
    let (status, answer) = readiness(&portal).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(
        (&answer["status"], &answer["database"], &answer["disk"]["status"]),
        (&"failed".into(), &"ok".into(), &"failed".into())
    );
    assert!(!answer.to_string().contains("gnist_"), "{answer}");
    assert_eq!(portal.get("/healthz").await.0, StatusCode::OK);
}

#[tokio::test]
async fn an_index_that_was_not_told_what_changed_is_behind_and_the_portal_ready() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 4).await;
    let (status, answer) = readiness(&portal).await;
    assert_eq!((status, &answer["index"]), (StatusCode::OK, &"behind".into()), "{answer}");
    worker::bring_up_to_date(&portal.plugs).await.expect("an index");
    assert_eq!(readiness(&portal).await.1["index"], "ok");
}

#[tokio::test]
async fn an_index_that_was_made_anew_beside_the_portal_is_used_at_once() {
    let mut portal = Testbed::start(On::Sqlite).await;
    let open = |folder| EmbeddedIndex::open(Some(folder), Synonyms::standard().clone());
    let folder = portal.folder().join("search");
    portal.plugs.index = open(folder.clone()).expect("an index");
    portal.rewire();
    contract::fill(&*portal.plugs.ports.store, 4).await;
    let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
    worker::start(&portal.plugs, &tasks, &stop);
    let shows_all = async || {
        for _ in 0..600 {
            if readiness(&portal).await.1["index"] == "ok" && !portal.plugs.index.is_replaced() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{}", readiness(&portal).await.1);
    };
    shows_all().await;
    let beside = open(folder).expect("the same index");
    rebuild_index(&portal.plugs.ports, &beside).await.expect("an index");
    shows_all().await;
    // Nothing of the old one is left behind.
    assert!(portal.plugs.index.bytes_on_disk() > 0);
    assert_eq!(readiness(&portal).await.1["index"], "ok");
    stop.cancel();
    tasks.close();
    tasks.wait().await;
}

#[tokio::test]
async fn a_search_server_that_is_down_is_told_of_and_the_portal_is_ready_without_it() {
    let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("an address");
    let url = format!("http://{}", nobody.local_addr().expect("an address"));
    drop(nobody);
    let synonyms = Synonyms::standard().clone();
    let server = MeilisearchIndex::at(&url, None, "gnist", synonyms).expect("a client");
    let mut portal = Testbed::start(On::Sqlite).await;
    portal.search_on(server);
    let (status, answer) = readiness(&portal).await;
    assert_eq!(
        (status, &answer["index"], &answer["search_server"]),
        (StatusCode::OK, &"ok".into(), &"failed".into()),
        "{answer}"
    );
    assert!(!answer.to_string().contains("127.0.0.1"), "{answer}");
}
