//! A moderator answers somebody who wants to act for a partner.

use domain::{
    identity::{Action, DeedKind, Letter, Remark, Subject},
    partners::{ClaimId, PartnerId, Standing},
};

use super::{did, held_partner};
use crate::{
    catalogue::DeskError,
    identity::{Viewer, give_role, tell},
    partners::{first_membership, tell_of_newcomer},
    ports::Ports,
};

/// What a moderator answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ClaimAnswer {
    Yes,
    /// With a reason.
    No(Option<Remark>),
}

/// Answers a claim, which is gone afterwards; whoever made it is told, and where the answer is yes
/// whoever says who acts for the partner. One that was refused before waits once more. Answers for
/// which partner it was.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs, or was answered already;
/// [`DeskError::OwnCase`] where they made it, or act for the partner; [`DeskError::ReasonMissing`].
pub async fn answer_claim(
    ports: &Ports,
    viewer: &Viewer,
    id: ClaimId,
    answer: ClaimAnswer,
) -> Result<PartnerId, DeskError> {
    let mut tx = ports.store.begin().await?;
    let claim = tx.claims().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let (moderator, mut partner) =
        held_partner(ports, &mut *tx, viewer, Action::AnswerClaim, claim.partner).await?;
    if claim.account == moderator.id {
        return Err(DeskError::OwnCase);
    }
    let about = Subject::Partner(partner.id);
    let account = tx.accounts().by_id(claim.account).await?;
    let mut account = account.filter(|it| !it.is_suspended());
    let name = partner.name.clone();
    let deed = match answer {
        ClaimAnswer::Yes => {
            if let Some(account) = &mut account {
                let letter = Letter::PartnerGranted { partner: name };
                let role = first_membership(&mut *tx, partner.id).await?.at(partner.id);
                give_role(ports, &mut *tx, account, role, letter).await?;
                tell_of_newcomer(ports, &mut *tx, &partner, account.id).await?;
                // A moderator has said no to whoever asked for it before.
                if partner.standing == Standing::Refused {
                    partner.standing = Standing::Waiting;
                    tx.partners().save(&partner).await?;
                }
            }
            (DeedKind::PartnerGranted, about, None)
        }
        ClaimAnswer::No(reason) => {
            let reason = reason.ok_or(DeskError::ReasonMissing)?;
            if let Some(account) = &account {
                let letter = Letter::PartnerNotGranted { partner: name, reason: reason.clone() };
                tell(ports, &mut *tx, account, letter).await?;
            }
            (DeedKind::PartnerNotGranted, about, Some(reason))
        }
    };
    tx.claims().remove(id).await?;
    did(ports, &mut *tx, &moderator, deed).await?;
    tx.commit().await?;
    Ok(partner.id)
}
