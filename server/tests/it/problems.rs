//! What stands in for an answer that cannot be given.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use application::{
    ports::Clock,
    testing::{StoppedClock, contract},
};
use axum::{
    body::Body,
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait as _;

use crate::testbed::{On, Testbed};

/// A portal whose database has lost what the catalogue is read from.
async fn broken(on: On) -> Testbed {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 3).await;
    let database = sea_orm::Database::connect(portal.url()).await.expect("the database");
    database.execute_unprepared("alter table occurrence rename to lost").await.expect("a change");
    portal
}

fn reference(headers: &HeaderMap) -> &str {
    headers["x-request-id"].to_str().expect("text")
}

fn kind(headers: &HeaderMap) -> &str {
    headers[header::CONTENT_TYPE].to_str().expect("text")
}

#[tokio::test]
async fn a_page_that_breaks_names_the_question_as_the_log_does_and_says_no_more() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = broken(on).await;
        for (path, word) in [("/aktiviteter", "nævn nummeret"), ("/en/aktiviteter", "mention")] {
            let (status, headers, html) = portal.get(path).await;
            assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{on:?} {html}");
            assert!(html.contains(word) && html.contains(reference(&headers)), "{html}");
            assert_eq!(headers[header::CACHE_CONTROL], "no-store");
            for inside in ["occurrence", "select", "SELECT", "sqlite", "postgres"] {
                assert!(!html.contains(inside), "{inside}: {html}");
            }
        }
        let (status, headers, json) = portal.get("/api/v1/activities").await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
        assert_eq!(kind(&headers), "application/problem+json");
        assert!(json.contains("x-request-id") && !json.contains("occurrence"), "{json}");
    }
}

/// A clock that breaks once.
struct Loose(AtomicBool);

impl Clock for Loose {
    fn now(&self) -> DateTime<Utc> {
        assert!(self.0.swap(true, Ordering::SeqCst), "a spring came loose");
        StoppedClock::at("2026-12-01T08:00:00Z").now()
    }
}

#[tokio::test]
async fn a_handler_that_panics_answers_with_a_reference_and_the_next_question_is_answered() {
    let mut portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 3).await;
    let mut ports = (*portal.plugs.ports).clone();
    ports.clock = Arc::new(Loose(AtomicBool::new(false)));
    portal.plugs.ports = Arc::new(ports);
    portal.rewire();
    let (status, headers, html) = portal.get("/aktiviteter").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{html}");
    assert!(html.contains(reference(&headers)) && !html.contains("spring"), "{html}");
    assert!(headers.contains_key(header::CONTENT_SECURITY_POLICY));
    assert_eq!(portal.get("/aktiviteter").await.0, StatusCode::OK);
}

#[tokio::test]
async fn programs_are_refused_in_the_way_that_programs_read() {
    let portal = Testbed::start(On::Sqlite).await;
    let at = |method: Method, path: &str, site: &str| {
        let request = Request::builder().method(method).uri(path).header("sec-fetch-site", site);
        request.body(Body::empty()).expect("a request")
    };
    let long = format!("/api/v1/activities?q={}", "a".repeat(9_000));
    for (request, status) in [
        (at(Method::GET, "/api/v1/nowhere", "none"), StatusCode::NOT_FOUND),
        (at(Method::DELETE, "/api/v1/activities", "same-origin"), StatusCode::METHOD_NOT_ALLOWED),
        (at(Method::POST, "/api/count", "same-origin"), StatusCode::METHOD_NOT_ALLOWED),
        (at(Method::POST, "/api/v1/activities", "cross-site"), StatusCode::FORBIDDEN),
        (at(Method::GET, &long, "none"), StatusCode::URI_TOO_LONG),
    ] {
        let asked = format!("{} {}", request.method(), request.uri().path());
        let (got, headers, json) = portal.ask(request).await;
        assert_eq!((got, kind(&headers)), (status, "application/problem+json"), "{asked}: {json}");
        if got == StatusCode::METHOD_NOT_ALLOWED {
            assert_eq!(headers[header::ALLOW], "GET,HEAD");
        }
        let answer: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(answer["status"], status.as_u16(), "{asked}");
        assert!(answer["detail"].as_str().is_some_and(|it| it.ends_with(['.', '`'])), "{json}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_never_answered_with_silence() {
    let portal = Testbed::start(On::Sqlite).await;
    let (page, problem) = ("text/html; charset=utf-8", "application/problem+json");
    for (path, sort) in [
        ("/.well-known/security.txt", page),
        ("/sitemap.xml?part=99", page),
        ("/assets/x", problem),
        ("/assets/x/y", problem),
    ] {
        let (status, headers, body) = portal.get(path).await;
        assert_eq!((status, kind(&headers)), (StatusCode::NOT_FOUND, sort), "{path}: {body}");
        assert_eq!(headers[header::CACHE_CONTROL], "no-store", "{path}");
        assert!(!body.is_empty(), "{path}");
    }
}
