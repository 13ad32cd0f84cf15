//! One line in the log for every answer, with nothing in it about who asked.

use std::{fmt, time::Instant};

use axum::{
    extract::{MatchedPath, Request},
    http::HeaderValue,
    middleware::Next,
    response::Response,
};
use domain::Uuid;
use tracing::Instrument as _;

/// Names one question; made here, never taken from outside.
#[derive(Clone, Copy)]
struct RequestId(Uuid);

tokio::task_local! {
    static ASKED: RequestId;
}

/// Under which name the log knows the question that is being answered.
pub(super) fn reference() -> Option<String> {
    ASKED.try_with(ToString::to_string).ok()
}

impl fmt::Display for RequestId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let half = self.0.as_u128() >> 64;
        write!(f, "{half:016x}")
    }
}

/// Logs method, route, status and time. Not the address that was typed, since what
/// somebody looks for is theirs, and not who asked.
#[expect(
    clippy::disallowed_methods,
    reason = "a name for a log line, which no test needs to know beforehand"
)]
pub(super) async fn log(request: Request, next: Next) -> Response {
    let id = RequestId(Uuid::new_v4());
    let started = Instant::now();
    let method = request.method().clone();
    let route = request.extensions().get::<MatchedPath>().map(|it| it.as_str().to_owned());

    // Whatever is written to the log on the way names the question too.
    let span = tracing::error_span!("asked", request = %id);
    let mut response = ASKED.scope(id, next.run(request).instrument(span)).await;

    let (status, took) = (response.status().as_u16(), started.elapsed());
    let route = route.unwrap_or_else(|| "none".to_owned());
    #[expect(clippy::cast_possible_truncation, reason = "no answer takes millions of years")]
    let ms = took.as_millis() as u64;
    tracing::debug!(request = %id, %method, route, status, ms, "answered");
    if status >= 500 {
        tracing::error!(request = %id, %method, route, status, ms, "an answer failed");
    }
    metrics::histogram!("http_request_seconds", "route" => route, "status" => status.to_string())
        .record(took.as_secs_f64());
    if let Ok(value) = HeaderValue::from_str(&id.to_string()) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
