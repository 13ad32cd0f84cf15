//! Requests to a provider: none waits for ever, follows anybody elsewhere, or reads on and on.

use std::time::Duration;

use application::ports::ProviderError;
use form_urlencoded::byte_serialize;
use reqwest::{RequestBuilder, Response, StatusCode, header::ACCEPT};
use serde::Deserialize;

use super::{Settings, discovery::Document};

/// How long a connection and a whole answer may take.
const CONNECT: Duration = Duration::from_secs(3);
const ANSWER: Duration = Duration::from_secs(5);
/// The most bytes of an answer that are read.
const MOST_BYTES: usize = 256 * 1024;

pub(super) struct Fetch(reqwest::Client);

/// What a code is exchanged for.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub(super) id_token: String,
    pub(super) access_token: Option<String>,
}

#[derive(Deserialize)]
struct Refusal {
    error: String,
}

impl Fetch {
    pub(super) fn new() -> Result<Self, reqwest::Error> {
        let client = reqwest::Client::builder()
            .connect_timeout(CONNECT)
            .timeout(ANSWER)
            .redirect(reqwest::redirect::Policy::none())
            .no_proxy()
            .build()?;
        Ok(Self(client))
    }

    /// What stands at an address, for whoever has a token where one is wanted.
    pub(super) async fn get(
        &self,
        url: &str,
        token: Option<&str>,
    ) -> Result<Vec<u8>, ProviderError> {
        let request = self.0.get(url).header(ACCEPT, "application/json");
        let request = match token {
            Some(token) => request.bearer_auth(token),
            None => request,
        };
        let (status, body) = send(request).await?;
        if status.is_success() {
            return Ok(body);
        }
        Err(ProviderError::down(format!("it answers {status}")))
    }

    /// Exchanges a code for what the provider has signed (RFC 6749, 4.1.3; RFC 7636, 4.5).
    pub(super) async fn exchange(
        &self,
        document: &Document,
        settings: &Settings,
        code: &str,
        verifier: &str,
    ) -> Result<Tokens, ProviderError> {
        let mut fields = vec![
            ("grant_type", "authorization_code"),
            ("code", code),
            ("redirect_uri", settings.back.as_str()),
            ("code_verifier", verifier),
        ];
        let request =
            self.0.post(document.token_endpoint.clone()).header(ACCEPT, "application/json");
        let request = match &settings.client_secret {
            Some(secret) if !document.wants_secret_in_form => {
                // RFC 6749, 2.3.1: both are written as in a form first.
                let written = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
                request.basic_auth(written(&settings.client_id), Some(written(secret)))
            }
            secret => {
                fields.push(("client_id", settings.client_id.as_str()));
                fields.extend(secret.iter().map(|secret| ("client_secret", secret.as_str())));
                request
            }
        };
        let (status, body) = send(request.form(&fields)).await?;
        if status.is_success() {
            return serde_json::from_slice(&body).map_err(|_| {
                // The cause would repeat what was sent, which is secret.
                ProviderError::wrong("it sends no tokens for a code")
            });
        }
        let refusal = serde_json::from_slice::<Refusal>(&body).map(|it| it.error);
        match refusal.as_deref() {
            Ok("invalid_grant") if status.is_client_error() => Err(ProviderError::DeadCode),
            Ok("invalid_client" | "unauthorized_client") => {
                Err(ProviderError::wrong("it does not know our client id and secret"))
            }
            _ if status.is_client_error() => {
                Err(ProviderError::wrong(format!("it answers {status} to a code")))
            }
            _ => Err(ProviderError::down(format!("it answers {status} to a code"))),
        }
    }
}

async fn send(request: RequestBuilder) -> Result<(StatusCode, Vec<u8>), ProviderError> {
    // Addresses of requests can hold secrets, and so are no part of an error.
    let down = |error: reqwest::Error| ProviderError::down(error.without_url());
    let response = request.send().await.map_err(down)?;
    let status = response.status();
    Ok((status, read(response).await?))
}

async fn read(mut response: Response) -> Result<Vec<u8>, ProviderError> {
    let mut body = Vec::new();
    let down = |error: reqwest::Error| ProviderError::down(error.without_url());
    while let Some(piece) = response.chunk().await.map_err(down)? {
        if body.len() + piece.len() > MOST_BYTES {
            return Err(ProviderError::wrong("its answer does not end"));
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
