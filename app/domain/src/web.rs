//! Addresses: on the web and of a mailbox.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

/// An address that may stand in a link: `https`, `http` or `mailto`, nothing that runs.
///
/// The only way to a foreign `href` (OWASP ASVS 5.0, V1.2.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SafeUrl(String);

/// Why a text is no address that may stand in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidUrl {
    #[error("it is no complete web address")]
    NotAnAddress,
    #[error("it has more than {max} characters", max = SafeUrl::MAX_CHARS)]
    TooLong,
    #[error("its scheme is not https, http or mailto")]
    Scheme,
    #[error("it does not begin with https://")]
    NotHttps,
    #[error("it carries a name or a password")]
    Credentials,
}

impl SafeUrl {
    pub const MAX_CHARS: usize = 2_000;

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host that it names, without the »www.« before it.
    #[must_use]
    pub fn host(&self) -> Option<String> {
        let host = Url::parse(&self.0).ok()?.host_str()?.to_lowercase();
        Some(host.strip_prefix("www.").map_or(host.clone(), str::to_owned))
    }

    /// The same, if what it leads to is reached over an encrypted connection.
    ///
    /// # Errors
    ///
    /// [`InvalidUrl::NotHttps`] otherwise.
    pub fn https(self) -> Result<Self, InvalidUrl> {
        if self.0.starts_with("https://") { Ok(self) } else { Err(InvalidUrl::NotHttps) }
    }
}

impl TryFrom<&str> for SafeUrl {
    type Error = InvalidUrl;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let text = text.trim();
        if text.len() > Self::MAX_CHARS {
            return Err(InvalidUrl::TooLong);
        }
        let url = Url::parse(text).map_err(|_| InvalidUrl::NotAnAddress)?;
        match url.scheme() {
            "https" | "http" if !url.has_host() => Err(InvalidUrl::NotAnAddress),
            "https" | "http" if !url.username().is_empty() || url.password().is_some() => {
                Err(InvalidUrl::Credentials)
            }
            "https" | "http" | "mailto" => Ok(Self(url.into())),
            _ => Err(InvalidUrl::Scheme),
        }
    }
}

impl TryFrom<String> for SafeUrl {
    type Error = InvalidUrl;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl From<SafeUrl> for String {
    fn from(url: SafeUrl) -> Self {
        url.0
    }
}

/// A mailbox's address (RFC 5321), in lower case where the standard allows it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// Why a text is no mailbox's address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidEmail {
    #[error("it has no @")]
    NoAt,
    #[error("what follows the @ is no domain")]
    Domain,
    #[error("it is no email address")]
    Shape,
}

impl Email {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What stands behind the @, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }

    /// The address as it is compared: no mail server that people use tells upper from lower
    /// case before the @, though the standard lets it.
    #[must_use]
    pub fn key(&self) -> String {
        self.0.to_lowercase()
    }

    /// What follows the @.
    #[must_use]
    pub fn host(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, host)| host)
    }
}

impl TryFrom<&str> for Email {
    type Error = InvalidEmail;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let text = text.trim();
        let Some((name, domain)) = text.rsplit_once('@') else {
            return Err(InvalidEmail::NoAt);
        };
        if domain.is_empty() || !domain.contains('.') {
            return Err(InvalidEmail::Domain);
        }
        let plain =
            !text.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"".contains(c));
        // The name is checked by the standard, the domain by its letters alone: a label longer
        // than DNS allows, or with a hyphen at its end, is the mail server's to refuse, and partners' spreadsheets hold some.
        let is_name = email_address::EmailAddress::is_valid(&format!("{name}@mail.example"));
        let is_label = |label: &str| {
            let letters = label.chars().all(|c| c.is_alphanumeric() || c == '-');
            !label.is_empty() && letters && !label.starts_with('-')
        };
        if !plain || !is_name || domain.len() > 253 || !domain.split('.').all(is_label) {
            return Err(InvalidEmail::Shape);
        }
        Ok(Self(format!("{name}@{}", domain.to_lowercase())))
    }
}

impl TryFrom<String> for Email {
    type Error = InvalidEmail;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl From<Email> for String {
    fn from(email: Email) -> Self {
        email.0
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_that_runs_may_stand_in_a_link() {
        for text in [
            "javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://a.example/1",
        ] {
            assert_eq!(SafeUrl::try_from(text), Err(InvalidUrl::Scheme), "{text}");
        }
        assert_eq!(SafeUrl::try_from("/aktiviteter"), Err(InvalidUrl::NotAnAddress));
        assert_eq!(SafeUrl::try_from("https://a:b@c.example/"), Err(InvalidUrl::Credentials));
    }

    #[test]
    fn an_address_for_sign_up_is_encrypted() {
        let plain = SafeUrl::try_from("http://skole.example/tilmeld").unwrap();
        assert_eq!(plain.https(), Err(InvalidUrl::NotHttps));
        assert!(SafeUrl::try_from("https://skole.example/tilmeld").unwrap().https().is_ok());
    }

    #[test]
    fn a_mailbox_needs_what_follows_the_at() {
        assert_eq!(Email::try_from("anna"), Err(InvalidEmail::NoAt));
        assert_eq!(Email::try_from("anna@"), Err(InvalidEmail::Domain));
        assert_eq!(Email::try_from("anna@skole"), Err(InvalidEmail::Domain));
        assert_eq!(Email::try_from("an na@skole.dk"), Err(InvalidEmail::Shape));
        assert_eq!(Email::try_from("a@b.dk\r\nBcc: c@d.dk"), Err(InvalidEmail::Shape));
        assert_eq!(Email::try_from(" Anna@Skole.DK ").unwrap().as_str(), "Anna@skole.dk");
    }

    proptest! {
        #[test]
        fn only_three_schemes_come_through(text in "[a-z]{1,12}:.{0,20}") {
            if let Ok(url) = SafeUrl::try_from(text.as_str()) {
                let scheme = url.as_str().split(':').next().unwrap_or_default();
                prop_assert!(["https", "http", "mailto"].contains(&scheme));
            }
        }
    }
}
