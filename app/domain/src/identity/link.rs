//! Links in letters: they work once, and not for long.

use chrono::{DateTime, TimeDelta, Utc};

use super::{AccountId, LetterLanguage, Mark, PersonName};
use crate::{Email, Inside, keyed::keyed};

keyed! {
    /// What a link in a letter is for.
    Purpose {
        SignIn = "sign_in",
        Register = "register",
        ResetPassword = "reset_password",
        /// The owner of the address so far agrees to another one.
        OldAddress = "old_address",
        /// Whoever reads letters at the new address agrees.
        NewAddress = "new_address",
        /// Leads to everything that is held of an address.
        OwnData = "own_data",
        /// Shows it, for as long as somebody looks.
        OpenData = "open_data",
        /// Printed where the demo is served to its own machine: both factors in one.
        Demo = "demo",
    }
}

/// A link in a letter: it works once, and not for long.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Of the secret in the link.
    pub mark: Mark,
    pub purpose: Purpose,
    /// Where the letter went, and so what following the link proves.
    pub email: Email,
    /// Whose way in it is; nobody's yet for somebody who registers.
    pub account: Option<AccountId>,
    /// What somebody who registers is called, where they have said it already.
    pub name: Option<PersonName>,
    pub language: LetterLanguage,
    /// Where whoever follows it wanted to go.
    pub next: Option<Inside>,
    pub created_at: DateTime<Utc>,
}

impl Link {
    /// How long a link works (OWASP ASVS 5.0, V6.5.5).
    pub const LIFETIME: TimeDelta = TimeDelta::minutes(10);
    /// How long a printed link to the demo works.
    pub const DEMO_LIFETIME: TimeDelta = TimeDelta::hours(24);

    /// How long somebody may look at what is held of them.
    pub const DATA_LIFETIME: TimeDelta = TimeDelta::minutes(30);

    #[must_use]
    pub fn works_at(&self, now: DateTime<Utc>) -> bool {
        let lifetime = match self.purpose {
            Purpose::Demo => Self::DEMO_LIFETIME,
            Purpose::OpenData => Self::DATA_LIFETIME,
            _ => Self::LIFETIME,
        };
        let age = now - self.created_at;
        age < lifetime && age > -TimeDelta::minutes(5)
    }
}
