//! What the whole pact does on one day or in one season.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The word by which a campaign is known in files and addresses, such as `girlsday-2027`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CampaignKey(String);

/// The text is no key: small letters, digits and hyphens, at most 60.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
#[error("a campaign's key has small letters, digits and hyphens, at most {max}", max = CampaignKey::MAX_CHARS)]
pub struct InvalidCampaignKey;

impl CampaignKey {
    pub const MAX_CHARS: usize = 60;

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<&str> for CampaignKey {
    type Error = InvalidCampaignKey;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        let text = text.trim();
        let allowed = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-';
        if text.is_empty() || text.len() > Self::MAX_CHARS || !text.bytes().all(allowed) {
            return Err(InvalidCampaignKey);
        }
        Ok(Self(text.to_owned()))
    }
}

impl TryFrom<String> for CampaignKey {
    type Error = InvalidCampaignKey;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::try_from(text.as_str())
    }
}

impl From<CampaignKey> for String {
    fn from(key: CampaignKey) -> Self {
        key.0
    }
}

impl fmt::Display for CampaignKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What the whole pact does on one day or in one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub key: CampaignKey,
    /// What it is called, in every language.
    pub name: String,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
}

impl Campaign {
    /// Whether it lies wholly before `day`.
    #[must_use]
    pub fn is_over_on(&self, day: NaiveDate) -> bool {
        self.last_day < day
    }
}
