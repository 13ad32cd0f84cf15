//! What is answered where there is nothing to show: to people a page in their language, to
//! programs a problem by RFC 9457.

use axum::{
    extract::State,
    http::{HeaderValue, StatusCode, Uri, header},
    response::Response,
};
use ui::{Ask, Locale, Page, Problem, problem::problem_page};

use super::{Portal, doors, json_api, pages, request_log};

/// After how many seconds somebody may try again who found the portal busy or without its database.
const SOON: u64 = 5;

/// What answers an address that nobody knows; one with a slash too many leads on.
pub(super) async fn nowhere(State(portal): State<Portal>, uri: Uri) -> Response {
    let path = uri.path();
    if path.len() > 1 && path.ends_with('/') && !path.starts_with("//") {
        let short = path.trim_end_matches('/');
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        return pages::redirect(StatusCode::PERMANENT_REDIRECT, &format!("{short}{query}"));
    }
    problem(&portal, path, &Problem::NotFound)
}

/// What answers an address that is known, but not for this.
pub(super) async fn not_allowed(State(portal): State<Portal>, uri: Uri) -> Response {
    problem(&portal, uri.path(), &Problem::NotAllowed)
}

/// What stands in for an answer that cannot be given, as its address is read.
pub(super) fn problem(portal: &Portal, path: &str, problem: &Problem) -> Response {
    if json_api::is_within(path) {
        return json_api::stand_in(problem);
    }
    let english = path
        .strip_prefix(Locale::En.prefix())
        .filter(|rest| rest.is_empty() || rest.starts_with('/'));
    let (locale, path) = english.map_or((Locale::Da, path), |rest| (Locale::En, rest));
    stand_in(&portal.ask(locale), problem, path)
}

/// The page that stands in for one that cannot be shown; its address is without the language.
pub(super) fn stand_in(ask: &Ask, problem: &Problem, path: &str) -> Response {
    let mut response = doors::answer(page(ask, problem, path));
    let no_store = HeaderValue::from_static("no-store");
    response.headers_mut().insert(header::CACHE_CONTROL, no_store);
    response
}

/// The same, not yet an answer. It names the question as the log does.
pub(super) fn page(ask: &Ask, problem: &Problem, path: &str) -> Page {
    problem_page(ask, problem, request_log::reference().as_deref(), path)
}

/// Tells whoever is turned away for now when to come again.
pub(super) async fn say_when(mut response: Response) -> Response {
    if response.status() == StatusCode::SERVICE_UNAVAILABLE {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(SOON));
    }
    response
}
