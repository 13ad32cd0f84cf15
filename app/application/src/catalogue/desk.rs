//! What organisers do with what they offer: write it, send it, change it, take it down.

mod archive_activity;
mod begin_draft;
mod cancel_activity;
mod co_owners;
mod come_again;
pub(in crate::catalogue) mod consequences;
mod copy_activity;
mod discard_draft;
mod export_activities;
pub(in crate::catalogue) mod imports;
mod look_over_draft;
mod pictures;
mod revise_activity;
mod sampling;
mod save_answers;
mod send_draft;
mod show_draft;
mod show_own_activity;
mod take_back;

use domain::{
    catalogue::{Activity, Draft, DraftId, Forbidden},
    identity::{Account, Action, DeedKind, Remark, Subject},
    partners::{Partner, PartnerId},
};

use super::{AnswerFault, FileFault};
use crate::{
    deeds::{Doing, write_down},
    identity::{DoorError, Hidden, Viewer, may_for_owner},
    ports::{Ports, StoreError, Transaction},
};

pub use archive_activity::{Archiving, archive_activity, show_archiving};
pub use begin_draft::begin_draft;
pub use cancel_activity::cancel_activity;
pub use co_owners::{
    CoOwnerError, CoOwnerFault, CoOwners, ToAsk, ToldCoOwner, answer_co_owning, answer_leading,
    invite_co_owner, leave_activity, offer_lead, remove_co_owner, share_rosters, show_co_owners,
};
pub use come_again::come_again;
pub use consequences::{Consequence, TouchedDate};
pub use copy_activity::copy_activity;
pub use discard_draft::discard_draft;
pub use export_activities::export_activities;
pub use imports::*;
pub use look_over_draft::{LookedOver, look_over_draft};
pub use pictures::{
    HandedInPicture, PictureProblem, hand_in_picture, remove_picture, see_draft_picture,
};
pub use revise_activity::revise_activity;
pub use save_answers::{SaveMode, Saving, save_answers};
pub use send_draft::{Sent, send_draft};
pub use show_draft::{DraftPage, Rest, preview_draft, show_draft, show_typed};
pub(crate) use show_own_activity::views_of;
pub use show_own_activity::{OwnActivity, VIEWED_DAYS, show_own_activity};
pub use take_back::take_back;

/// Why something on a desk is not done.
#[derive(Debug, thiserror::Error)]
pub enum DeskError {
    /// Look elsewhere: there is no such thing, or it is another's.
    #[error("there is no such thing")]
    Unknown,
    /// Correct the answers.
    #[error("some answers are missing or wrong")]
    Faulty(Vec<AnswerFault>),
    /// Write less.
    #[error("more was typed than can be kept")]
    TooMuch,
    /// Look at what somebody else wrote since, and decide.
    #[error("another window has written this since")]
    Crossed,
    /// Finish or delete some drafts first.
    #[error("the partner has too many drafts")]
    TooManyDrafts,
    /// Look again: somebody else was quicker.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Let a moderator look at the partner first.
    #[error("the partner is not approved")]
    PartnerNotApproved,
    /// Say what the columns mean, or hand in another file.
    #[error(transparent)]
    File(FileFault),
    /// Look again before you say yes: something has changed.
    #[error("it is not as it was when it was looked at")]
    LookAgain,
    /// Say what the picture shows.
    #[error("nobody has said what the picture shows")]
    PictureUntold,
    /// Write why.
    #[error("a reason is missing")]
    ReasonMissing,
    /// Let a colleague answer: it is the moderator's own.
    #[error("nobody answers what is their own")]
    OwnCase,
    /// Call off what they come to first, and answer those who ask.
    #[error("somebody counts on it")]
    Expected,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<Hidden> for DeskError {
    fn from(_: Hidden) -> Self {
        Self::Unknown
    }
}

impl From<DoorError> for DeskError {
    fn from(error: DoorError) -> Self {
        match error {
            DoorError::Store(error) => Self::Store(error),
            // Whoever asks was closed or signed out since.
            _ => Self::Unknown,
        }
    }
}

/// A draft that is held, with the one who may do this with it, and the owner for whom they do.
async fn held_draft(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: DraftId,
) -> Result<(Account, Draft, PartnerId), DeskError> {
    let account = viewer.lock(tx).await?;
    let draft = tx.drafts().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let co_owners = match draft.activity {
        Some(activity) => tx.co_owners().of(activity).await?,
        None => Vec::new(),
    };
    let owner = may_for_owner(&account, action, (draft.partner, &co_owners))?;
    Ok((account, draft, owner))
}

/// Whether somebody may see and write a draft: its partner's people, and those of whoever owns the
/// activity together with it.
async fn may_write(ports: &Ports, viewer: &Viewer, draft: &Draft) -> Result<(), DeskError> {
    let co_owners = match draft.activity {
        Some(activity) => ports.desk.co_owners_of(&[activity]).await?,
        None => Vec::new(),
    };
    may_for_owner(&viewer.account, Action::WriteDraft, (draft.partner, &co_owners))?;
    Ok(())
}

/// An activity that is held, with the one who may do this with it, and the owner for whom they do.
async fn held_activity(
    tx: &mut dyn Transaction,
    viewer: &Viewer,
    action: Action,
    id: domain::catalogue::ActivityId,
) -> Result<(Account, Activity, PartnerId), DeskError> {
    let account = viewer.lock(tx).await?;
    let activity = tx.activities().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let co_owners = tx.co_owners().of(id).await?;
    let owner = may_for_owner(&account, action, (activity.partner, &co_owners))?;
    Ok((account, activity, owner))
}

/// Writes down what a member did on a partner's behalf.
async fn did(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    partner: PartnerId,
    (kind, about): (DeedKind, Subject),
) -> Result<(), StoreError> {
    let remark: Option<Remark> = None;
    let (by, on_behalf_of) = (Some(account.id), Some(partner));
    write_down(ports, tx, Doing { by, on_behalf_of, kind, about, remark }).await
}

/// A partner, as pages about what is its show it.
async fn partner(ports: &Ports, id: PartnerId) -> Result<Partner, DeskError> {
    let partners = ports.desk.all_partners().await?;
    partners.into_iter().find(|it| it.id == id).ok_or(DeskError::Unknown)
}
