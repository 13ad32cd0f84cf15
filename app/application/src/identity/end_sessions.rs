//! Somebody leaves, here or elsewhere.

use domain::identity::{DeedKind, Mark, SessionId};

use super::{DoorError, Viewer};
use crate::{
    deeds::write_down_own,
    ports::{Ports, StoreError},
};

/// Ends the session of a cookie, alive or not.
///
/// # Errors
///
/// Where the store fails.
pub async fn sign_out(ports: &Ports, mark: &Mark) -> Result<(), StoreError> {
    let mut tx = ports.store.begin().await?;
    tx.sessions().end(mark).await?;
    tx.commit().await
}

/// Ends one of somebody's sessions; answers whether it was this one.
///
/// # Errors
///
/// [`DoorError::Unknown`] where they have no such session, be it that somebody else has.
pub async fn end_session(ports: &Ports, viewer: &Viewer, id: SessionId) -> Result<bool, DoorError> {
    let mut tx = ports.store.begin().await?;
    let own = tx.sessions().of_account(viewer.account.id).await?;
    let session = own.into_iter().find(|it| it.id == id).ok_or(DoorError::Unknown)?;
    tx.sessions().end(&session.mark).await?;
    write_down_own(ports, &mut *tx, viewer.account.id, DeedKind::SessionsEnded).await?;
    tx.commit().await?;
    Ok(session.mark == viewer.session.mark)
}

/// Ends all of somebody's sessions, this one too.
///
/// # Errors
///
/// Where the store fails.
pub async fn end_all_sessions(ports: &Ports, viewer: &Viewer) -> Result<(), StoreError> {
    let mut tx = ports.store.begin().await?;
    tx.sessions().end_all_of(viewer.account.id, None).await?;
    write_down_own(ports, &mut *tx, viewer.account.id, DeedKind::SessionsEnded).await?;
    tx.commit().await
}

/// Ends all of somebody's sessions but this one.
///
/// # Errors
///
/// Where the store fails.
pub async fn end_other_sessions(ports: &Ports, viewer: &Viewer) -> Result<(), StoreError> {
    let mut tx = ports.store.begin().await?;
    tx.sessions().end_all_of(viewer.account.id, Some(&viewer.session.mark)).await?;
    write_down_own(ports, &mut *tx, viewer.account.id, DeedKind::SessionsEnded).await?;
    tx.commit().await
}
