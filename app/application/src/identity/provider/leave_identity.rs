//! Somebody takes an identity off their account.

use domain::identity::{DeedKind, Letter, Stage};

use super::{
    ComeBackError,
    follow_roles::{hold_partners, keep},
};
use crate::{
    deeds::write_down_own,
    identity::{Browser, DoorError, SignedIn, Viewer, start_session, tell},
    ports::Ports,
};

/// Takes the identity off that the portal's provider knows; what its word gave goes with it, but
/// for what somebody must do. A letter to the account's address always opens it, so another way in
/// is left.
///
/// # Errors
///
/// [`DoorError::NotFresh`]; [`DoorError::Unknown`] where none is joined.
pub async fn leave_identity(
    ports: &Ports,
    viewer: &Viewer,
    browser: &Browser,
) -> Result<SignedIn, ComeBackError> {
    let provider = ports.provider.as_ref().ok_or(ComeBackError::Off)?;
    if !viewer.session.is_fresh(ports.clock.now()) {
        return Err(DoorError::NotFresh.into());
    }
    let is_ours = |it: &domain::identity::JoinedIdentity| it.identity.issuer() == provider.issuer();
    let seen = ports.identities.identities_of(viewer.account.id).await?;
    let seen = seen.into_iter().find(is_ours).ok_or(DoorError::Unknown)?;
    let mut tx = ports.store.begin().await?;
    hold_partners(&mut *tx, &seen.roles, &[]).await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let found = tx.identities().of_account(account.id).await?.into_iter().find(is_ours);
    let mut joined = found.filter(|it| it.id == seen.id).ok_or(DoorError::Unknown)?;
    keep(ports, &mut *tx, (&mut account, &mut joined), &[], false).await?;
    tx.identities().remove(joined.id).await?;
    let letter = Letter::IdentityLeft { provider: provider.name().clone() };
    tell(ports, &mut *tx, &account, letter).await?;
    write_down_own(ports, &mut *tx, account.id, DeedKind::IdentityLeft).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, "an identity was taken off");
    Ok(signed_in)
}
