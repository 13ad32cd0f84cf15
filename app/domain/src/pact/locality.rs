//! Places in Denmark that people want to be near.

use std::{collections::HashMap, sync::LazyLock};

use super::{Municipality, Postcode, municipality::point};
use crate::catalogue::{Coordinates, Slug};

/// A place that somebody wants to be near: a postcode, a town, an island or a landscape.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Locality {
    key: String,
    name: String,
    middle: Coordinates,
    reach_km: u16,
}

/// Landscapes of `data/landscapes.csv`, towns of `data/places.csv` (`GeoNames`, CC BY 4.0), those of
/// the postcodes, their districts, and municipalities, in this order: the first with a name has it.
static BY_NAME: LazyLock<HashMap<String, Locality>> = LazyLock::new(|| {
    let mut all = HashMap::new();
    let mut know = |name: &str, middle: Coordinates, reach_km: u16| {
        let key = Slug::of_name(name).to_string();
        let place = Locality { key: key.clone(), name: name.to_owned(), middle, reach_km };
        all.entry(key).or_insert(place);
    };
    for row in include_str!("../../data/landscapes.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let &[name, lat, lon, reach] = cells.as_slice() else { continue };
        if let (Some(middle), Ok(reach)) = (point(lat, lon), reach.parse()) {
            know(name, middle, reach);
        }
    }
    for row in include_str!("../../data/places.csv").lines().skip(1) {
        let cells: Vec<&str> = row.split(',').collect();
        let &[name, lat, lon, _, _] = cells.as_slice() else { continue };
        let name = match name {
            "Copenhagen" => "København",
            "Århus" => "Aarhus",
            "Ålborg" => "Aalborg",
            other => other,
        };
        if let Some(middle) = point(lat, lon) {
            know(name, middle, Locality::REACH_KM);
        }
    }
    for (_, area) in Postcode::all() {
        know(town_of(area.name), area.middle, Locality::REACH_KM);
    }
    for (_, area) in Postcode::all() {
        know(area.name, area.middle, Locality::REACH_KM);
    }
    for municipality in Municipality::all() {
        if let Some(middle) = municipality.middle() {
            know(municipality.name(), middle, Locality::REACH_KM);
        }
    }
    all
});

/// A postal district's town: »Aarhus« of »Aarhus C«.
fn town_of(district: &str) -> &str {
    match district.rsplit_once(' ') {
        Some((town, part)) if part.chars().count() <= 2 && part.chars().all(char::is_uppercase) => {
            town
        }
        _ => district,
    }
}

impl Locality {
    /// How far around a town is near, in kilometres, where nobody says so: half an hour by bus.
    pub const REACH_KM: u16 = 30;

    /// The place that is called so, in any case and with æ, ø and å written either way;
    /// or that of a postcode.
    #[must_use]
    pub fn find(text: &str) -> Option<Self> {
        if let Ok(postcode) = text.parse::<Postcode>() {
            let area = postcode.area()?;
            let name = format!("{postcode} {}", area.name);
            let key = postcode.to_string();
            return Some(Self { key, name, middle: area.middle, reach_km: Self::REACH_KM });
        }
        let is_name = text.chars().any(char::is_alphabetic);
        is_name.then(|| BY_NAME.get(Slug::of_name(text).as_str()).cloned()).flatten()
    }

    /// The word in addresses: `viborg`, `8800`.
    #[must_use]
    pub fn key(&self) -> &str {
        &self.key
    }

    /// As people write it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    #[must_use]
    pub fn middle(&self) -> Coordinates {
        self.middle
    }

    /// How far around it is near where nobody says how far, in kilometres.
    #[must_use]
    pub fn reach_km(&self) -> u16 {
        self.reach_km
    }
}

impl PartialOrd for Locality {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Locality {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.key.cmp(&other.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_found_however_it_is_typed() {
        for text in ["Aarhus", "århus", "AARHUS"] {
            assert_eq!(Locality::find(text).unwrap().name(), "Aarhus", "{text}");
        }
        assert_eq!(Locality::find("koebenhavn").unwrap().name(), "København");
        assert_eq!(Locality::find("8800").unwrap().name(), "8800 Viborg");
    }

    #[test]
    fn every_town_of_an_address_is_a_place() {
        for (postcode, area) in Postcode::all() {
            assert!(Locality::find(area.name).is_some(), "{postcode} {}", area.name);
        }
        let (town, district) = ["Aarhus", "Aarhus C"].map(|it| Locality::find(it).unwrap()).into();
        assert!(town.middle().km_to(district.middle()) < 5.0);
        assert_eq!(Locality::find("koebenhavn n").unwrap().name(), "København N");
    }

    #[test]
    fn a_landscape_reaches_as_far_as_it_does() {
        assert_eq!(Locality::find("mors").unwrap().reach_km(), 18);
        assert_eq!(Locality::find("Fyn").unwrap().reach_km(), 45);
    }

    #[test]
    fn what_is_no_place_is_none() {
        for text in ["", "0000", "Atlantis", "!!", "88000", "x"] {
            assert_eq!(Locality::find(text), None, "{text}");
        }
    }

    #[test]
    fn its_key_finds_it_again() {
        for place in BY_NAME.values() {
            assert_eq!(Locality::find(place.key()).as_ref(), Some(place));
        }
    }
}
