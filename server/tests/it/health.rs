//! Whether the portal says how it is.

use axum::http::StatusCode;
use serde_json::Value;

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
