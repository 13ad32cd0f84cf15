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

    #[must_use]
    pub fn works_at(&self, now: DateTime<Utc>) -> bool {
        let lifetime =
            if self.purpose == Purpose::Demo { Self::DEMO_LIFETIME } else { Self::LIFETIME };
        let age = now - self.created_at;
        age < lifetime && age > -TimeDelta::minutes(5)
    }
}
