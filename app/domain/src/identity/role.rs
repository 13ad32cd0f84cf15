//! What somebody does here beside taking part.

use std::{fmt, str::FromStr};

use uuid::Uuid;

use crate::{pact::Region, partners::PartnerId};

/// What somebody does here beside taking part, which everybody may. One person can have several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Acts for a partner.
    Editor(PartnerId),
    /// Acts for a partner, and says who else does.
    PartnerAdministrator(PartnerId),
    /// Checks what is published in a region.
    Moderator(Region),
    /// Sees figures and no persons.
    Steering,
    /// Runs the portal.
    Administrator,
}

/// A text that names no role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a role is `admin`, `steering`, `moderator:REGION`, `partner-admin:PARTNER-ID` or `editor:PARTNER-ID`"
)]
pub struct InvalidRole;

impl Role {
    /// Whether whoever has it must show two things that prove who they are
    /// (OWASP ASVS 5.0, V6.3.3): everybody who can see or change what is not their own.
    #[must_use]
    pub fn needs_second_factor(self) -> bool {
        !matches!(self, Self::Editor(_))
    }

    /// The partner it is about.
    #[must_use]
    pub fn partner(self) -> Option<PartnerId> {
        match self {
            Self::Editor(partner) | Self::PartnerAdministrator(partner) => Some(partner),
            _ => None,
        }
    }

    /// The region it is about.
    #[must_use]
    pub fn region(self) -> Option<Region> {
        if let Self::Moderator(region) = self { Some(region) } else { None }
    }

    /// The word before the colon, by which files and tables know it.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Editor(_) => "editor",
            Self::PartnerAdministrator(_) => "partner-admin",
            Self::Moderator(_) => "moderator",
            Self::Steering => "steering",
            Self::Administrator => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        match self {
            Self::Editor(partner) | Self::PartnerAdministrator(partner) => {
                write!(f, ":{}", partner.0)
            }
            Self::Moderator(region) => write!(f, ":{}", region.key()),
            Self::Steering | Self::Administrator => Ok(()),
        }
    }
}

impl FromStr for Role {
    type Err = InvalidRole;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (word, about) = text.split_once(':').unwrap_or((text, ""));
        let partner = || Uuid::parse_str(about).map(PartnerId).map_err(|_| InvalidRole);
        match word {
            "editor" => partner().map(Self::Editor),
            "partner-admin" => partner().map(Self::PartnerAdministrator),
            "moderator" => Region::find(about).map(Self::Moderator).ok_or(InvalidRole),
            "steering" if about.is_empty() => Ok(Self::Steering),
            "admin" if about.is_empty() => Ok(Self::Administrator),
            _ => Err(InvalidRole),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_read_as_it_is_written() {
        let partner = PartnerId(Uuid::from_u128(7));
        let region = Region::find("midtjylland").unwrap();
        for role in [
            Role::Editor(partner),
            Role::PartnerAdministrator(partner),
            Role::Moderator(region),
            Role::Steering,
            Role::Administrator,
        ] {
            assert_eq!(role.to_string().parse(), Ok(role));
        }
        for wrong in ["", "root", "admin:1", "editor", "editor:x", "moderator:skåne"] {
            assert_eq!(wrong.parse::<Role>(), Err(InvalidRole), "{wrong}");
        }
    }
}
