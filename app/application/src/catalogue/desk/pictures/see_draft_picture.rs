//! One size of a draft's picture, as its writers see it.

use domain::catalogue::{DraftId, PictureFile, PictureOf};

use crate::{
    catalogue::desk::{DeskError, may_write},
    identity::Viewer,
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
    may_write(ports, viewer, &draft).await?;
    let print = ports.pictures.print_of(PictureOf::Draft(id), file).await?;
    print.ok_or(DeskError::Unknown)
}
