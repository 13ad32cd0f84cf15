//! Danish postcodes and the areas they stand for.

use std::{collections::BTreeMap, fmt, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Serialize};

use super::{Municipality, Region};
use crate::catalogue::Coordinates;

/// A Danish postcode: four digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Postcode(u16);

/// Why a text is no Danish postcode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidPostcode {
    #[error("a Danish postcode has four digits")]
    Shape,
    #[error("no town in Denmark has this postcode")]
    Unknown,
}

/// What a postcode stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PostalArea {
    pub name: &'static str,
    pub middle: Coordinates,
    /// Where most of it lies; an estimate, see [`Municipality::nearest`].
    pub municipality: Option<Municipality>,
}

/// Made from `data/postcodes.csv` (countrystatecity-postal-codes, `ODbL` 1.0).
static AREAS: LazyLock<BTreeMap<Postcode, PostalArea>> = LazyLock::new(|| {
    let rows = include_str!("../../data/postcodes.csv").lines().skip(1);
    rows.filter_map(|row| {
        let cells: Vec<&'static str> = row.split(',').collect();
        let &[code, name, region, lat, lon] = cells.as_slice() else { return None };
        let middle = Coordinates::new(lat.parse().ok()?, lon.parse().ok()?).ok()?;
        let municipality = Municipality::nearest(middle, region_of(region));
        Some((Postcode(code.parse().ok()?), PostalArea { name, middle, municipality }))
    })
    .collect()
});

/// The region of an official code, as it was when the list was made.
fn region_of(code: &str) -> Option<Region> {
    Region::find(match code {
        "1081" => "nordjylland",
        "1082" => "midtjylland",
        "1083" => "syddanmark",
        "1084" => "hovedstaden",
        "1085" => "sjaelland",
        _ => return None,
    })
}

impl Postcode {
    /// What it stands for.
    #[must_use]
    pub fn area(self) -> Option<PostalArea> {
        AREAS.get(&self).copied()
    }

    /// Every postcode that stands for something.
    pub fn all() -> impl Iterator<Item = (Self, PostalArea)> {
        AREAS.iter().map(|(code, area)| (*code, *area))
    }

    /// The four digits as a number.
    #[must_use]
    pub fn number(self) -> u16 {
        self.0
    }
}

impl FromStr for Postcode {
    type Err = InvalidPostcode;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if text.len() != 4 || !text.bytes().all(|b| b.is_ascii_digit()) {
            return Err(InvalidPostcode::Shape);
        }
        let postcode = Self(text.parse().map_err(|_| InvalidPostcode::Shape)?);
        postcode.area().map(|_| postcode).ok_or(InvalidPostcode::Unknown)
    }
}

impl TryFrom<String> for Postcode {
    type Error = InvalidPostcode;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Postcode> for String {
    fn from(postcode: Postcode) -> Self {
        postcode.to_string()
    }
}

impl fmt::Display for Postcode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_thousand_eight_hundred_is_viborg() {
        let area = "8800".parse::<Postcode>().unwrap().area().unwrap();
        assert_eq!((area.name, area.municipality.unwrap().name()), ("Viborg", "Viborg"));
    }

    #[test]
    fn a_postcode_has_four_digits_and_a_town() {
        assert_eq!("880".parse::<Postcode>(), Err(InvalidPostcode::Shape));
        assert_eq!("88OO".parse::<Postcode>(), Err(InvalidPostcode::Shape));
        assert_eq!("9999".parse::<Postcode>(), Err(InvalidPostcode::Unknown));
    }

    #[test]
    fn nearly_every_postcode_lies_in_a_municipality_of_its_region() {
        assert!(Postcode::all().count() > 1_000);
        assert!(Postcode::all().all(|(_, area)| area.municipality.is_some()));
    }
}
