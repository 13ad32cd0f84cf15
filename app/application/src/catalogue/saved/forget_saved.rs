//! Somebody lets go what they kept.

use domain::catalogue::ActivityId;

use super::{SaveError, keeper};
use crate::{identity::Viewer, ports::Ports};

/// Keeps an activity no longer. Done twice, it is done once.
///
/// # Errors
///
/// [`SaveError::Unknown`] where whoever asks was closed or signed out since.
pub async fn forget_saved(ports: &Ports, viewer: &Viewer, id: ActivityId) -> Result<(), SaveError> {
    let mut tx = ports.store.begin().await?;
    let account = keeper(&mut *tx, viewer).await?.id;
    tx.saved().remove(account, id).await?;
    Ok(tx.commit().await?)
}
