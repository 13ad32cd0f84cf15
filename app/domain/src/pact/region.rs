//! The regions of Denmark, as dated data.
//!
//! Five until 31 December 2026; from 1 January 2027 four, when Hovedstaden and
//! Sjælland become Østdanmark (law 699 of 20 June 2025). Never an enum: the next
//! reform is a new row.

use chrono::NaiveDate;

use super::Municipalities;

/// A region of Denmark during the time in which it exists.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Region {
    key: &'static str,
    name: &'static str,
    first_day: Option<NaiveDate>,
    last_day: Option<NaiveDate>,
}

const LAST_DAY_OF_FIVE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 12, 31);
const FIRST_DAY_OF_FOUR: Option<NaiveDate> = NaiveDate::from_ymd_opt(2027, 1, 1);

/// North to south, west to east, as people list them.
static REGIONS: [Region; 6] = [
    Region { key: "nordjylland", name: "Region Nordjylland", first_day: None, last_day: None },
    Region { key: "midtjylland", name: "Region Midtjylland", first_day: None, last_day: None },
    Region { key: "syddanmark", name: "Region Syddanmark", first_day: None, last_day: None },
    Region {
        key: "sjaelland",
        name: "Region Sjælland",
        first_day: None,
        last_day: LAST_DAY_OF_FIVE,
    },
    Region {
        key: "hovedstaden",
        name: "Region Hovedstaden",
        first_day: None,
        last_day: LAST_DAY_OF_FIVE,
    },
    Region {
        key: "oestdanmark",
        name: "Region Østdanmark",
        first_day: FIRST_DAY_OF_FOUR,
        last_day: None,
    },
];

impl Region {
    /// Every region that is or was or will be.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &REGIONS
    }

    /// The regions that exist on `day`.
    pub fn on(day: NaiveDate) -> impl Iterator<Item = Self> {
        REGIONS.iter().copied().filter(move |region| region.exists_on(day))
    }

    /// The regions that exist on `day` or come later.
    pub fn from(day: NaiveDate) -> impl Iterator<Item = Self> {
        REGIONS.iter().copied().filter(move |region| region.last_day.is_none_or(|last| day <= last))
    }

    #[must_use]
    pub fn find(key: &str) -> Option<Self> {
        REGIONS.iter().copied().find(|region| region.key == key)
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        REGIONS.iter().copied().find(|region| region.name == name)
    }

    /// The word in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        self.key
    }

    /// The official name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    #[must_use]
    pub fn first_day(self) -> Option<NaiveDate> {
        self.first_day
    }

    #[must_use]
    pub fn last_day(self) -> Option<NaiveDate> {
        self.last_day
    }

    #[must_use]
    pub fn exists_on(self, day: NaiveDate) -> bool {
        self.first_day.is_none_or(|first| first <= day)
            && self.last_day.is_none_or(|last| day <= last)
    }

    /// The municipalities that belong to it while it exists.
    #[must_use]
    pub fn municipalities(self) -> Municipalities {
        Municipalities::of_region(self)
    }

    /// What has taken its place on `day`, for a region that is no more.
    #[must_use]
    pub fn successor_on(self, day: NaiveDate) -> Option<Self> {
        let gone = self.last_day.is_some_and(|last| last < day);
        gone.then(|| self.municipalities().iter().next()?.region_on(day)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;
    use proptest::prelude::*;

    use super::*;
    use crate::pact::Municipality;

    fn day(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn five_regions_become_four_on_new_years_day_2027() {
        assert_eq!(Region::on(day(2026, 12, 31)).count(), 5);
        assert_eq!(Region::on(day(2027, 1, 1)).count(), 4);
    }

    #[test]
    fn hovedstaden_becomes_oestdanmark() {
        let hovedstaden = Region::find("hovedstaden").unwrap();
        assert_eq!(hovedstaden.successor_on(day(2026, 12, 31)), None);
        assert_eq!(hovedstaden.successor_on(day(2027, 1, 1)).map(Region::key), Some("oestdanmark"));
    }

    proptest! {
        #[test]
        fn on_every_day_a_municipality_has_one_region_and_that_region_has_it(offset in 0u64..3_000) {
            let today = day(2024, 1, 1).checked_add_days(Days::new(offset)).unwrap();
            for municipality in Municipality::all() {
                let homes = Region::on(today).filter(|it| it.municipalities().contains(*municipality)).count();
                prop_assert_eq!(homes, usize::from(municipality.region_on(today).is_some()));
            }
        }
    }
}
