//! What islands ask: the server functions of the pages, behind one prefix.

use axum::{
    Router,
    body::Body,
    extract::State,
    http::{Request, StatusCode},
    response::{IntoResponse as _, Response},
    routing::any,
};
use leptos::prelude::provide_context;

use super::Portal;

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/api/count", any(answer))
}

/// Hands the question to the function that is registered for its path and method.
async fn answer(State(portal): State<Portal>, request: Request<Body>) -> Response {
    let ports = portal.plugs.ports.clone();
    let response = leptos_axum::handle_server_fns_with_context(
        move || provide_context(ports.clone()),
        request,
    )
    .await;
    let mut response = response.into_response();
    if response.status() == StatusCode::BAD_REQUEST
        && !response.headers().contains_key("serverfnerror")
    {
        // Leptos' own words for a method it does not know would tell of its insides.
        response = StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    response
}
