//! What the board knows about one activity and one date.

use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{
        Audience, Coordinates, Format, GroupSize, Kind, Language, Level, Price, Topic,
        TravelDistance,
    },
    pact::{Municipalities, Municipality},
    partners::Sector,
};

use super::facet;

/// One activity, as a block keeps it; what many have in common stands in the block once.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    /// The catalogue's version at its last change.
    pub version: i64,
    pub partner: u32,
    /// Its place among the board's groups of those who own it too.
    pub co_owners: u32,
    pub sector: Sector,
    /// Bit n is the n-th of [`Topic::ALL`].
    pub topics: u32,
    pub first_topic: Topic,
    pub levels: u32,
    pub audience: u8,
    pub kind: Kind,
    pub format: Format,
    pub language: Language,
    /// Its place among the board's campaigns.
    pub campaign: Option<u16>,
    pub girls: bool,
    pub price: Price,
    pub group: GroupSize,
    pub point: Option<Coordinates>,
    /// Its place among the board's cities.
    pub city: Option<u32>,
    /// Whether it is of use without a date, since dates are agreed one by one.
    pub is_flexible: bool,
    /// Whether one just comes, without signing up.
    pub is_free_to_come: bool,
    pub travel: Option<TravelDistance>,
}

/// One date of an activity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Date {
    pub id: Uuid,
    pub start: DateTime<Utc>,
    pub end: DateTime<Utc>,
    pub closes_at: DateTime<Utc>,
    /// Seats in all and seats that are free, where the portal keeps them.
    pub seats: Option<(u32, u32)>,
}

/// The bit of a topic.
pub(super) fn topic_bit(topic: Topic) -> u32 {
    1 << topic as u32
}

/// The bit of a level.
pub(super) fn level_bit(level: Level) -> u32 {
    1 << level as u32
}

/// The bit of an audience.
pub(super) fn audience_bit(audience: Audience) -> u8 {
    1 << audience as u8
}

/// A language as a number: the two letters of its code.
pub(super) fn language_value(language: Language) -> u16 {
    language.code().bytes().fold(0, |number, letter| number << 8 | u16::from(letter))
}

/// The language of a number.
pub(super) fn language_of(value: u16) -> Option<Language> {
    str::from_utf8(&value.to_be_bytes()).ok()?.parse().ok()
}

impl Fact {
    /// Calls `each` with every choice of a facet that it is found under.
    pub(super) fn choices(&self, reach: Municipalities, mut each: impl FnMut(u16, u16)) {
        each_bit(self.topics, |topic| each(facet::TOPIC, topic));
        each_bit(self.levels, |level| each(facet::LEVEL, level));
        each_bit(u32::from(self.audience), |audience| each(facet::AUDIENCE, audience));
        each(facet::KIND, self.kind as u16);
        each(facet::FORMAT, self.format as u16);
        each(facet::LANGUAGE, language_value(self.language));
        reach.indexes().for_each(|home| each(facet::MUNICIPALITY, u16::from(home)));
        each(facet::SECTOR, self.sector as u16);
        if let Some(campaign) = self.campaign {
            each(facet::CAMPAIGN, campaign);
        }
        if self.price.is_free() {
            each(facet::FREE, 0);
        }
        if self.girls {
            each(facet::GIRLS, 0);
        }
    }

    /// Whether it is found under a choice of a facet.
    pub(super) fn is_under(&self, reach: Municipalities, facet: u16, value: u16) -> bool {
        match facet {
            facet::TOPIC => self.topics >> value & 1 == 1,
            facet::LEVEL => self.levels >> value & 1 == 1,
            facet::AUDIENCE => self.audience >> value & 1 == 1,
            facet::KIND => self.kind as u16 == value,
            facet::FORMAT => self.format as u16 == value,
            facet::LANGUAGE => language_value(self.language) == value,
            facet::MUNICIPALITY => reach.contains(Municipality::all()[usize::from(value)]),
            facet::SECTOR => self.sector as u16 == value,
            facet::CAMPAIGN => self.campaign == Some(value),
            facet::FREE => self.price.is_free(),
            facet::GIRLS => self.girls,
            _ => false,
        }
    }
}

fn each_bit(mut bits: u32, mut each: impl FnMut(u16)) {
    while bits != 0 {
        each(u16::try_from(bits.trailing_zeros()).unwrap_or_default());
        bits &= bits - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bit_stands_where_the_vocabulary_has_its_word() {
        for (n, topic) in Topic::ALL.iter().enumerate() {
            assert_eq!(topic_bit(*topic), 1 << n);
        }
        for (n, level) in Level::ALL.iter().enumerate() {
            assert_eq!(level_bit(*level), 1 << n);
        }
        for (n, audience) in Audience::ALL.iter().enumerate() {
            assert_eq!(u32::from(audience_bit(*audience)), 1 << n);
        }
    }

    #[test]
    fn a_language_is_told_by_its_number() {
        for language in [Language::DANISH, Language::ENGLISH] {
            assert_eq!(language_of(language_value(language)), Some(language));
        }
    }
}
