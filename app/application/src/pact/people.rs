//! The people of the portal, as moderators and administrators look after them: see, close, open
//! again, and say who may what.

mod give_role_to;
mod read_role;
mod show_people;
mod show_person;
mod suspend_person;
mod take_role;

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    identity::{Account, AccountId, Action, Outcome, Role, Scope},
    partners::{Partner, PartnerId},
};

use super::moderation::home_of;
use crate::{
    identity::{DoorError, Viewer},
    ports::{Ports, StoreError, Transaction},
};

pub use give_role_to::give_role_to;
pub use read_role::{RoleFault, RoleWish, read_role};
pub use show_people::{HeldRole, People, Person, show_people};
pub use show_person::{PersonPage, show_person};
pub use suspend_person::{lift_suspension, suspend_person};
pub use take_role::take_role;

/// Why nothing changes about somebody.
#[derive(Debug, thiserror::Error)]
pub enum PersonError {
    /// Look elsewhere: there is no such person, or it is not theirs to know.
    #[error("there is no such person")]
    Unknown,
    /// Write why.
    #[error("a reason is missing")]
    ReasonMissing,
    /// Ask another administrator: nobody shuts themselves out.
    #[error("it is the person themselves")]
    Oneself,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<DoorError> for PersonError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

type Partners = HashMap<PartnerId, Partner>;

async fn all_partners(ports: &Ports) -> Result<Partners, StoreError> {
    Ok(ports.desk.all_partners().await?.into_iter().map(|it| (it.id, it)).collect())
}

/// How somebody is seen from a moderator on a day: as one of their region where a partner for
/// whom they act is at home there, and where they have nothing to say beyond that. Colleagues,
/// and whoever runs the portal, are looked after by administrators alone.
fn scope_of_person(viewer: &Account, it: &Account, partners: &Partners, day: NaiveDate) -> Scope {
    let own = |role: &Role| {
        let partner = role.partner().and_then(|id| partners.get(&id));
        partner.is_some_and(|it| viewer.scope_of_home(home_of(it, day), day) == Scope::OwnRegion)
    };
    let only_acts = it.roles.iter().all(|role| role.partner().is_some());
    if only_acts && it.roles.iter().any(own) { Scope::OwnRegion } else { Scope::OtherRegion }
}

fn may(viewer: &Account, action: Action, scope: Scope) -> bool {
    viewer.may(action, scope) == Outcome::Yes
}

/// Somebody who is held, with the one who may do this with them. Accounts are locked in the order
/// of their names, so that two who look after each other never wait for each other.
async fn held_person(
    tx: &mut dyn Transaction,
    (viewer, action): (&Viewer, Action),
    id: AccountId,
    (partners, day): (&Partners, NaiveDate),
) -> Result<(Account, Account), PersonError> {
    let first = if id < viewer.account.id { tx.accounts().by_id(id).await? } else { None };
    let account = viewer.lock(tx).await?;
    let it = match first {
        Some(it) => it,
        None => tx.accounts().by_id(id).await?.ok_or(PersonError::Unknown)?,
    };
    let scope = scope_of_person(&account, &it, partners, day);
    if may(&account, action, scope) { Ok((account, it)) } else { Err(PersonError::Unknown) }
}

#[cfg(test)]
mod tests;
