//! What a draft shows becomes what its activity shows.

use domain::catalogue::{ActivityId, DraftId, PictureOf};

use crate::{catalogue::desk::DeskError, ports::Transaction};

/// What sending a draft does to what its activity shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::catalogue::desk) enum PictureChange {
    Stays,
    HandedOver,
    Removed,
}

/// What sending a draft will do to what its activity shows.
///
/// # Errors
///
/// [`DeskError::PictureUntold`] where nobody has said what the picture shows.
pub(in crate::catalogue::desk) async fn change_of(
    tx: &mut dyn Transaction,
    draft: DraftId,
    activity: Option<ActivityId>,
) -> Result<PictureChange, DeskError> {
    let new = tx.pictures().of(PictureOf::Draft(draft)).await?;
    if new.as_ref().is_some_and(|it| it.alt.is_none()) {
        return Err(DeskError::PictureUntold);
    }
    let old = match activity {
        Some(id) => tx.pictures().of(PictureOf::Activity(id)).await?,
        None => None,
    };
    Ok(match (old, new) {
        (None, None) => PictureChange::Stays,
        (Some(_), None) => PictureChange::Removed,
        (Some(old), Some(new)) if old.is_like(&new) => PictureChange::Stays,
        (_, Some(_)) => PictureChange::HandedOver,
    })
}

impl PictureChange {
    /// Does it, once both are there.
    pub(in crate::catalogue::desk) async fn make(
        self,
        tx: &mut dyn Transaction,
        draft: DraftId,
        activity: ActivityId,
    ) -> Result<(), DeskError> {
        let activity = PictureOf::Activity(activity);
        match self {
            Self::Stays => {}
            Self::HandedOver => tx.pictures().hand_over(PictureOf::Draft(draft), activity).await?,
            Self::Removed => tx.pictures().remove(activity).await?,
        }
        Ok(())
    }
}
