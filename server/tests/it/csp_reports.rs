//! What browsers tell about broken policies, and that nothing of the reader is kept.

use std::{
    io::Write,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::TimeDelta;
use metrics_exporter_prometheus::PrometheusBuilder;

use crate::testbed::{On, Testbed};

const SINGLE: &str = "application/csp-report";
const LIST: &str = "application/reports+json";

/// A report by the older road, with a secret wherever one can stand.
fn single() -> String {
    serde_json::json!({ "csp-report": {
        "document-uri": "https://gnist.example/en/aktiviteter/byg-en-robot?q=kanariefugl",
        "referrer": "https://kanariefugl.example/",
        "violated-directive": "script-src-elem",
        "effective-directive": "script-src-elem",
        "blocked-uri": "https://kanariefugl.example/x.js?kanariefugl",
        "script-sample": "kanariefugl",
    }})
    .to_string()
}

/// Two reports by the newer road, one of which is of another kind.
fn list() -> String {
    serde_json::json!([
        { "type": "deprecation", "url": "https://gnist.example/", "body": { "id": "kanariefugl" } },
        { "type": "csp-violation", "age": 3, "user_agent": "kanariefugl", "url": "https://gnist.example/om",
          "body": { "documentURL": "https://gnist.example/om?kanariefugl", "effectiveDirective": "img-src",
                    "blockedURL": "data", "sample": "kanariefugl" } },
    ])
    .to_string()
}

async fn send(
    portal: &Testbed,
    kind: &str,
    body: impl Into<Body>,
    from: &[(&str, &str)],
) -> StatusCode {
    let mut request = Request::post("/csp-report").header(header::CONTENT_TYPE, kind);
    for (name, value) in from {
        request = request.header(*name, *value);
    }
    portal.ask(request.body(body.into()).expect("a request")).await.0
}

/// A log that can be read.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8(self.0.lock().expect("a lock").clone()).expect("text")
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("a lock").write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Everything that this thread logs and counts while the guards live.
fn watch() -> (Log, tracing::subscriber::DefaultGuard) {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    (log, tracing::subscriber::set_default(subscriber))
}

#[tokio::test]
async fn a_report_is_counted_and_logged_without_the_reader() {
    let portal = Testbed::start(On::Sqlite).await;
    let figures = PrometheusBuilder::new().build_recorder();
    let _counting = metrics::set_default_local_recorder(&figures);
    let (log, _logging) = watch();

    assert_eq!(send(&portal, SINGLE, single(), &[]).await, StatusCode::NO_CONTENT);
    assert_eq!(send(&portal, LIST, list(), &[]).await, StatusCode::NO_CONTENT);

    let (log, figures) = (log.text(), figures.handle().render());
    assert!(!log.contains("kanariefugl") && !figures.contains("kanariefugl"), "{log}{figures}");
    assert!(
        log.contains(
            r#""directive":"script-src-elem","blocked":"foreign","page":"/aktiviteter/{slug}""#
        ),
        "{log}"
    );
    assert!(log.contains(r#""directive":"img-src","blocked":"data","page":"/om""#), "{log}");
    for line in [
        r#"csp_reports_total{directive="script-src-elem",blocked="foreign"} 1"#,
        r#"csp_reports_total{directive="img-src",blocked="data"} 1"#,
    ] {
        assert!(figures.contains(line), "{figures}");
    }
}

#[tokio::test]
async fn what_is_no_report_is_refused() {
    let portal = Testbed::start(On::Sqlite).await;
    for (kind, body) in [
        (SINGLE, ""),
        (SINGLE, "{}"),
        (SINGLE, "[]"),
        (SINGLE, "{\"csp-report\": 7}"),
        (SINGLE, "\u{0}"),
        (LIST, "{}"),
        (LIST, "[{}]"),
        (LIST, "[{\"type\": \"csp-violation\", \"body\": 7}]"),
        (LIST, "[[[[[[[["),
    ] {
        assert_eq!(send(&portal, kind, body, &[]).await, StatusCode::BAD_REQUEST, "{body}");
    }
    let deep = "[".repeat(16_000);
    assert_eq!(send(&portal, LIST, deep, &[]).await, StatusCode::BAD_REQUEST);
    for kind in ["application/json", "text/plain", "application/x-www-form-urlencoded"] {
        let status = send(&portal, kind, single(), &[]).await;
        assert_eq!(status, StatusCode::UNSUPPORTED_MEDIA_TYPE, "{kind}");
    }
    assert_eq!(portal.get("/csp-report").await.0, StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn a_report_of_more_than_sixteen_kibibytes_is_too_large() {
    let portal = Testbed::start(On::Sqlite).await;
    let padded = |size: usize| format!("{}{}", single(), " ".repeat(size - single().len()));
    assert_eq!(send(&portal, SINGLE, padded(16 * 1024), &[]).await, StatusCode::NO_CONTENT);
    let status = send(&portal, SINGLE, padded(16 * 1024 + 1), &[]).await;
    assert_eq!(status, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test]
async fn a_report_may_say_nothing_of_where_it_comes_from_but_not_name_another_site() {
    let portal = Testbed::start(On::Sqlite).await;
    for (from, status) in [
        (("origin", "https://gnist.example"), StatusCode::NO_CONTENT),
        (("sec-fetch-site", "same-origin"), StatusCode::NO_CONTENT),
        (("origin", "https://evil.example"), StatusCode::FORBIDDEN),
        (("origin", "null"), StatusCode::FORBIDDEN),
        (("sec-fetch-site", "cross-site"), StatusCode::FORBIDDEN),
    ] {
        assert_eq!(send(&portal, SINGLE, single(), &[from]).await, status, "{from:?}");
    }
    let elsewhere = Request::post("/aktiviteter").body(Body::empty()).expect("a request");
    assert_eq!(portal.ask(elsewhere).await.0, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_flood_of_reports_is_counted_but_fills_no_log() {
    let portal = Testbed::start(On::Sqlite).await;
    let figures = PrometheusBuilder::new().build_recorder();
    let _counting = metrics::set_default_local_recorder(&figures);
    let (log, _logging) = watch();
    let logged = || log.text().matches("a page broke its content security policy").count();

    for _ in 0..200 {
        assert_eq!(send(&portal, SINGLE, single(), &[]).await, StatusCode::NO_CONTENT);
    }
    assert_eq!(logged(), 60);
    assert!(figures.handle().render().contains("} 200\n"), "{}", figures.handle().render());

    portal.clock.set(portal.plugs.ports.clock.now() + TimeDelta::minutes(1));
    send(&portal, SINGLE, single(), &[]).await;
    assert_eq!(logged(), 61);
}
