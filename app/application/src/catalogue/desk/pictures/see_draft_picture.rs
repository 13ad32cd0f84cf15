//! One size of a draft's picture, as its writers see it.

use domain::{
    catalogue::{DraftId, PictureFile, PictureOf},
    identity::Action,
};

use crate::{
    catalogue::desk::DeskError,
    identity::{Viewer, may_for_partner},
    ports::Ports,
};

/// One size of a draft's picture, as a JPEG.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs, or shows something else.
pub async fn see_draft_picture(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
    file: &PictureFile,
) -> Result<Vec<u8>, DeskError> {
    let draft = ports.desk.draft(id).await?.ok_or(DeskError::Unknown)?;
    may_for_partner(&viewer.account, Action::WriteDraft, draft.partner)?;
    let print = ports.pictures.print_of(PictureOf::Draft(id), file).await?;
    print.ok_or(DeskError::Unknown)
}
