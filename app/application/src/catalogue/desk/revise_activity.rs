//! Somebody changes what is there already.

use domain::{
    catalogue::{ActivityId, DraftId, PictureId, PictureOf, State},
    identity::Action,
};

use super::{DeskError, begin_draft::begin, held_activity};
use crate::{catalogue::answers_of, identity::Viewer, ports::Ports};

/// The draft of an activity's next version, begun where there is none yet. Everybody sees the
/// activity as it is until the draft is sent.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the activity is not theirs, or is gone; [`DeskError::Forbidden`]
/// while a moderator looks at it.
pub async fn revise_activity(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
) -> Result<DraftId, DeskError> {
    let mut tx = ports.store.begin().await?;
    let (account, activity, _) =
        held_activity(&mut *tx, viewer, Action::ReviseActivity, id).await?;
    match activity.state() {
        State::Draft | State::Published => {}
        State::Archived => return Err(DeskError::Unknown),
        from @ (State::Submitted | State::Cancelled) => {
            return Err(domain::catalogue::Forbidden { from, to: State::Draft }.into());
        }
    }
    if let Some(draft) = tx.drafts().of_activity(id).await? {
        return Ok(draft.id);
    }
    let about = (activity.partner, Some(activity.id));
    let draft = begin(ports, &mut *tx, &account, about, answers_of(&activity)).await?;
    let (from, to) = (PictureOf::Activity(activity.id), PictureOf::Draft(draft));
    tx.pictures().copy(from, to, PictureId(ports.ids.next())).await?;
    tx.commit().await?;
    Ok(draft)
}
