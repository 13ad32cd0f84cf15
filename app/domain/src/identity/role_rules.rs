//! What a provider's words make of somebody here: the operator's rules, and how roles follow them.

use std::collections::BTreeMap;

use super::{Account, InvalidRole, Role};

/// What a provider says of somebody, by the name of each word; a word can be several.
pub type Claims = BTreeMap<String, Vec<String>>;

/// The rules of an operator, in a line each: what a provider must say, and the role that it makes.
///
/// ```text
/// # Whoever teaches at Viborg Gymnasium writes for it.
/// aktoer_gruppe = Medarbejder & institution_ids = 280051 -> editor:PARTNER-ID
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleRules(Vec<RoleRule>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct RoleRule {
    conditions: Vec<(String, String)>,
    role: Role,
}

/// Why a line is no rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRule {
    #[error("line {0} has no `->` between what is said and a role")]
    NoArrow(usize),
    #[error("line {0} asks for something that is not `claim = value`")]
    Condition(usize),
    #[error("line {0} names no role")]
    Role(usize, #[source] InvalidRole),
}

impl RoleRules {
    /// Reads rules; empty lines and those that begin with `#` are passed over.
    ///
    /// # Errors
    ///
    /// [`InvalidRule`] with the number of the line.
    pub fn parse(text: &str) -> Result<Self, InvalidRule> {
        let mut rules = Vec::new();
        for (n, line) in (1..).zip(text.lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (said, role) = line.rsplit_once("->").ok_or(InvalidRule::NoArrow(n))?;
            let conditions = said.split('&').map(condition).collect::<Option<_>>();
            let conditions = conditions.ok_or(InvalidRule::Condition(n))?;
            let role = role.trim().parse().map_err(|error| InvalidRule::Role(n, error))?;
            rules.push(RoleRule { conditions, role });
        }
        Ok(Self(rules))
    }

    /// The roles that somebody has of whom a provider says this. At one partner it is the greater
    /// one of two.
    #[must_use]
    pub fn roles(&self, claims: &Claims) -> Vec<Role> {
        let holds = |it: &&RoleRule| it.conditions.iter().all(|it| says(claims, it));
        let mut roles: Vec<Role> = self.0.iter().filter(holds).map(|it| it.role).collect();
        roles.sort();
        roles.dedup();
        let all = roles.clone();
        roles.retain(|role| match role {
            Role::Editor(partner) => !all.contains(&Role::PartnerAdministrator(*partner)),
            _ => true,
        });
        roles
    }
}

/// A word and what it must be: `amr = mfa`.
#[must_use]
pub fn condition(text: &str) -> Option<(String, String)> {
    let (claim, value) = text.split_once('=')?;
    let (claim, value) = (claim.trim(), value.trim());
    (!claim.is_empty() && !value.is_empty()).then(|| (claim.to_owned(), value.to_owned()))
}

/// Whether a provider says so.
#[must_use]
pub fn says(claims: &Claims, (claim, value): &(String, String)) -> bool {
    claims.get(claim).is_some_and(|said| said.contains(value))
}

/// What has changed about somebody's roles since a provider last said who they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Followed {
    pub given: Vec<Role>,
    pub taken: Vec<Role>,
    /// What they get once they show a second factor.
    pub withheld: Vec<Role>,
}

impl Role {
    /// Whether a provider's word alone is too little for it: whoever has it decides about what is
    /// others', and shows two things that prove who they are before it is given.
    #[must_use]
    fn wants_proof(self) -> bool {
        self.needs_second_factor() && self.partner().is_none()
    }
}

