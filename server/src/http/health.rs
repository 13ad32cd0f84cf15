//! Whether the portal is alive, and whether it is ready.

use axum::{
    Json, Router,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
    routing::get,
};
use serde_json::json;

use super::Portal;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/healthz", get(alive)).route("/readyz", get(ready))
}

async fn alive() -> impl IntoResponse {
    ([(header::CACHE_CONTROL, "no-store")], Json(json!({ "status": "ok" })))
}

/// Ready when the database answers. What is wrong stands in the log, not in the answer.
async fn ready(State(portal): State<Portal>) -> impl IntoResponse {
    let database = portal.plugs.database.ping().await;
    if let Err(error) = &database {
        tracing::error!(%error, "the database does not answer");
    }
    let is_ready = database.is_ok();
    let status = if is_ready { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    let word = |is_fine: bool| if is_fine { "ok" } else { "failed" };
    let answer = json!({
        "status": word(is_ready),
        "database": word(database.is_ok()),
        "catalogue": { "activities": portal.plugs.board.size() },
    });
    (status, [(header::CACHE_CONTROL, "no-store")], Json(answer))
}
