//! The files of the site, which lie inside the program, compressed beforehand.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};

use super::{Portal, security_headers::Policy};

/// A file of the site. Its name holds a hash of what is in it, so it never changes.
struct Asset {
    /// What the pages know it by.
    name: &'static str,
    /// What browsers know it by.
    file: &'static str,
    content_type: &'static str,
    plain: &'static [u8],
    brotli: Option<&'static [u8]>,
    gzip: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

pub(super) fn routes() -> Router<Portal> {
    Router::new().route("/assets/{file}", get(serve)).route("/favicon.ico", get(icon))
}

/// Where browsers find a file by the name that pages know it by.
pub(super) fn path_of(name: &str) -> String {
    let file = ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.file);
    format!("/assets/{file}")
}

async fn icon(headers: HeaderMap) -> Response {
    let file = ASSETS.iter().find(|asset| asset.name == "gnist.svg").map_or("", |asset| asset.file);
    serve(Path(file.to_owned()), headers).await
}

async fn serve(Path(file): Path<String>, headers: HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.file == file) else {
        return (StatusCode::NOT_FOUND, Policy::Locked.mark()).into_response();
    };
    let tag = HeaderValue::from_str(&format!("\"{}\"", asset.file))
        .unwrap_or(HeaderValue::from_static("\"\""));
    if headers.get(header::IF_NONE_MATCH).is_some_and(|known| known == tag) {
        return (StatusCode::NOT_MODIFIED, Policy::Locked.mark()).into_response();
    }
    let accepted = Encoding::best(&headers, asset.brotli.is_some(), asset.gzip.is_some());
    let bytes = match accepted {
        Encoding::Brotli => asset.brotli.unwrap_or(asset.plain),
        Encoding::Gzip => asset.gzip.unwrap_or(asset.plain),
        Encoding::Plain => asset.plain,
    };
    let mut response = Response::new(Body::from(Bytes::from_static(bytes)));
    let answer = response.headers_mut();
    answer.insert(header::CONTENT_TYPE, HeaderValue::from_static(asset.content_type));
    answer.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("public, max-age=31536000, immutable"),
    );
    answer.insert(header::ETAG, tag);
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(name) = accepted.name() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    (Policy::Locked.mark(), response).into_response()
}

/// How an answer is compressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    Brotli,
    Gzip,
    Plain,
}

impl Encoding {
    /// The best that the browser takes and that there is (RFC 9110, 12.5.3).
    pub(super) fn best(headers: &HeaderMap, has_brotli: bool, has_gzip: bool) -> Self {
        let accepted = headers
            .get(header::ACCEPT_ENCODING)
            .and_then(|it| it.to_str().ok())
            .unwrap_or_default();
        let takes = |name: &str| {
            accepted.split(',').any(|part| {
                let mut words = part.split(';').map(str::trim);
                let is_named = words.next().is_some_and(|it| it.eq_ignore_ascii_case(name));
                let refused =
                    words.filter_map(|it| it.strip_prefix("q=")).any(|q| q.parse() == Ok(0.0f32));
                is_named && !refused
            })
        };
        if has_brotli && takes("br") {
            Self::Brotli
        } else if has_gzip && takes("gzip") {
            Self::Gzip
        } else {
            Self::Plain
        }
    }

    pub(super) fn name(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Plain => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(accepted: &'static str) -> Encoding {
        let mut headers = HeaderMap::new();
        headers.insert(header::ACCEPT_ENCODING, HeaderValue::from_static(accepted));
        Encoding::best(&headers, true, true)
    }

    #[test]
    fn the_smallest_that_the_browser_takes_is_sent() {
        assert_eq!(best("gzip, deflate, br, zstd"), Encoding::Brotli);
        assert_eq!(best("gzip"), Encoding::Gzip);
        assert_eq!(best("br;q=0, gzip;q=0.5"), Encoding::Gzip);
        assert_eq!(best("identity"), Encoding::Plain);
        assert_eq!(Encoding::best(&HeaderMap::new(), true, true), Encoding::Plain);
    }
}
