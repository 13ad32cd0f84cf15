//! What a provider says of itself (OpenID Connect Discovery 1.0).

use reqwest::Url;
use serde::Deserialize;

/// What we need of it.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) authorization_endpoint: Url,
    pub(super) token_endpoint: Url,
    pub(super) jwks_uri: Url,
    pub(super) userinfo_endpoint: Option<Url>,
    pub(super) end_session_endpoint: Option<Url>,
    /// Whether it wants our secret in the form rather than in a header.
    pub(super) wants_secret_in_form: bool,
    /// Whether each answer of it says that it is its own (RFC 9207).
    pub(super) names_issuer: bool,
}

/// Why what a provider says of itself is of no use.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unusable {
    #[error("its description is no such document")]
    Shape(#[from] serde_json::Error),
    #[error("its description is that of another issuer")]
    Issuer,
    #[error("its description names no address that is encrypted: {0}")]
    Open(&'static str),
    #[error("it knows no authorization code or no S256")]
    Flow,
}

#[derive(Deserialize)]
struct Written {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    end_session_endpoint: Option<String>,
    token_endpoint_auth_methods_supported: Option<Vec<String>>,
    code_challenge_methods_supported: Option<Vec<String>>,
    response_types_supported: Option<Vec<String>>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

/// Where an issuer describes itself.
pub(super) fn address(issuer: &str) -> String {
    format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'))
}

/// Whether secrets may go to an address: it is encrypted, or never leaves this machine.
#[must_use]
pub fn is_fit_for_secrets(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("https", Some(_)) => true,
        ("http", Some(host)) => {
            let host = host.trim_matches(['[', ']']);
            host == "localhost" || host.parse().is_ok_and(|ip: std::net::IpAddr| ip.is_loopback())
        }
        _ => false,
    }
}

/// An address to which secrets may go.
fn fit(name: &'static str, written: &str) -> Result<Url, Unusable> {
    Url::parse(written).ok().filter(is_fit_for_secrets).ok_or(Unusable::Open(name))
}

impl Document {
    /// Reads the description of an issuer.
    pub(super) fn read(body: &[u8], issuer: &str) -> Result<Self, Unusable> {
        let it: Written = serde_json::from_slice(body)?;
        // 4.3: to the letter, so that nobody describes another.
        if it.issuer != issuer {
            return Err(Unusable::Issuer);
        }
        let knows = |all: &Option<Vec<String>>, word: &str| {
            all.as_ref().is_none_or(|all| all.iter().any(|it| it == word))
        };
        if !knows(&it.response_types_supported, "code")
            || !knows(&it.code_challenge_methods_supported, "S256")
        {
            return Err(Unusable::Flow);
        }
        let optional = |name: &'static str, written: Option<&String>| {
            written.map(|it| fit(name, it)).transpose()
        };
        let ways = &it.token_endpoint_auth_methods_supported;
        Ok(Self {
            wants_secret_in_form: !knows(ways, "client_secret_basic")
                && knows(ways, "client_secret_post"),
            names_issuer: it.authorization_response_iss_parameter_supported,
            authorization_endpoint: fit("authorization_endpoint", &it.authorization_endpoint)?,
            token_endpoint: fit("token_endpoint", &it.token_endpoint)?,
            jwks_uri: fit("jwks_uri", &it.jwks_uri)?,
            userinfo_endpoint: optional("userinfo_endpoint", it.userinfo_endpoint.as_ref())?,
            end_session_endpoint: optional(
                "end_session_endpoint",
                it.end_session_endpoint.as_ref(),
            )?,
        })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ISSUER: &str = "https://login.example";

    fn written() -> Value {
        json!({
            "issuer": ISSUER,
            "authorization_endpoint": "https://login.example/auth",
            "token_endpoint": "https://login.example/token",
            "jwks_uri": "https://login.example/keys",
        })
    }

    fn read(change: impl FnOnce(&mut Value)) -> Result<Document, Unusable> {
        let mut it = written();
        change(&mut it);
        Document::read(it.to_string().as_bytes(), ISSUER)
    }

    #[test]
    fn a_description_is_that_of_its_issuer_to_the_letter() {
        assert!(read(|_| ()).is_ok());
        for other in ["https://login.example/", "https://LOGIN.example", "https://evil.example"] {
            assert!(matches!(read(|it| it["issuer"] = other.into()), Err(Unusable::Issuer)));
        }
    }

    #[test]
    fn nothing_goes_unencrypted_but_on_this_machine() {
        for name in [
            "authorization_endpoint",
            "token_endpoint",
            "jwks_uri",
            "userinfo_endpoint",
            "end_session_endpoint",
        ] {
            let open = read(|it| it[name] = "http://login.example/x".into());
            assert!(matches!(open, Err(Unusable::Open(it)) if it == name), "{name}");
            assert!(read(|it| it[name] = "http://127.0.0.1:9/x".into()).is_ok());
            assert!(read(|it| it[name] = "http://127.0.0.1.evil.example/x".into()).is_err());
            assert!(read(|it| it[name] = "javascript:alert(1)".into()).is_err());
        }
    }

    #[test]
    fn a_provider_without_the_flow_is_of_no_use() {
        let ways = |all: &[&str]| json!(all);
        assert!(read(|it| it["code_challenge_methods_supported"] = ways(&["plain"])).is_err());
        assert!(read(|it| it["response_types_supported"] = ways(&["id_token"])).is_err());
        let post = read(|it| {
            it["token_endpoint_auth_methods_supported"] = ways(&["client_secret_post"]);
        });
        assert!(post.unwrap().wants_secret_in_form);
        assert!(!read(|_| ()).unwrap().wants_secret_in_form);
    }
}
