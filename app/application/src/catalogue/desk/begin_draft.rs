//! Somebody begins to write.

use domain::{
    catalogue::{ActivityId, Answers, Draft, DraftId, Sittings},
    identity::{Account, Action, DeedKind, Subject},
    partners::PartnerId,
};

use super::{DeskError, did};
use crate::{
    catalogue::Column,
    identity::{Viewer, may_for_partner},
    ports::{Ports, Transaction},
};

/// The most drafts that a partner has at once.
const MOST: u64 = 200;

/// Begins an empty draft; only what is known already is filled in.
///
/// # Errors
///
/// [`DeskError::Unknown`] where the partner is not theirs; [`DeskError::TooManyDrafts`].
pub async fn begin_draft(
    ports: &Ports,
    viewer: &Viewer,
    partner: PartnerId,
) -> Result<DraftId, DeskError> {
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await?;
    may_for_partner(&account, Action::BeginDraft, partner)?;
    let known = tx.partners().by_id(partner).await?.ok_or(DeskError::Unknown)?;
    let mut answers = Answers::default();
    answers.set(Column::ContactEmail.name(), account.email.as_str());
    if let Some(postcode) = known.postcode {
        answers.set(Column::Postcode.name(), postcode.to_string());
    }
    let id = begin(ports, &mut *tx, &account, (partner, None), answers).await?;
    tx.commit().await?;
    Ok(id)
}

/// Keeps a new draft.
pub(super) async fn begin(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    (partner, activity): (PartnerId, Option<ActivityId>),
    answers: Answers,
) -> Result<DraftId, DeskError> {
    if tx.drafts().count(partner).await? >= MOST {
        return Err(DeskError::TooManyDrafts);
    }
    let (id, now) = (DraftId(ports.ids.next()), ports.clock.now());
    let writer = account.id;
    let draft = Draft {
        id,
        partner,
        activity,
        answers,
        sittings: Sittings::default(),
        writer,
        created_at: now,
        changed_at: now,
    };
    tx.drafts().add(&draft).await?;
    let about = activity.map_or(Subject::Partner(partner), Subject::Activity);
    did(ports, tx, account, partner, (DeedKind::DraftBegun, about)).await?;
    Ok(id)
}
