//! Secrets that are handed out, and what is kept of them.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

/// 256 bits that nobody can guess, as they stand in a cookie or in a link. Handed out once
/// and never kept (OWASP ASVS 5.0, V7.2.3 and V11.5.1).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Secret([u8; 32]);

/// What is kept of a secret: its SHA-256. Who reads the database cannot make the secret of it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(String);

/// A text that is no secret of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it is not 256 bits in Base32")]
pub struct InvalidSecret;

impl Secret {
    /// A secret of chance.
    #[must_use]
    pub fn of(chance: [u8; 32]) -> Self {
        Self(chance)
    }

    /// As it is handed out: 52 letters and digits.
    #[must_use]
    pub fn text(&self) -> String {
        base32(&self.0)
    }

    #[must_use]
    pub fn mark(&self) -> Mark {
        Mark::of(&self.0)
    }
}

impl Mark {
    /// The mark of some bytes; it hides them only if they hold at least 112 bits of chance.
    #[must_use]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self(base32(&Sha256::digest(bytes)))
    }

    /// A mark that was kept.
    #[must_use]
    pub fn kept(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Secret {
    type Err = InvalidSecret;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let bytes = from_base32(text).ok_or(InvalidSecret)?;
        bytes.try_into().map(Self).map_err(|_| InvalidSecret)
    }
}

impl TryFrom<String> for Secret {
    type Error = InvalidSecret;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Secret> for String {
    fn from(secret: Secret) -> Self {
        secret.text()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";

/// Base32 by RFC 4648, in lower case and without padding.
pub(super) fn base32(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 8 / 5 + 1);
    let (mut kept, mut bits) = (0u32, 0u32);
    for byte in bytes {
        kept = (kept << 8) | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            text.push(char::from(LETTERS[(kept >> bits & 31) as usize]));
        }
        kept &= (1 << bits) - 1;
    }
    if bits > 0 {
        text.push(char::from(LETTERS[(kept << (5 - bits) & 31) as usize]));
    }
    text
}

/// The bytes of a text in Base32; nothing where a letter is none or bits are left over.
pub(super) fn from_base32(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut kept, mut bits) = (0u32, 0u32);
    for letter in text.bytes() {
        let value = LETTERS.iter().position(|it| *it == letter.to_ascii_lowercase())?;
        kept = (kept << 5) | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(kept >> bits & 255).ok()?);
        }
        kept &= (1 << bits) - 1;
    }
    (bits < 5 && kept == 0).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_secret_is_read_as_it_was_handed_out(bytes in any::<[u8; 32]>()) {
            let secret = Secret::of(bytes);
            prop_assert_eq!(secret.text().parse::<Secret>(), Ok(secret));
        }

        #[test]
        fn no_text_has_two_readings(text in "[a-z2-7]{0,60}") {
            if let Some(bytes) = from_base32(&text) {
                prop_assert_eq!(base32(&bytes), text);
            }
        }
    }

    #[test]
    fn base32_is_that_of_the_standard() {
        for (plain, text) in [("", ""), ("f", "my"), ("foob", "mzxw6yq"), ("foobar", "mzxw6ytboi")]
        {
            assert_eq!(base32(plain.as_bytes()), text);
        }
    }

    #[test]
    fn a_secret_does_not_print() {
        let secret = Secret::of([7; 32]);
        assert!(!format!("{secret:?}").contains(&secret.text()));
        assert_ne!(secret.mark().as_str(), secret.text());
        assert_eq!("kort".parse::<Secret>(), Err(InvalidSecret));
    }
}
