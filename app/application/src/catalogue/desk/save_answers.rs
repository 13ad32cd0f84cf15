//! A step of the editor is saved, right or wrong.

use domain::{
    catalogue::{Admission, Answers, DraftId, Keeping, Origin, SittingId},
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

/// What somebody wants, and from which window; from none that says what it has seen, where they
/// want it whatever stands there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Saving {
    pub mode: SaveMode,
    pub origin: Option<Origin>,
}

impl From<SaveMode> for Saving {
    fn from(mode: SaveMode) -> Self {
        Self { mode, origin: None }
    }
}

/// Keeps what was typed in a step, whatever it is, so that nobody types anything twice; what comes
/// later than newer words of the same window stays away. Answers what is wrong with it where
/// somebody wants to go on. What is public already stays as it is: its next version is a draft too.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the draft is not theirs; [`DeskError::TooMuch`];
/// [`DeskError::Crossed`] where another window wrote the step since this one showed it.
pub async fn save_answers(
    ports: &Ports,
    viewer: &Viewer,
    id: DraftId,
    (step, typed): (Step, Answers),
    saving: impl Into<Saving>,
) -> Result<Vec<AnswerFault>, DeskError> {
    if typed.is_too_much() {
        return Err(DeskError::TooMuch);
    }
    let Saving { mode, origin } = saving.into();
    let campaigns = ports.catalogue.campaigns().await?;
    let mut tx = ports.store.begin().await?;
    let (account, mut draft, _) = held_draft(&mut *tx, viewer, Action::WriteDraft, id).await?;
    match origin.map(|it| draft.sittings.admit(step.key(), it)) {
        Some(Admission::Crossed) => return Err(DeskError::Crossed),
        Some(Admission::Overtaken) => return Ok(Vec::new()),
        Some(Admission::Newest) => {}
        None => {
            let keeping = Keeping { sitting: SittingId(ports.ids.next()), n: 0 };
            draft.sittings.put(step.key(), keeping);
        }
    }
    step.take_over(&mut draft.answers, typed);
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
