//! Addresses inside the portal.

use std::fmt;

use serde::{Deserialize, Serialize};
use url::Url;

/// A path and a query inside the portal: whatever a browser makes of it, it leads nowhere else
/// (OWASP ASVS 5.0, V3.7.2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Inside(String);

/// A text that is no address inside the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it does not lead to a place inside the portal")]
pub struct NotInside;

impl Inside {
    pub const MAX_CHARS: usize = 500;

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path alone.
    #[must_use]
    pub fn path(&self) -> &str {
        self.0.split('?').next().unwrap_or_default()
    }
}

impl TryFrom<&str> for Inside {
    type Error = NotInside;

    fn try_from(text: &str) -> Result<Self, NotInside> {
        // Browsers drop line ends and tabs, and take a backslash for a slash (WHATWG URL, 4.4).
        let is_plain = text.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
        if !is_plain || text.len() > Self::MAX_CHARS || !text.starts_with('/') {
            return Err(NotInside);
        }
        let home = Url::parse("https://inside.invalid/").map_err(|_| NotInside)?;
        let mut url = home.join(text).map_err(|_| NotInside)?;
        if url.origin() != home.origin() || !url.username().is_empty() || url.password().is_some() {
            return Err(NotInside);
        }
        url.set_fragment(None);
        // Dots that lead up can leave two slashes in front, which name another host.
        let rest = &url[url::Position::BeforePath..];
        if rest.starts_with("//") { Err(NotInside) } else { Ok(Self(rest.to_owned())) }
    }
}

impl TryFrom<String> for Inside {
    type Error = NotInside;

    fn try_from(text: String) -> Result<Self, NotInside> {
        Self::try_from(text.as_str())
    }
}

impl From<Inside> for String {
    fn from(it: Inside) -> Self {
        it.0
    }
}

impl fmt::Display for Inside {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_place_inside_is_a_path_with_its_question() {
        for (typed, is) in [
            ("/partner", "/partner"),
            ("/partner?ok=jeres", "/partner?ok=jeres"),
            ("/en/moderation/aktiviteter/7#svar", "/en/moderation/aktiviteter/7"),
            ("/partner/../konto", "/konto"),
        ] {
            assert_eq!(Inside::try_from(typed).unwrap().as_str(), is);
        }
        assert_eq!(Inside::try_from("/partner?ok=jeres").unwrap().path(), "/partner");
    }

    proptest! {
        #[test]
        fn whatever_is_typed_a_browser_stays_here(text in r"[/\\:@.a-z%09?#\t]{0,24}") {
            let Ok(inside) = Inside::try_from(text.as_str()) else { return Ok(()) };
            let home = Url::parse("https://gnist.example/log-ind").unwrap();
            let led = home.join(inside.as_str()).unwrap();
            prop_assert_eq!(led.origin(), home.origin());
            prop_assert_eq!(Inside::try_from(inside.as_str()), Ok(inside));
        }
    }
}
