//! A moderator has looked at something public that was reported or sampled.

use domain::{
    catalogue::{Activity, ActivityId, State},
    identity::{Account, Action, DeedKind, Letter, Remark, Subject},
    pact::{Review, ReviewId, Verdict},
    partners::CoOwner,
};

use super::{did, held_case};
use crate::{
    catalogue::DeskError,
    identity::{Viewer, count_letter, post, tell},
    ports::{Ports, StoreError, Transaction},
};

/// Answers what a moderator was asked to look at. What stays as it is answers this one alone, since
/// others may have seen something else; what is taken out of sight or cancelled answers everything
/// that was asked about the activity. Its partner is told why, and whoever reported it and left an
/// address is told what became of it. Answers for which activity it was.
///
/// # Errors
///
/// [`DeskError::Unknown`] where it is none of theirs, or was answered already;
/// [`DeskError::OwnCase`] where they act for one of its owners; [`DeskError::ReasonMissing`];
/// [`DeskError::Forbidden`] where the activity is not public (any more).
pub async fn answer_review(
    ports: &Ports,
    viewer: &Viewer,
    id: ReviewId,
    (verdict, reason): (Verdict, Option<Remark>),
) -> Result<ActivityId, DeskError> {
    let mut tx = ports.store.begin().await?;
    let asked = tx.reviews().by_id(id).await?.ok_or(DeskError::Unknown)?;
    let (moderator, mut activity, _) =
        held_case(ports, &mut *tx, viewer, Action::AnswerReview, asked.activity).await?;
    // Only now nobody else can answer it.
    let mut reviews = tx.reviews().of_activity(activity.id).await?;
    if !reviews.iter().any(|it| it.id == id) {
        return Err(DeskError::Unknown);
    }
    let now = ports.clock.now();
    let about = Subject::Activity(activity.id);
    let deed = match verdict {
        Verdict::Fine => {
            reviews.retain(|it| it.id == id);
            (DeedKind::ActivityFoundFine, about, None)
        }
        Verdict::Returned | Verdict::Cancelled => {
            let reason = reason.ok_or(DeskError::ReasonMissing)?;
            let title = activity.particulars().title.clone();
            let (activity_id, because) = (activity.id, reason.clone());
            let (kind, letter) = if verdict == Verdict::Returned {
                activity.take_down(now)?;
                let letter =
                    Letter::ActivityTakenDown { title, activity: activity_id, reason: because };
                (DeedKind::ActivityReturned, letter)
            } else {
                activity.step_to(State::Cancelled, now)?;
                let letter =
                    Letter::ActivityCancelled { title, activity: activity_id, reason: because };
                (DeedKind::ActivityCancelled, letter)
            };
            tx.activities().save(std::slice::from_ref(&activity)).await?;
            for it in organisers_of(&mut *tx, &activity).await? {
                tell(ports, &mut *tx, &it, letter.clone()).await?;
            }
            (kind, about, Some(reason))
        }
    };
    let title = activity.particulars().title.clone();
    let letter = Letter::ReportAnswered { title, verdict };
    for it in &reviews {
        tell_reporter(ports, &mut *tx, it, &letter).await?;
    }
    let ids: Vec<ReviewId> = reviews.iter().map(|it| it.id).collect();
    tx.reviews().remove(&ids).await?;
    did(ports, &mut *tx, &moderator, deed).await?;
    tx.commit().await?;
    tracing::info!(activity = %activity.id.0, verdict = %verdict, "a review was answered");
    Ok(activity.id)
}

/// Nobody need look any more at an activity that was taken out of the catalogue; whoever reported
/// it and left an address is told so.
pub(crate) async fn close_reviews(
    ports: &Ports,
    tx: &mut dyn Transaction,
    activity: &Activity,
) -> Result<(), StoreError> {
    let reviews = tx.reviews().of_activity(activity.id).await?;
    let letter = Letter::ReportedGone { title: activity.particulars().title.clone() };
    for it in &reviews {
        tell_reporter(ports, tx, it, &letter).await?;
    }
    let ids: Vec<ReviewId> = reviews.iter().map(|it| it.id).collect();
    tx.reviews().remove(&ids).await
}

/// Tells whoever reported an activity what became of it, if they left an address that may have one
/// more letter.
async fn tell_reporter(
    ports: &Ports,
    tx: &mut dyn Transaction,
    review: &Review,
    letter: &Letter,
) -> Result<(), StoreError> {
    let Some((email, language)) = &review.reply_to else { return Ok(()) };
    let now = ports.clock.now();
    if !count_letter(tx, email, now).await? {
        return Ok(());
    }
    post(ports, tx, (email, *language), letter.clone(), now).await
}

/// Who hears what became of an activity: whoever made it public last, if they act for an owner
/// of it still, else everybody who does.
pub(super) async fn organisers_of(
    tx: &mut dyn Transaction,
    activity: &Activity,
) -> Result<Vec<Account>, StoreError> {
    let mut members = tx.accounts().members_of(activity.partner).await?;
    for it in tx.co_owners().of(activity.id).await?.into_iter().filter(CoOwner::has_joined) {
        for member in tx.accounts().members_of(it.partner).await? {
            if members.iter().all(|known| known.id != member.id) {
                members.push(member);
            }
        }
    }
    members.retain(|it| !it.is_suspended());
    let sends = |kind| {
        matches!(
            kind,
            DeedKind::ActivitySubmitted | DeedKind::ActivityPublished | DeedKind::ActivityRevised
        )
    };
    let deeds = tx.deeds().about(Subject::Activity(activity.id)).await?;
    let sender = deeds.into_iter().find(|it| sends(it.kind)).and_then(|it| it.by);
    if members.iter().any(|it| Some(it.id) == sender) {
        members.retain(|it| Some(it.id) == sender);
    }
    Ok(members)
}
