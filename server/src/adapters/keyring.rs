//! The operator's keys, under which what must be kept and used again is sealed.

use std::{fmt, sync::Arc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use ring::{
    aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    digest,
    rand::{SecureRandom as _, SystemRandom},
};

/// The keys that are in force. The first one seals; every one opens what it has sealed, so that a
/// key can be followed by another. Without any, what is kept stays as it is.
///
/// Sealed is: `sealed:`, the name of the key, `:`, and in Base64 (RFC 4648, 5) twelve bytes of
/// chance with what ChaCha20-Poly1305 (RFC 8439) makes of them. So few things are sealed under one
/// key that the same twelve bytes never come twice.
#[derive(Clone, Default)]
pub struct Keyring(Arc<[SealingKey]>);

struct SealingKey {
    name: String,
    key: LessSafeKey,
}

/// A text that holds no keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidKeys {
    #[error("there is no key in it")]
    None,
    #[error("key {0} is not 64 hexadecimal digits, as `openssl rand -hex 32` makes them")]
    NotHex(usize),
    #[error("key {0} stands there twice")]
    Twice(usize),
}

/// What was sealed does not open.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unopened {
    #[error("it is sealed by the key {0}, which is not among those of the settings")]
    OtherKey(String),
    /// It was changed, or belongs to somebody else.
    #[error("it was not sealed for this")]
    Broken,
    #[error("the system gives no chance to seal with")]
    NoChance,
}

/// What stands before everything that is sealed.
const SEALED: &str = "sealed:";
/// The bytes of a key.
const KEY_LEN: usize = 32;

impl Keyring {
    /// Reads keys of 64 hexadecimal digits, with spaces, commas or lines between them.
    ///
    /// # Errors
    ///
    /// [`InvalidKeys`], which never repeats what it read.
    pub fn read(text: &str) -> Result<Self, InvalidKeys> {
        let words = text.split(|c: char| c == ',' || c.is_whitespace()).filter(|it| !it.is_empty());
        let mut keys: Vec<SealingKey> = Vec::new();
        for (n, word) in (1..).zip(words) {
            let key = from_hex(word).and_then(|it| SealingKey::of(&it));
            let key = key.ok_or(InvalidKeys::NotHex(n))?;
            if keys.iter().any(|it| it.name == key.name) {
                return Err(InvalidKeys::Twice(n));
            }
            keys.push(key);
        }
        if keys.is_empty() { Err(InvalidKeys::None) } else { Ok(Self(keys.into())) }
    }

    /// A key of chance, as settings have it.
    ///
    /// # Errors
    ///
    /// [`Unopened::NoChance`].
    pub fn new_key() -> Result<String, Unopened> {
        let mut bytes = [0; KEY_LEN];
        SystemRandom::new().fill(&mut bytes).map_err(|_| Unopened::NoChance)?;
        Ok(bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}")))
    }

    /// The name of the key that seals.
    #[must_use]
    pub fn first(&self) -> Option<&str> {
        self.0.first().map(|it| it.name.as_str())
    }

    #[must_use]
    pub fn holds(&self, name: &str) -> bool {
        self.0.iter().any(|it| it.name == name)
    }

    /// The name of the key that something is sealed by; nothing where it is not sealed.
    #[must_use]
    pub fn sealed_by(kept: &str) -> Option<&str> {
        Some(kept.strip_prefix(SEALED)?.split(':').next().unwrap_or_default())
    }

    /// Whether something is kept as it would be kept now.
    #[must_use]
    pub fn is_current(&self, kept: &str) -> bool {
        self.first().is_none() || Self::sealed_by(kept) == self.first()
    }

    /// Seals a text for one purpose and one owner, and nobody else.
    ///
    /// # Errors
    ///
    /// [`Unopened::NoChance`].
    pub fn seal(&self, text: &str, owner: &[u8]) -> Result<String, Unopened> {
        let Some(SealingKey { name, key }) = self.0.first() else { return Ok(text.to_owned()) };
        let mut nonce = [0; NONCE_LEN];
        SystemRandom::new().fill(&mut nonce).map_err(|_| Unopened::NoChance)?;
        let mut sealed = text.as_bytes().to_vec();
        let unique = Nonce::assume_unique_for_key(nonce);
        key.seal_in_place_append_tag(unique, Aad::from(owner), &mut sealed)
            .map_err(|_| Unopened::NoChance)?;
        let all = [&nonce, sealed.as_slice()].concat();
        Ok(format!("{SEALED}{name}:{}", URL_SAFE_NO_PAD.encode(all)))
    }

