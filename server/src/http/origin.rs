//! Writes come from our own pages only (OWASP, Cross-Site Request Forgery Prevention).

use axum::{
    extract::{Request, State},
    http::{HeaderMap, Method, header},
    middleware::Next,
    response::Response,
};
use ui::Problem;

use super::{Portal, csp_report, problems};

/// Refuses a write that another site's page made a browser send.
pub(super) async fn check(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let is_report = request.uri().path() == csp_report::PATH;
    if is_own(request.method(), request.headers(), &portal.site.public_url)
        || (is_report && says_nothing(request.headers()))
    {
        next.run(request).await
    } else {
        problems::problem(&portal, request.uri().path(), &Problem::ForeignOrigin)
    }
}

/// Whether a question may have effects: reading always, writing only where the browser
/// says that it comes from here, or from nobody's page.
fn is_own(method: &Method, headers: &HeaderMap, origin: &str) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    match headers.get("sec-fetch-site").map(axum::http::HeaderValue::as_bytes) {
        Some(b"same-origin" | b"none") => true,
        Some(_) => false,
        None => headers.get(header::ORIGIN).is_some_and(|it| it.as_bytes() == origin.as_bytes()),
    }
}

/// Whether nothing is said of where a question comes from, as reports of browsers do.
fn says_nothing(headers: &HeaderMap) -> bool {
    !headers.contains_key("sec-fetch-site") && !headers.contains_key(header::ORIGIN)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn posts(headers: &[(&'static str, &'static str)]) -> bool {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        is_own(&Method::POST, &headers, "https://gnist.example")
    }

    #[test]
    fn only_our_own_pages_may_write() {
        assert!(posts(&[("sec-fetch-site", "same-origin")]));
        assert!(posts(&[("sec-fetch-site", "none")]));
        assert!(posts(&[("origin", "https://gnist.example")]));
        assert!(!posts(&[("sec-fetch-site", "cross-site"), ("origin", "https://gnist.example")]));
        assert!(!posts(&[("sec-fetch-site", "same-site")]));
        assert!(!posts(&[("origin", "null")]));
        assert!(!posts(&[("origin", "https://gnist.example.evil.example")]));
        assert!(!posts(&[("origin", "https://www.gnist.example")]));
        assert!(!posts(&[("origin", "http://gnist.example")]));
        assert!(!posts(&[]));
    }

    #[test]
    fn everybody_may_read() {
        for method in [Method::GET, Method::HEAD, Method::OPTIONS] {
            assert!(is_own(&method, &HeaderMap::new(), "https://gnist.example"));
        }
        for method in [Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            assert!(!is_own(&method, &HeaderMap::new(), "https://gnist.example"), "{method}");
        }
    }
}
