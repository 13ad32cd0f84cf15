//! Somebody keeps for later what they found.

use domain::catalogue::{Saved, Slug};

use super::{SaveError, keeper};
use crate::{
    catalogue::{Shown, see_activity},
    identity::Viewer,
    ports::Ports,
};

/// Keeps an activity that everybody sees. Kept twice, it is kept once.
///
/// # Errors
///
/// [`SaveError::Unknown`], [`SaveError::Gone`] where there is none to see;
/// [`SaveError::TooMany`].
pub async fn save_activity(ports: &Ports, viewer: &Viewer, slug: &Slug) -> Result<(), SaveError> {
    let details = match see_activity(ports, slug).await? {
        Shown::Page(details) => details,
        Shown::Gone => return Err(SaveError::Gone),
        Shown::Unknown => return Err(SaveError::Unknown),
    };
    let mut tx = ports.store.begin().await?;
    let account = keeper(&mut *tx, viewer).await?.id;
    let saved = Saved { account, activity: details.activity.id, saved_at: ports.clock.now() };
    tx.saved().put(&saved).await?;
    if tx.saved().count(account).await? > Saved::MOST {
        return Err(SaveError::TooMany);
    }
    Ok(tx.commit().await?)
}
