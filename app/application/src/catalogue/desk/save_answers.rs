//! A step of the editor is saved, right or wrong.

use domain::{
    catalogue::{Answers, DraftId, TypedQuestion},
    identity::Action,
};

use super::{DeskError, held_draft};
use crate::{
    catalogue::{
        AnswerFault, Step,
        import_activities::{Campaigns, faults_of_step},
    },
    identity::Viewer,
    ports::Ports,
};

/// Whether somebody goes on to the next step or only wants what is typed to be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveMode {
    GoOn,
    Keep,
}

/// Keeps what was typed in a step, whatever it is, so that nobody types anything twice. Answers
/// what is wrong with it where somebody wants to go on.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs; [`DeskError::TooMuch`].
pub async fn save_answers(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
    (step, typed): (Step, Answers),
    mode: SaveMode,
) -> Result<Vec<AnswerFault>, DeskError> {
    if typed.is_too_much() {
        return Err(DeskError::TooMuch);
    }
    let campaigns = ports.catalogue.campaigns().await?;
    let mut tx = ports.store.begin().await?;
    let (account, mut draft, _) = held_draft(&mut *tx, viewer, Action::WriteDraft, id).await?;
    for column in step.columns() {
        draft.answers.set(column.name(), typed.get(column.name()));
    }
    if step == Step::How {
        for name in TypedQuestion::NAMES.as_flattened() {
            draft.answers.set(name, typed.get(name));
        }
    }
    if step == Step::When {
        draft.answers.dates = typed.dates;
    }
    (draft.writer, draft.changed_at) = (account.id, ports.clock.now());
    tx.drafts().save(&draft).await?;
    tx.commit().await?;
    Ok(match mode {
        SaveMode::Keep => Vec::new(),
        SaveMode::GoOn => {
            let known = match draft.activity {
                Some(id) => ports.desk.activity_by_id(id).await?,
                None => None,
            };
            let has = known.and_then(|it| it.activity.particulars().campaign.clone());
            let campaigns = Campaigns::of_activity(campaigns, has);
            faults_of_step(&draft.answers, step, &campaigns, &*ports.ids)
        }
    })
}
