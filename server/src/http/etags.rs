//! Whoever has an answer already is not sent it again (RFC 9110, 8.8.3 and 13.1.2).

use std::{fmt::Display, hash::Hasher as _};

use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::Response,
};
use rustc_hash::FxHasher;

/// The tag of what bears a name that no other has.
pub(super) fn named(name: impl Display) -> HeaderValue {
    HeaderValue::from_str(&format!("\"{name}\"")).unwrap_or(HeaderValue::from_static("\"\""))
}

/// The tag of what is written anew. It tells one answer from another, and guards nothing.
pub(super) fn of(bytes: &[u8]) -> HeaderValue {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    named(format_args!("{:016x}", hasher.finish()))
}

/// Whether somebody who asks has it already; what packs answers on the way may have weakened a tag.
pub(super) fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).into_iter().filter_map(|it| it.to_str().ok());
    known.flat_map(|it| it.split(',')).map(str::trim).any(|known| {
        known == "*" || known.strip_prefix("W/").unwrap_or(known).as_bytes() == tag.as_bytes()
    })
}

/// An answer with its tag, or that nothing has changed, for somebody who has it.
pub(super) fn unless_known(asked: &HeaderMap, tag: HeaderValue, mut whole: Response) -> Response {
    if is_known(asked, &tag) {
        *whole.status_mut() = StatusCode::NOT_MODIFIED;
        *whole.body_mut() = Body::empty();
        for of_body in [header::CONTENT_TYPE, header::CONTENT_ENCODING, header::CONTENT_DISPOSITION]
        {
            whole.headers_mut().remove(of_body);
        }
    }
    whole.headers_mut().insert(header::ETAG, tag);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_alone_in_a_list_and_weakened_and_no_other_is() {
        let known = |text: &str| {
            let mut asked = HeaderMap::new();
            asked.insert(header::IF_NONE_MATCH, text.parse().unwrap());
            is_known(&asked, &named("5e"))
        };
        for text in ["\"5e\"", "W/\"5e\"", "\"5d\", \"5e\"", "\"5d\",W/\"5e\"", "*"] {
            assert!(known(text), "{text}");
        }
        for text in ["", "5e", "\"5d\"", "\"5e", "\"5e5e\""] {
            assert!(!known(text), "{text}");
        }
        assert!(!is_known(&HeaderMap::new(), &named("5e")));
    }
}
