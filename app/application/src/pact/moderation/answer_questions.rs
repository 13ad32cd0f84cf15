//! A moderator has read what an organiser would ask those who sign up.

use domain::{
    catalogue::{ActivityId, Revision},
    identity::{Action, DeedKind, Letter, Remark, Subject},
};

use super::{answer_review::organisers_of, did, held_case};
use crate::{
    catalogue::DeskError,
    identity::{Viewer, tell},
    ports::Ports,
};

/// What a moderator says about questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionsAnswer {
    /// To those that were seen.
    Yes(Option<Revision>),
    /// With a reason for whoever wrote them.
    No(Option<Remark>),
}

/// Says whether the questions that wait at a public activity are asked from now on. Whatever is
/// said, the activity stays as it is, and what was asked before goes on where these are not.
///
/// # Errors
///
/// [`DeskError::Unknown`] where nothing waits (any more) or it is none of theirs;
/// [`DeskError::OwnCase`] where they act for one of its owners; [`DeskError::LookAgain`] where it
/// was changed since; [`DeskError::ReasonMissing`].
pub async fn answer_questions(
    ports: &Ports,
    viewer: &Viewer,
    id: ActivityId,
    answer: QuestionsAnswer,
) -> Result<(), DeskError> {
    let mut tx = ports.store.begin().await?;
    let (moderator, mut activity, _) =
        held_case(ports, &mut *tx, viewer, Action::AnswerQuestions, id).await?;
    // What waits as a whole is answered as a whole.
    if !activity.state().is_public() || activity.questions().proposed().is_none() {
        return Err(DeskError::Unknown);
    }
    let now = ports.clock.now();
    let title = activity.particulars().title.clone();
    let (kind, letter, remark) = match answer {
        QuestionsAnswer::Yes(seen) => {
            if seen != Some(activity.revision()) {
                return Err(DeskError::LookAgain);
            }
            activity.approve_questions(now);
            (DeedKind::QuestionsApproved, Letter::QuestionsApproved { title, activity: id }, None)
        }
        QuestionsAnswer::No(reason) => {
            let reason = reason.ok_or(DeskError::ReasonMissing)?;
            activity.refuse_questions(now);
            let because = reason.clone();
            let letter = Letter::QuestionsRefused { title, activity: id, reason: because };
            (DeedKind::QuestionsRefused, letter, Some(reason))
        }
    };
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    for it in organisers_of(&mut *tx, &activity).await? {
        tell(ports, &mut *tx, &it, letter.clone()).await?;
    }
    did(ports, &mut *tx, &moderator, (kind, Subject::Activity(id), remark)).await?;
    tx.commit().await?;
    tracing::info!(activity = %id.0, kind = %kind, "questions were answered");
    Ok(())
}
