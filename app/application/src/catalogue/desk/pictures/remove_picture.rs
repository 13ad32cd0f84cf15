//! Somebody takes a picture away.

use domain::{
    catalogue::{DraftId, PictureOf},
    identity::Action,
};

use crate::{
    catalogue::desk::{DeskError, held_draft},
    identity::Viewer,
    ports::Ports,
};

/// Takes the picture of a draft away; an activity of which it is the next version shows its
/// picture until the draft is sent.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs.
pub async fn remove_picture(ports: &Ports, viewer: &Viewer, id: DraftId) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, mut draft, _) = held_draft(&mut *tx, viewer, Action::WriteDraft, id).await?;
    tx.pictures().remove(PictureOf::Draft(id)).await?;
    (draft.writer, draft.changed_at) = (account.id, ports.clock.now());
    tx.drafts().save(&draft).await?;
    Ok(tx.commit().await?)
}
