//! How numbers are written: 1.140 in Danish, 1,140 in English.

use std::fmt::Write as _;

use domain::catalogue::Price;
use fluent_bundle::FluentValue;

use super::{Locale, Speech};

impl Speech {
    /// A whole number with its thousands apart.
    #[must_use]
    pub fn number(&self, n: impl Into<u64>) -> String {
        group(&n.into().to_string(), self.thousands())
    }

    /// A price as people say it: »Gratis«, »80 kr.«, »49,50 kr.«.
    #[must_use]
    pub fn price(&'static self, price: Price) -> String {
        if price.is_free() {
            return self.say("price-free").to_owned();
        }
        let (kroner, oere) = (price.oere() / 100, price.oere() % 100);
        let mut amount = self.number(kroner);
        if oere > 0 {
            let comma = if self.locale == Locale::Da { ',' } else { '.' };
            let _ = write!(amount, "{comma}{oere:02}");
        }
        self.tell("price-kroner", &[("amount", amount.into())])
    }

    fn thousands(&self) -> char {
        match self.locale {
            Locale::Da => '.',
            Locale::En => ',',
        }
    }
}

/// How Fluent writes a number that it was given.
pub(super) fn grouped(value: &FluentValue<'_>, mark: char) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value >= 0.0 && number.value.fract() == 0.0 => {
            Some(group(&format!("{:.0}", number.value), mark))
        }
        _ => None,
    }
}

fn group(digits: &str, mark: char) -> String {
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(Speech::of(Locale::Da).number(1_140u32), "1.140");
        assert_eq!(Speech::of(Locale::En).number(33_735u32), "33,735");
        assert_eq!(Speech::of(Locale::Da).number(7u32), "7");
    }

    #[test]
    fn a_price_is_said_as_one_says_it() {
        let da = Speech::of(Locale::Da);
        assert_eq!(da.price(Price::FREE), "Gratis");
        assert_eq!(da.price("1250".parse().unwrap()), "1.250 kr.");
        assert_eq!(da.price("49.5".parse().unwrap()), "49,50 kr.");
        assert_eq!(Speech::of(Locale::En).price("49.5".parse().unwrap()), "DKK 49.50");
    }
}
