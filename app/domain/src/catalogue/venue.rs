//! Where an activity happens.

use serde::{Deserialize, Serialize};

use super::Format;
use crate::{
    pact::{Municipality, Postcode},
    text::text,
};

text! {
    /// A line of an address: the name of a house, a street and number, or a town.
    VenueText, 1..=120, false
}

/// Where an activity happens; for activities that come to the school, where they come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Venue {
    pub name: Option<VenueText>,
    pub street: Option<VenueText>,
    pub postcode: Option<Postcode>,
    pub city: Option<VenueText>,
    pub coordinates: Option<Coordinates>,
}

impl Venue {
    /// The point on the map: as given, else the middle of the postcode.
    #[must_use]
    pub fn point(&self) -> Option<Coordinates> {
        self.coordinates.or_else(|| self.postcode?.area().map(|area| area.middle))
    }

    /// The municipality of its postcode.
    #[must_use]
    pub fn municipality(&self) -> Option<Municipality> {
        self.postcode?.area()?.municipality
    }
}

/// How far somebody at `from` is from what happens in this form, in kilometres as the bird
/// flies; 0 where the partner comes to them. None for what has no place, such as a lecture online.
#[must_use]
pub fn way_km(
    format: Format,
    venue: Option<Coordinates>,
    travel: Option<TravelDistance>,
    from: Coordinates,
) -> Option<f64> {
    match (format, venue, travel) {
        (Format::Online, ..) => None,
        (Format::AtSchool, Some(home), Some(travel)) => {
            let km = home.km_to(from);
            Some(if km <= f64::from(travel.km()) { 0.0 } else { km })
        }
        (Format::AtSchool, ..) => Some(0.0),
        (_, venue, _) => venue.map(|venue| venue.km_to(from)),
    }
}

/// A point on the globe (WGS 84), kept in millionths of a degree: eleven centimetres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(f64, f64)", into = "(f64, f64)")]
pub struct Coordinates {
    lat: i32,
    lon: i32,
}

/// Why two numbers are no point on the globe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidCoordinates {
    #[error("a latitude is a number from -90 to 90")]
    Latitude,
    #[error("a longitude is a number from -180 to 180")]
    Longitude,
    #[error("a point needs both a latitude and a longitude")]
    Half,
}

impl Coordinates {
    const SCALE: f64 = 1_000_000.0;
    const EARTH_RADIUS_KM: f64 = 6_371.0;

    /// # Errors
    ///
    /// [`InvalidCoordinates`] outside the globe or where a number is none.
    pub fn new(lat: f64, lon: f64) -> Result<Self, InvalidCoordinates> {
        let Some(lat) = millionths(lat, 90.0) else { return Err(InvalidCoordinates::Latitude) };
        let Some(lon) = millionths(lon, 180.0) else { return Err(InvalidCoordinates::Longitude) };
        Ok(Self { lat, lon })
    }

    /// Degrees north of the equator.
    #[must_use]
    pub fn lat(self) -> f64 {
        f64::from(self.lat) / Self::SCALE
    }

    /// Degrees east of Greenwich.
    #[must_use]
    pub fn lon(self) -> f64 {
        f64::from(self.lon) / Self::SCALE
    }

    /// How far one is north or south of the other, in kilometres: the way is never less.
    #[must_use]
    pub fn km_north_or_south(self, other: Self) -> f64 {
        (self.lat() - other.lat()).abs().to_radians() * Self::EARTH_RADIUS_KM
    }

    /// The way of the bird in kilometres, by the haversine formula.
    #[must_use]
    pub fn km_to(self, other: Self) -> f64 {
        let (a, b) = (self.lat().to_radians(), other.lat().to_radians());
        let (north, east) = (b - a, (other.lon() - self.lon()).to_radians());
        let h = (north / 2.0).sin().powi(2) + a.cos() * b.cos() * (east / 2.0).sin().powi(2);
        2.0 * Self::EARTH_RADIUS_KM * h.sqrt().asin()
    }
}

fn millionths(degrees: f64, limit: f64) -> Option<i32> {
    #[expect(clippy::cast_possible_truncation, reason = "180 million is far below the limit")]
    (degrees.is_finite() && degrees.abs() <= limit)
        .then(|| (degrees * Coordinates::SCALE).round() as i32)
}

impl TryFrom<(f64, f64)> for Coordinates {
    type Error = InvalidCoordinates;

    fn try_from((lat, lon): (f64, f64)) -> Result<Self, Self::Error> {
        Self::new(lat, lon)
    }
}

impl From<Coordinates> for (f64, f64) {
    fn from(point: Coordinates) -> Self {
        (point.lat(), point.lon())
    }
}

/// How far a partner travels to a school, 1 to 500 kilometres.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TravelDistance(u16);

impl TravelDistance {
    pub const MAX_KM: u16 = 500;

    #[must_use]
    pub fn new(km: u16) -> Option<Self> {
        (1..=Self::MAX_KM).contains(&km).then_some(Self(km))
    }

    #[must_use]
    pub fn km(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest::proptest! {
        #[test]
        fn no_way_is_less_than_how_far_it_leads_north_or_south(
            a in (-90.0..90.0, -180.0..180.0), b in (-90.0..90.0, -180.0..180.0),
        ) {
            let [a, b] = [a, b].map(|(lat, lon)| Coordinates::new(lat, lon).unwrap());
            proptest::prop_assert!(a.km_north_or_south(b) <= a.km_to(b) + 0.001);
        }
    }

    #[test]
    fn from_aarhus_to_copenhagen_it_is_157_kilometres() {
        let aarhus = Coordinates::new(56.156_74, 10.210_76).unwrap();
        let copenhagen = Coordinates::new(55.675_94, 12.565_53).unwrap();
        assert!((aarhus.km_to(copenhagen) - 156.9).abs() < 1.0);
    }

    #[test]
    fn who_travels_is_near_as_far_as_they_travel() {
        let aarhus = Coordinates::new(56.156_74, 10.210_76).unwrap();
        let copenhagen = Coordinates::new(55.675_94, 12.565_53).unwrap();
        let way =
            |format, km: u16| way_km(format, Some(aarhus), TravelDistance::new(km), copenhagen);
        assert_eq!(way(Format::AtSchool, 200), Some(0.0));
        assert!(way(Format::AtSchool, 50).unwrap() > 150.0);
        assert!(way(Format::OnSite, 200).unwrap() > 150.0);
        assert_eq!(way(Format::Online, 200), None);
    }

    #[test]
    fn a_point_off_the_globe_is_none() {
        assert_eq!(Coordinates::new(91.0, 0.0), Err(InvalidCoordinates::Latitude));
        assert_eq!(Coordinates::new(0.0, f64::NAN), Err(InvalidCoordinates::Longitude));
    }

    proptest! {
        #[test]
        fn the_way_there_is_as_long_as_the_way_back(
            a in (-90.0..90.0, -180.0..180.0), b in (-90.0..90.0, -180.0..180.0)
        ) {
            let (a, b) = (Coordinates::try_from(a).unwrap(), Coordinates::try_from(b).unwrap());
            prop_assert!((a.km_to(b) - b.km_to(a)).abs() < 1e-6);
        }
    }
}
