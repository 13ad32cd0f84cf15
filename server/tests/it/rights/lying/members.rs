//! Who acts for the partners of the sample while every cell is tried.

use domain::{
    Uuid,
    identity::{Invitation, InvitationId, Membership, Scope, Secret},
    partners::PartnerId,
};

use super::{number, owner};
use crate::{
    people::{account, signed_in},
    testbed::Testbed,
};

/// Whether a pattern is about who acts for a partner.
pub(super) fn is_about(pattern: &str) -> bool {
    ["/folk", "/invitationer/", "/forlad"].iter().any(|word| pattern.contains(word))
}

/// Such a pattern with its gaps filled: somebody else always says who acts for the partner, and a
/// colleague acts for it.
pub(super) async fn path(portal: &Testbed, pattern: &str, scope: Scope) -> String {
    let partner = owner(scope).0;
    let chief = format!("chef{}@firma.dk", partner.0.as_u128());
    let colleague = format!("kollega{}@firma.dk", partner.0.as_u128());
    signed_in(portal, &chief, &[Membership::Administrator.at(partner)]).await;
    signed_in(portal, &colleague, &[Membership::Editor.at(partner)]).await;
    let (chief, colleague) =
        (account(portal, &chief).await.id, account(portal, &colleague).await.id);
    let n = number();
    let mut chance = [0; 32];
    chance[..16].copy_from_slice(&n.to_be_bytes());
    let invitation = Invitation {
        id: InvitationId(Uuid::from_u128(n)),
        mark: Secret::of(chance).mark(),
        partner,
        membership: Membership::Editor,
        email: format!("ny{n}@firma.dk").try_into().expect("an address"),
        by: chief,
        invited_at: portal.plugs.ports.clock.now(),
    };
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.invitations().add(&invitation).await.expect("a write");
    tx.commit().await.expect("a commit");
    pattern
        .replace("{id}", &partner.0.to_string())
        .replace("{member}", &colleague.0.to_string())
        .replace("{invitation}", &invitation.id.0.to_string())
}

/// Somebody who acts for a partner and nobody else.
pub(super) async fn somebody_at(portal: &Testbed, partner: PartnerId) -> Uuid {
    let who = format!("kun{}@firma.dk", partner.0.as_u128());
    signed_in(portal, &who, &[Membership::Editor.at(partner)]).await;
    account(portal, &who).await.id.0
}
