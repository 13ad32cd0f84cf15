//! What taking part costs.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// The price for one participant, in øre; nothing is free.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "u32", into = "u32")]
pub struct Price(u32);

/// Why a text is no price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error, Serialize, Deserialize)]
pub enum InvalidPrice {
    #[error("a price is an amount of kroner such as 0, 80 or 49.50")]
    NoAmount,
    #[error("a price is at most {max} kroner", max = Price::MAX_KRONER)]
    TooHigh,
}

impl Price {
    pub const FREE: Self = Self(0);
    pub const MAX_KRONER: u32 = 100_000;

    /// # Errors
    ///
    /// [`InvalidPrice::TooHigh`] above 100,000 kroner.
    pub fn from_oere(oere: u32) -> Result<Self, InvalidPrice> {
        if oere > Self::MAX_KRONER * 100 { Err(InvalidPrice::TooHigh) } else { Ok(Self(oere)) }
    }

    #[must_use]
    pub fn oere(self) -> u32 {
        self.0
    }

    /// Whether it is no more than so many kroner.
    #[must_use]
    pub fn is_within(self, kroner: u32) -> bool {
        self.0 <= kroner.saturating_mul(100)
    }

    #[must_use]
    pub fn is_free(self) -> bool {
        self.0 == 0
    }
}

impl FromStr for Price {
    type Err = InvalidPrice;

    /// Reads whole or decimal kroner, with a point or a comma before the øre.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        let (kroner, oere) = text.split_once(['.', ',']).unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if kroner.is_empty() || !digits(kroner) || !digits(oere) || oere.len() > 2 {
            return Err(InvalidPrice::NoAmount);
        }
        let kroner: u32 = kroner.parse().map_err(|_| InvalidPrice::TooHigh)?;
        let oere: u32 = format!("{oere:0<2}").parse().map_err(|_| InvalidPrice::NoAmount)?;
        let total = kroner.checked_mul(100).and_then(|it| it.checked_add(oere));
        Self::from_oere(total.ok_or(InvalidPrice::TooHigh)?)
    }
}

impl TryFrom<u32> for Price {
    type Error = InvalidPrice;

    fn try_from(oere: u32) -> Result<Self, Self::Error> {
        Self::from_oere(oere)
    }
}

impl From<Price> for u32 {
    fn from(price: Price) -> Self {
        price.0
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn kroner_are_read_with_a_point_or_a_comma() {
        assert_eq!("80".parse(), Ok(Price(8_000)));
        assert_eq!("49.5".parse(), Ok(Price(4_950)));
        assert_eq!("49,50".parse(), Ok(Price(4_950)));
        assert_eq!("-1".parse::<Price>(), Err(InvalidPrice::NoAmount));
        assert_eq!("80 kr.".parse::<Price>(), Err(InvalidPrice::NoAmount));
        assert_eq!("99999999999".parse::<Price>(), Err(InvalidPrice::TooHigh));
    }

    #[test]
    fn the_last_krone_is_within() {
        let price: Price = "80".parse().unwrap();
        assert!(price.is_within(80) && !price.is_within(79) && price.is_within(u32::MAX));
        assert!(!Price(8_050).is_within(80) && Price::FREE.is_within(0));
    }

    proptest! {
        #[test]
        fn no_text_makes_a_price_beyond_the_limit(text in "[0-9.,]{0,14}") {
            if let Ok(price) = text.parse::<Price>() {
                prop_assert!(price.oere() <= Price::MAX_KRONER * 100);
            }
        }
    }
}
