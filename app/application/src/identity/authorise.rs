//! What the table of rights says to somebody, for something in particular.

use chrono::NaiveDate;
use domain::{
    identity::{Account, Action, Outcome},
    pact::Region,
    partners::PartnerId,
};

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
