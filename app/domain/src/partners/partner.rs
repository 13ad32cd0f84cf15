//! An organisation of the pact that publishes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{catalogue::Slug, keyed::keyed, text::text};

/// Names a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartnerId(pub Uuid);

keyed! {
    /// The part of the triple helix a partner belongs to, and the associations beside it.
    Sector {
        Business = "business",
        Education = "education",
        Public = "public",
        Association = "association",
    }
}

text! {
    /// What a partner is called.
    PartnerName, 2..=120, false
}

/// A partner's name as it is compared: without case, and with single spaces.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKey(String);

impl NameKey {
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl PartnerName {
    #[must_use]
    pub fn key(&self) -> NameKey {
        let words: Vec<String> = self.as_str().split_whitespace().map(str::to_lowercase).collect();
        NameKey(words.join(" "))
    }
}

/// An organisation of the pact that publishes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partner {
    pub id: PartnerId,
    pub name: PartnerName,
    pub slug: Slug,
    pub sector: Sector,
    pub created_at: DateTime<Utc>,
}

impl Partner {
    /// A partner that nobody has heard of before.
    #[must_use]
    pub fn found(id: PartnerId, name: PartnerName, sector: Sector, now: DateTime<Utc>) -> Self {
        let slug = Slug::of_name(name.as_str());
        Self { id, name, slug, sector, created_at: now }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_the_same_whatever_its_case_and_spacing() {
        let one = PartnerName::try_from("Storå  Vandmiljøcenter").unwrap();
        let two = PartnerName::try_from(" STORÅ Vandmiljøcenter ").unwrap();
        assert_eq!(one.key(), two.key());
    }
}
