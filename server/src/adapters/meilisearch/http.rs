//! How requests are sent: the SDK's own client waits for ever, follows redirects with the
//! key in its hand and logs each failure.

use std::time::Duration;

use async_trait::async_trait;
use futures_util::{AsyncRead, AsyncReadExt as _};
use meilisearch_sdk::{
    errors::{Error, MeilisearchCommunicationError, MeilisearchError},
    request::{HttpClient, Method},
};
use reqwest::header::{AUTHORIZATION, CONTENT_TYPE, HeaderMap, HeaderValue};
use serde::{Serialize, de::DeserializeOwned};

/// How long a connection may take.
const CONNECT: Duration = Duration::from_secs(1);
/// How long any request may take: one with documents is large. Searches have a limit of their own.
const REQUEST: Duration = Duration::from_mins(1);

#[derive(Clone, Debug)]
pub(super) struct Http(reqwest::Client);

impl Http {
    pub(super) fn new(key: Option<&str>) -> Result<Self, Error> {
        let mut headers = HeaderMap::new();
        if let Some(key) = key {
            let value = HeaderValue::from_str(&format!("Bearer {key}"));
            let mut value = value.map_err(|_| Error::InvalidRequest)?;
            value.set_sensitive(true);
            headers.insert(AUTHORIZATION, value);
        }
        let client = reqwest::Client::builder()
            .default_headers(headers)
            .connect_timeout(CONNECT)
            .timeout(REQUEST)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build();
        client.map(Self).map_err(other)
    }

    async fn send<Query: Serialize, Output: DeserializeOwned>(
        &self,
        url: &str,
        method: Method<Query, Vec<u8>>,
        content_type: &str,
        expected: u16,
    ) -> Result<Output, Error> {
        let url = format!("{url}{}", yaup::to_string(method.query())?);
        let mut request = self.0.request(verb(&method), &url);
        if let Some(body) = method.into_body() {
            request = request.header(CONTENT_TYPE, content_type).body(body);
        }
        let response = request.send().await.map_err(other)?;
        let status = response.status().as_u16();
        let body = response.bytes().await.map_err(other)?;
        if status == expected {
            let body = if body.is_empty() { b"null" } else { body.as_ref() };
            return Ok(serde_json::from_slice(body)?);
        }
        match serde_json::from_slice::<MeilisearchError>(&body) {
            Ok(error) => Err(error.into()),
            Err(_) => {
                Err(MeilisearchCommunicationError { status_code: status, message: None, url }
                    .into())
            }
        }
    }
}

fn other(error: reqwest::Error) -> Error {
    Error::Other(Box::new(error))
}

fn verb<Query, Body>(method: &Method<Query, Body>) -> reqwest::Method {
    match method {
        Method::Get { .. } => reqwest::Method::GET,
        Method::Post { .. } => reqwest::Method::POST,
        Method::Patch { .. } => reqwest::Method::PATCH,
        Method::Put { .. } => reqwest::Method::PUT,
        Method::Delete { .. } => reqwest::Method::DELETE,
    }
}

#[async_trait]
impl HttpClient for Http {
    async fn stream_request<
        Query: Serialize + Send + Sync,
        Body: AsyncRead + Send + Sync + 'static,
        Output: DeserializeOwned + 'static,
    >(
        &self,
        url: &str,
        method: Method<Query, Body>,
        content_type: &str,
        expected_status_code: u16,
    ) -> Result<Output, Error> {
        let method = match method {
            Method::Get { query } => Method::Get { query },
            Method::Delete { query } => Method::Delete { query },
            Method::Post { query, body } => Method::Post { query, body: read(body).await? },
            Method::Put { query, body } => Method::Put { query, body: read(body).await? },
            Method::Patch { query, body } => Method::Patch { query, body: read(body).await? },
        };
        self.send(url, method, content_type, expected_status_code).await
    }

    fn is_tokio(&self) -> bool {
        true
    }
}

async fn read(body: impl AsyncRead) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let read = std::pin::pin!(body).read_to_end(&mut bytes).await;
    read.map_err(|error| Error::Other(Box::new(error)))?;
    Ok(bytes)
}
