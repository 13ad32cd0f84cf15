//! Passwords by NIST SP 800-63B-4, 3.1.1: length counts, composition does not.

use std::{fmt, iter};

use unicode_normalization::UnicodeNormalization as _;

use super::PersonName;
use crate::Email;

/// A password as somebody typed it, normalised (NFKC). It does not print and is never kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(String);

/// What is kept of a password: a slow hash with its salt, as a PHC string.
#[derive(Clone, PartialEq, Eq)]
pub struct PasswordHash(String);

/// Whose password it is to be: what others know of them is no secret.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    pub email: &'a Email,
    pub name: &'a PersonName,
    /// Whether a second factor is asked for as well.
    pub has_factor: bool,
}

/// Why a password would be guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeakPassword {
    #[error("it has fewer than {min} characters")]
    TooShort { min: usize },
    #[error("it has more than {max} characters")]
    TooLong { max: usize },
    #[error("it is one of those that many use")]
    Common,
    #[error("it repeats something short, or runs through the alphabet or the keyboard")]
    Pattern,
    #[error("it is made of the person's own name or address, or of the portal's")]
    Personal,
}

/// The 8,000 and some passwords of at least eight characters that leaks hold most often, in
/// the order of their bytes; see `data/NOTICE.md`.
static COMMON: &str = include_str!("../../data/common_passwords.txt");

/// What fingers run along.
const RUNS: [&str; 6] = [
    "abcdefghijklmnopqrstuvwxyzæøå",
    "01234567890123456789",
    "qwertyuiopåasdfghjklæøzxcvbnm",
    "1234567890qwertyuiopå",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
    "zyxwvutsrqponmlkjihgfedcba9876543210",
];

impl Password {
    /// The fewest characters of one that is the only factor.
    pub const MIN_ALONE: usize = 15;
    /// The fewest characters of one beside a second factor.
    pub const MIN_WITH_FACTOR: usize = 8;
    /// The most characters; at least 64 must be allowed.
    pub const MAX_CHARS: usize = 256;

    /// What somebody typed to get in. It is looked at as it is, so there is nothing to say
    /// about it, but what no password can be is cut.
    #[must_use]
    pub fn typed(text: &str) -> Self {
        Self(text.nfkc().take(Self::MAX_CHARS + 1).collect())
    }

    /// What somebody chooses to get in from now on.
    ///
    /// # Errors
    ///
    /// [`WeakPassword`] where it would be guessed.
    pub fn chosen(text: &str, about: About<'_>) -> Result<Self, WeakPassword> {
        let password = Self::typed(text);
        let chars = password.0.chars().count();
        let min = if about.has_factor { Self::MIN_WITH_FACTOR } else { Self::MIN_ALONE };
        if chars < min {
            return Err(WeakPassword::TooShort { min });
        }
        if chars > Self::MAX_CHARS {
            return Err(WeakPassword::TooLong { max: Self::MAX_CHARS });
        }
        let folded = password.0.to_lowercase();
        if is_common(&folded) {
            return Err(WeakPassword::Common);
        }
        if is_pattern(&folded) {
            return Err(WeakPassword::Pattern);
        }
        if is_personal(&folded, about) {
            return Err(WeakPassword::Personal);
        }
        Ok(password)
    }

    /// Whether it is long enough to be the only factor.
    #[must_use]
    pub fn stands_alone(&self) -> bool {
        self.0.chars().count() >= Self::MIN_ALONE
    }

