//! One handler that breaks takes nobody else with it.

use std::panic::AssertUnwindSafe;

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use futures_util::FutureExt as _;
use ui::Problem;

use super::{Portal, problems};

/// Answers for a handler that panicked, with a reference that stands in the log.
pub(super) async fn catch(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if let Ok(response) = AssertUnwindSafe(next.run(request)).catch_unwind().await {
        response
    } else {
        tracing::error!("a handler panicked");
        problems::problem(&portal, &path, &Problem::Broken)
    }
}
