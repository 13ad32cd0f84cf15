//! How much one question may ask; `docs/limits.md` lists every limit.

use std::time::Duration;

use axum::{
    extract::{MatchedPath, Request, State},
    http::{Method, header},
    middleware::Next,
    response::Response,
};
use ui::{Locale, Problem, routes::pattern::desk};

use super::{Portal, problems};

/// The largest body that is read, in bytes.
pub(super) const MAX_BODY_BYTES: usize = 1024 * 1024;
/// The largest spreadsheet that is handed in at a desk, in bytes.
pub(super) const MAX_SHEET_BYTES: usize = 5 * 1024 * 1024;
/// The largest picture that is handed in at a desk, in bytes.
pub(super) const MAX_PICTURE_BYTES: usize = 10 * 1024 * 1024;
/// The largest form with a picture in it that is read to its end, so that it can be said which
/// field is too large; all above [`MAX_PICTURE_BYTES`] is let go at once.
const MAX_PICTURE_FORM_BYTES: usize = 40 * 1024 * 1024;
/// What a form may have around its file, in bytes.
const AROUND_A_FILE: usize = 128 * 1024;

/// The address that a route stands for, without its language.
fn without_language(pattern: Option<&str>) -> Option<&str> {
    pattern.map(|it| it.strip_prefix(Locale::En.prefix()).unwrap_or(it))
}

/// The largest body that a route reads, in bytes.
pub(super) fn largest_body(pattern: Option<&str>) -> usize {
    match without_language(pattern) {
        Some(desk::IMPORTS) => MAX_SHEET_BYTES + AROUND_A_FILE,
        Some(desk::PICTURE) => MAX_PICTURE_FORM_BYTES,
        _ => MAX_BODY_BYTES,
    }
}

/// The longest an answer may take. A file comes as fast as a poor line carries it; how fast it
/// must, is looked at while it comes.
fn longest_answer(method: &Method, pattern: Option<&str>) -> Duration {
    match without_language(pattern) {
        Some(desk::IMPORTS | desk::PICTURE) if method == Method::POST => MAX_UPLOAD,
        _ => MAX_ANSWER,
    }
}

/// The longest address, path and query together, in bytes.
pub(super) const MAX_URI_BYTES: usize = 8 * 1024;
/// The longest path that a page which refuses an address still names, in bytes.
const LONGEST_PATH: usize = 1024;
/// The longest an answer may take …
const MAX_ANSWER: Duration = Duration::from_secs(30);
/// … and where a file comes first.
const MAX_UPLOAD: Duration = Duration::from_mins(10);

/// Refuses what is too long or too large before anything else looks at it, and gives up in time.
pub(super) async fn check(State(portal): State<Portal>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    if request.uri().path_and_query().is_some_and(|it| it.as_str().len() > MAX_URI_BYTES) {
        // The page leads on to the same address in the other language, where it is a short one.
        let place = if path.len() > LONGEST_PATH { "/" } else { &path };
        return problems::problem(&portal, place, &Problem::TooLong);
    }
    let length = request
        .headers()
        .get(header::CONTENT_LENGTH)
        .and_then(|it| it.to_str().ok()?.parse::<usize>().ok());
    let matched = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    if length.is_some_and(|length| length > largest_body(matched)) {
        return problems::problem(&portal, &path, &Problem::TooLarge);
    }
    let longest = longest_answer(request.method(), matched);
    match tokio::time::timeout(longest, next.run(request)).await {
        Ok(response) => response,
        Err(_) => problems::problem(&portal, &path, &Problem::Busy),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_file_may_come_for_long() {
        let english = format!("{}{}", Locale::En.prefix(), desk::PICTURE);
        for pattern in [desk::PICTURE, desk::IMPORTS, english.as_str()] {
            assert_eq!(longest_answer(&Method::POST, Some(pattern)), MAX_UPLOAD, "{pattern}");
            assert_eq!(longest_answer(&Method::GET, Some(pattern)), MAX_ANSWER, "{pattern}");
        }
        assert_eq!(longest_answer(&Method::POST, Some(desk::WRITE)), MAX_ANSWER);
        assert_eq!(longest_answer(&Method::POST, None), MAX_ANSWER);
    }
}
