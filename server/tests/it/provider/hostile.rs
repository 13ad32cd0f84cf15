//! A provider that can be told to lie, on a socket of its own; and every lie is found out.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::{
    Json, Router,
    extract::State,
    http::StatusCode,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
};
use serde_json::{Map, Value, json};

use super::{Traveller, comes_back, portal, word};

/// In which way it lies.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lie {
    #[default]
    None,
    /// The token is signed in no way, or with what everybody knows.
    NoSignature,
    SharedSecret,
    /// Signed with a key that it does not name.
    ForeignKey,
    /// What it adds is about somebody else.
    OtherPerson,
    /// Its keys do not end.
    EndlessKeys,
    Slow,
    NotJson,
    Failing,
    RefusesCode,
    /// It describes itself as another.
    OtherIssuer,
    OpenEndpoint,
}

#[derive(Clone)]
pub struct Hostile(Arc<Inside>);

struct Inside {
    issuer: String,
    key: EcdsaKeyPair,
    said: Mutex<Map<String, Value>>,
    lie: Mutex<Lie>,
    exchange: Mutex<String>,
}

fn locked<T>(it: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    it.lock().unwrap_or_else(PoisonError::into_inner)
}

fn new_key() -> EcdsaKeyPair {
    let (kind, chance) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
    let made = EcdsaKeyPair::generate_pkcs8(kind, &chance).expect("a key");
    EcdsaKeyPair::from_pkcs8(kind, made.as_ref(), &chance).expect("a key")
}

impl Hostile {
    /// One that listens and is honest until it is told otherwise.
    #[expect(clippy::disallowed_methods, reason = "it ends with its test")]
    pub async fn start() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", listener.local_addr().expect("an address"));
        let said = json!({
            "iss": issuer, "aud": "gnist", "sub": "opaque", "uniid": "lone1234",
            "aktoer_gruppe": "Medarbejder", "institution_ids": ["751001"],
            "name": "Lone Lærer", "email": "lone@skole.dk", "email_verified": true,
        });
        let said = Mutex::new(said.as_object().expect("words").clone());
        let (lie, exchange) = (Mutex::default(), Mutex::default());
        let it = Self(Arc::new(Inside { issuer, key: new_key(), said, lie, exchange }));
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(describe))
            .route("/token", post(tokens))
            .route("/keys", get(keys))
            .route("/me", get(more))
            .with_state(it.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
        it
    }

    pub fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// The next token belongs to this errand and this moment.
    pub fn expects(&self, nonce: &str, now: DateTime<Utc>) {
        let mut said = locked(&self.0.said);
        said.insert("nonce".to_owned(), nonce.into());
        said.insert("iat".to_owned(), now.timestamp().into());
        said.insert("exp".to_owned(), (now.timestamp() + 300).into());
    }

    pub fn says(&self, name: &str, value: Value) {
        locked(&self.0.said).insert(name.to_owned(), value);
    }

    pub fn lies(&self, lie: Lie) {
        *locked(&self.0.lie) = lie;
    }

    pub fn last_exchange(&self) -> String {
        locked(&self.0.exchange).clone()
    }

    fn lie(&self) -> Lie {
        *locked(&self.0.lie)
    }
}

async fn describe(State(it): State<Hostile>) -> Json<Value> {
    let issuer = it.issuer();
    let named = if it.lie() == Lie::OtherIssuer { "https://evil.example" } else { issuer };
    let token = if it.lie() == Lie::OpenEndpoint { "http://evil.example" } else { issuer };
    Json(json!({
        "issuer": named,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{token}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "userinfo_endpoint": format!("{issuer}/me"),
        "end_session_endpoint": format!("{issuer}/ud"),
    }))
}

