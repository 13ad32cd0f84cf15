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

/// Trims `text`, drops characters that nobody can see, and measures what is left, in
/// characters; `lines` says whether it may have several.
///
/// Files from many programs hold stray control characters where an encoding was mistaken
/// on the way; nobody misses them. A NUL, or a mark that turns the direction of all that
/// follows, was put there by somebody and is refused.
pub(crate) fn tidy(text: &str, min: usize, max: usize, lines: bool) -> Result<String, InvalidText> {
    // Counting characters of a giant text is work an attacker would like us to do.
    if text.len() > max * 4 + 1_000 {
        return Err(InvalidText::TooLong { max });
    }
    if text.chars().any(is_refused) {
        return Err(InvalidText::ControlCharacter);
    }
    let text = text.trim();
    let is_plain = !text.chars().any(char::is_control);
    let tidied = if is_plain { text.to_owned() } else { without_controls(text, lines) };
    match tidied.chars().count() {
        0 => Err(InvalidText::Blank),
        n if n < min => Err(InvalidText::TooShort { min }),
        n if n > max => Err(InvalidText::TooLong { max }),
        _ => Ok(tidied),
    }
}

fn is_refused(c: char) -> bool {
    c == '\0' || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn without_controls(text: &str, lines: bool) -> String {
    let spaced = |c: char| matches!(c, '\n' | '\r' | '\t');
    let kept = text.chars().filter(|c| !c.is_control() || spaced(*c));
    let kept: String = kept.map(|c| if spaced(c) && !lines { ' ' } else { c }).collect();
    kept.trim().to_owned()
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
                crate::text::tidy(text, $min, $max, $lines).map(Self)
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
                prop_assert_eq!(tidied.as_str(), tidied.trim());
                prop_assert!((5..=20).contains(&tidied.chars().count()));
                prop_assert!(!tidied.chars().any(char::is_control));
                prop_assert_eq!(tidy(&tidied, 5, 20, false), Ok(tidied));
            }
        }
    }

    #[test]
    fn a_line_break_belongs_in_long_texts_only() {
        assert_eq!(tidy("en\nto", 1, 9, false).as_deref(), Ok("en to"));
        assert_eq!(tidy("en\nto", 1, 9, true).as_deref(), Ok("en\nto"));
    }

    #[test]
    fn what_nobody_can_see_is_dropped() {
        assert_eq!(tidy("r\u{96}obo\u{1}t\u{80}", 1, 9, false).as_deref(), Ok("robot"));
    }

    #[test]
    fn a_nul_and_a_turned_direction_are_refused() {
        assert_eq!(tidy("en\0to", 1, 9, true), Err(InvalidText::ControlCharacter));
        assert_eq!(tidy("en\u{202E}to", 1, 9, true), Err(InvalidText::ControlCharacter));
    }
}
