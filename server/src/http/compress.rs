//! Answers that are written anew for each question, compressed on their way out.
//!
//! Only open data passes here: the same for everybody who asks. An answer for one person
//! could hold a secret beside what somebody else has put into the question, and its length
//! would tell of the secret; such answers are sent as they are.

use axum::{
    body::{Body, HttpBody as _, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};

use super::encoding::{Effort, Encoding};

/// Shorter answers fit into a packet or two as they are, in bytes.
const SHORTEST: u64 = 2_048;
/// Sorts of answers that get shorter by being compressed.
const WORDY: [&str; 3] = ["text/", "json", "xml"];

/// Compresses an answer where that is worth the work and the browser takes it.
pub(super) async fn pack(request: Request, next: Next) -> Response {
    let encoding = Encoding::best(request.headers(), true, true);
    let response = next.run(request).await;
    let length = response.body().size_hint().exact().unwrap_or_default();
    let is_packed = response.headers().contains_key(header::CONTENT_ENCODING);
    if length < SHORTEST || is_packed || !is_wordy(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    parts.headers.append(header::VARY, HeaderValue::from_static("accept-encoding"));
    let Some(name) = encoding.name() else { return Response::from_parts(parts, body) };
    let Ok(plain) = to_bytes(body, usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let whole = plain.clone();
    // Away from the threads that answer.
    let packed = tokio::task::spawn_blocking(move || encoding.pack(plain, Effort::Once)).await;
    parts.headers.remove(header::CONTENT_LENGTH);
    if packed.is_ok() {
        parts.headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    Response::from_parts(parts, Body::from(packed.unwrap_or(whole)))
}

fn is_wordy(headers: &HeaderMap) -> bool {
    let sort = headers.get(header::CONTENT_TYPE).and_then(|it| it.to_str().ok());
    sort.is_some_and(|sort| WORDY.iter().any(|it| sort.contains(it)))
}