    #[must_use]
    pub fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

/// In the list, as it is or with digits and marks behind it.
fn is_common(folded: &str) -> bool {
    static LIST: std::sync::LazyLock<Vec<&str>> =
        std::sync::LazyLock::new(|| COMMON.lines().collect());
    let is_listed = |text: &str| LIST.binary_search(&text).is_ok();
    is_listed(folded) || is_listed(folded.trim_end_matches(|c: char| !c.is_alphabetic()))
}

/// Something short again and again, or along the alphabet or the keyboard.
fn is_pattern(folded: &str) -> bool {
    let chars: Vec<char> = folded.chars().collect();
    let repeats = |n: usize| chars.iter().zip(chars.iter().skip(n)).all(|(a, b)| a == b);
    if (1..=9.min(chars.len() / 2)).any(repeats) {
        return true;
    }
    RUNS.iter()
        .any(|run| run.contains(folded) || folded.len() > run.len() && folded.starts_with(run))
}

/// Little is left once the person's own words are taken out.
fn is_personal(folded: &str, about: About<'_>) -> bool {
    let (email, name) = (about.email.key(), about.name.as_str().to_lowercase());
    let pieces = email
        .split(|c: char| !c.is_alphanumeric())
        .chain(name.split_whitespace())
        .chain(iter::once("gnist"))
        .filter(|piece| piece.chars().count() >= 4)
        .map(str::to_owned);
    let mut pieces: Vec<String> = pieces.chain(iter::once(email.clone())).collect();
    pieces.sort_by_key(|piece| std::cmp::Reverse(piece.len()));
    let left = pieces.iter().fold(folded.to_owned(), |left, piece| left.replace(piece, ""));
    left.len() < folded.len() && left.chars().filter(|c| c.is_alphabetic()).count() < 6
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password(…)")
    }
}

impl PasswordHash {
    /// A hash that was kept or has just been made.
    #[must_use]
    pub fn kept(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PasswordHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PasswordHash(…)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn choose(text: &str, has_factor: bool) -> Result<Password, WeakPassword> {
        let email = Email::try_from("lone.kjaer@munkebjergskolen.dk").unwrap();
        let name = PersonName::try_from("Lone Kjær Madsen").unwrap();
        Password::chosen(text, About { email: &email, name: &name, has_factor })
    }

    #[test]
    fn a_password_alone_is_long_and_one_beside_a_code_may_be_shorter() {
        assert_eq!(choose("tre blå køer", false), Err(WeakPassword::TooShort { min: 15 }));
        assert!(choose("tre blå køer", true).is_ok());
        assert_eq!(choose("blå køe", true), Err(WeakPassword::TooShort { min: 8 }));
        assert!(choose("tre blå køer ved åen", false).is_ok());
    }

    #[test]
    fn every_character_counts_once_and_none_is_asked_for() {
        assert!(choose("æøåüßñçőțž日本語ðþ", false).is_ok());
        assert!(choose("enlillekatpåetvarmttag", false).is_ok());
        let long: String =
            (0..128).map(|n| if n % 3 == 0 { 'å' } else { char::from(b'a' + n % 23) }).collect();
        assert!(choose(&long, false).is_ok());
        assert_eq!(choose(&long.repeat(3), false), Err(WeakPassword::TooLong { max: 256 }));
    }

    #[test]
    fn what_others_try_first_is_refused() {
        for common in ["password1", "Password1!", "iloveyou123", "qwertyuiop", "12345678"] {
            assert!(choose(common, true).is_err(), "{common}");
        }
        for pattern in [
            "aaaaaaaaaaaaaaaa",
            "passwordpassword",
            "abc123abc123abc123",
            "abcdefghijklmnopqrst",
            "012345678901234",
        ] {
            assert_eq!(choose(pattern, false), Err(WeakPassword::Pattern), "{pattern}");
        }
        for own in [
            "munkebjergskolen2027",
            "LoneMadsenMadsen1",
            "gnist-gnist-gnist!",
            "lone.kjaer@munkebjergskolen.dk",
        ] {
            assert!(choose(own, false).is_err(), "{own}");
        }
    }

    #[test]
    fn all_of_the_three_thousand_most_common_ones_are_known() {
        assert!(COMMON.lines().count() > 3_000);
        assert!(COMMON.lines().is_sorted(), "the list is searched by halves");
        for listed in COMMON.lines() {
            assert!(choose(listed, true).is_err(), "{listed}");
        }
    }

    #[test]
    fn the_same_word_typed_in_two_ways_is_the_same() {
        assert_eq!(Password::typed("a\u{30a}ben"), Password::typed("åben"));
    }

    proptest! {
        #[test]
        fn the_whole_of_it_counts(text in "\\PC{15,60}", more in "[a-z]{1,5}") {
            prop_assert_ne!(Password::typed(&text), Password::typed(&format!("{text}{more}")));
            let printed = format!("{:?}", Password::typed(&text));
            prop_assert_eq!(printed, "Password(…)");
        }
    }
}
