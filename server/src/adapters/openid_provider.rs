//! A provider that speaks OpenID Connect (Core 1.0, authorization code flow with PKCE).
//!
//! The flow is small and its cryptography is what TLS here is made of anyway, so it stands here
//! rather than in a library that would bring a second set of both. Invariant: nothing a provider
//! says is believed before its signature, its issuer, its audience, its time and our nonce are
//! right, and nothing it sends is read to its end if it does not end soon.

mod claims;
mod discovery;
mod fetch;
mod id_token;
mod key_set;

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use application::ports::{Provider, ProviderError};
use async_trait::async_trait;
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use domain::{
    SafeUrl,
    identity::{Challenge, Identity, ProviderName, RoleRules, Vouched},
};
use reqwest::Url;
use ring::digest;

use claims::Said;
use discovery::Document;
use fetch::Fetch;
use id_token::Expected;
use key_set::KeySet;

pub use discovery::is_fit_for_secrets;

/// What the operator says of the provider.
#[derive(Clone, Debug)]
pub struct Settings {
    pub name: ProviderName,
    /// Its issuer identifier, to the letter.
    pub issuer: String,
    pub client_id: String,
    pub client_secret: Option<String>,
    /// What is asked for beside `openid`, with spaces between.
    pub scopes: String,
    /// The words of the provider in which stands what we need.
    pub subject_claim: String,
    pub email_claim: String,
    pub name_claim: String,
    /// Whether an address that the provider says it has verified is that of an account here.
    pub trusts_email: bool,
    /// What it says of somebody who has shown two things that prove who they are.
    pub second_factor: Vec<(String, String)>,
    pub rules: RoleRules,
    /// Where browsers come back to, and where they go once they have left it.
    pub back: String,
    pub left: String,
}

/// A provider that speaks OpenID Connect.
#[derive(Clone)]
pub struct OpenidProvider(Arc<Inside>);

struct Inside {
    settings: Settings,
    fetch: Fetch,
    document: Mutex<Kept<Document>>,
    keys: Mutex<Kept<KeySet>>,
}

/// What was fetched, and when.
type Kept<T> = Option<(Instant, Arc<T>)>;

/// How long what a provider says of itself is believed.
const DOCUMENT_FOR: Duration = Duration::from_hours(1);
const KEYS_FOR: Duration = Duration::from_hours(1);
/// How long somebody who leaves waits for the way out.
const WAY_OUT_WITHIN: Duration = Duration::from_secs(1);

fn kept<T>(place: &Mutex<Kept<T>>, longest: Duration) -> Option<Arc<T>> {
    let place = place.lock().unwrap_or_else(PoisonError::into_inner);
    place.as_ref().filter(|it| it.0.elapsed() < longest).map(|it| it.1.clone())
}

fn keep<T>(place: &Mutex<Kept<T>>, value: T) -> Arc<T> {
    let value = Arc::new(value);
    let mut place = place.lock().unwrap_or_else(PoisonError::into_inner);
    *place = Some((Instant::now(), value.clone()));
    value
}

impl OpenidProvider {
    /// A provider that is asked nothing before somebody wants to go there.
    ///
    /// # Errors
    ///
    /// Where requests cannot be sent at all.
    pub fn new(settings: Settings) -> Result<Self, reqwest::Error> {
        let (fetch, document, keys) = (Fetch::new()?, Mutex::default(), Mutex::default());
        Ok(Self(Arc::new(Inside { settings, fetch, document, keys })))
    }

    async fn document(&self) -> Result<Arc<Document>, ProviderError> {
        if let Some(document) = kept(&self.0.document, DOCUMENT_FOR) {
            return Ok(document);
        }
        let issuer = &self.0.settings.issuer;
        let body = self.0.fetch.get(&discovery::address(issuer), None).await?;
        let document = Document::read(&body, issuer).map_err(ProviderError::wrong)?;
        Ok(keep(&self.0.document, document))
    }

    async fn new_keys(&self, document: &Document) -> Result<Arc<KeySet>, ProviderError> {
        let body = self.0.fetch.get(document.jwks_uri.as_str(), None).await?;
        let keys = KeySet::read(&body).map_err(ProviderError::wrong)?;
        Ok(keep(&self.0.keys, keys))
    }

