//! An organisation of the pact that publishes.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{SafeUrl, catalogue::Slug, keyed::keyed, pact::Postcode, text::text};

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

keyed! {
    /// Whether a partner has been looked at.
    Standing {
        /// Somebody asked for it; nothing of it is published before a moderator has said yes.
        Waiting = "waiting",
        Approved = "approved",
        Refused = "refused",
    }
}

text! {
    /// What a partner is called.
    PartnerName, 2..=120, false
}

text! {
    /// What a partner tells of itself on its page.
    PartnerAbout, 1..=1_000, true
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
    pub website: Option<SafeUrl>,
    /// Where it is at home; what has no place of its own is looked at there.
    pub postcode: Option<Postcode>,
    pub about: Option<PartnerAbout>,
    pub standing: Standing,
    /// Whether its activities are published without a moderator looking at them first.
    pub is_trusted: bool,
    pub created_at: DateTime<Utc>,
}

/// What a partner's people say of it. Its name stays: a moderator has looked at it, and it is how
/// others find it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    pub sector: Sector,
    pub website: Option<SafeUrl>,
    pub postcode: Option<Postcode>,
    pub about: Option<PartnerAbout>,
}

/// What somebody says about a partner that is not known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Introduction {
    pub name: PartnerName,
    pub sector: Sector,
    pub website: Option<SafeUrl>,
    pub postcode: Postcode,
}

impl Partner {
    /// A partner that nobody has heard of before.
    #[must_use]
    pub fn found(id: PartnerId, name: PartnerName, sector: Sector, now: DateTime<Utc>) -> Self {
        let slug = Slug::of_name(name.as_str());
        Self {
            id,
            name,
            slug,
            sector,
            website: None,
            postcode: None,
            about: None,
            standing: Standing::Approved,
            is_trusted: false,
            created_at: now,
        }
    }

    /// A partner that somebody asks for; a moderator has yet to look at it.
    #[must_use]
    pub fn asked_for(id: PartnerId, said: Introduction, now: DateTime<Utc>) -> Self {
        Self {
            website: said.website,
            postcode: Some(said.postcode),
            standing: Standing::Waiting,
            ..Self::found(id, said.name, said.sector, now)
        }
    }

    /// Takes over what its people now say of it.
    #[must_use]
    pub fn told_as(self, profile: Profile) -> Self {
        let Profile { sector, website, postcode, about } = profile;
        Self { sector, website, postcode, about, ..self }
    }

    /// Whether what it offers is published at once.
    #[must_use]
    pub fn publishes_at_once(&self) -> bool {
        self.is_trusted && self.standing == Standing::Approved
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

    fn at(website: &str) -> Partner {
        let said = Introduction {
            name: "Munkemose Robotics".try_into().unwrap(),
            sector: Sector::Business,
            website: Some(website.try_into().unwrap()),
            postcode: "5000".parse().unwrap(),
        };
        Partner::asked_for(PartnerId(Uuid::nil()), said, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn nobody_publishes_at_once_before_a_moderator_has_said_yes() {
        let mut partner = at("https://munkemose.dk");
        partner.is_trusted = true;
        assert!(!partner.publishes_at_once());
        partner.standing = Standing::Approved;
        assert!(partner.publishes_at_once());
    }
}
