//! How somebody acts for a partner.

use super::{Account, Role};
use crate::{keyed::keyed, partners::PartnerId};

keyed! {
    /// How somebody acts for a partner.
    Membership {
        /// Writes what it offers.
        Editor = "editor",
        /// Also says who else acts for it.
        Administrator = "partner-admin",
    }
}

impl Membership {
    /// The role that it is at a partner.
    #[must_use]
    pub fn at(self, partner: PartnerId) -> Role {
        match self {
            Self::Editor => Role::Editor(partner),
            Self::Administrator => Role::PartnerAdministrator(partner),
        }
    }
}

impl Account {
    /// How its owner acts for a partner, if they do.
    #[must_use]
    pub fn membership(&self, partner: PartnerId) -> Option<Membership> {
        let is = |it: Membership| self.roles.contains(&it.at(partner));
        // Whoever was given both in two ways has the greater one.
        Membership::ALL.iter().rev().copied().find(|it| is(*it))
    }

    /// Whether its owner acts for a partner, in whatever way.
    #[must_use]
    pub fn acts_for(&self, partner: PartnerId) -> bool {
        self.membership(partner).is_some()
    }

    /// Its owner acts for a partner from now on, in this one way.
    pub fn join(&mut self, partner: PartnerId, membership: Membership) {
        self.leave(partner);
        self.roles.push(membership.at(partner));
        self.roles.sort();
    }

    /// Its owner acts for a partner no longer.
    pub fn leave(&mut self, partner: PartnerId) {
        self.roles.retain(|role| role.partner() != Some(partner));
    }
}

/// Whether somebody but `without` may say who acts for a partner, and can come in to do so.
#[must_use]
pub fn has_administrator(
    members: &[Account],
    partner: PartnerId,
    without: Option<super::AccountId>,
) -> bool {
    members.iter().any(|it| {
        it.membership(partner) == Some(Membership::Administrator)
            && !it.is_suspended()
            && Some(it.id) != without
    })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use uuid::Uuid;

    use super::{
        super::{AccountId, LetterLanguage},
        *,
    };

    fn account(n: u128) -> Account {
        let (id, name) = (AccountId(Uuid::from_u128(n)), "Lone".try_into().unwrap());
        let email = format!("lone{n}@skole.dk").try_into().unwrap();
        Account::opened(id, email, name, LetterLanguage::Danish, DateTime::UNIX_EPOCH)
    }

    #[test]
    fn somebody_acts_for_a_partner_in_one_way_at_a_time() {
        let (one, two) = (PartnerId(Uuid::from_u128(1)), PartnerId(Uuid::from_u128(2)));
        let mut it = account(1);
        it.roles = vec![Role::Steering];
        it.join(one, Membership::Editor);
        it.join(two, Membership::Editor);
        it.join(one, Membership::Administrator);
        assert_eq!(it.membership(one), Some(Membership::Administrator));
        assert_eq!(it.roles.len(), 3, "{:?}", it.roles);
        it.leave(one);
        assert_eq!((it.membership(one), it.membership(two)), (None, Some(Membership::Editor)));
        assert!(it.roles.contains(&Role::Steering));
    }

    #[test]
    fn a_closed_account_is_no_administrator() {
        let partner = PartnerId(Uuid::from_u128(1));
        let (mut one, mut two) = (account(1), account(2));
        one.join(partner, Membership::Administrator);
        two.join(partner, Membership::Administrator);
        let members = [one.clone(), two.clone()];
        assert!(has_administrator(&members, partner, Some(one.id)));
        two.suspended_at = Some(DateTime::UNIX_EPOCH);
        assert!(!has_administrator(&[one.clone(), two], partner, Some(one.id)));
    }
}
