//! Somebody throws a draft away.

use domain::{
    catalogue::DraftId,
    identity::{Action, DeedKind, Subject},
};

use super::{DeskError, did, held_draft};
use crate::{identity::Viewer, ports::Ports};

/// Throws a draft away; an activity of which it was the next version stays as it is.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs.
pub async fn discard_draft(ports: &Ports, viewer: &Viewer, id: DraftId) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, draft, owner) = held_draft(&mut *tx, viewer, Action::DiscardDraft, id).await?;
    tx.drafts().remove(id).await?;
    let about = draft.activity.map_or(Subject::Partner(draft.partner), Subject::Activity);
    did(ports, &mut *tx, &account, owner, (DeedKind::DraftDiscarded, about)).await?;
    Ok(tx.commit().await?)
}
