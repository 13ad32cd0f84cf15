//! Several partners own one activity: one leads it, the others own it beside the lead.

mod answer_co_owning;
mod answer_leading;
mod invite_co_owner;
mod leave_activity;
mod offer_lead;
mod remove_co_owner;
mod share_rosters;
mod show_co_owners;

use domain::{
    catalogue::{Activity, ActivityId},
    identity::{Account, AccountId, Action, DeedKind, Letter, Membership, Remark, Subject},
    partners::{CoOwner, PartnerId, PartnerName},
};

use super::DeskError;
use crate::{
    deeds::{Doing, write_down},
    identity::{Viewer, may_for_partner, tell},
    ports::{Ports, StoreError, Transaction},
};

pub use answer_co_owning::answer_co_owning;
pub use answer_leading::answer_leading;
pub use invite_co_owner::invite_co_owner;
pub use leave_activity::leave_activity;
pub use offer_lead::offer_lead;
pub use remove_co_owner::remove_co_owner;
pub use share_rosters::share_rosters;
pub use show_co_owners::{CoOwners, ToAsk, ToldCoOwner, show_co_owners};

/// Why nothing changes about who owns an activity.
#[derive(Debug, thiserror::Error)]
pub enum CoOwnerError {
    /// Look elsewhere: there is no such thing, or it is another's.
    #[error("there is no such thing")]
    Unknown,
    /// Choose otherwise.
    #[error("the partner cannot be asked")]
    Faulty(CoOwnerFault),
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Why a partner cannot be asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoOwnerFault {
    /// Choose one of the list.
    Missing,
    /// It owns the activity, or is asked already.
    Already,
    /// Take one off first.
    TooMany,
    /// A moderator looks at the lead first.
    LeadNotApproved,
}

impl From<DeskError> for CoOwnerError {
    fn from(error: DeskError) -> Self {
        match error {
            DeskError::Store(error) => Self::Store(error),
            _ => Self::Unknown,
        }
    }
}

/// An activity that is held, with the one who may do this for its lead, and who owns it beside.
async fn led_activity(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: ActivityId,
) -> Result<(Account, Activity, Vec<CoOwner>), CoOwnerError> {
    let account = viewer.lock(tx).await.map_err(DeskError::from)?;
    let activity = tx.activities().by_id(id).await?.ok_or(CoOwnerError::Unknown)?;
    may_for_partner(&account, action, activity.partner).map_err(|_| CoOwnerError::Unknown)?;
    let co_owners = tx.co_owners().of(id).await?;
    Ok((account, activity, co_owners))
}

/// One who owns an activity that is held, or is asked to, with somebody of theirs who may do this.
async fn own_part(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    (activity, partner): (ActivityId, PartnerId),
) -> Result<(Account, Activity, CoOwner), CoOwnerError> {
    let account = viewer.lock(tx).await.map_err(DeskError::from)?;
    may_for_partner(&account, action, partner).map_err(|_| CoOwnerError::Unknown)?;
    let activity = tx.activities().by_id(activity).await?.ok_or(CoOwnerError::Unknown)?;
    let co_owners = tx.co_owners().of(activity.id).await?;
    let it = co_owners.into_iter().find(|it| it.partner == partner);
    Ok((account, activity, it.ok_or(CoOwnerError::Unknown)?))
}

/// Writes down what was done about who owns an activity: for whom, and to which other partner.
async fn did(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    (kind, activity, on_behalf_of): (DeedKind, ActivityId, PartnerId),
    other: Option<&PartnerName>,
) -> Result<(), StoreError> {
    let remark = other.and_then(|name| Remark::try_from(name.as_str()).ok());
    let about = Subject::Activity(activity);
    let (by, on_behalf_of) = (Some(account.id), Some(on_behalf_of));
    write_down(ports, tx, Doing { by, on_behalf_of, kind, about, remark }).await
}

/// Writes to those who say who acts for a partner, and to somebody besides who still acts for it.
async fn tell_people(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (partner, besides): (PartnerId, Option<AccountId>),
    letter: &Letter,
) -> Result<(), StoreError> {
    for member in tx.accounts().members_of(partner).await? {
        let is_administrator = member.membership(partner) == Some(Membership::Administrator);
        if (is_administrator || besides == Some(member.id)) && !member.is_suspended() {
            tell(ports, tx, &member, letter.clone()).await?;
        }
    }
    Ok(())
}

/// Who has done something about an activity last.
async fn who_did(
    tx: &mut dyn Transaction,
    kind: DeedKind,
    activity: ActivityId,
) -> Result<Option<AccountId>, StoreError> {
    let deeds = tx.deeds().about(Subject::Activity(activity)).await?;
    Ok(deeds.into_iter().find(|it| it.kind == kind).and_then(|it| it.by))
}

/// What a partner is called.
async fn name_of(
    tx: &mut dyn Transaction,
    id: PartnerId,
) -> Result<Option<PartnerName>, StoreError> {
    Ok(tx.partners().by_id(id).await?.map(|it| it.name))
}

#[cfg(test)]
mod tests;