impl Account {
    /// Lets roles follow what a provider says. `by_rule` is what they had by its word so far, and
    /// becomes what they have by it now; what somebody gave them by hand stays as it is. A role
    /// that `must_stay` is kept until it need not any more.
    pub fn follow(
        &mut self,
        by_rule: &mut Vec<Role>,
        wanted: &[Role],
        has_shown_two: bool,
        must_stay: impl Fn(Role) -> bool,
    ) -> Followed {
        let mut followed = Followed::default();
        by_rule.retain(|role| self.roles.contains(role));
        for role in by_rule.clone() {
            if !wanted.contains(&role) && !must_stay(role) {
                by_rule.retain(|it| *it != role);
                self.roles.retain(|it| *it != role);
                followed.taken.push(role);
            }
        }
        for role in
            wanted.iter().copied().filter(|role| !self.roles.contains(role)).collect::<Vec<_>>()
        {
            let is_at_partner = role.partner().is_some_and(|it| self.membership(it).is_some());
            if role.wants_proof() && !has_shown_two && !self.has_factor() {
                followed.withheld.push(role);
            } else if !is_at_partner {
                by_rule.push(role);
                self.roles.push(role);
                followed.given.push(role);
            }
        }
        by_rule.sort();
        self.roles.sort();
        followed
    }
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::{
        super::{AccountId, Factor, FactorKey, LetterLanguage},
        *,
    };
    use crate::{pact::Region, partners::PartnerId};

    fn partner(n: u128) -> PartnerId {
        PartnerId(Uuid::from_u128(n))
    }

    fn account() -> Account {
        let email = "lone@skole.dk".try_into().unwrap();
        let (id, name) = (AccountId(Uuid::nil()), "Lone".try_into().unwrap());
        Account::opened(id, email, name, LetterLanguage::Danish, DateTime::UNIX_EPOCH)
    }

    fn claims(said: &[(&str, &[&str])]) -> Claims {
        let words = |it: &[&str]| it.iter().map(|word| (*word).to_owned()).collect();
        said.iter().map(|(claim, values)| ((*claim).to_owned(), words(values))).collect()
    }

    #[test]
    fn rules_are_read_and_make_roles_of_what_is_said() {
        let (one, two) = (partner(1), partner(2));
        let rules = RoleRules::parse(&format!(
            "# UNI-Login\n\n\
             aktoer_gruppe = Medarbejder & institution_ids = 280051 -> editor:{}\n\
             institution_ids=280051&rolle=Leder->partner-admin:{}\n\
             institution_ids = 751001 -> editor:{}\n\
             rolle = Pagt -> moderator:midtjylland\n",
            one.0, one.0, two.0
        ));
        let rules = rules.unwrap();
        let of = |said: &[(&str, &[&str])]| rules.roles(&claims(said));
        let teacher: (&str, &[&str]) = ("aktoer_gruppe", &["Medarbejder"]);
        let schools: (&str, &[&str]) = ("institution_ids", &["280051", "751001"]);
        assert_eq!(of(&[teacher]), []);
        assert_eq!(of(&[("aktoer_gruppe", &["Elev"]), ("institution_ids", &["280051"])]), []);
        assert_eq!(of(&[teacher, schools]), [Role::Editor(one), Role::Editor(two)]);
        let leader: (&str, &[&str]) = ("rolle", &["Leder"]);
        let mut both = of(&[teacher, schools, leader]);
        both.sort();
        let mut expected = vec![Role::PartnerAdministrator(one), Role::Editor(two)];
        expected.sort();
        assert_eq!(both, expected);
        let region = Region::find("midtjylland").unwrap();
        assert_eq!(of(&[("rolle", &["Pagt"])]), [Role::Moderator(region)]);
        assert_eq!(of(&[("rolle", &["pagt"])]), [], "a word is to the letter");
    }

    #[test]
    fn a_line_that_is_no_rule_is_named() {
        assert_eq!(RoleRules::parse("a = b"), Err(InvalidRule::NoArrow(1)));
        assert_eq!(RoleRules::parse("\na -> admin"), Err(InvalidRule::Condition(2)));
        assert_eq!(RoleRules::parse("= b -> admin"), Err(InvalidRule::Condition(1)));
        assert_eq!(RoleRules::parse("-> admin"), Err(InvalidRule::Condition(1)));
        assert!(matches!(RoleRules::parse("a = b -> root"), Err(InvalidRule::Role(1, _))));
    }

