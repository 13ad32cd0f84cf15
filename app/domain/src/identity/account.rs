//! Somebody's way in.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Factor, Link, PasswordHash, Role};
use crate::{Email, keyed::keyed, text::text};

/// Names an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct AccountId(pub Uuid);

text! {
    /// What a person is called here; the first name is enough.
    PersonName, 1..=80, false
}

keyed! {
    /// The language in which somebody gets letters.
    LetterLanguage {
        Danish = "da",
        English = "en",
    }
}

/// Somebody's way in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    pub id: AccountId,
    pub email: Email,
    pub name: PersonName,
    pub language: LetterLanguage,
    pub password: Option<KeptPassword>,
    pub factor: Option<Factor>,
    pub roles: Vec<Role>,
    pub address_change: Option<AddressChange>,
    /// Since when nobody gets in.
    pub suspended_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

/// A password as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptPassword {
    pub hash: PasswordHash,
    /// Whether it is long enough to be the only factor.
    pub stands_alone: bool,
}

/// Another address, until both agree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AddressChange {
    pub new: Email,
    pub old_agrees: bool,
    pub new_agrees: bool,
    pub asked_at: DateTime<Utc>,
}

impl Account {
    /// An account that nobody has used yet.
    #[must_use]
    pub fn opened(
        id: AccountId,
        email: Email,
        name: PersonName,
        language: LetterLanguage,
        now: DateTime<Utc>,
    ) -> Self {
        Self {
            id,
            email,
            name,
            language,
            password: None,
            factor: None,
            roles: Vec::new(),
            address_change: None,
            suspended_at: None,
            created_at: now,
        }
    }

    #[must_use]
    pub fn is_suspended(&self) -> bool {
        self.suspended_at.is_some()
    }

    /// Whether the short limits of sessions hold: for everybody with a role.
    #[must_use]
    pub fn is_staff(&self) -> bool {
        !self.roles.is_empty()
    }

    /// Whether a second factor is asked for at every sign-in.
    #[must_use]
    pub fn has_factor(&self) -> bool {
        self.factor.as_ref().is_some_and(|factor| factor.is_confirmed)
    }

    /// Whether one of its roles asks for a second factor.
    #[must_use]
    pub fn needs_factor(&self) -> bool {
        self.roles.iter().any(|role| role.needs_second_factor())
    }

    /// Turns the second factor off. A password that was too short to stand alone goes with it.
    pub fn drop_factor(&mut self) {
        self.factor = None;
        self.password.take_if(|password| !password.stands_alone);
    }

    /// One of the two sides agrees to the change of address; answers the address that was,
    /// once both do.
    pub fn agree(&mut self, is_new: bool, now: DateTime<Utc>) -> Option<Email> {
        let change = self.address_change.as_mut()?;
        if now >= change.asked_at + Link::LIFETIME {
            self.address_change = None;
            return None;
        }
        if is_new {
            change.new_agrees = true;
        } else {
            change.old_agrees = true;
        }
        if !(change.new_agrees && change.old_agrees) {
            return None;
        }
        let change = self.address_change.take()?;
        Some(std::mem::replace(&mut self.email, change.new))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn account() -> Account {
        let email = "lone@skole.dk".try_into().unwrap();
        let (id, name) = (AccountId(Uuid::nil()), "Lone".try_into().unwrap());
        Account::opened(id, email, name, LetterLanguage::Danish, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn an_address_changes_once_both_sides_agree_in_whatever_order() {
        for first in [true, false] {
            let (mut it, now) = (account(), DateTime::UNIX_EPOCH);
            let new: Email = "lone@hjemme.dk".try_into().unwrap();
            let change = AddressChange {
                new: new.clone(),
                old_agrees: false,
                new_agrees: false,
                asked_at: now,
            };
            it.address_change = Some(change);
            assert_eq!(it.agree(first, now), None);
            assert_eq!(it.agree(first, now), None, "one side agreed twice");
            assert_eq!(
                it.agree(!first, now).map(|was| was.to_string()).as_deref(),
                Some("lone@skole.dk")
            );
            assert_eq!((it.email, it.address_change), (new, None));
        }
    }

    #[test]
    fn an_old_wish_for_another_address_is_forgotten() {
        let (mut it, now) = (account(), DateTime::UNIX_EPOCH);
        let new: Email = "lone@hjemme.dk".try_into().unwrap();
        it.address_change =
            Some(AddressChange { new, old_agrees: false, new_agrees: true, asked_at: now });
        assert_eq!(it.agree(false, now + TimeDelta::minutes(10)), None);
        assert_eq!(it.address_change, None);
    }

    #[test]
    fn a_short_password_goes_with_the_second_factor() {
        for stands_alone in [true, false] {
            let mut it = account();
            it.password = Some(KeptPassword { hash: PasswordHash::kept("x"), stands_alone });
            it.drop_factor();
            assert_eq!(it.password.is_some(), stands_alone);
        }
    }
}
