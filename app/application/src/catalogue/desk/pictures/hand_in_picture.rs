//! Somebody hands in a picture, or says what it shows.

use domain::{
    InvalidText,
    catalogue::{AltText, DraftId, Picture, PictureId, PictureOf},
    identity::Action,
};

use crate::{
    catalogue::desk::{DeskError, held_draft, may_write},
    identity::Viewer,
    ports::{PictureFault, Ports},
};

/// What somebody hands in.
#[derive(Clone, Debug, Default)]
pub struct HandedInPicture {
    /// A file that nobody vouches for; none where only the words are changed.
    pub file: Option<Vec<u8>>,
    /// What the picture shows, as it was typed.
    pub alt: String,
}

/// What is still wrong with a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureProblem {
    /// No file was chosen, and none is kept.
    NoFile,
    File(PictureFault),
    Alt(InvalidText),
}

/// Keeps a picture with a draft in the place of the one before, in sizes and bytes of our own.
/// A picture whose words are missing is kept all the same, so that nobody chooses a file twice;
/// it is not sent without. Answers what is wrong; where the file is, all stays as it was.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs.
pub async fn hand_in_picture(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
    HandedInPicture { file, alt }: HandedInPicture,
) -> Result<Vec<PictureProblem>, DeskError> {
    // Nobody lets us look at a file for a draft that is not theirs.
    let draft = ports.desk.draft(id).await?.ok_or(DeskError::Unknown)?;
    may_write(ports, viewer, &draft).await?;
    let alt = AltText::try_from(alt);
    let mut problems: Vec<_> =
        alt.as_ref().err().copied().map(PictureProblem::Alt).into_iter().collect();
    let prints = match file {
        Some(file) => match ports.picture_maker.make(file).await {
            Ok(prints) => Some(prints),
            Err(fault) => {
                problems.insert(0, PictureProblem::File(fault));
                return Ok(problems);
            }
        },
        None => None,
    };

    let whose = PictureOf::Draft(id);
    let mut tx = ports.store.begin().await?;
    let (account, mut draft, _) = held_draft(&mut *tx, viewer, Action::WriteDraft, id).await?;
    let is_there = tx.pictures().of(whose).await?.is_some();
    match (prints, &alt) {
        (Some(prints), alt) => {
            let picture =
                Picture::of(PictureId(ports.ids.next()), alt.as_ref().ok().cloned(), &prints);
            tx.pictures().put(whose, &picture, &prints).await?;
        }
        (None, _) if !is_there => {
            problems.insert(0, PictureProblem::NoFile);
            return Ok(problems);
        }
        (None, Ok(alt)) => tx.pictures().tell(whose, alt).await?,
        (None, Err(_)) => return Ok(problems),
    }
    (draft.writer, draft.changed_at) = (account.id, ports.clock.now());
    tx.drafts().save(&draft).await?;
    tx.commit().await?;
    Ok(problems)
}
