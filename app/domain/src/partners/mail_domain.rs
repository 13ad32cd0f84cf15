//! What the domain of somebody's mailbox shows about whom they belong to.

use super::{Partner, Sector, Standing};
use crate::{Email, SafeUrl};

/// What is known about the domain of a mailbox whose reader would act for a partner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KnownDomain {
    /// An activity that the partner leads, and that everybody sees or saw, names a contact there.
    pub is_of_contacts: bool,
    /// Another partner is at home there too, by its web address or by its contacts.
    pub is_shared: bool,
    /// Somebody acts for the partner already.
    pub has_people: bool,
}

impl Partner {
    /// Whether whoever reads letters at an address acts for this partner as soon as they ask.
    /// Everybody else waits for a moderator's word.
    ///
    /// A domain shows of which house somebody is, not of which part of it. Where several partners
    /// are at one domain, as the schools and libraries of a municipality are, any of its thousands
    /// could take over each of them; so a domain that is shared opens nothing.
    ///
    /// A domain that only the contacts of activities tell opens less than that of the web address,
    /// which the partner's administrators answer for. It opens only the door of a partner for which
    /// nobody acts yet, such as one that came with an import: contacts are written by editors, who
    /// do not say who else acts for a partner. And it opens none of a school or an authority, whose
    /// domain is that of its pupils, and of many houses of which the portal knows one so far.
    #[must_use]
    pub fn lets_in(&self, email: &Email, known: KnownDomain) -> bool {
        if self.standing != Standing::Approved || known.is_shared || is_common(email.domain()) {
            return false;
        }
        let is_small = matches!(self.sector, Sector::Business | Sector::Association);
        self.is_home_of(email) || (known.is_of_contacts && !known.has_people && is_small)
    }

    /// Whether an address stands at the very host of the partner's web address, and that is none
    /// where everybody can have a mailbox.
    #[must_use]
    pub fn is_home_of(&self, email: &Email) -> bool {
        self.is_at(email.domain()) && !is_common(email.domain())
    }

    /// Whether the partner's web address is at a host.
    #[must_use]
    pub fn is_at(&self, host: &str) -> bool {
        self.website.as_ref().and_then(SafeUrl::host).is_some_and(|it| it == host)
    }
}

/// Whether an address at a domain says nothing about whom its reader belongs to.
fn is_common(domain: &str) -> bool {
    let first = domain.split('.').next().unwrap_or_default();
    COMMON_FAMILIES.contains(&first) || COMMON_DOMAINS.contains(&domain)
}

/// Where everybody can have a mailbox, whatever follows the name: `yahoo.dk`, `yahoo.co.uk`. A
/// house whose mail lies at `mail.` of its own domain is asked for a moderator's word too.
const COMMON_FAMILIES: [&str; 21] = [
    "gmail",
    "googlemail",
    "outlook",
    "hotmail",
    "live",
    "msn",
    "passport",
    "yahoo",
    "ymail",
    "rocketmail",
    "icloud",
    "aol",
    "gmx",
    "mail",
    "email",
    "proton",
    "protonmail",
    "tutanota",
    "fastmail",
    "zoho",
    "yandex",
];

