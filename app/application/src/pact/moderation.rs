//! What moderators do: look through what waits in their region, and answer.

mod answer_claim;
mod answer_questions;
mod answer_review;
mod approve_activity;
mod approve_cases;
mod approve_partner;
mod refuse_partner;
mod remind_moderators;
mod return_activity;
mod see_case_picture;
mod several_cases;
mod show_candidate;
mod show_case;
mod show_queue;
mod trust_partner;
mod turn_down_cases;
mod waiting_cases;
mod working_time;

use chrono::NaiveDate;
use domain::{
    catalogue::{Activity, ActivityId, Particulars},
    identity::{Account, AccountId, Action, DeedKind, Letter, Outcome, Remark, Subject},
    pact::Region,
    partners::{Partner, PartnerId},
};

use crate::{
    catalogue::DeskError,
    copenhagen,
    deeds::{Doing, write_down},
    identity::{Viewer, may_in_region, tell},
    ports::{Ports, StoreError, Transaction},
};

pub use answer_claim::{ClaimAnswer, answer_claim};
pub use answer_questions::{QuestionsAnswer, answer_questions};
pub use answer_review::answer_review;
pub(crate) use answer_review::close_reviews;
pub use approve_activity::approve_activity;
pub use approve_cases::approve_cases;
pub use approve_partner::approve_partner;
pub use refuse_partner::refuse_partner;
pub use remind_moderators::{Reminded, remind_moderators};
pub use return_activity::return_activity;
pub use see_case_picture::see_case_picture;
pub use several_cases::{AnsweredCase, MOST_AT_ONCE, SeenCase};
pub use show_candidate::{Candidate, show_candidate};
pub use show_case::{Case, Check, CheckKind, show_case};
pub use show_queue::{Looked, Queue, Waits, show_queue};
pub use trust_partner::trust_partner;
pub use turn_down_cases::turn_down_cases;
use waiting_cases::{WaitingCase, waiting_cases};
pub(crate) use working_time::{may_write_at, waited_at_most};

/// In which region an activity is looked at on a day: where it happens, else where its partner is
/// at home; none where neither is known, and then whoever comes first looks at it.
fn region_of(it: &Particulars, partner: &Partner, day: NaiveDate) -> Option<Region> {
    it.venue.municipality().and_then(|it| it.region_on(day)).or_else(|| home_of(partner, day))
}

/// In which region a partner is looked at.
pub(super) fn home_of(partner: &Partner, day: NaiveDate) -> Option<Region> {
    partner.postcode?.area()?.municipality?.region_on(day)
}

/// Whether somebody may say that a partner publishes without being looked at first, or no longer.
fn may_trust(account: &Account, partner: &Partner, day: NaiveDate) -> bool {
    let scope = account.scope_of_home(home_of(partner, day), day);
    account.may(Action::TrustPartner, scope) == Outcome::Yes
}

/// Whether somebody acts for one of the owners of an activity: then it is a colleague who looks.
fn acts_for_one(account: &Account, mut owners: impl Iterator<Item = PartnerId>) -> bool {
    owners.any(|it| account.acts_for(it))
}

/// An activity that is held, with its partner and the moderator who may do this with it: nobody
/// does with what is their own.
async fn held_case(
    ports: &Ports,
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: ActivityId,
) -> Result<(Account, Activity, Partner), DeskError> {
    // Partners are always locked before accounts and activities, so that two never wait for each
    // other; whose an activity is never changes.
    let seen = ports.desk.activity_by_id(id).await?.ok_or(DeskError::Unknown)?;
    let partner = tx.partners().by_id(seen.activity.partner).await?.ok_or(DeskError::Unknown)?;
    let account = viewer.lock(tx).await?;
    let activity = tx.activities().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let day = copenhagen::day(ports.clock.now());
    let region = region_of(activity.particulars(), &partner, day);
    may_in_region(&account, action, region, day)?;
    let co_owners = tx.co_owners().of(id).await?;
    let joined = co_owners.iter().filter(|it| it.has_joined()).map(|it| it.partner);
    if acts_for_one(&account, std::iter::once(activity.partner).chain(joined)) {
        return Err(DeskError::OwnCase);
    }
    Ok((account, activity, partner))
}

/// A partner that is held, with the moderator who may do this with it: nobody does with one for
/// which they act.
async fn held_partner(
    ports: &Ports,
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: PartnerId,
) -> Result<(Account, Partner), DeskError> {
    let partner = tx.partners().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let account = viewer.lock(tx).await?;
    let day = copenhagen::day(ports.clock.now());
    may_in_region(&account, action, home_of(&partner, day), day)?;
    if account.acts_for(id) {
        return Err(DeskError::OwnCase);
    }
    Ok((account, partner))
}

/// Writes down what a moderator did.
async fn did(
    ports: &Ports,
    tx: &mut dyn Transaction,
    moderator: &Account,
    (kind, about, remark): (DeedKind, Subject, Option<Remark>),
) -> Result<(), StoreError> {
    let by = Some(moderator.id);
    write_down(ports, tx, Doing { by, on_behalf_of: None, kind, about, remark }).await
}

/// Writes to whoever did the last deed of a kind about something, if they are still here.
async fn tell_whoever(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (kind, about): (DeedKind, Subject),
    letter: Letter,
) -> Result<(), StoreError> {
    let deeds = tx.deeds().about(about).await?;
    let who: Option<AccountId> = deeds.into_iter().find(|it| it.kind == kind).and_then(|it| it.by);
    let Some(who) = who else { return Ok(()) };
    match tx.accounts().by_id(who).await? {
        Some(account) if !account.is_suspended() => tell(ports, tx, &account, letter).await,
        _ => Ok(()),
    }
}

#[cfg(test)]
mod changed_tests;
#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod questions_tests;
#[cfg(test)]
mod refused_tests;
#[cfg(test)]
mod reminders_tests;
#[cfg(test)]
mod reviews_tests;
#[cfg(test)]
mod tests;
