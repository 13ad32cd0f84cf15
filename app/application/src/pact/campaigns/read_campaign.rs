//! A campaign as it is typed.

use chrono::{Datelike as _, NaiveDate};
use domain::{
    InvalidText,
    pact::{Campaign, CampaignKey, CampaignName, CampaignWords, InvalidSeason, check_season},
};

/// A campaign as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CampaignWish {
    pub name: String,
    pub english_name: String,
    /// Made of the name where it is left empty; looked at only while a campaign is new.
    pub key: String,
    pub first_day: String,
    pub last_day: String,
    pub text: String,
    pub english_text: String,
    pub is_open: bool,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CampaignFault {
    Name(InvalidText),
    EnglishName(InvalidText),
    /// Use small letters, digits and hyphens.
    Key,
    /// Choose another: a campaign has it already.
    KeyTaken,
    FirstDay,
    LastDay,
    Season(InvalidSeason),
    Text(InvalidText),
    EnglishText(InvalidText),
}

/// What was typed, but for the key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Said {
    danish: CampaignWords,
    english: CampaignWords,
    first_day: NaiveDate,
    last_day: NaiveDate,
    is_open: bool,
}

/// The years in which a campaign can lie; anything else is a slip.
const YEARS: std::ops::RangeInclusive<i32> = 2_000..=2_100;

/// A day as browsers send it (ISO 8601), or as Danes write it by hand.
fn day(typed: &str) -> Option<NaiveDate> {
    let typed = typed.trim();
    let written = |form| NaiveDate::parse_from_str(typed, form).ok();
    let day = written("%Y-%m-%d").or_else(|| written("%d.%m.%Y"))?;
    YEARS.contains(&day.year()).then_some(day)
}

impl CampaignWish {
    /// What a campaign is, as a form shows it.
    #[must_use]
    pub fn of(it: &Campaign) -> Self {
        Self {
            name: it.danish.name.to_string(),
            english_name: it.english.name.to_string(),
            key: it.key.to_string(),
            first_day: it.first_day.to_string(),
            last_day: it.last_day.to_string(),
            text: it.danish.text.to_string(),
            english_text: it.english.text.to_string(),
            is_open: it.is_open,
        }
    }

    /// The key that was typed, or else the one that the name leads to.
    pub(super) fn read_key(&self) -> Result<CampaignKey, CampaignFault> {
        let typed = self.key.trim();
        let key = if typed.is_empty() {
            let name = CampaignName::try_from(self.name.as_str());
            // What is wrong with the name is said of the name.
            let name = name.map_err(CampaignFault::Name)?;
            CampaignKey::of_name(name.as_str())
        } else {
            CampaignKey::try_from(typed)
        };
        key.map_err(|_| CampaignFault::Key)
    }

    /// All of it but the key.
    pub(super) fn read(&self) -> Result<Said, Vec<CampaignFault>> {
        let mut faults = Vec::new();
        let name = self.name.as_str().try_into().map_err(CampaignFault::Name);
        let name = kept(name, &mut faults);
        let english_name =
            self.english_name.as_str().try_into().map_err(CampaignFault::EnglishName);
        let english_name = kept(english_name, &mut faults);
        let first_day = kept(day(&self.first_day).ok_or(CampaignFault::FirstDay), &mut faults);
        let last_day = kept(day(&self.last_day).ok_or(CampaignFault::LastDay), &mut faults);
        if let (Some(first), Some(last)) = (first_day, last_day) {
            kept(check_season(first, last).map_err(CampaignFault::Season), &mut faults);
        }
        let text = self.text.as_str().try_into().map_err(CampaignFault::Text);
        let text = kept(text, &mut faults);
        let english_text =
            self.english_text.as_str().try_into().map_err(CampaignFault::EnglishText);
        let english_text = kept(english_text, &mut faults);
        let said = move || {
            Some(Said {
                danish: CampaignWords { name: name?, text: text? },
                english: CampaignWords { name: english_name?, text: english_text? },
                first_day: first_day?,
                last_day: last_day?,
                is_open: self.is_open,
            })
        };
        if faults.is_empty() { said().ok_or(faults) } else { Err(faults) }
    }
}

fn kept<T>(read: Result<T, CampaignFault>, faults: &mut Vec<CampaignFault>) -> Option<T> {
    read.map_err(|fault| faults.push(fault)).ok()
}

impl Said {
    /// The campaign of a name and a key that is so from now on.
    pub(super) fn of(self, id: domain::pact::CampaignId, key: CampaignKey) -> Campaign {
        let Self { danish, english, first_day, last_day, is_open } = self;
        Campaign { id, key, danish, english, first_day, last_day, is_open }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_browsers_and_as_danes_write_it() {
        let expected = NaiveDate::from_ymd_opt(2027, 4, 22);
        assert_eq!(day(" 2027-04-22 "), expected);
        assert_eq!(day("22.4.2027"), expected);
        for slip in ["", "i morgen", "2027-02-30", "0027-04-22", "12027-04-22"] {
            assert_eq!(day(slip), None, "{slip}");
        }
    }
}
