//! Finished pages, kept for a while: a page that was asked for twice is written once.

use std::{sync::Arc, time::Duration};

use axum::{
    body::{Body, Bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse as _, Response},
};
use moka::future::Cache;
use tokio::sync::OnceCell;
use ui::{Page, Problem};

use super::{
    encoding::{Effort, Encoding},
    etags,
    security_headers::Policy,
};

/// How long a page is shown without looking again: times such as »the deadline has passed« move on.
const KEPT_FOR: Duration = Duration::from_mins(1);
/// How much memory kept pages may take, in bytes.
const KEPT_BYTES: u64 = 32 * 1024 * 1024;

/// Finished pages by the catalogue's generation and their address.
#[derive(Clone)]
pub(super) struct PageCache(Cache<(u64, String), Arc<Kept>>);

/// A page, ready to be sent.
pub(super) struct Kept {
    status: StatusCode,
    policy: Policy,
    tag: HeaderValue,
    plain: Bytes,
    brotli: OnceCell<Bytes>,
    gzip: OnceCell<Bytes>,
}

impl Default for PageCache {
    fn default() -> Self {
        let weight = |_: &(u64, String), page: &Arc<Kept>| {
            // Room for the compressed forms is counted from the start.
            u32::try_from(page.plain.len() * 3 / 2 + 500).unwrap_or(u32::MAX)
        };
        Self(
            Cache::builder()
                .max_capacity(KEPT_BYTES)
                .weigher(weight)
                .time_to_live(KEPT_FOR)
                .build(),
        )
    }
}

impl PageCache {
    /// The page of an address, written by `make` where it is not kept. A hundred who ask
    /// at once wait for the same one.
    pub(super) async fn page(
        &self,
        generation: u64,
        address: &str,
        make: impl Future<Output = Result<Page, Problem>>,
    ) -> Result<Arc<Kept>, Problem> {
        let key = (generation, address.to_owned());
        let page = self
            .0
            .try_get_with(key, async { make.await.map(|page| Arc::new(Kept::of(page))) })
            .await;
        page.map_err(|problem| Problem::clone(&problem))
    }
}

impl Kept {
    pub(super) fn of(page: Page) -> Self {
        let policy = if page.has_islands { Policy::PageWithIslands } else { Policy::Page };
        Self {
            status: StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            policy,
            tag: etags::of(page.html.as_bytes()),
            plain: Bytes::from(page.html),
            brotli: OnceCell::new(),
            gzip: OnceCell::new(),
        }
    }

    /// The answer for a browser that sent these headers.
    pub(super) async fn answer(&self, asked: &HeaderMap) -> Response {
        if self.status == StatusCode::OK && etags::is_known(asked, &self.tag) {
            let mut response = (StatusCode::NOT_MODIFIED, self.policy.mark()).into_response();
            response.headers_mut().insert(header::ETAG, self.tag.clone());
            return response;
        }
        let encoding = Encoding::best(asked, true, true);
        let body = match encoding {
            Encoding::Plain => self.plain.clone(),
            Encoding::Brotli => self.packed(&self.brotli, encoding).await,
            Encoding::Gzip => self.packed(&self.gzip, encoding).await,
        };
        let mut response = (self.status, self.policy.mark(), Body::from(body)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        if self.status == StatusCode::OK {
            headers.insert(
                header::CACHE_CONTROL,
                HeaderValue::from_static("public, max-age=0, must-revalidate"),
            );
            headers.insert(header::ETAG, self.tag.clone());
        } else {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
        if let Some(name) = encoding.name() {
            headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(name));
        }
        response
    }

    /// The compressed page, made once and away from the threads that answer.
    async fn packed(&self, place: &OnceCell<Bytes>, encoding: Encoding) -> Bytes {
        let plain = self.plain.clone();
        let packed = place.get_or_try_init(|| async move {
            tokio::task::spawn_blocking(move || encoding.pack(plain, Effort::Kept)).await
        });
        packed.await.cloned().unwrap_or_default()
    }
}
