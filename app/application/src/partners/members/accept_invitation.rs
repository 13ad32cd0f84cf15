//! Whoever is invited says yes.

use domain::{
    identity::{
        Account, AccountId, Action, DeedKind, Invitation, LetterLanguage, Outcome, PersonName,
        Secret, Stage,
    },
    partners::Standing,
};

use super::{MemberError, keep_member};
use crate::{
    deeds::write_down_own,
    identity::{Browser, SignedIn, start_session},
    ports::{Ports, StoreError, Transaction},
};

/// What becomes of a yes.
#[derive(Debug)]
pub enum Accepted {
    /// They are in: the address is new here, or this browser speaks for its account already.
    In(SignedIn),
    /// They act for the partner from now on, and sign in as they always do.
    SignsIn,
}

/// Uses an invitation up: whoever reads letters at its address acts for the partner from now on,
/// with an account where there is none. Nobody comes into an account that there is by an
/// invitation, which may be a week old.
///
/// # Errors
///
/// [`MemberError::DeadLink`] where it does not work (any more), also where whoever invited may
/// not do so any more; [`MemberError::NameMissing`], which leaves the invitation as it is.
pub async fn accept_invitation(
    ports: &Ports,
    secret: &Secret,
    (name, language): (Option<PersonName>, LetterLanguage),
    browser: &Browser,
) -> Result<Accepted, MemberError> {
    let seen = ports.people.invitation(&secret.mark()).await?.ok_or(MemberError::DeadLink)?;
    let mut tx = ports.store.begin().await?;
    let partner = tx.partners().by_id(seen.partner).await?.ok_or(MemberError::DeadLink)?;
    let invitation = tx.invitations().by_mark(&secret.mark()).await?;
    let invitation = invitation.ok_or(MemberError::DeadLink)?;
    let is_fine = invitation.works_at(ports.clock.now())
        && partner.standing == Standing::Approved
        && still_may_invite(&mut *tx, &invitation).await?;
    if !is_fine {
        return Err(MemberError::DeadLink);
    }
    let (mut account, is_new) = match tx.accounts().by_email(&invitation.email).await? {
        Some(account) if account.is_suspended() => return Err(MemberError::DeadLink),
        Some(account) => (account, false),
        None => {
            let name = name.ok_or(MemberError::NameMissing)?;
            (open_account(ports, &mut *tx, &invitation, name, language).await?, true)
        }
    };
    let is_known_here = is_new || is_signed_in(ports, &mut *tx, &account, browser).await?;
    tx.invitations().remove(invitation.id).await?;
    if let Some(claim) = tx.claims().of(account.id, partner.id).await? {
        tx.claims().remove(claim.id).await?;
    }
    if account.membership(partner.id).is_none() {
        account.join(partner.id, invitation.membership);
        let deed = (account.id, partner.id, DeedKind::MemberJoined);
        keep_member(ports, &mut *tx, &account, deed, None).await?;
    }
    let accepted = if is_known_here {
        Accepted::In(start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?)
    } else {
        Accepted::SignsIn
    };
    tx.commit().await?;
    tracing::info!(partner = %partner.id.0, account = %account.id.0, "an invitation was accepted");
    Ok(accepted)
}

async fn still_may_invite(
    tx: &mut dyn Transaction,
    invitation: &Invitation,
) -> Result<bool, StoreError> {
    let partner = invitation.partner;
    let members = tx.accounts().members_of(partner).await?;
    let inviter = members.into_iter().find(|it| it.id == invitation.by);
    let may =
        |it: Account| it.may(Action::InviteMember, it.scope_of_partner(partner)) == Outcome::Yes;
    Ok(inviter.is_some_and(may))
}

async fn open_account(
    ports: &Ports,
    tx: &mut dyn Transaction,
    invitation: &Invitation,
    name: PersonName,
    language: LetterLanguage,
) -> Result<Account, StoreError> {
    let (id, email) = (AccountId(ports.ids.next()), invitation.email.clone());
    let account = Account::opened(id, email, name, language, ports.clock.now());
    tx.accounts().add(&account).await?;
    write_down_own(ports, tx, id, DeedKind::AccountOpened).await?;
    Ok(account)
}

/// Whether the browser in which the link was followed speaks for the account already.
async fn is_signed_in(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    browser: &Browser,
) -> Result<bool, StoreError> {
    let Some(mark) = &browser.old else { return Ok(false) };
    let session = tx.sessions().find(mark).await?;
    Ok(session.is_some_and(|it| {
        it.account == account.id
            && it.stage == Stage::SignedIn
            && it.is_alive(account.is_staff(), ports.clock.now())
    }))
}
