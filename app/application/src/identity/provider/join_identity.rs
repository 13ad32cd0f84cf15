//! Somebody who is signed in joins the identity that they have just shown.

use domain::identity::{Secret, Stage};

use super::{
    ComeBackError,
    come_back::join,
    follow_roles::{follow_roles, hold_partners},
    of_same_issuer,
};
use crate::{
    identity::{Browser, DoorError, SignedIn, Viewer, start_session},
    ports::Ports,
};

/// Joins what the provider said to the account of whoever is in this browser; a letter tells them,
/// and their session begins anew.
///
/// # Errors
///
/// [`ComeBackError::Expired`] where nothing waits (any more); [`ComeBackError::Taken`] where it, or
/// one of its kind, is joined already; [`DoorError::NotFresh`].
pub async fn join_identity(
    ports: &Ports,
    viewer: &Viewer,
    secret: &Secret,
    browser: &Browser,
) -> Result<SignedIn, ComeBackError> {
    let now = ports.clock.now();
    if !viewer.session.is_fresh(now) {
        return Err(DoorError::NotFresh.into());
    }
    let mut tx = ports.store.begin().await?;
    let errand = tx.identities().take_errand(&secret.mark()).await?;
    let errand = errand.filter(|it| it.is_alive(now)).ok_or(ComeBackError::Expired)?;
    let vouched = errand.vouched.ok_or(ComeBackError::Expired)?;
    let partners = hold_partners(&mut *tx, &[], &vouched.roles).await?;
    let mut account = viewer.lock(&mut *tx).await?;
    let is_known = tx.identities().by_identity(&vouched.identity).await?.is_some();
    let like = of_same_issuer(&mut *tx, account.id, vouched.identity.issuer()).await?;
    if is_known || like.is_some() {
        return Err(ComeBackError::Taken);
    }
    let mut joined = join(ports, &mut *tx, &account, &vouched).await?;
    follow_roles(ports, &mut *tx, (&mut account, &mut joined), (&vouched, &partners)).await?;
    let signed_in = start_session(ports, &mut *tx, &account, Stage::SignedIn, browser).await?;
    tx.commit().await?;
    Ok(signed_in)
}
