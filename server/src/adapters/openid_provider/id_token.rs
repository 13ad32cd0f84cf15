//! What a provider has signed, read by the rules of OpenID Connect Core 1.0, 3.1.3.7.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::{
    claims::Said,
    key_set::{Algorithm, KeySet},
};

/// What a token must say.
#[derive(Clone, Copy)]
pub(super) struct Expected<'a> {
    pub(super) issuer: &'a str,
    pub(super) client_id: &'a str,
    pub(super) nonce: &'a str,
    pub(super) now: DateTime<Utc>,
}

/// Why a token is not believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum Untrue {
    #[error("the token has no shape")]
    Shape,
    #[error("the token is signed in a way that is not believed")]
    Algorithm,
    #[error("the token is signed with a key that its issuer does not name")]
    UnknownKey,
    #[error("the token was not signed by its issuer")]
    Signature,
    #[error("the token is another issuer's")]
    Issuer,
    #[error("the token is meant for somebody else")]
    Audience,
    #[error("the token is over, or of another time")]
    Time,
    #[error("the token belongs to another errand")]
    Nonce,
    #[error("the token is about nobody")]
    Subject,
}

/// How far the clocks of two places may be apart, in seconds.
const DRIFT: i64 = 60;
/// How old a token may be, in seconds: it is made for whoever is just coming back.
const OLDEST: i64 = 600;
/// The longest token that is looked at, in bytes.
const LONGEST: usize = 64 * 1024;

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<Value>,
}

/// What stands in a token, once all that is expected holds.
pub(super) fn read(token: &str, keys: &KeySet, expected: Expected<'_>) -> Result<Said, Untrue> {
    let mut parts = token.split('.');
    let (Some(header), Some(body), Some(signature), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(Untrue::Shape);
    };
    if token.len() > LONGEST {
        return Err(Untrue::Shape);
    }
    let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| Untrue::Shape);
    let head: Header = serde_json::from_slice(&bytes(header)?).map_err(|_| Untrue::Shape)?;
    // What must be understood is not (RFC 7515, 4.1.11).
    if head.crit.is_some() {
        return Err(Untrue::Algorithm);
    }
    let algorithm = Algorithm::find(&head.alg).ok_or(Untrue::Algorithm)?;
    let signed = &token[..header.len() + 1 + body.len()];
    let signature = bytes(signature)?;
    match keys.signed(head.kid.as_deref(), algorithm, signed.as_bytes(), &signature) {
        None => return Err(Untrue::UnknownKey),
        Some(false) => return Err(Untrue::Signature),
        Some(true) => {}
    }
    let said = Said::read(&bytes(body)?).map_err(|_| Untrue::Shape)?;
    check(&said, expected)?;
    Ok(said)
}

fn check(said: &Said, expected: Expected<'_>) -> Result<(), Untrue> {
    if said.text("iss") != Some(expected.issuer) {
        return Err(Untrue::Issuer);
    }
    if !is_meant_for(said, expected.client_id) {
        return Err(Untrue::Audience);
    }
    let now = expected.now.timestamp();
    let (ends, began) = (said.time("exp"), said.time("iat"));
    let is_open = ends.is_some_and(|it| it > now.saturating_sub(DRIFT));
    let is_new = began.is_some_and(|it| {
        it <= now.saturating_add(DRIFT) && it >= now.saturating_sub(OLDEST + DRIFT)
    });
    let is_begun = said.get("nbf").is_none()
        || said.time("nbf").is_some_and(|it| it <= now.saturating_add(DRIFT));
    if !is_open || !is_new || !is_begun {
        return Err(Untrue::Time);
    }
    if said.text("nonce") != Some(expected.nonce) {
        return Err(Untrue::Nonce);
    }
    // OpenID Connect Core 1.0, 2.
    let is_subject = |it: &str| !it.is_empty() && it.len() <= 255 && it.is_ascii();
    if !said.text("sub").is_some_and(is_subject) {
        return Err(Untrue::Subject);
    }
    Ok(())
}

/// Whether a token is for us, and where it is for others as well, was asked for by us.
fn is_meant_for(said: &Said, client_id: &str) -> bool {
    let (is_ours, others) = match said.get("aud") {
        Some(Value::String(one)) => (one == client_id, false),
        Some(Value::Array(all)) => (all.iter().any(|it| it == client_id), all.len() > 1),
        _ => (false, false),
    };
    let by = said.get("azp");
    let is_by_us = by.is_some_and(|it| it == client_id);
    is_ours && if others { is_by_us } else { by.is_none() || is_by_us }
}

