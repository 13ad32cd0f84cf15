//! Somebody offers again what was offered before.

use domain::{
    catalogue::{ActivityId, DraftId, PictureId, PictureOf},
    identity::Action,
};

use super::{DeskError, begin_draft::begin, held_activity};
use crate::{catalogue::answers_of, identity::Viewer, ports::Ports};

/// Begins a draft that says and shows what an activity does, but for its dates. It is the partner's
/// for whom they act, who alone owns what becomes of it.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the activity is not theirs; [`DeskError::TooManyDrafts`].
pub async fn copy_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<DraftId, DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, owner) =
        held_activity(&mut *tx, viewer, Action::CopyActivity, id).await?;
    let answers = answers_of(&activity).without_dates();
    let id = begin(ports, &mut *tx, &account, (owner, None), answers).await?;
    let (from, to) = (PictureOf::Activity(activity.id), PictureOf::Draft(id));
    tx.pictures().copy(from, to, PictureId(ports.ids.next())).await?;
    tx.commit().await?;
    Ok(id)
}
