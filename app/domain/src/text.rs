//! Texts that people write: trimmed, bounded, and free of what no keyboard makes.

use serde::{Deserialize, Serialize};

/// Why a text is not what it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidText {
    #[error("it is empty")]
    Blank,
    #[error("it has fewer than {min} characters")]
    TooShort { min: usize },
    #[error("it has more than {max} characters")]
    TooLong { max: usize },
    #[error("it holds a control character")]
    ControlCharacter,
    #[error("it has a shape that is not allowed here")]
    WrongShape,
}

/// Trims `text` and measures it, in characters; `lines` says whether it may have several.
pub(crate) fn tidy(text: &str, min: usize, max: usize, lines: bool) -> Result<&str, InvalidText> {
    let text = text.trim();
    if text.is_empty() {
        return Err(InvalidText::Blank);
    }
    // Counting characters of a giant text is work an attacker would like us to do.
    if text.len() > max * 4 {
        return Err(InvalidText::TooLong { max });
    }
    if text.chars().any(|c| is_unwritable(c, lines)) {
        return Err(InvalidText::ControlCharacter);
    }
    match text.chars().count() {
        n if n < min => Err(InvalidText::TooShort { min }),
        n if n > max => Err(InvalidText::TooLong { max }),
        _ => Ok(text),
    }
}

/// Control characters, and the marks that turn the direction of all that follows.
fn is_unwritable(c: char, lines: bool) -> bool {
    let line_end = lines && matches!(c, '\n' | '\r' | '\t');
    (c.is_control() && !line_end) || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Declares a text of one kind: `min..=max` characters, of one line or of several.
macro_rules! text {
    ($(#[$meta:meta])* $name:ident, $min:literal..=$max:literal, $lines:literal) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The fewest characters it may have.
            pub const MIN_CHARS: usize = $min;
            /// The most characters it may have.
            pub const MAX_CHARS: usize = $max;

            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<&str> for $name {
            type Error = crate::InvalidText;

            fn try_from(text: &str) -> Result<Self, Self::Error> {
                crate::text::tidy(text, $min, $max, $lines).map(|text| Self(text.to_owned()))
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::InvalidText;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::try_from(text.as_str())
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use text;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_accepted_is_trimmed_bounded_and_writable(text in any::<String>()) {
            if let Ok(tidied) = tidy(&text, 5, 20, false) {
                prop_assert_eq!(tidied, tidied.trim());
                prop_assert!((5..=20).contains(&tidied.chars().count()));
                prop_assert!(!tidied.chars().any(char::is_control));
                prop_assert_eq!(tidy(tidied, 5, 20, false), Ok(tidied));
            }
        }
    }

    #[test]
    fn a_line_break_belongs_in_long_texts_only() {
        assert_eq!(tidy("en\nto", 1, 9, false), Err(InvalidText::ControlCharacter));
        assert_eq!(tidy("en\nto", 1, 9, true), Ok("en\nto"));
    }

    #[test]
    fn a_nul_and_a_turned_direction_are_refused() {
        assert_eq!(tidy("en\0to", 1, 9, true), Err(InvalidText::ControlCharacter));
        assert_eq!(tidy("en\u{202E}to", 1, 9, true), Err(InvalidText::ControlCharacter));
    }
}