    /// What stands in a token, once it is sure who wrote it for whom. A key that nobody knows yet
    /// is looked for once more, since providers change theirs.
    async fn believed(
        &self,
        document: &Document,
        token: &str,
        expected: Expected<'_>,
    ) -> Result<Said, ProviderError> {
        let (keys, is_new) = match kept(&self.0.keys, KEYS_FOR) {
            Some(keys) => (keys, false),
            None => (self.new_keys(document).await?, true),
        };
        let read = match id_token::read(token, &keys, expected) {
            Err(id_token::Untrue::UnknownKey) if !is_new => {
                id_token::read(token, &*self.new_keys(document).await?, expected)
            }
            read => read,
        };
        read.map_err(ProviderError::wrong)
    }

    /// What it says beside the token, of the same person.
    async fn more(
        &self,
        document: &Document,
        access_token: Option<&str>,
        subject: &str,
    ) -> Result<Option<Said>, ProviderError> {
        let Some((address, token)) = document.userinfo_endpoint.as_ref().zip(access_token) else {
            return Ok(None);
        };
        let body = self.0.fetch.get(address.as_str(), Some(token)).await?;
        let said = Said::read(&body).map_err(ProviderError::wrong)?;
        // OpenID Connect Core 1.0, 5.3.2.
        if said.text("sub") != Some(subject) {
            return Err(ProviderError::wrong("what it adds is about somebody else"));
        }
        Ok(Some(said))
    }
}

#[async_trait]
impl Provider for OpenidProvider {
    fn name(&self) -> &ProviderName {
        &self.0.settings.name
    }

    fn issuer(&self) -> &str {
        &self.0.settings.issuer
    }

    async fn way_there(&self, challenge: &Challenge) -> Result<SafeUrl, ProviderError> {
        let (document, settings) = (self.document().await?, &self.0.settings);
        let hash = digest::digest(&digest::SHA256, challenge.verifier.as_bytes());
        let mut way = document.authorization_endpoint.clone();
        way.query_pairs_mut()
            .append_pair("response_type", "code")
            .append_pair("client_id", &settings.client_id)
            .append_pair("redirect_uri", &settings.back)
            .append_pair("scope", format!("openid {}", settings.scopes).trim())
            .append_pair("state", &challenge.state)
            .append_pair("nonce", &challenge.nonce)
            .append_pair("code_challenge", &URL_SAFE_NO_PAD.encode(hash))
            .append_pair("code_challenge_method", "S256");
        SafeUrl::try_from(way.as_str()).map_err(ProviderError::wrong)
    }

    async fn vouch(
        &self,
        code: &str,
        challenge: &Challenge,
        now: DateTime<Utc>,
    ) -> Result<Vouched, ProviderError> {
        let (document, settings) = (self.document().await?, &self.0.settings);
        let tokens = self.0.fetch.exchange(&document, settings, code, &challenge.verifier).await?;
        let expected = Expected {
            issuer: &settings.issuer,
            client_id: &settings.client_id,
            nonce: &challenge.nonce,
            now,
        };
        let mut said = self.believed(&document, &tokens.id_token, expected).await?;
        let subject = said.text("sub").unwrap_or_default().to_owned();
        if let Some(more) = self.more(&document, tokens.access_token.as_deref(), &subject).await? {
            said.add(more);
        }
        let name = said.text(&settings.subject_claim);
        let name = name.ok_or_else(|| ProviderError::wrong("it does not say who it is"))?;
        let identity = Identity::of(&settings.issuer, name).map_err(ProviderError::wrong)?;
        let words = said.claims();
        Ok(Vouched {
            identity,
            email: said.text(&settings.email_claim).and_then(|it| it.try_into().ok()),
            email_is_trusted: settings.trusts_email && said.is_true("email_verified"),
            name: said.text(&settings.name_claim).and_then(|it| it.try_into().ok()),
            roles: settings.rules.roles(&words),
            has_second_factor: settings
                .second_factor
                .iter()
                .any(|it| domain::identity::says(&words, it)),
        })
    }

    async fn sends(&self, issuer: Option<&str>) -> Result<bool, ProviderError> {
        match issuer {
            Some(issuer) => Ok(issuer == self.0.settings.issuer),
            None => Ok(!self.document().await?.names_issuer),
        }
    }

    async fn way_out(&self) -> Option<SafeUrl> {
        let document = tokio::time::timeout(WAY_OUT_WITHIN, self.document()).await.ok()?.ok()?;
        let mut way: Url = document.end_session_endpoint.clone()?;
        way.query_pairs_mut()
            .append_pair("client_id", &self.0.settings.client_id)
            .append_pair("post_logout_redirect_uri", &self.0.settings.left);
        SafeUrl::try_from(way.as_str()).ok()
    }
}
