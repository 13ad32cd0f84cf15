//! The stretches of Denmark that the map of results counts by.

use std::sync::LazyLock;

use super::Locality;
use crate::{
    catalogue::{Coordinates, Format},
    keyed::keyed,
};

keyed! {
    /// A town and what lies nearer to it than to any other of these. They are so far apart that
    /// numbers at them can stand on a small map, and whatever takes place is in one of them.
    Area {
        Aalborg = "aalborg",
        Frederikshavn = "frederikshavn",
        Thisted = "thisted",
        Aarhus = "aarhus",
        Grenaa = "grenaa",
        Herning = "herning",
        Ringkoebing = "ringkoebing",
        Struer = "struer",
        Viborg = "viborg",
        Esbjerg = "esbjerg",
        Kolding = "kolding",
        Soenderborg = "soenderborg",
        Toender = "toender",
        Odense = "odense",
        Holbaek = "holbaek",
        Naestved = "naestved",
        NykoebingFalster = "nykoebing-falster",
        Nakskov = "nakskov",
        Koebenhavn = "koebenhavn",
        Roenne = "roenne",
    }
}

static TOWNS: LazyLock<Vec<(Area, Locality)>> = LazyLock::new(|| {
    let town = |it: &Area| Some((*it, Locality::find(it.key())?));
    Area::ALL.iter().filter_map(town).collect()
});

impl Area {
    /// Where an activity takes place; none for what comes to schools or is online, and where
    /// nobody knows.
    #[must_use]
    pub fn of(format: Format, venue: Option<Coordinates>) -> Option<Self> {
        venue.filter(|_| format.has_venue()).and_then(Self::around)
    }

    /// The one around a point. Denmark is so small that around it the degrees can be taken for
    /// the squares of a plan.
    fn around(point: Coordinates) -> Option<Self> {
        let width = point.lat().to_radians().cos();
        let way = |town: Coordinates| {
            let (north, east) = (town.lat() - point.lat(), (town.lon() - point.lon()) * width);
            north * north + east * east
        };
        let ways = TOWNS.iter().map(|(area, town)| (way(town.middle()), *area));
        ways.min_by(|(a, _), (b, _)| a.total_cmp(b)).map(|(_, area)| area)
    }

    /// The town that it is around; every area has one.
    #[must_use]
    pub fn town(self) -> Option<&'static Locality> {
        TOWNS.iter().find(|(area, _)| *area == self).map(|(_, town)| town)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pact::Postcode;

    #[test]
    fn every_area_is_around_a_town_that_is_in_it() {
        for area in Area::ALL {
            let town = area.town().expect("a town").middle();
            assert_eq!(Area::of(Format::OnSite, Some(town)), Some(*area), "{area}");
        }
    }

    #[test]
    fn numbers_at_towns_do_not_touch_on_the_map() {
        let towns: Vec<_> = Area::ALL.iter().filter_map(|it| it.town()).collect();
        for (n, town) in towns.iter().enumerate() {
            for other in &towns[..n] {
                let km = town.middle().km_to(other.middle());
                assert!(km > 42.0, "{} and {}: {km}", town.name(), other.name());
            }
        }
    }

    #[test]
    fn every_postcode_is_in_the_area_of_the_nearest_town() {
        for (postcode, at) in Postcode::all() {
            let km = |area: &Area| area.town().map_or(f64::MAX, |it| it.middle().km_to(at.middle));
            let area = Area::of(Format::Outdoor, Some(at.middle)).expect("an area");
            let nearest = Area::ALL.iter().map(km).fold(f64::MAX, f64::min);
            assert!(km(&area) < nearest + 1.0, "{postcode}: {area}");
        }
    }

    #[test]
    fn what_comes_to_schools_takes_place_in_none() {
        let aarhus = Area::Aarhus.town().map(Locality::middle);
        for format in [Format::AtSchool, Format::Online] {
            assert_eq!(Area::of(format, aarhus), None);
        }
        assert_eq!(Area::of(Format::OnSite, None), None);
    }
}
