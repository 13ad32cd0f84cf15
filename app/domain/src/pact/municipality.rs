//! The 98 municipalities of Denmark, and Christiansø.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::Region;
use crate::catalogue::{Coordinates, Format, TravelDistance, Venue};

/// A municipality, or Christiansø, which is none and belongs to no region.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Municipality {
    index: u8,
    code: &'static str,
    name: &'static str,
    /// Its region until the end of 2026, and after.
    regions: [Option<Region>; 2],
}

struct Gazetteer {
    municipalities: Vec<Municipality>,
    /// Points that are known to lie in a municipality: its own, and its towns'.
    points: Vec<(Coordinates, u8)>,
}

/// Made from `data/municipalities.csv` (official codes and names) and
/// `data/places.csv` (`GeoNames`, CC BY 4.0).
static GAZETTEER: LazyLock<Gazetteer> = LazyLock::new(|| {
    let mut municipalities = Vec::new();
    let mut points = Vec::new();
    let rows = include_str!("../../data/municipalities.csv").lines().skip(1);
    for (index, row) in (0u8..).zip(rows) {
        let cells: Vec<&'static str> = row.split(',').collect();
        let &[code, name, _, region, region_from_2027, lat, lon] = cells.as_slice() else {
            continue;
        };
        let regions = [Region::named(region), Region::named(region_from_2027)];
        municipalities.push(Municipality { index, code, name, regions });
        points.extend(point(lat, lon).map(|at| (at, index)));
    }
    for row in include_str!("../../data/places.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let &[_, lat, lon, _, code] = cells.as_slice() else { continue };
        let home = municipalities.iter().find(|it| it.code == code).map(|it| it.index);
        points.extend(point(lat, lon).zip(home));
    }
    Gazetteer { municipalities, points }
});

/// The point of two cells of a table.
pub(super) fn point(lat: &str, lon: &str) -> Option<Coordinates> {
    Coordinates::new(lat.parse().ok()?, lon.parse().ok()?).ok()
}

impl Municipality {
    /// All of them, by official code.
    #[must_use]
    pub fn all() -> &'static [Self] {
        &GAZETTEER.municipalities
    }

    /// By its official code, such as `0791`.
    #[must_use]
    pub fn find(code: &str) -> Option<Self> {
        Self::all().iter().copied().find(|it| it.code == code)
    }

    /// The one whose towns lie nearest to `point`, among those of `region` today where it is given.
    ///
    /// An estimate: borders are not known here, only some six hundred points.
    #[must_use]
    pub fn nearest(point: Coordinates, region: Option<Region>) -> Option<Self> {
        let candidates = GAZETTEER.points.iter().filter(|(_, index)| {
            region.is_none() || Self::all()[usize::from(*index)].regions[0] == region
        });
        let nearest =
            candidates.min_by(|(a, _), (b, _)| point.km_to(*a).total_cmp(&point.km_to(*b)))?;
        Some(Self::all()[usize::from(nearest.1)])
    }

    /// Its place in [`all`](Self::all).
    #[must_use]
    pub fn index(self) -> u8 {
        self.index
    }

    /// The official four-digit code.
    #[must_use]
    pub fn code(self) -> &'static str {
        self.code
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// A point inside.
    #[must_use]
    pub fn middle(self) -> Option<Coordinates> {
        GAZETTEER.points.iter().find(|(_, index)| *index == self.index).map(|(at, _)| *at)
    }

    /// The region it belongs to on `day`; Christiansø belongs to none.
    #[must_use]
    pub fn region_on(self, day: NaiveDate) -> Option<Region> {
        self.regions.into_iter().flatten().find(|region| region.exists_on(day))
    }
}

/// A set of municipalities.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Municipalities(u128);

impl Municipalities {
    pub const NONE: Self = Self(0);

    /// Those that belong to `region` while it exists.
    #[must_use]
    pub fn of_region(region: Region) -> Self {
        Municipality::all()
            .iter()
            .copied()
            .filter(|it| it.regions.contains(&Some(region)))
            .collect()
    }

    /// Those with a town or their middle within `km` of `point`.
    #[must_use]
    pub fn within(point: Coordinates, km: f64) -> Self {
        let near = GAZETTEER.points.iter().filter(|(at, _)| point.km_to(*at) <= km);
        near.map(|(_, index)| Municipality::all()[usize::from(*index)]).collect()
    }

    /// Where one can meet what happens in this form at this venue: its own municipality,
    /// or those a travelling partner reaches. Empty for what has no place, such as a lecture online.
    #[must_use]
    pub fn reached(format: Format, venue: &Venue, travel: Option<TravelDistance>) -> Self {
        if format == Format::AtSchool {
            return match (venue.point(), travel) {
                (Some(home), Some(travel)) => Self::within(home, f64::from(travel.km())),
                _ => Self::everywhere(),
            };
        }
        venue.municipality().into_iter().collect()
    }

    #[must_use]
    pub fn everywhere() -> Self {
        Municipality::all().iter().copied().collect()
    }

    #[must_use]
    pub fn contains(self, municipality: Municipality) -> bool {
        self.0 >> municipality.index & 1 == 1
    }

    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The places of those it holds in [`Municipality::all`], without looking at the others.
    pub fn indexes(self) -> impl Iterator<Item = u8> {
        let mut bits = self.0;
        std::iter::from_fn(move || {
            let index = u8::try_from(bits.trailing_zeros()).ok().filter(|_| bits != 0)?;
            bits &= bits - 1;
            Some(index)
        })
    }

    pub fn iter(self) -> impl Iterator<Item = Municipality> {
        self.indexes().map(|index| Municipality::all()[usize::from(index)])
    }
}

impl FromIterator<Municipality> for Municipalities {
    fn from_iter<I: IntoIterator<Item = Municipality>>(list: I) -> Self {
        Self(list.into_iter().fold(0, |set, it| set | 1 << it.index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_98_municipalities_and_christiansoe() {
        assert_eq!(Municipality::all().len(), 99);
        let day = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
        assert_eq!(Municipality::all().iter().filter(|it| it.region_on(day).is_some()).count(), 98);
    }

    #[test]
    fn roskilde_moves_to_oestdanmark() {
        let roskilde = Municipality::find("0265").unwrap();
        let region_on =
            |y, m, d| roskilde.region_on(NaiveDate::from_ymd_opt(y, m, d).unwrap()).unwrap().key();
        assert_eq!(region_on(2026, 12, 31), "sjaelland");
        assert_eq!(region_on(2027, 1, 1), "oestdanmark");
    }

    #[test]
    fn sixty_kilometres_from_viborg_one_reaches_herning_but_not_odense() {
        let viborg = Municipality::find("0791").unwrap();
        let reach = Municipalities::within(viborg.middle().unwrap(), 60.0);
        assert!(reach.contains(viborg) && reach.contains(Municipality::find("0657").unwrap()));
        assert!(!reach.contains(Municipality::find("0461").unwrap()));
    }
}
