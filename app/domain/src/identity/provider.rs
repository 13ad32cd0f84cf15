//! Somebody whom another place knows: a provider says who they are, and an account here is theirs.

use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use uuid::Uuid;

use super::{AccountId, Mark, PersonName, Role, Secret, secret::base32};
use crate::{Email, Inside, keyed::keyed, text::text};

text! {
    /// What people call a provider, as it stands on the button that leads to it.
    ProviderName, 1..=60, false
}

/// Whom a provider knows somebody as: the same two words are the same person, for good
/// (OpenID Connect Core 1.0, 5.7).
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Identity {
    issuer: String,
    subject: String,
}

/// Words that name nobody at a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an identity is two words of at most 255 characters")]
pub struct InvalidIdentity;

impl Identity {
    /// Whom an issuer knows by a subject.
    ///
    /// # Errors
    ///
    /// [`InvalidIdentity`] where one of them is empty, too long (OpenID Connect Core 1.0, 2) or
    /// no plain text.
    pub fn of(
        issuer: impl Into<String>,
        subject: impl Into<String>,
    ) -> Result<Self, InvalidIdentity> {
        let (issuer, subject) = (issuer.into(), subject.into());
        let is_word = |it: &str| {
            !it.trim().is_empty() && it.chars().count() <= 255 && !it.contains(char::is_control)
        };
        if is_word(&issuer) && is_word(&subject) {
            Ok(Self { issuer, subject })
        } else {
            Err(InvalidIdentity)
        }
    }

    #[must_use]
    pub fn issuer(&self) -> &str {
        &self.issuer
    }

    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }
}

impl fmt::Debug for Identity {
    // A subject can be a number that names a person everywhere.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Identity({}, …)", self.issuer)
    }
}

/// Names an identity that is joined to an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IdentityId(pub Uuid);

/// An identity that belongs to an account: whoever shows it comes in there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinedIdentity {
    pub id: IdentityId,
    pub identity: Identity,
    pub account: AccountId,
    /// What its owner may here because the provider says so, and no longer once it does not.
    pub roles: Vec<Role>,
    pub joined_at: DateTime<Utc>,
    pub used_at: DateTime<Utc>,
}

/// What a provider says of somebody who has just been there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    pub identity: Identity,
    pub email: Option<Email>,
    /// Whether the operator trusts the provider to know that the address is theirs.
    pub email_is_trusted: bool,
    pub name: Option<PersonName>,
    /// What the operator's rules make of its words.
    pub roles: Vec<Role>,
    /// Whether they showed two things there that prove who they are.
    pub has_second_factor: bool,
}

keyed! {
    /// Why somebody goes to a provider.
    Wish {
        SignIn = "sign_in",
        /// To join an identity to the account in which they are.
        Join = "join",
    }
}

/// Somebody's way to a provider and back, known by a secret that only their browser holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    pub mark: Mark,
    pub wish: Wish,
    /// Where they wanted to go.
    pub next: Option<Inside>,
    pub begun_at: DateTime<Utc>,
    /// What the provider said, once they are back and it waits for an account.
    pub vouched: Option<Vouched>,
}

impl Errand {
    /// How long somebody may be away, and how long what the provider said waits for an account.
    pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);
    pub const WAITS_FOR: TimeDelta = TimeDelta::minutes(30);

    #[must_use]
    pub fn is_alive(&self, now: DateTime<Utc>) -> bool {
        let lifetime = if self.vouched.is_some() { Self::WAITS_FOR } else { Self::LIFETIME };
        let age = now - self.begun_at;
        age < lifetime && age > -TimeDelta::minutes(5)
    }
}

/// What goes along on an errand and must come back, or be shown when it does.
#[derive(Clone, PartialEq, Eq)]
pub struct Challenge {
    /// Comes back with the browser (RFC 6749, 10.12).
    pub state: String,
    /// Comes back in what the provider has signed (OpenID Connect Core 1.0, 15.5.2).
    pub nonce: String,
    /// Is shown to the provider by us, so that an answer is of use to nobody else (RFC 7636).
    pub verifier: String,
}

impl Challenge {
    /// The one that belongs to an errand's secret. Nothing of it is kept here: it is made of the
    /// secret again when the browser comes back.
    #[must_use]
    pub fn of(secret: &Secret) -> Self {
        let made = |purpose: &str| {
            let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.text().as_bytes()) else {
                return String::new();
            };
            mac.update(purpose.as_bytes());
            base32(&mac.finalize().into_bytes())
        };
        Self { state: made("state"), nonce: made("nonce"), verifier: made("verifier") }
    }
}

impl fmt::Debug for Challenge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Challenge(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identity_is_two_words_to_the_letter() {
        let of = |issuer: &str, subject: &str| Identity::of(issuer, subject);
        assert_ne!(of("https://a.example", "1"), of("https://a.example/", "1"));
        assert_ne!(of("https://a.example", "a"), of("https://a.example", "A"));
        for (issuer, subject) in [("", "1"), ("x", ""), ("x", " "), ("x", "a\nb")] {
            assert_eq!(of(issuer, subject), Err(InvalidIdentity));
        }
        assert_eq!(of("x", &"s".repeat(256)), Err(InvalidIdentity));
        assert!(of("x", &"ø".repeat(255)).is_ok());
        assert!(!format!("{:?}", of("x", "0101011234")).contains("0101"));
    }

    #[test]
    fn what_goes_along_tells_nothing_of_the_secret_and_differs_by_its_use() {
        let (one, two) = (Secret::of([1; 32]), Secret::of([2; 32]));
        let of = Challenge::of(&one);
        assert_eq!(of, Challenge::of(&one));
        let all = [&of.state, &of.nonce, &of.verifier, &Challenge::of(&two).state, &one.text()];
        for (n, it) in all.iter().enumerate() {
            // RFC 7636, 4.1: 43 to 128 letters, digits and a few signs.
            assert!(
                (43..=128).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric())
            );
            assert!(!all[..n].contains(it));
        }
        assert!(!format!("{of:?}").contains(&of.verifier));
    }

    #[test]
    fn an_errand_ends() {
        let begun_at = DateTime::UNIX_EPOCH + TimeDelta::days(20_000);
        let mut it = Errand {
            mark: Mark::kept("m"),
            wish: Wish::SignIn,
            next: None,
            begun_at,
            vouched: None,
        };
        let after = |minutes: i64| begun_at + TimeDelta::minutes(minutes);
        assert!(it.is_alive(after(9)) && !it.is_alive(after(10)) && !it.is_alive(after(-60)));
        it.vouched = Some(Vouched {
            identity: Identity::of("x", "1").unwrap(),
            email: None,
            email_is_trusted: false,
            name: None,
            roles: Vec::new(),
            has_second_factor: false,
        });
        assert!(it.is_alive(after(29)) && !it.is_alive(after(30)));
    }
}