    #[test]
    fn a_role_goes_with_the_word_that_gave_it_and_what_was_given_by_hand_stays() {
        let (mut it, mut by_rule) = (account(), Vec::new());
        it.roles = vec![Role::Editor(partner(1))];
        let wanted = [Role::PartnerAdministrator(partner(1)), Role::Editor(partner(2))];
        let followed = it.follow(&mut by_rule, &wanted, false, |_| false);
        assert_eq!(followed.given, [Role::Editor(partner(2))], "somebody gave the other by hand");
        let followed = it.follow(&mut by_rule, &[], false, |_| false);
        assert_eq!(followed.taken, [Role::Editor(partner(2))]);
        assert_eq!((it.roles, by_rule), (vec![Role::Editor(partner(1))], vec![]));
    }

    #[test]
    fn a_partner_keeps_its_last_administrator_until_there_is_another() {
        let (mut it, mut by_rule, role) =
            (account(), Vec::new(), Role::PartnerAdministrator(partner(1)));
        it.follow(&mut by_rule, &[role], false, |_| false);
        assert_eq!(it.follow(&mut by_rule, &[], false, |_| true), Followed::default());
        assert_eq!(it.roles, [role]);
        assert_eq!(it.follow(&mut by_rule, &[], false, |_| false).taken, [role]);
    }

    #[test]
    fn nobody_moderates_by_a_word_alone() {
        let region = Region::find("midtjylland").unwrap();
        for role in [Role::Moderator(region), Role::Administrator, Role::Steering] {
            let (mut it, mut by_rule) = (account(), Vec::new());
            let followed = it.follow(&mut by_rule, &[role], false, |_| false);
            assert_eq!((followed.withheld.as_slice(), it.roles.as_slice()), (&[role][..], &[][..]));
            assert_eq!(it.follow(&mut by_rule, &[role], true, |_| false).given, [role]);

            let (mut it, mut by_rule) = (account(), Vec::new());
            it.factor = Some(Factor::proposed(FactorKey::of([7; 20])));
            assert_eq!(it.follow(&mut by_rule, &[role], false, |_| false).withheld, [role]);
            it.factor.as_mut().unwrap().is_confirmed = true;
            assert_eq!(it.follow(&mut by_rule, &[role], false, |_| false).given, [role]);
        }
    }

    fn a_role() -> impl Strategy<Value = Role> {
        let at = |n: u128| partner(n);
        prop_oneof![
            (0..3u128).prop_map(move |n| Role::Editor(at(n))),
            (0..3u128).prop_map(move |n| Role::PartnerAdministrator(at(n))),
            Just(Role::Steering),
            Just(Role::Administrator),
        ]
    }

    proptest! {
        #[test]
        fn what_is_given_by_rule_is_always_held_and_what_was_given_by_hand_never_lost(
            by_hand in prop::collection::btree_set(a_role(), 0..3),
            words in prop::collection::vec((prop::collection::btree_set(a_role(), 0..4), any::<bool>()), 1..6),
        ) {
            let (mut it, mut by_rule) = (account(), Vec::new());
            it.roles = by_hand.iter().copied().collect();
            for (wanted, two) in words {
                let wanted: Vec<Role> = wanted.into_iter().collect();
                let before = it.roles.clone();
                let followed = it.follow(&mut by_rule, &wanted, two, |_| false);
                prop_assert!(by_hand.iter().all(|role| it.roles.contains(role)));
                prop_assert!(by_rule.iter().all(|role| it.roles.contains(role) && wanted.contains(role)));
                prop_assert_eq!(it.roles.len(), by_hand.len() + by_rule.len());
                prop_assert!(followed.given.iter().all(|role| !before.contains(role)));
                let again = it.follow(&mut by_rule, &wanted, two, |_| false);
                prop_assert!(again.given.is_empty() && again.taken.is_empty());
            }
        }
    }
}