/// Where everybody can have a mailbox or a page, where the customers of a net have one, and where
/// the pupils of all schools do.
const COMMON_DOMAINS: [&str; 37] = [
    "google.com",
    "me.com",
    "mac.com",
    "pm.me",
    "tuta.com",
    "tuta.io",
    "hey.com",
    "web.de",
    "t-online.de",
    "telia.com",
    "jubii.dk",
    "ofir.dk",
    "sol.dk",
    "youmail.dk",
    "privat.dk",
    "forum.dk",
    "city.dk",
    "tele.dk",
    "post.tele.dk",
    "tdcadsl.dk",
    "stofanet.dk",
    "webspeed.dk",
    "get2net.dk",
    "mobilixnet.dk",
    "cybercity.dk",
    "vip.cybercity.dk",
    "oncable.dk",
    "fibermail.dk",
    "energimail.dk",
    "kabelmail.dk",
    "altiboxmail.dk",
    "skole.dk",
    "skolekom.dk",
    "elev.dk",
    "facebook.com",
    "instagram.com",
    "linkedin.com",
];

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::*;
    use crate::partners::{Introduction, PartnerId};

    fn at(website: Option<&str>, sector: Sector) -> Partner {
        let said = Introduction {
            name: "Munkemose Robotics".try_into().unwrap(),
            sector,
            website: website.map(|it| it.try_into().unwrap()),
            postcode: "5000".parse().unwrap(),
        };
        let it = Partner::asked_for(PartnerId(Uuid::nil()), said, DateTime::UNIX_EPOCH);
        Partner { standing: Standing::Approved, ..it }
    }

    fn lets_in(partner: &Partner, email: &str, known: KnownDomain) -> bool {
        partner.lets_in(&email.try_into().unwrap(), known)
    }

    const OF_CONTACTS: KnownDomain =
        KnownDomain { is_of_contacts: true, is_shared: false, has_people: false };

    #[test]
    fn an_address_at_the_very_host_shows_that_somebody_is_of_a_partner() {
        let partner = at(Some("https://www.munkemose.dk/om-os"), Sector::Business);
        let is_home = |email: &str| partner.is_home_of(&email.try_into().unwrap());
        assert!(is_home("signe@munkemose.dk") && is_home("Signe@MUNKEMOSE.dk"));
        for other in [
            "signe@munkemose.dk.evil.dk",
            "signe@elever.munkemose.dk",
            "signe@emunkemose.dk",
            "munkemose.dk@gmail.com",
        ] {
            assert!(!is_home(other), "{other}");
        }
        let on_common = at(Some("https://gmail.com/munkemose"), Sector::Business);
        assert!(!on_common.is_home_of(&"signe@gmail.com".try_into().unwrap()));
    }

    #[test]
    fn a_web_address_lets_in_colleagues_of_every_sector_for_as_long_as_it_is_the_partners_alone() {
        for sector in Sector::ALL {
            let partner = at(Some("https://munkemose.dk"), *sector);
            let known = KnownDomain { has_people: true, ..KnownDomain::default() };
            assert!(lets_in(&partner, "signe@munkemose.dk", known), "{sector}");
            let shared = KnownDomain { is_shared: true, ..known };
            assert!(!lets_in(&partner, "signe@munkemose.dk", shared), "{sector}");
            let waits = Partner { standing: Standing::Waiting, ..partner };
            assert!(!lets_in(&waits, "signe@munkemose.dk", known), "{sector}");
        }
    }

    #[test]
    fn the_contacts_of_its_activities_open_a_partner_for_which_nobody_acts() {
        let partner = at(None, Sector::Business);
        assert!(lets_in(&partner, "signe@munkemose.dk", OF_CONTACTS));
        assert!(!lets_in(&partner, "signe@munkemose.dk", KnownDomain::default()));
        let taken = KnownDomain { has_people: true, ..OF_CONTACTS };
        assert!(!lets_in(&partner, "signe@munkemose.dk", taken), "they invite whom they want");
        let shared = KnownDomain { is_shared: true, ..OF_CONTACTS };
        assert!(!lets_in(&partner, "signe@munkemose.dk", shared), "it is another's as well");
    }

    #[test]
    fn nobody_takes_over_a_school_or_an_authority_by_its_domain() {
        for sector in Sector::ALL {
            let is_small = matches!(sector, Sector::Business | Sector::Association);
            let let_in = lets_in(&at(None, *sector), "signe@kk.dk", OF_CONTACTS);
            assert_eq!(let_in, is_small, "{sector}");
        }
    }

    #[test]
    fn where_everybody_has_a_mailbox_it_says_nothing() {
        for email in [
            "a@gmail.com",
            "a@hotmail.dk",
            "a@yahoo.co.uk",
            "a@yahoo.dk",
            "a@proton.me",
            "a@mail.dk",
            "a@mail.tele.dk",
            "a@icloud.com",
            "a@live.dk",
            "a@skole.dk",
        ] {
            assert!(!lets_in(&at(None, Sector::Business), email, OF_CONTACTS), "{email}");
        }
    }
}
