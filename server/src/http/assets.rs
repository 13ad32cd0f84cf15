//! The files of the site, which lie inside the program, compressed beforehand.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::Path,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::get,
};

use super::{Portal, encoding::Encoding, security_headers::Policy};

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
