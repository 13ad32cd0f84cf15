//! The files of the site, which lie inside the program, compressed beforehand.

use axum::{
    Router,
    body::{Body, Bytes},
    extract::{Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use ui::Problem;

use super::{Portal, encoding::Encoding, etags, problems, security_headers::Policy};

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

/// Whether an address is that of a file of the site.
pub(super) fn is_within(path: &str) -> bool {
    path.starts_with("/assets/")
}

/// Where browsers find a file by the name that pages know it by.
pub(super) fn path_of(name: &str) -> String {
    let file = ASSETS.iter().find(|asset| asset.name == name).map_or(name, |asset| asset.file);
    format!("/assets/{file}")
}

async fn icon(State(portal): State<Portal>, headers: HeaderMap) -> Response {
    let file = ASSETS.iter().find(|asset| asset.name == "gnist.svg").map_or("", |asset| asset.file);
    send(&portal, file, &headers)
}

async fn serve(
    State(portal): State<Portal>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    send(&portal, &file, &headers)
}

fn send(portal: &Portal, file: &str, headers: &HeaderMap) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.file == file) else {
        return problems::problem(portal, &format!("/assets/{file}"), &Problem::NotFound);
    };
    let accepted = Encoding::best(headers, asset.brotli.is_some(), asset.gzip.is_some());
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
    answer.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    if let Some(name) = accepted.name() {
        answer.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
    }
    let whole = (Policy::Locked.mark(), response).into_response();
    etags::unless_known(headers, etags::named(asset.file), whole)
}
