//! Who acts for a partner.

use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{
        Account, AccountId, Action, DeedKind, Invitation, Membership, PersonName, has_administrator,
    },
    partners::{Partner, PartnerId, Standing},
    search::PageNumber,
};

use super::MemberError;
use crate::{
    identity::{Viewer, may_for_partner},
    partners::by_danish_alphabet,
    ports::{History, HistoryOf, Ports},
};

/// Who acts for a partner, and who is invited to.
#[derive(Clone, Debug)]
pub struct Members {
    pub partner: Partner,
    /// By name.
    pub members: Vec<Member>,
    /// Invitations that still work, the oldest first; only for whoever may invite.
    pub invitations: Vec<Invitation>,
    /// Whether whoever looks may invite, change and remove.
    pub may_change: bool,
    /// Whether anybody can be written to about this partner.
    pub may_invite: bool,
    /// What was done about its members, the newest first.
    pub history: History,
}

/// Somebody who acts for a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    pub id: AccountId,
    pub name: PersonName,
    pub email: Email,
    pub membership: Membership,
    pub suspended_at: Option<DateTime<Utc>>,
    /// Whether it is whoever looks.
    pub is_viewer: bool,
    /// Whether nobody else says who acts for the partner.
    pub is_last_administrator: bool,
}

/// What is done about members.
static ABOUT_MEMBERS: [DeedKind; 8] = [
    DeedKind::MemberInvited,
    DeedKind::InvitationWithdrawn,
    DeedKind::MemberJoined,
    DeedKind::MemberMadeAdministrator,
    DeedKind::MemberMadeEditor,
    DeedKind::MemberRemoved,
    DeedKind::MemberLeft,
    DeedKind::PartnerGranted,
];

/// Who acts for a partner, as its members see it.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs.
pub async fn show_members(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
) -> Result<Members, MemberError> {
    may_for_partner(&viewer.account, Action::SeeMembers, id)?;
    let may_change = may_for_partner(&viewer.account, Action::InviteMember, id).is_ok();
    let partners = ports.desk.all_partners().await?;
    let partner = partners.into_iter().find(|it| it.id == id).ok_or(MemberError::Unknown)?;
    let accounts = ports.people.members_of(id).await?;
    let member = |it: &Account| {
        let membership = it.membership(id)?;
        Some(Member {
            id: it.id,
            name: it.name.clone(),
            email: it.email.clone(),
            membership,
            suspended_at: it.suspended_at,
            is_viewer: it.id == viewer.account.id,
            is_last_administrator: membership == Membership::Administrator
                && !has_administrator(&accounts, id, Some(it.id)),
        })
    };
    let mut members: Vec<Member> = accounts.iter().filter_map(member).collect();
    members.sort_by(|a, b| by_danish_alphabet(a.name.as_str(), b.name.as_str()));
    let mut invitations = Vec::new();
    if may_change {
        let now = ports.clock.now();
        let all = ports.people.invitations_of(id).await?;
        invitations.extend(all.into_iter().filter(|it| it.works_at(now)));
    }
    let of = HistoryOf::Partner(id, Some(&ABOUT_MEMBERS));
    let history = ports.deeds.history(of, PageNumber::FIRST).await?;
    let may_invite = may_change && partner.standing == Standing::Approved;
    Ok(Members { partner, members, invitations, may_change, may_invite, history })
}
