//! A draft becomes an activity, or an activity's next version.

use domain::{
    catalogue::{Activity, ActivityId, DraftId, ExternalId, Question, Slug, State},
    identity::{Action, DeedKind, Subject},
    partners::{Partner, Standing},
};

use super::{
    Consequence, DeskError,
    consequences::touched,
    did, held_draft,
    pictures::{PictureChange, change_of},
    sampling::{look_again, sample},
};
use crate::{
    catalogue::import_activities::{Campaigns, Told, read_answers},
    identity::Viewer,
    ports::{Ports, StoreError},
    signup::tell_of_change,
};

/// What became of a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A moderator will look at it.
    Waits(ActivityId),
    /// Everybody sees it.
    Published(Slug),
}

/// Sends a draft: what is public already shows its next version at once, what a trusted partner
/// offers is published at once (and one in ten of that looked at afterwards), and everything else
/// waits for a moderator. New words of a partner that is not trusted are looked at afterwards.
/// What it asks those who sign up waits in any case. The draft is gone afterwards.
///
/// # Errors
///
/// [`DeskError::Faulty`] with all that is wrong; [`DeskError::Unknown`] where the draft is not
/// theirs; [`DeskError::PartnerNotApproved`] where a moderator has refused the partner;
/// [`DeskError::PictureUntold`] where nobody has said what its picture shows.
pub async fn send_draft(ports: &Ports, viewer: &Viewer, id: DraftId) -> Result<Sent, DeskError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let (account, draft, owner) = held_draft(&mut *tx, viewer, Action::SendDraft, id).await?;
    let partner = tx.partners().by_id(draft.partner).await?.ok_or(DeskError::Unknown)?;
    if partner.standing == Standing::Refused {
        return Err(DeskError::PartnerNotApproved);
    }
    let known = match draft.activity {
        Some(id) => Some(tx.activities().by_id(id).await?.ok_or(DeskError::Unknown)?),
        None => None,
    };
    let has = known.as_ref().and_then(|it| it.particulars().campaign.clone());
    let campaigns = Campaigns::of_activity(tx.campaigns().all().await?, has);
    let told = read_answers(&draft.answers, &campaigns, &*ports.ids).map_err(DeskError::Faulty)?;
    // What is wrong with them was told with all else.
    let questions = Question::read_all(&draft.answers).unwrap_or_default();
    let picture = change_of(&mut *tx, id, draft.activity).await?;
    let (activity, kind) = if let Some(known) = known {
        let before = known.clone();
        let (mut activity, kind) = next_version(known, told, &partner, now)?;
        if picture != PictureChange::Stays {
            activity.shows_another_picture(now);
        }
        activity.propose_questions(questions, now);
        tx.activities().save(std::slice::from_ref(&activity)).await?;
        // Whoever is signed up for a date that is dropped hears of it from its roster.
        let touched = touched(&before, &activity, now).into_iter();
        let changed = touched.filter(|it| it.1 == Consequence::Changed).map(|it| it.0);
        tell_of_change(ports, &mut *tx, &activity, changed.collect()).await?;
        let (was, is) =
            ((before.state(), before.particulars()), (&activity, picture != PictureChange::Stays));
        look_again(ports, &mut *tx, was, is, &partner).await?;
        (activity, kind)
    } else {
        let (mut activity, kind) = first_version(ports, told, &partner, now)?;
        activity.propose_questions(questions, now);
        tx.activities().add(std::slice::from_ref(&activity)).await?;
        (activity, kind)
    };
    picture.make(&mut *tx, id, activity.id).await?;
    tx.drafts().remove(id).await?;
    let about = Subject::Activity(activity.id);
    did(ports, &mut *tx, &account, owner, (kind, about)).await?;
    sample(ports, &mut *tx, activity.id, kind).await?;
    tx.commit().await?;
    tracing::info!(activity = %activity.id.0, state = %activity.state(), "a draft was sent");
    Ok(if activity.state().is_public() {
        Sent::Published(activity.slug)
    } else {
        Sent::Waits(activity.id)
    })
}

pub(super) type Version = (Activity, DeedKind);

fn first_version(
    ports: &Ports,
    (particulars, dates): Told,
    partner: &Partner,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Version, DeskError> {
    let id = ActivityId(ports.ids.next());
    // The partner's own key for it, should it ever come back in a sheet.
    let key = format!("gnist-{}", id.0.simple());
    let key = ExternalId::try_from(key).map_err(StoreError::new)?;
    let activity = Activity::draft(id, partner.id, key, particulars, dates, now);
    sent(activity, partner, now)
}

fn next_version(
    mut activity: Activity,
    (particulars, dates): Told,
    partner: &Partner,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Version, DeskError> {
    activity.revise(particulars, dates, now);
    step_of_revised(activity, partner, now)
}

/// Takes the step that follows from what was revised.
pub(super) fn step_of_revised(
    activity: Activity,
    partner: &Partner,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Version, DeskError> {
    match activity.state() {
        State::Draft => sent(activity, partner, now),
        State::Archived => Err(DeskError::Unknown),
        State::Submitted | State::Published | State::Cancelled => {
            Ok((activity, DeedKind::ActivityRevised))
        }
    }
}

/// Takes the step that follows from who sends it.
pub(super) fn sent(
    mut activity: Activity,
    partner: &Partner,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Version, DeskError> {
    let (state, kind) = if partner.publishes_at_once() {
        (State::Published, DeedKind::ActivityPublished)
    } else {
        (State::Submitted, DeedKind::ActivitySubmitted)
    };
    activity.step_to(state, now)?;
    Ok((activity, kind))
}
