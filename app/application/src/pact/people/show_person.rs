//! One person, as whoever looks after them sees them.

use domain::identity::{AccountId, Action, Subject};

use super::{Person, PersonError, all_partners, may, scope_of_person};
use crate::{
    copenhagen,
    deeds::history_about,
    identity::Viewer,
    ports::{History, Ports},
};

/// One person, as whoever looks after them sees them.
#[derive(Clone, Debug)]
pub struct PersonPage {
    pub person: Person,
    /// Whether it is whoever looks.
    pub is_viewer: bool,
    pub may_suspend: bool,
    pub may_give_roles: bool,
    /// What was done to the account, the newest first.
    pub history: History,
}

/// One person, as whoever looks after them sees them.
///
/// # Errors
///
/// [`PersonError::Unknown`] where it is not theirs to know.
pub async fn show_person(
    ports: &Ports,
    viewer: &Viewer,
    id: AccountId,
) -> Result<PersonPage, PersonError> {
    let day = copenhagen::day(ports.clock.now());
    let partners = all_partners(ports).await?;
    let it = ports.people.person(id).await?.ok_or(PersonError::Unknown)?;
    let scope = scope_of_person(&viewer.account, &it, &partners, day);
    let may = |action| may(&viewer.account, action, scope);
    if !may(Action::SeePerson) {
        return Err(PersonError::Unknown);
    }
    let is_viewer = it.id == viewer.account.id;
    Ok(PersonPage {
        person: Person::of(&it, &partners),
        is_viewer,
        may_suspend: may(Action::SuspendPerson) && !is_viewer,
        may_give_roles: may(Action::GiveRole),
        history: history_about(ports, Subject::Account(id)).await?,
    })
}