#[cfg(test)]
mod tests {
    use ring::{
        rand::SystemRandom,
        signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair as _},
    };
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_800_000_000;

    struct Signer(EcdsaKeyPair);

    impl Signer {
        fn new() -> Self {
            let (kind, chance) = (&ECDSA_P256_SHA256_FIXED_SIGNING, SystemRandom::new());
            let made = EcdsaKeyPair::generate_pkcs8(kind, &chance).unwrap();
            Self(EcdsaKeyPair::from_pkcs8(kind, made.as_ref(), &chance).unwrap())
        }

        fn keys(&self, kid: &str) -> KeySet {
            let point = self.0.public_key().as_ref();
            let (x, y) =
                (URL_SAFE_NO_PAD.encode(&point[1..33]), URL_SAFE_NO_PAD.encode(&point[33..]));
            let key =
                json!({ "kty": "EC", "crv": "P-256", "kid": kid, "use": "sig", "x": x, "y": y });
            KeySet::read(
                json!({ "keys": [key, { "kty": "oct", "k": "eA" }] }).to_string().as_bytes(),
            )
            .unwrap()
        }

        fn sign(&self, header: &Value, body: &Value) -> String {
            let part = |it: &Value| URL_SAFE_NO_PAD.encode(it.to_string());
            let signed = format!("{}.{}", part(header), part(body));
            let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
            format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
        }
    }

    fn expected() -> Expected<'static> {
        Expected {
            issuer: "https://login.example",
            client_id: "gnist",
            nonce: "n",
            now: DateTime::from_timestamp(NOW, 0).unwrap(),
        }
    }

    fn body() -> Value {
        json!({
            "iss": "https://login.example", "aud": "gnist", "sub": "lone", "nonce": "n",
            "exp": NOW + 300, "iat": NOW,
        })
    }

    fn header() -> Value {
        json!({ "alg": "ES256", "kid": "one" })
    }

    #[test]
    fn a_token_that_is_all_right_is_believed() {
        let signer = Signer::new();
        let token = signer.sign(&header(), &body());
        let said = read(&token, &signer.keys("one"), expected()).unwrap();
        assert_eq!(said.text("sub"), Some("lone"));
        let nameless = signer.sign(&json!({ "alg": "ES256" }), &body());
        assert!(read(&nameless, &signer.keys("one"), expected()).is_ok(), "there is one key");
    }

    #[test]
    fn one_thing_that_is_wrong_is_enough() {
        let signer = Signer::new();
        let keys = signer.keys("one");
        let cases: [(&str, Value, Untrue); 22] = [
            ("iss", json!("https://login.example/"), Untrue::Issuer),
            ("iss", json!(null), Untrue::Issuer),
            ("iss", json!(["https://login.example"]), Untrue::Issuer),
            ("aud", json!("another"), Untrue::Audience),
            ("aud", json!(["gnist", "another"]), Untrue::Audience),
            ("aud", json!([]), Untrue::Audience),
            ("aud", json!({ "gnist": true }), Untrue::Audience),
            ("azp", json!("another"), Untrue::Audience),
            ("azp", json!(null), Untrue::Audience),
            ("exp", json!(NOW - 60), Untrue::Time),
            ("exp", json!("never"), Untrue::Time),
            ("exp", json!(null), Untrue::Time),
            ("exp", json!(i64::MIN), Untrue::Time),
            ("iat", json!(NOW + 61), Untrue::Time),
            ("iat", json!(NOW - 661), Untrue::Time),
            ("iat", json!(null), Untrue::Time),
            ("nbf", json!(NOW + 61), Untrue::Time),
            ("nbf", json!("later"), Untrue::Time),
            ("nonce", json!("m"), Untrue::Nonce),
            ("nonce", json!(null), Untrue::Nonce),
            ("sub", json!(7), Untrue::Subject),
            ("sub", json!("s".repeat(256)), Untrue::Subject),
        ];
        for (name, value, wrong) in cases {
            let mut said = body();
            said[name] = value.clone();
            let token = signer.sign(&header(), &said);
            assert_eq!(read(&token, &keys, expected()).err(), Some(wrong), "{name}: {value}");
        }
        let mut both = body();
        (both["aud"], both["azp"]) = (json!(["gnist", "another"]), json!("gnist"));
        assert!(read(&signer.sign(&header(), &both), &keys, expected()).is_ok());
    }

    #[test]
    fn what_is_not_signed_by_the_issuer_is_nothing() {
        let (signer, other) = (Signer::new(), Signer::new());
        let keys = signer.keys("one");
        let of = |header: Value| read(&signer.sign(&header, &body()), &keys, expected()).err();
        for alg in ["none", "None", "HS256", "RS256 ", "PS256", "ES384", "EdDSA", ""] {
            assert_eq!(of(json!({ "alg": alg, "kid": "one" })), Some(Untrue::Algorithm), "{alg}");
        }
        assert_eq!(of(json!({ "alg": "RS256", "kid": "one" })), Some(Untrue::UnknownKey));
        assert_eq!(of(json!({ "alg": "ES256", "kid": "two" })), Some(Untrue::UnknownKey));
        let crit = json!({ "alg": "ES256", "kid": "one", "crit": ["exp"] });
        assert_eq!(of(crit), Some(Untrue::Algorithm));
        let forged = other.sign(&header(), &body());
        assert_eq!(read(&forged, &keys, expected()).err(), Some(Untrue::Signature));

        let token = signer.sign(&header(), &body());
        let (rest, _) = token.rsplit_once('.').unwrap();
        for text in [format!("{rest}."), rest.to_owned(), format!("{token}.x"), String::new()] {
            assert!(read(&text, &keys, expected()).is_err(), "{text}");
        }
    }
}
