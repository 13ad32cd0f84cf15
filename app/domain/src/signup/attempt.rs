//! A form that is sent twice does what it does once.

use std::str::FromStr;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Admission, SignUpId};
use crate::identity::Mark;

/// Names one filling-in of a form, however often it is sent.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AttemptKey(String);

/// A text that names no filling-in of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a key has 16 to 64 letters and digits")]
pub struct InvalidAttemptKey;

impl AttemptKey {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for AttemptKey {
    type Err = InvalidAttemptKey;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_key = (16..=64).contains(&text.len())
            && text.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
        if is_key { Ok(Self(text.to_owned())) } else { Err(InvalidAttemptKey) }
    }
}

/// A form that was sent, what it said and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attempt {
    pub key: AttemptKey,
    /// Of all that was typed: the same key with other words is another form.
    pub body: Mark,
    /// What was answered.
    pub admission: Admission,
    /// What came of it; nothing where somebody was signed up already.
    pub sign_up: Option<SignUpId>,
    pub at: DateTime<Utc>,
}

impl Attempt {
    /// For how long a repeated form gets the answer it got.
    pub const KEPT_FOR: TimeDelta = TimeDelta::hours(24);

    /// The mark of all that was typed.
    #[must_use]
    pub fn body_of<'a>(typed: impl IntoIterator<Item = &'a str>) -> Mark {
        let mut bytes = Vec::new();
        for text in typed {
            bytes.extend((text.len() as u64).to_be_bytes());
            bytes.extend(text.as_bytes());
        }
        Mark::of(&bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_words_are_another_form_wherever_one_field_ends() {
        assert_eq!(Attempt::body_of(["ab", "c"]), Attempt::body_of(["ab", "c"]));
        assert_ne!(Attempt::body_of(["ab", "c"]), Attempt::body_of(["a", "bc"]));
        assert!("kort".parse::<AttemptKey>().is_err());
        assert!("a".repeat(65).parse::<AttemptKey>().is_err());
        assert!("en-nøgle-med-æøå-i".parse::<AttemptKey>().is_err());
    }
}
