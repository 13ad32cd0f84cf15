//! The keys with which a provider signs (RFC 7517), and whether it did.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;

/// The only ways of signing that are believed: with a key that the provider alone has, at the
/// strength of today (RFC 7518, 3.1; RFC 8725, 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rs256,
    Es256,
}

impl Algorithm {
    pub(super) fn find(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "ES256" => Some(Self::Es256),
            _ => None,
        }
    }
}

/// Every key of a provider that can be of use.
pub(super) struct KeySet(Vec<Key>);

struct Key {
    name: Option<String>,
    public: Public,
}

enum Public {
    Rsa {
        n: Vec<u8>,
        e: Vec<u8>,
    },
    /// A point of P-256, uncompressed.
    P256(Vec<u8>),
}

/// A text that is no set of keys.
#[derive(Debug, thiserror::Error)]
#[error("its keys are no set of keys")]
pub(super) struct NoKeys(#[source] serde_json::Error);

#[derive(Deserialize)]
struct Written {
    keys: Vec<serde_json::Value>,
}

#[derive(Deserialize)]
struct WrittenKey {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    purpose: Option<String>,
    alg: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

/// The most keys that are looked at.
const MOST_KEYS: usize = 100;

impl KeySet {
    /// Reads a set; keys of kinds that are not ours are passed over (RFC 7517, 5).
    pub(super) fn read(body: &[u8]) -> Result<Self, NoKeys> {
        let written: Written = serde_json::from_slice(body).map_err(NoKeys)?;
        let keys = written.keys.into_iter().take(MOST_KEYS);
        let keys = keys.filter_map(|it| serde_json::from_value(it).ok()).filter_map(key);
        Ok(Self(keys.collect()))
    }

    /// Whether one of the keys of a name signed a message; nothing where no key can be meant.
    /// Without a name the only key of its kind is meant.
    pub(super) fn signed(
        &self,
        name: Option<&str>,
        algorithm: Algorithm,
        message: &[u8],
        signature: &[u8],
    ) -> Option<bool> {
        let fits = |key: &&Key| {
            name.is_none_or(|name| key.name.as_deref() == Some(name))
                && match key.public {
                    Public::Rsa { .. } => algorithm == Algorithm::Rs256,
                    Public::P256(_) => algorithm == Algorithm::Es256,
                }
        };
        let meant: Vec<&Key> = self.0.iter().filter(fits).collect();
        if meant.is_empty() || (name.is_none() && meant.len() > 1) {
            return None;
        }
        Some(meant.iter().any(|key| key.signed(message, signature)))
    }
}

fn key(it: WrittenKey) -> Option<Key> {
    let is_for_signing = it.purpose.as_deref().is_none_or(|it| it == "sig");
    let is_for = |name: &str| it.alg.as_deref().is_none_or(|it| it == name);
    let bytes = |text: &Option<String>| {
        URL_SAFE_NO_PAD.decode(text.as_deref()?).ok().filter(|it| it.len() <= 1_024)
    };
    if !is_for_signing {
        return None;
    }
    let public = match it.kty.as_str() {
        "RSA" if is_for("RS256") => Public::Rsa { n: bytes(&it.n)?, e: bytes(&it.e)? },
        "EC" if is_for("ES256") && it.crv.as_deref() == Some("P-256") => {
            let (x, y) = (bytes(&it.x)?, bytes(&it.y)?);
            let is_point = x.len() == 32 && y.len() == 32;
            is_point.then(|| Public::P256([&[4][..], &x, &y].concat()))?
        }
        _ => return None,
    };
    Some(Key { name: it.kid, public })
}

impl Key {
    fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        match &self.public {
            Public::Rsa { n, e } => RsaPublicKeyComponents { n, e }
                .verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
                .is_ok(),
            Public::P256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point)
                .verify(message, signature)
                .is_ok(),
        }
    }
}