    /// Opens what was sealed for the same owner; what was never sealed is open.
    ///
    /// # Errors
    ///
    /// [`Unopened`] where the key is none of these, or it was sealed for another.
    pub fn open(&self, kept: &str, owner: &[u8]) -> Result<String, Unopened> {
        let Some(sealed) = kept.strip_prefix(SEALED) else { return Ok(kept.to_owned()) };
        let (name, sealed) = sealed.split_once(':').ok_or(Unopened::Broken)?;
        let key = self.0.iter().find(|it| it.name == name);
        let key = key.ok_or_else(|| Unopened::OtherKey(name.chars().take(16).collect()))?;
        let mut bytes = URL_SAFE_NO_PAD.decode(sealed).map_err(|_| Unopened::Broken)?;
        let (nonce, sealed) = bytes.split_at_mut_checked(NONCE_LEN).ok_or(Unopened::Broken)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Unopened::Broken)?;
        let text = key.key.open_in_place(nonce, Aad::from(owner), sealed);
        let text = text.map_err(|_| Unopened::Broken)?;
        std::str::from_utf8(text).map(str::to_owned).map_err(|_| Unopened::Broken)
    }
}

impl SealingKey {
    fn of(bytes: &[u8; KEY_LEN]) -> Option<Self> {
        // The name tells keys apart and nothing of what they are.
        let digest = digest::digest(&digest::SHA256, &[b"gnist sealing key", &bytes[..]].concat());
        let name = digest.as_ref()[..4].iter().fold(String::new(), |it, b| format!("{it}{b:02x}"));
        let key = LessSafeKey::new(UnboundKey::new(&CHACHA20_POLY1305, bytes).ok()?);
        Some(Self { name, key })
    }
}

fn from_hex(text: &str) -> Option<[u8; KEY_LEN]> {
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|it| it.try_into().ok())).collect();
    let bytes: Vec<u8> =
        digits?.chunks(2).map(|pair| pair.iter().fold(0, |n, d| n << 4 | d)).collect();
    bytes.try_into().ok().filter(|_| text.len() == KEY_LEN * 2)
}

impl fmt::Debug for Keyring {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.0.iter().map(|it| &it.name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn keyring(keys: &[u8]) -> Keyring {
        let keys: Vec<String> = keys.iter().map(|it| format!("{it:02x}").repeat(32)).collect();
        Keyring::read(&keys.join("\n")).unwrap()
    }

    proptest! {
        #[test]
        fn what_was_sealed_opens_for_its_owner_and_for_nobody_else(
            text in ".{0,80}",
            owner in any::<[u8; 16]>(),
            other in any::<[u8; 16]>(),
        ) {
            let keys = keyring(&[1]);
            let sealed = keys.seal(&text, &owner).unwrap();
            prop_assert_eq!(keys.open(&sealed, &owner), Ok(text.clone()));
            if owner != other {
                prop_assert_eq!(keys.open(&sealed, &other), Err(Unopened::Broken));
            }
            prop_assert!(text.len() < 8 || !sealed.contains(&text));
            prop_assert_ne!(keys.seal(&text, &owner), Ok(sealed), "twice the same");
        }

        #[test]
        fn whatever_stands_there_opens_or_not(kept in "(sealed:)?[0-9a-f]{0,9}:?[A-Za-z0-9_-]{0,90}") {
            let keys = keyring(&[1]);
            let opened = keys.open(&kept, b"owner");
            prop_assert_eq!(opened.is_ok(), !kept.starts_with("sealed:"));
        }
    }

    #[test]
    fn a_change_of_one_letter_is_noticed() {
        let keys = keyring(&[1]);
        let sealed = keys.seal("JBSWY3DPEHPK3PXP", b"lone").unwrap();
        let start = sealed.rfind(':').unwrap() + 1;
        for at in start..sealed.len() {
            let mut other = sealed.clone().into_bytes();
            other[at] = if other[at] == b'A' { b'B' } else { b'A' };
            let other = String::from_utf8(other).unwrap();
            assert_eq!(keys.open(&other, b"lone"), Err(Unopened::Broken), "{other}");
        }
    }

    #[test]
    fn an_older_key_opens_and_a_newer_one_seals() {
        let (old, both, new) = (keyring(&[1]), keyring(&[2, 1]), keyring(&[2]));
        let sealed = old.seal("text", b"lone").unwrap();
        assert_eq!(both.open(&sealed, b"lone").as_deref(), Ok("text"));
        assert!(old.is_current(&sealed) && !both.is_current(&sealed));
        let name = old.first().unwrap().to_owned();
        assert_eq!(new.open(&sealed, b"lone"), Err(Unopened::OtherKey(name)));
        let again = both.seal("text", b"lone").unwrap();
        assert_eq!(new.open(&again, b"lone").as_deref(), Ok("text"));
    }

    #[test]
    fn what_is_no_key_is_said_without_repeating_it() {
        let good = "0f".repeat(32);
        for (text, wrong) in [
            (String::new(), InvalidKeys::None),
            (" , \n".to_owned(), InvalidKeys::None),
            ("hemmelig".to_owned(), InvalidKeys::NotHex(1)),
            (format!("{good}, {}", &good[1..]), InvalidKeys::NotHex(2)),
            (format!("{good} {}", good.to_uppercase()), InvalidKeys::Twice(2)),
        ] {
            assert_eq!(Keyring::read(&text).unwrap_err(), wrong);
            assert!(!wrong.to_string().contains("hemmelig"));
        }
        assert_eq!(Keyring::read(&Keyring::new_key().unwrap()).unwrap().0.len(), 1);
        assert!(!format!("{:?}", keyring(&[15])).contains("0f0f"));
    }
}
