//! Pictures that show activities, over HTTP: to be seen by whoever may see the activity.

use application::catalogue::see_picture;
use axum::{
    Router,
    extract::{OriginalUri, Path, State},
    http::{HeaderMap, HeaderValue, header},
    response::{IntoResponse as _, Response},
    routing::get,
};
use domain::catalogue::{PictureFile, Slug};
use ui::{Problem, routes::pattern};

use super::{Portal, etags, problems, security_headers::Policy};

pub(super) fn routes() -> Router<Portal> {
    Router::new().route(pattern::PICTURE, get(see))
}

/// How long a picture may be shown without asking again: its address tells its bytes apart, so
/// it never shows an old one, but what is taken down must be gone from everywhere at last.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=2592000, immutable");

/// A picture as an answer. A browser shows it inside a page and else lets it be saved: what
/// somebody handed in never becomes a page of ours.
pub(super) fn answer(jpeg: Vec<u8>) -> Response {
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static("image/jpeg")),
        (header::CONTENT_DISPOSITION, HeaderValue::from_static("attachment")),
    ];
    (Policy::HandedIn.mark(), headers, jpeg).into_response()
}

async fn see(
    State(portal): State<Portal>,
    OriginalUri(uri): OriginalUri,
    Path((slug, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Response {
    let Ok(name) = file.parse::<PictureFile>() else {
        return problems::problem(&portal, uri.path(), &Problem::NotFound);
    };
    let seen = see_picture(&portal.plugs.ports, &Slug::kept(slug), &name).await;
    match seen.map_err(Problem::from).and_then(Problem::unless_seen) {
        Ok(jpeg) => {
            let mut whole = answer(jpeg);
            whole.headers_mut().insert(header::CACHE_CONTROL, KEPT);
            etags::unless_known(&headers, etags::named(name), whole)
        }
        Err(problem) => problems::problem(&portal, uri.path(), &problem),
    }
}
