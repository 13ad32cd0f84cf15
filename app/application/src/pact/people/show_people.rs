//! Whom somebody looks after.

use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{Account, AccountId, Action, PersonName, Role},
    partners::PartnerName,
};

use super::{Partners, all_partners, may, scope_of_person};
use crate::{
    copenhagen,
    identity::Viewer,
    partners::by_danish_alphabet,
    ports::{Ports, StoreError},
};

/// Whom somebody looks after.
#[derive(Clone, Debug)]
pub struct People {
    /// By name.
    pub people: Vec<Person>,
    /// Whether whoever looks can find everybody by their address.
    pub finds_all: bool,
}

/// Somebody, in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    pub id: AccountId,
    pub name: PersonName,
    pub email: Email,
    pub roles: Vec<HeldRole>,
    pub suspended_at: Option<DateTime<Utc>>,
}

/// A role that somebody has, with the name of the partner that it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldRole {
    pub role: Role,
    pub partner: Option<PartnerName>,
}

impl Person {
    pub(super) fn of(it: &Account, partners: &Partners) -> Self {
        let held = |role: &Role| {
            let partner = role.partner().and_then(|id| partners.get(&id));
            HeldRole { role: *role, partner: partner.map(|it| it.name.clone()) }
        };
        Self {
            id: it.id,
            name: it.name.clone(),
            email: it.email.clone(),
            roles: it.roles.iter().map(held).collect(),
            suspended_at: it.suspended_at,
        }
    }
}

/// Whom somebody looks after: moderators those who act for partners of their region, and
/// administrators everybody with a role. What is typed keeps those whose name or address holds
/// it; administrators also find whoever has exactly that address.
///
/// # Errors
///
/// Where the store fails.
pub async fn show_people(
    ports: &Ports,
    viewer: &Viewer,
    typed: &str,
) -> Result<People, StoreError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let sees = |it: &Account| {
        let scope = scope_of_person(&viewer.account, it, &partners, day);
        may(&viewer.account, Action::SeePerson, scope)
    };
    let wanted = language::folded(typed.trim());
    let holds = |text: &str| language::folded(text).contains(&wanted);
    let mut found = ports.people.staff().await?;
    found.retain(|it| sees(it) && (holds(it.name.as_str()) || holds(it.email.as_str())));
    if let Ok(email) = Email::try_from(typed.trim())
        && let Some(it) = ports.accounts.account(&email).await?
        && sees(&it)
        && found.iter().all(|known| known.id != it.id)
    {
        found.push(it);
    }
    found.sort_by(|a, b| by_danish_alphabet(a.name.as_str(), b.name.as_str()));
    let people = found.iter().map(|it| Person::of(it, &partners)).collect();
    let finds_all = may(&viewer.account, Action::SeePerson, domain::identity::Scope::OtherRegion);
    Ok(People { people, finds_all })
}
