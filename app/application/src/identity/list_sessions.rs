//! Where somebody is signed in.

use domain::identity::{Session, Stage};

use super::Viewer;
use crate::ports::{Ports, StoreError};

/// Every session that speaks for somebody, the last seen first.
///
/// # Errors
///
/// Where the store fails.
pub async fn list_sessions(ports: &Ports, viewer: &Viewer) -> Result<Vec<Session>, StoreError> {
    let (now, is_staff) = (ports.clock.now(), viewer.account.is_staff());
    let mut sessions = ports.accounts.sessions_of(viewer.account.id).await?;
    sessions.retain(|it| it.stage == Stage::SignedIn && it.is_alive(is_staff, now));
    Ok(sessions)
}
