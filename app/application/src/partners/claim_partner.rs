//! Somebody wants to act for a partner that is known.

use domain::{
    identity::{DeedKind, Letter, Remark, Stage, Subject},
    partners::{Claim, ClaimId, PartnerId, Standing},
};

use super::first_membership;
use crate::{
    catalogue::DeskError,
    deeds::{Doing, write_down},
    identity::{Browser, SignedIn, Viewer, give_role, start_session},
    ports::Ports,
};

/// What becomes of a claim.
#[derive(Debug)]
pub enum Claimed {
    /// They act for it from now on, in a session that begins anew: their address shows that they
    /// are of it.
    Granted(SignedIn),
    /// A moderator will answer.
    Waits,
    /// They act for it already.
    WasTheirs,
}

/// Lets somebody act for a partner whose web address is where their confirmed mailbox is; anybody
/// else's wish waits for a moderator. Asked twice, it is one wish. Where nobody says who acts for the
/// partner, whoever comes first does from then on.
///
/// # Errors
///
/// [`DeskError::Unknown`] where there is no such partner.
pub async fn claim_partner(
    ports: &Ports,
    viewer: &Viewer,
    id: PartnerId,
    remark: Option<Remark>,
    browser: &Browser,
) -> Result<Claimed, DeskError> {
    let mut tx = ports.store.begin().await?;
    let partner = tx.partners().by_id(id).await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let known = partner.filter(|it| it.standing != Standing::Refused);
    let partner = known.ok_or(DeskError::Unknown)?;
    if account.roles.iter().any(|role| role.partner() == Some(id)) {
        return Ok(Claimed::WasTheirs);
    }
    let doing = |kind, remark| Doing {
        by: Some(account.id),
        on_behalf_of: Some(id),
        kind,
        about: Subject::Partner(id),
        remark,
    };
    let is_of_it = partner.standing == Standing::Approved && partner.is_home_of(&account.email);
    if is_of_it {
        write_down(ports, &mut *tx, doing(DeedKind::PartnerGranted, None)).await?;
        let letter = Letter::PartnerGranted { partner: partner.name.clone() };
        let role = first_membership(&mut *tx, id).await?.at(id);
        give_role(ports, &mut *tx, &mut account, role, letter).await?;
        if let Some(claim) = tx.claims().of(account.id, id).await? {
            tx.claims().remove(claim.id).await?;
        }
        let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
        tx.commit().await?;
        tracing::info!(partner = %id.0, account = %account.id.0, "a partner was claimed");
        return Ok(Claimed::Granted(signed_in));
    }
    if tx.claims().of(account.id, id).await?.is_none() {
        write_down(ports, &mut *tx, doing(DeedKind::PartnerAskedFor, remark.clone())).await?;
        let (claim, asked_at) = (ClaimId(ports.ids.next()), ports.clock.now());
        let claim = Claim { id: claim, partner: id, account: account.id, remark, asked_at };
        tx.claims().add(&claim).await?;
    }
    tx.commit().await?;
    Ok(Claimed::Waits)
}
