//! What a provider says of somebody, in its own words.

use domain::identity::Claims;
use serde_json::{Map, Value};

/// What a provider says of somebody.
#[derive(Clone, Debug)]
pub(super) struct Said(Map<String, Value>);

/// The most words, and the most values of one, that rules look at.
const MOST: usize = 200;
/// The longest value that rules look at, in bytes.
const LONGEST: usize = 1_024;

impl Said {
    pub(super) fn read(body: &[u8]) -> Result<Self, serde_json::Error> {
        serde_json::from_slice(body).map(Self)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name)
    }

    /// A word that is a text.
    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// A word that is a whole number of seconds since 1970.
    pub(super) fn time(&self, name: &str) -> Option<i64> {
        let value = self.0.get(name)?;
        #[expect(clippy::cast_possible_truncation, reason = "a fraction of a second is dropped")]
        value.as_i64().or_else(|| value.as_f64().map(|it| it as i64))
    }

    /// Whether a word is true; some providers write it as a text.
    pub(super) fn is_true(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some(Value::Bool(true)))
            || self.text(name).is_some_and(|it| it.eq_ignore_ascii_case("true"))
    }

    /// Adds what was said elsewhere; what was said first is not said otherwise.
    pub(super) fn add(&mut self, more: Self) {
        for (name, value) in more.0 {
            self.0.entry(name).or_insert(value);
        }
    }

    /// The words that rules can ask for: texts, numbers, yes and no, and lists of them.
    pub(super) fn claims(&self) -> Claims {
        let plain = |value: &Value| match value {
            Value::String(text) if text.len() <= LONGEST => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            Value::Bool(is) => Some(is.to_string()),
            _ => None,
        };
        let values = |value: &Value| match value {
            Value::Array(all) => all.iter().filter_map(plain).take(MOST).collect(),
            one => plain(one).into_iter().collect::<Vec<_>>(),
        };
        self.0.iter().take(MOST).map(|(name, value)| (name.clone(), values(value))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_see_texts_numbers_and_lists_of_them() {
        let said = Said::read(
            r#"{"uniid":"lone1234","aktoer_gruppe":"Medarbejder","institution_ids":["280051",751001,{"x":1}],"deep":{"a":"b"}}"#
                .as_bytes(),
        );
        let claims = said.unwrap().claims();
        assert_eq!(claims["institution_ids"], ["280051", "751001"]);
        assert_eq!(claims["aktoer_gruppe"], ["Medarbejder"]);
        assert!(claims["deep"].is_empty());
    }

    #[test]
    fn what_was_signed_is_not_said_otherwise() {
        let mut said = Said::read(br#"{"sub":"1","email":"a@x.dk"}"#).unwrap();
        said.add(Said::read(br#"{"sub":"2","email":"b@x.dk","name":"Lone"}"#).unwrap());
        assert_eq!(said.text("email"), Some("a@x.dk"));
        assert_eq!(said.text("name"), Some("Lone"));
        assert!(!said.is_true("name") && Said::read(br#"{"x":"true"}"#).unwrap().is_true("x"));
    }
}
