//! Somebody is invited to act for a partner.

use domain::{
    Email,
    identity::{
        Action, DeedKind, Invitation, InvitationId, Letter, LetterLanguage, Membership, Subject,
    },
    partners::{PartnerId, Standing},
};

use super::{MemberError, held_partner};
use crate::{
    deeds::{Doing, write_down},
    identity::{Viewer, count_letter, count_letter_by, post, secret},
    ports::Ports,
};

/// The most invitations of one partner that wait.
const MOST: usize = 30;

/// Writes to an address with a link that makes whoever reads letters there act for a partner.
/// Known or not, an address takes the same steps and gets the same letter, so nothing tells who
/// has an account. Invited again, only the newer letter's link works; past the allowance of the
/// address nothing is sent and nothing said.
///
/// # Errors
///
/// [`MemberError::Unknown`] where it is none of theirs; [`MemberError::PartnerNotApproved`];
/// [`MemberError::IsMember`], which the list of members says anyway; [`MemberError::TooMany`];
/// [`MemberError::TooManyLetters`], also where those before were withdrawn.
pub async fn invite_member(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    (email, membership): (&Email, Membership),
    language: LetterLanguage,
) -> Result<(), MemberError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    // Tallies are always locked first.
    let is_allowed = count_letter(&mut *tx, email, now).await?;
    let may_write = count_letter_by(&mut *tx, viewer.account.id, now).await?;
    let (account, partner) = held_partner(&mut *tx, viewer, Action::InviteMember, id).await?;
    if partner.standing != Standing::Approved {
        return Err(MemberError::PartnerNotApproved);
    }
    let members = tx.accounts().members_of(id).await?;
    if members.iter().any(|it| it.email.key() == email.key()) {
        return Err(MemberError::IsMember);
    }
    let waiting = tx.invitations().to(id).await?;
    match waiting.iter().find(|it| it.email.key() == email.key()) {
        Some(old) => tx.invitations().remove(old.id).await?,
        None if waiting.iter().filter(|it| it.works_at(now)).count() >= MOST => {
            return Err(MemberError::TooMany);
        }
        None => {}
    }
    if !may_write {
        return Err(MemberError::TooManyLetters);
    }
    let secret = secret(ports);
    let invitation = Invitation {
        id: InvitationId(ports.ids.next()),
        mark: secret.mark(),
        partner: id,
        membership,
        email: email.clone(),
        by: account.id,
        invited_at: now,
    };
    tx.invitations().add(&invitation).await?;
    if is_allowed {
        let letter = Letter::Invited { partner: partner.name, secret };
        post(ports, &mut *tx, (email, language), letter, now).await?;
    }
    let doing = Doing {
        by: Some(account.id),
        on_behalf_of: Some(id),
        kind: DeedKind::MemberInvited,
        about: Subject::Partner(id),
        remark: None,
    };
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(partner = %id.0, "somebody was invited");
    Ok(())
}
