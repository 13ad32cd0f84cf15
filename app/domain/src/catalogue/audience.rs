//! For whom an activity is.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use crate::keyed::keyed;

keyed! {
    /// For whom an activity is.
    Audience {
        Pupils = "pupils",
        Students = "students",
        Teachers = "teachers",
        Parents = "parents",
        Adults = "adults",
    }
}

impl Audience {
    /// Whether one must say which grades or programmes are meant.
    #[must_use]
    pub fn has_levels(self) -> bool {
        matches!(self, Self::Pupils | Self::Students)
    }
}

/// Ages in whole years, 0 to 99, either end open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "(Option<u8>, Option<u8>)", into = "(Option<u8>, Option<u8>)")]
pub struct AgeRange {
    min: Option<u8>,
    max: Option<u8>,
}

/// Why two numbers are no range of ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidAgeRange {
    #[error("an age is a whole number of years from 0 to {max}", max = AgeRange::OLDEST)]
    NoAge,
    #[error("the youngest are older than the oldest")]
    Reversed,
}

impl AgeRange {
    pub const OLDEST: u8 = 99;

    /// # Errors
    ///
    /// [`InvalidAgeRange::NoAge`] above 99, [`InvalidAgeRange::Reversed`] where `min` exceeds `max`.
    pub fn new(min: Option<u8>, max: Option<u8>) -> Result<Self, InvalidAgeRange> {
        if min.max(max).is_some_and(|age| age > Self::OLDEST) {
            return Err(InvalidAgeRange::NoAge);
        }
        match (min, max) {
            (Some(min), Some(max)) if min > max => Err(InvalidAgeRange::Reversed),
            _ => Ok(Self { min, max }),
        }
    }

    #[must_use]
    pub fn min(self) -> Option<u8> {
        self.min
    }

    #[must_use]
    pub fn max(self) -> Option<u8> {
        self.max
    }

    /// The ages it spans where somebody gave one.
    #[must_use]
    pub fn span(self) -> Option<RangeInclusive<u8>> {
        (self != Self::default()).then(|| self.min.unwrap_or(0)..=self.max.unwrap_or(Self::OLDEST))
    }
}

impl TryFrom<(Option<u8>, Option<u8>)> for AgeRange {
    type Error = InvalidAgeRange;

    fn try_from((min, max): (Option<u8>, Option<u8>)) -> Result<Self, Self::Error> {
        Self::new(min, max)
    }
}

impl From<AgeRange> for (Option<u8>, Option<u8>) {
    fn from(ages: AgeRange) -> Self {
        (ages.min, ages.max)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_youngest_are_never_older_than_the_oldest(min: Option<u8>, max: Option<u8>) {
            if let Ok(ages) = AgeRange::new(min, max) {
                let span = ages.span().unwrap_or(0..=99);
                prop_assert!(span.start() <= span.end() && *span.end() <= 99);
            }
        }
    }
}
