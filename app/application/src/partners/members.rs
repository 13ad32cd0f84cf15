//! Who acts for a partner: see them, invite, change, remove, leave.

mod accept_invitation;
mod change_member;
mod invite_member;
mod leave_partner;
mod remove_member;
mod show_invitation;
mod show_members;
mod withdraw_invitation;

use domain::{
    identity::{
        Account, AccountId, Action, DeedKind, Letter, Membership, Subject, has_administrator,
    },
    partners::{Partner, PartnerId},
};

use crate::{
    deeds::{Doing, write_down},
    identity::{DoorError, Hidden, Viewer, may_for_partner, tell},
    ports::{Ports, StoreError, Transaction},
};

pub use accept_invitation::{Accepted, accept_invitation};
pub use change_member::change_member;
pub use invite_member::invite_member;
pub use leave_partner::leave_partner;
pub use remove_member::remove_member;
pub use show_invitation::{Invited, show_invitation};
pub use show_members::{Member, Members, show_members};
pub use withdraw_invitation::withdraw_invitation;

/// Why nothing changes about who acts for a partner.
#[derive(Debug, thiserror::Error)]
pub enum MemberError {
    /// Look elsewhere: there is no such thing, or it is another's.
    #[error("there is no such thing")]
    Unknown,
    /// Wait for a moderator: nobody is written to about a partner that nobody has looked at.
    #[error("the partner is not approved")]
    PartnerNotApproved,
    /// Nothing: they act for it already.
    #[error("the person acts for the partner already")]
    IsMember,
    /// Let some of them answer first.
    #[error("too many are invited")]
    TooMany,
    /// Come again tomorrow.
    #[error("the person has had too many letters written")]
    TooManyLetters,
    /// Make somebody else an administrator first.
    #[error("nobody else says who acts for the partner")]
    LastAdministrator,
    /// Ask for another letter: the invitation was answered, is too old, or never was.
    #[error("the invitation does not work")]
    DeadLink,
    /// Say what you are called.
    #[error("a name is missing")]
    NameMissing,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Hidden> for MemberError {
    fn from(_: Hidden) -> Self {
        Self::Unknown
    }
}

impl From<DoorError> for MemberError {
    fn from(error: DoorError) -> Self {
        if let DoorError::Store(error) = error { Self::Store(error) } else { Self::Unknown }
    }
}

/// A partner that is held, with the member who may do this with it. Whoever changes who acts for
/// a partner holds it, so that two who leave at once are two, one after the other.
async fn held_partner(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: PartnerId,
) -> Result<(Account, Partner), MemberError> {
    let partner = tx.partners().by_id(id).await?.ok_or(MemberError::Unknown)?;
    let account = viewer.lock(tx).await?;
    may_for_partner(&account, action, id)?;
    Ok((account, partner))
}

/// How whoever comes next acts for a partner that is held: the first says who else does.
pub(crate) async fn first_membership(
    tx: &mut dyn Transaction,
    partner: PartnerId,
) -> Result<Membership, StoreError> {
    let members = tx.accounts().members_of(partner).await?;
    let has_one = has_administrator(&members, partner, None);
    Ok(if has_one { Membership::Editor } else { Membership::Administrator })
}

/// Tells whoever says who acts for a partner that is held that somebody came to act for it
/// without their doing.
pub(crate) async fn tell_of_newcomer(
    ports: &Ports,
    tx: &mut dyn Transaction,
    partner: &Partner,
    newcomer: AccountId,
) -> Result<(), StoreError> {
    for it in tx.accounts().members_of(partner.id).await? {
        let says_who = it.membership(partner.id) == Some(Membership::Administrator);
        if says_who && !it.is_suspended() && it.id != newcomer {
            let letter = Letter::MemberCame { partner: partner.name.clone() };
            tell(ports, tx, &it, letter).await?;
        }
    }
    Ok(())
}

/// Lets nobody act any more for a partner that is held, to which a moderator says no, and tells
/// each of them why.
pub(crate) async fn dismiss_members(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (by, partner): (AccountId, PartnerId),
    letter: &Letter,
) -> Result<(), StoreError> {
    for seen in tx.accounts().members_of(partner).await? {
        let Some(mut member) = tx.accounts().by_id(seen.id).await? else { continue };
        member.leave(partner);
        tx.accounts().save(&member).await?;
        tx.sessions().end_all_of(member.id, None).await?;
        if !member.is_suspended() {
            tell(ports, tx, &member, letter.clone()).await?;
        }
        let doing = Doing::to_account(Some(by), DeedKind::MemberRemoved, member.id);
        write_down(ports, tx, doing).await?;
    }
    Ok(())
}

/// Whether somebody who says who acts for a partner that is held can stop doing so.
async fn can_step_down(
    tx: &mut dyn Transaction,
    member: &Account,
    partner: PartnerId,
) -> Result<(), MemberError> {
    let members = tx.accounts().members_of(partner).await?;
    let is_one = member.membership(partner) == Some(Membership::Administrator);
    if is_one && !has_administrator(&members, partner, Some(member.id)) {
        return Err(MemberError::LastAdministrator);
    }
    Ok(())
}

/// Keeps what somebody has become at a partner: what they may has changed, so their sessions end,
/// and a letter tells them where it is another who changed it.
async fn keep_member(
    ports: &Ports,
    tx: &mut dyn Transaction,
    member: &Account,
    (by, partner, kind): (AccountId, PartnerId, DeedKind),
    letter: Option<Letter>,
) -> Result<(), StoreError> {
    tx.accounts().save(member).await?;
    tx.sessions().end_all_of(member.id, None).await?;
    if let Some(letter) = letter.filter(|_| by != member.id) {
        tell(ports, tx, member, letter).await?;
    }
    let about = Subject::Account(member.id);
    let (by, on_behalf_of) = (Some(by), Some(partner));
    write_down(ports, tx, Doing { by, on_behalf_of, kind, about, remark: None }).await
}

#[cfg(test)]
mod tests;
