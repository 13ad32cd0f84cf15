//! Who has come: what several phones say of it, some of them without a network, put together so
//! that nobody is counted twice.
//!
//! Invariant: a check-in is a set of ticks, and putting two together is their union. So it does
//! not matter in which order, how often or by which way ticks come.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, TimeDelta, Utc, serde::ts_milliseconds};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{PartyKind, SignUpId};

/// Names what ticks: a phone, or the portal itself for pages that work without scripts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DeviceId(pub Uuid);

impl DeviceId {
    /// The portal: whoever has no script ticks by its hand.
    pub const PORTAL: Self = Self(Uuid::nil());
}

/// Names a tick: each device counts its own, from 1 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TickId {
    pub device: DeviceId,
    pub n: u32,
}

/// Names some who came without a sign-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct WalkInId(pub Uuid);

/// Who comes in at the door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arriving {
    /// A party of the roster.
    Party(SignUpId),
    /// Some without a sign-up; they are counted, not named.
    WalkIn { id: WalkInId, kind: PartyKind },
}

/// What one device said at one time of how many of somebody are here. It is never changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Tick {
    pub id: TickId,
    pub about: Arriving,
    /// So many are here; none takes an earlier tick back.
    pub here: u16,
    /// The ticks that the device knew of and whose place this one takes.
    pub over: Vec<TickId>,
    /// By the device's own clock: it is shown, and nothing is decided by it.
    #[serde(with = "ts_milliseconds")]
    pub at: DateTime<Utc>,
}

/// What stands of somebody once everything that was said is put together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Said {
    pub here: u16,
    pub at: DateTime<Utc>,
}

/// Who has come to a date.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckIn {
    ticks: BTreeMap<TickId, Tick>,
}

impl Tick {
    /// At most so many are here of one party.
    pub const MOST_HERE: u16 = 999;
    /// A tick takes the place of so many others at most: devices are few.
    pub const MOST_OVER: usize = 50;

    /// Whether a device can have meant it.
    #[must_use]
    pub fn is_sane(&self) -> bool {
        let of_our_time = 1_500_000_000..4_000_000_000;
        self.here <= Self::MOST_HERE
            && (1..=i32::MAX.cast_unsigned()).contains(&self.id.n)
            && self.over.len() <= Self::MOST_OVER
            && self.over.iter().all(|it| it.n <= i32::MAX.cast_unsigned())
            && !self.over.contains(&self.id)
            && of_our_time.contains(&self.at.timestamp())
    }
}

impl CheckIn {
    /// How long before a date begins it can be ticked, so that a phone can be made ready where
    /// there is a network.
    pub const OPENS_BEFORE: TimeDelta = TimeDelta::days(2);
    /// How long after it has ended phones may still tell what they ticked.
    pub const CLOSES_AFTER: TimeDelta = TimeDelta::days(7);
    /// So many ticks are kept of one date.
    pub const MOST_TICKS: usize = 5_000;

    /// Whether a date can be ticked at an instant.
    #[must_use]
    pub fn is_open(start: DateTime<Utc>, end: DateTime<Utc>, now: DateTime<Utc>) -> bool {
        start - Self::OPENS_BEFORE <= now && now < end + Self::CLOSES_AFTER
    }

    /// What stood somewhere.
    #[must_use]
    pub fn of(ticks: impl IntoIterator<Item = Tick>) -> Self {
        let mut all = Self::default();
        for tick in ticks {
            all.hear(tick);
        }
        all
    }

    /// Every tick, device by device.
    pub fn ticks(&self) -> impl Iterator<Item = &Tick> {
        self.ticks.values()
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.ticks.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ticks.is_empty()
    }

    /// Whether a device has ticked here.
    #[must_use]
    pub fn knows(&self, device: DeviceId) -> bool {
        self.last(device) > 0
    }

    /// Takes a tick in; answers whether it says something new. Should a device have used a name
    /// twice, the same one of both stays whichever came first.
    pub fn hear(&mut self, tick: Tick) -> bool {
        match self.ticks.get(&tick.id) {
            Some(known) if *known >= tick => false,
            _ => {
                self.ticks.insert(tick.id, tick);
                true
            }
        }
    }

    /// Puts what stands elsewhere beside what stands here.
    pub fn merge(&mut self, other: &Self) {
        for tick in other.ticks() {
            self.hear(tick.clone());
        }
    }

    /// A device says how many of somebody are here, in the place of all it knows of them.
    pub fn say(&mut self, device: DeviceId, about: Arriving, here: u16, at: DateTime<Utc>) -> Tick {
        let id = TickId { device, n: self.last(device) + 1 };
        let over = self.standing_ticks().filter(|it| it.about == about).map(|it| it.id).collect();
        let tick = Tick { id, about, here, over, at };
        self.hear(tick.clone());
        tick
    }

    /// What stands of everybody of whom something was said. Where two devices said something
    /// without knowing of each other, the greater number stands: both saw the same people, and who
    /// takes back their own tick does not take back another's.
    #[must_use]
    pub fn standing(&self) -> BTreeMap<Arriving, Said> {
        let mut standing: BTreeMap<Arriving, Said> = BTreeMap::new();
        for tick in self.standing_ticks() {
            let said = Said { here: tick.here, at: tick.at };
            standing.entry(tick.about).and_modify(|it| *it = said.max(*it)).or_insert(said);
        }
        standing
    }

    /// The ticks whose place no other has taken.
    fn standing_ticks(&self) -> impl Iterator<Item = &Tick> {
        let passed = self.ticks().flat_map(|it| it.over.iter().map(|over| (it.about, *over)));
        let passed: BTreeSet<(Arriving, TickId)> = passed.collect();
        self.ticks().filter(move |it| !passed.contains(&(it.about, it.id)))
    }

    fn last(&self, device: DeviceId) -> u32 {
        let (first, end) = (TickId { device, n: 0 }, TickId { device, n: u32::MAX });
        self.ticks.range(first..=end).next_back().map_or(0, |(id, _)| id.n)
    }
}

#[cfg(test)]
mod tests;
