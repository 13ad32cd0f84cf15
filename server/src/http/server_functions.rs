//! What islands ask: the server functions of the pages, behind one prefix.

use axum::{
    Json, Router,
    body::Body,
    extract::State,
    http::{Method, Request, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use leptos::prelude::provide_context;
use ui::Problem;

use super::Portal;

pub(super) fn routes() -> Router<Portal> {
    ["/api/count", "/api/suggest", "/api/results"]
        .into_iter()
        .fold(Router::new(), |router, path| router.route(path, get(answer)))
}

/// The longest answer of a server function that is looked into, in bytes.
const LONGEST_PROBLEM: usize = 4 * 1024;

/// Hands the question to the function that is registered for its path and method. Leptos
/// answers every failure with 500; the problem in the answer knows its own status.
async fn answer(State(portal): State<Portal>, mut request: Request<Body>) -> Response {
    // No function is registered for a question about the head alone.
    *request.method_mut() = Method::GET;
    // Leptos leads whoever takes a page back to where the question says that it came from, which
    // is any site. Islands ask for data, whatever they take, so nobody is led anywhere.
    for told in [header::ACCEPT, header::REFERER] {
        request.headers_mut().remove(told);
    }
    let (ports, site) = (portal.plugs.ports.clone(), portal.site.clone());
    let response = leptos_axum::handle_server_fns_with_context(
        move || {
            provide_context(ports.clone());
            provide_context(site.clone());
        },
        request,
    )
    .await;
    let response = response.into_response();
    if !response.status().is_server_error() {
        return response;
    }
    let body =
        axum::body::to_bytes(response.into_body(), LONGEST_PROBLEM).await.unwrap_or_default();
    let problem = serde_json::from_slice(&body).unwrap_or(Problem::Broken);
    let status =
        StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    (status, Json(problem)).into_response()
}
