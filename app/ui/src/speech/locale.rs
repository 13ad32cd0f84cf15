//! The languages the portal speaks.

use unic_langid::{LanguageIdentifier, langid};

/// A language the portal speaks; Danish is the default and has no prefix in addresses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {
    #[default]
    Da,
    En,
}

impl Locale {
    pub const ALL: [Self; 2] = [Self::Da, Self::En];

    /// Its code by ISO 639-1, as the `lang` attribute has it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// Language and country, as Open Graph has it.
    #[must_use]
    pub fn territory(self) -> &'static str {
        match self {
            Self::Da => "da_DK",
            Self::En => "en_GB",
        }
    }

    /// What stands before the path in its addresses.
    #[must_use]
    pub fn prefix(self) -> &'static str {
        match self {
            Self::Da => "",
            Self::En => "/en",
        }
    }

    /// What it calls itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Da => "Dansk",
            Self::En => "English",
        }
    }

    pub(super) fn language(self) -> LanguageIdentifier {
        match self {
            Self::Da => langid!("da-DK"),
            Self::En => langid!("en-GB"),
        }
    }
}
