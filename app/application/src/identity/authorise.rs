//! What the table of rights says to somebody, for something in particular.

use chrono::NaiveDate;
use domain::{
    identity::{Account, Action, Outcome},
    pact::Region,
    partners::{CoOwner, PartnerId},
};

use crate::ports::ActivityDetails;

/// It is not theirs, so it is not there (as far as they may know).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hidden;

/// Whether somebody may do something with what is a partner's.
pub(crate) fn may_for_partner(
    account: &Account,
    action: Action,
    partner: PartnerId,
) -> Result<(), Hidden> {
    let outcome = account.may(action, account.scope_of_partner(partner));
    if outcome == Outcome::Yes { Ok(()) } else { Err(Hidden) }
}

/// For which of an activity's owners somebody may do something with it: for its lead, else for the
/// first of those beside it. Whoever was only asked owns nothing.
pub(crate) fn may_for_owner(
    account: &Account,
    action: Action,
    (lead, co_owners): (PartnerId, &[CoOwner]),
) -> Result<PartnerId, Hidden> {
    let joined = co_owners.iter().filter(|it| it.has_joined()).map(|it| it.partner);
    let mut owners = std::iter::once(lead).chain(joined);
    owners.find(|it| may_for_partner(account, action, *it).is_ok()).ok_or(Hidden)
}

/// Whether somebody may see who comes to an activity: whoever acts for its lead, or for one that
/// owns it too and was let in by the lead.
pub(crate) fn sees_rosters(account: &Account, details: &ActivityDetails) -> bool {
    let let_in = details.co_owners.iter().filter(|it| it.sees_rosters).map(|it| it.id);
    let mut owners = std::iter::once(details.activity.partner).chain(let_in);
    owners.any(|it| may_for_partner(account, Action::SeeRoster, it).is_ok())
}

/// Whether somebody may do something with what lies in a region, or in none, on a day.
pub(crate) fn may_in_region(
    account: &Account,
    action: Action,
    region: Option<Region>,
    day: NaiveDate,
) -> Result<(), Hidden> {
    let outcome = account.may(action, account.scope_of_region(region, day));
    if outcome == Outcome::Yes { Ok(()) } else { Err(Hidden) }
}
