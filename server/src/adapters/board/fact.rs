//! What the board knows about one activity and one date.

use std::ops::Range;

use chrono::{DateTime, Utc};
use domain::{
    Uuid,
    catalogue::{
        Audience, Coordinates, Format, GroupSize, Kind, Language, Level, Topic, TravelDistance,
    },
    pact::Municipalities,
    partners::Sector,
};

/// One activity.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Fact {
    pub id: Uuid,
    pub partner: u32,
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
    pub free: bool,
    /// Bit n: somebody of n years is meant.
    pub ages: u128,
    pub group: GroupSize,
    pub reach: Municipalities,
    pub point: Option<Coordinates>,
    pub city: Option<u32>,
    /// Whether it is of use without a date, since dates are agreed one by one.
    pub is_flexible: bool,
    /// Whether one just comes, without signing up.
    pub is_free_to_come: bool,
    pub travel: Option<TravelDistance>,
    /// Its dates on the board.
    pub dates: Range<u32>,
}

/// One date of an activity.
#[derive(Clone, Copy)]
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

/// The bit of a sector.
pub(super) fn sector_bit(sector: Sector) -> u8 {
    1 << sector as u8
}