async fn keys(State(it): State<Hostile>) -> Response {
    if it.lie() == Lie::EndlessKeys {
        return " ".repeat(10 * 1024 * 1024).into_response();
    }
    let point = it.0.key.public_key().as_ref();
    let (x, y) = (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
    let key = json!({ "kty": "EC", "crv": "P-256", "kid": "one", "use": "sig", "x": x, "y": y });
    Json(json!({ "keys": [key] })).into_response()
}

async fn more(State(it): State<Hostile>) -> Json<Value> {
    let sub = if it.lie() == Lie::OtherPerson { "somebody else" } else { "opaque" };
    Json(json!({ "sub": sub, "more": true }))
}

async fn tokens(State(it): State<Hostile>, body: String) -> Response {
    *locked(&it.0.exchange) = body;
    match it.lie() {
        Lie::Slow => tokio::time::sleep(Duration::from_secs(20)).await,
        Lie::NotJson => return "<html>hej".into_response(),
        Lie::Failing => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Lie::RefusesCode => {
            let refusal = Json(json!({ "error": "invalid_grant" }));
            return (StatusCode::BAD_REQUEST, refusal).into_response();
        }
        _ => {}
    }
    let alg = match it.lie() {
        Lie::NoSignature => "none",
        Lie::SharedSecret => "HS256",
        _ => "ES256",
    };
    let part = |it: &Value| URL_SAFE_NO_PAD.encode(it.to_string());
    let body = Value::Object(locked(&it.0.said).clone());
    let signed = format!("{}.{}", part(&json!({ "alg": alg, "kid": "one" })), part(&body));
    let foreign = new_key();
    let key = if it.lie() == Lie::ForeignKey { &foreign } else { &it.0.key };
    let signature = key.sign(&SystemRandom::new(), signed.as_bytes()).expect("a signature");
    let signature = match it.lie() {
        Lie::NoSignature => String::new(),
        _ => URL_SAFE_NO_PAD.encode(signature),
    };
    let token = format!("{signed}.{signature}");
    Json(json!({ "id_token": token, "access_token": "a", "token_type": "Bearer" })).into_response()
}

#[tokio::test]
async fn whoever_lies_lets_nobody_in_and_a_page_says_what_to_do() {
    let lies = [
        (Lie::NoSignature, StatusCode::BAD_GATEWAY),
        (Lie::SharedSecret, StatusCode::BAD_GATEWAY),
        (Lie::ForeignKey, StatusCode::BAD_GATEWAY),
        (Lie::OtherPerson, StatusCode::BAD_GATEWAY),
        (Lie::EndlessKeys, StatusCode::BAD_GATEWAY),
        (Lie::NotJson, StatusCode::BAD_GATEWAY),
        (Lie::Failing, StatusCode::SERVICE_UNAVAILABLE),
        (Lie::Slow, StatusCode::SERVICE_UNAVAILABLE),
        (Lie::RefusesCode, StatusCode::GONE),
    ];
    for (lie, status) in lies {
        let (portal, it) = portal().await;
        it.lies(lie);
        let mut lone = Traveller::default();
        let answer = comes_back(&portal, &it, &mut lone).await;
        assert_eq!(answer.0, status, "{lie:?}: {}", answer.2);
        assert!(lone.0.iter().all(|it| it.0 != "__Host-session"), "{lie:?} let somebody in");
        assert!(answer.2.contains("Log ind på en anden måde"), "{lie:?}: {}", answer.2);
        let email = "lone@skole.dk".try_into().expect("an address");
        assert_eq!(portal.plugs.ports.accounts.account(&email).await.expect("a read"), None);
    }
}

#[tokio::test]
async fn a_provider_that_describes_itself_as_another_is_never_gone_to() {
    for lie in [Lie::OtherIssuer, Lie::OpenEndpoint] {
        let (portal, it) = portal().await;
        it.lies(lie);
        let mut lone = Traveller::default();
        let answer = lone.submits(&portal, "/log-ind/udbyder", &[]).await;
        assert_eq!((answer.0, lone.0.len()), (StatusCode::BAD_GATEWAY, 0), "{lie:?}");
    }
}

#[tokio::test]
async fn a_token_with_one_wrong_word_lets_nobody_in() {
    let (portal, it) = portal().await;
    let now = portal.clock_now().timestamp();
    let honest = Value::Object(locked(&it.0.said).clone());
    for (name, value) in [
        ("iss", json!("https://evil.example")),
        ("aud", json!("another")),
        ("azp", json!("another")),
        ("exp", json!(now - 600)),
        ("iat", json!(now - 3_600)),
        ("nonce", json!("another")),
        ("sub", json!("")),
        ("uniid", json!(null)),
        ("uniid", json!("x".repeat(300))),
    ] {
        let mut lone = Traveller::default();
        *locked(&it.0.said) = honest.as_object().expect("words").clone();
        let along = lone.sets_out(&portal, "/log-ind/udbyder", &[]).await;
        it.expects(word(&along, "nonce"), portal.clock_now());
        it.says(name, value);
        let path = format!("/log-ind/udbyder/svar?code=k&state={}", word(&along, "state"));
        let answer = lone.opens(&portal, &path).await;
        assert_eq!(answer.0, StatusCode::BAD_GATEWAY, "{name}: {}", answer.2);
        assert!(lone.0.is_empty(), "{name} let somebody in");
    }
}

#[tokio::test]
async fn an_answer_of_another_issuer_is_refused() {
    let (portal, it) = portal().await;
    let mut lone = Traveller::default();
    let along = lone.sets_out(&portal, "/log-ind/udbyder", &[]).await;
    it.expects(word(&along, "nonce"), portal.clock_now());
    let state = word(&along, "state");
    let path = format!("/log-ind/udbyder/svar?code=k&state={state}&iss=https%3A%2F%2Fevil.example");
    assert_eq!(lone.opens(&portal, &path).await.0, StatusCode::BAD_GATEWAY);
    assert!(lone.0.is_empty());
}
