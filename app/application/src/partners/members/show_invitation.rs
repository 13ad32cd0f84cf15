//! Somebody opens the link of an invitation.

use domain::{
    identity::{Invitation, Secret},
    partners::{PartnerName, Standing},
};

use super::MemberError;
use crate::ports::Ports;

/// What an invitation is to.
#[derive(Clone, Debug)]
pub struct Invited {
    pub invitation: Invitation,
    pub partner: PartnerName,
    /// Whether whoever reads letters at the address has yet to say what they are called.
    pub is_new_here: bool,
}

/// An invitation by its link, while it works. Looking does not use it up. Only whoever has the
/// letter learns whether the address has an account.
///
/// # Errors
///
/// [`MemberError::DeadLink`] where it does not work (any more).
pub async fn show_invitation(ports: &Ports, secret: &Secret) -> Result<Invited, MemberError> {
    let invitation = ports.people.invitation(&secret.mark()).await?;
    let invitation = invitation.filter(|it| it.works_at(ports.clock.now()));
    let invitation = invitation.ok_or(MemberError::DeadLink)?;
    let partners = ports.desk.all_partners().await?;
    let partner = partners.into_iter().find(|it| it.id == invitation.partner);
    let partner = partner.filter(|it| it.standing == Standing::Approved);
    let partner = partner.ok_or(MemberError::DeadLink)?.name;
    let is_new_here = ports.accounts.account(&invitation.email).await?.is_none();
    Ok(Invited { invitation, partner, is_new_here })
}
