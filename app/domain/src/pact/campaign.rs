//! What the whole pact does on one day or in one season.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{catalogue::Slug, text::text};

/// Names a campaign for good, whatever it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CampaignId(pub Uuid);

text! {
    /// What a campaign is called in one language.
    CampaignName, 3..=60, false
}

text! {
    /// What a campaign is about, in a few sentences of one language.
    CampaignText, 3..=600, true
}

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

    /// The key that a name leads to, such as `girls-day-2027` of »Girls' Day 2027«.
    ///
    /// # Errors
    ///
    /// Where nothing of the name can stand in a key.
    pub fn of_name(name: &str) -> Result<Self, InvalidCampaignKey> {
        let words = Slug::of_name(name);
        let short = words.as_str().get(..Self::MAX_CHARS).unwrap_or(words.as_str());
        Self::try_from(short.trim_matches('-'))
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

/// A campaign in the words of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignWords {
    pub name: CampaignName,
    pub text: CampaignText,
}

/// What the whole pact does on one day or in one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    pub id: CampaignId,
    /// It never changes: activities, files and addresses name it.
    pub key: CampaignKey,
    pub danish: CampaignWords,
    pub english: CampaignWords,
    pub first_day: NaiveDate,
    pub last_day: NaiveDate,
    /// Whether activities may be put under it; those that are stay there.
    pub is_open: bool,
}

/// Where a campaign lies in time, seen from a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Season {
    Running,
    Coming,
    Over,
}

impl Campaign {
    /// The most days between its first and its last.
    pub const MOST_DAYS: i64 = 366;

    /// Whether it lies wholly before `day`.
    #[must_use]
    pub fn is_over_on(&self, day: NaiveDate) -> bool {
        self.last_day < day
    }

    #[must_use]
    pub fn season_on(&self, day: NaiveDate) -> Season {
        if self.is_over_on(day) {
            Season::Over
        } else if self.first_day <= day {
            Season::Running
        } else {
            Season::Coming
        }
    }

    /// Whether it is offered to whoever writes an activity on `day`.
    #[must_use]
    pub fn is_offered_on(&self, day: NaiveDate) -> bool {
        self.is_open && !self.is_over_on(day)
    }

    /// Whether an activity may say that it belongs to it: while it is open, and for good where it
    /// says so already.
    #[must_use]
    pub fn takes(&self, has: Option<&CampaignKey>) -> bool {
        self.is_open || has == Some(&self.key)
    }
}

/// Why days cannot be those of a campaign.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum InvalidSeason {
    #[error("it ends before it begins")]
    EndsBeforeItBegins,
    #[error("it lasts for more than {max} days", max = Campaign::MOST_DAYS)]
    TooLong,
}

/// Checks the days of a campaign.
///
/// # Errors
///
/// Where they are in the wrong order or too far apart.
pub fn check_season(first_day: NaiveDate, last_day: NaiveDate) -> Result<(), InvalidSeason> {
    match (last_day - first_day).num_days() {
        ..0 => Err(InvalidSeason::EndsBeforeItBegins),
        Campaign::MOST_DAYS.. => Err(InvalidSeason::TooLong),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;

    fn day(n: i64) -> NaiveDate {
        NaiveDate::default() + TimeDelta::days(n)
    }

    fn campaign(first: i64, last: i64, is_open: bool) -> Campaign {
        let words = CampaignWords {
            name: "Girls' Day".try_into().unwrap(),
            text: "En dag.".try_into().unwrap(),
        };
        Campaign {
            id: CampaignId(Uuid::nil()),
            key: "girls-day".try_into().unwrap(),
            danish: words.clone(),
            english: words,
            first_day: day(first),
            last_day: day(last),
            is_open,
        }
    }

    #[test]
    fn a_key_is_made_of_a_name() {
        let key = |name: &str| CampaignKey::of_name(name).map(|it| it.to_string());
        assert_eq!(key("Girls' Day 2028").as_deref(), Ok("girls-day-2028"));
        assert_eq!(key("Forskningens Døgn").as_deref(), Ok("forskningens-doegn"));
    }

    #[test]
    fn a_campaign_takes_what_names_it_already_and_while_open_everything() {
        let (it, other) = (campaign(0, 1, false), "andet".try_into().unwrap());
        assert!(it.takes(Some(&it.key)) && !it.takes(None) && !it.takes(Some(&other)));
        assert!(campaign(0, 1, true).takes(None));
    }

    #[test]
    fn days_are_in_order_and_no_more_than_a_year_apart() {
        assert_eq!(check_season(day(3), day(3)), Ok(()));
        assert_eq!(check_season(day(0), day(365)), Ok(()));
        assert_eq!(check_season(day(0), day(366)), Err(InvalidSeason::TooLong));
        assert_eq!(check_season(day(3), day(2)), Err(InvalidSeason::EndsBeforeItBegins));
    }

    proptest! {
        #[test]
        fn a_campaign_comes_runs_and_is_over_and_is_offered_until_then(
            first in 0i64..40, lasts in 0i64..40, today in -10i64..100, is_open in any::<bool>()
        ) {
            let it = campaign(first, first + lasts, is_open);
            let season = it.season_on(day(today));
            prop_assert_eq!(season == Season::Over, it.is_over_on(day(today)));
            prop_assert_eq!(
                season == Season::Running,
                (first..=first + lasts).contains(&today)
            );
            prop_assert_eq!(it.is_offered_on(day(today)), is_open && season != Season::Over);
        }

        #[test]
        fn a_key_made_of_a_name_is_a_key(name in any::<String>()) {
            if let Ok(key) = CampaignKey::of_name(&name) {
                prop_assert_eq!(CampaignKey::try_from(key.as_str()), Ok(key));
            }
        }
    }
}
