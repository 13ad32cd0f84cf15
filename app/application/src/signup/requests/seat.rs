//! A request that is accepted ends in a sign-up.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, Capacity, Occurrence, OccurrenceId},
    identity::{Letter, Remark},
    signup::{
        Kin, ReadParty, Refusal, Request, RequestLetter, RequestNews, SignUp, SignUpId,
        SignUpPurpose, Wish,
    },
};

use super::SignUpError;
use crate::{
    identity::post,
    ports::{ActivityDetails, Ports, StoreError, Transaction},
    signup::keep::{About, enter, link},
};

/// For which date a party is told yes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SeatAt {
    /// One of the activity's.
    Known(OccurrenceId),
    /// One that was agreed, from then until then.
    Agreed(DateTime<Utc>, DateTime<Utc>),
}

/// The date at which a party has its seats; one that was agreed is added to the activity for this
/// party alone. One that starts when another does is that one.
pub(super) async fn date(
    ports: &Ports,
    tx: &mut dyn Transaction,
    request: &Request,
    seat: SeatAt,
) -> Result<OccurrenceId, SignUpError> {
    let (start, end) = match seat {
        SeatAt::Known(id) => return Ok(id),
        SeatAt::Agreed(start, end) => (start, end),
    };
    let activity = tx.activities().by_id(request.activity).await?;
    let mut activity: Activity = activity.ok_or(SignUpError::Unknown)?;
    if let Some(known) = activity.occurrences().iter().find(|it| it.start() == start) {
        return Ok(known.id);
    }
    let now = ports.clock.now();
    let seats = Capacity::try_from(u32::from(request.party.seats())).ok();
    // Nobody else is meant: it is closed from the beginning.
    let id = OccurrenceId(ports.ids.next());
    let agreed = Occurrence::new(id, (start, end), seats, Some(now.min(start)));
    let agreed = agreed.map_err(StoreError::new)?;
    let said = activity.particulars().clone();
    let mut dates = activity.occurrences().to_vec();
    dates.push(agreed);
    activity.revise(said, dates, now);
    tx.activities().save(std::slice::from_ref(&activity)).await?;
    Ok(id)
}

/// Gives whoever asked seats at a date, under a name, and answers when it starts.
///
/// # Errors
///
/// [`SignUpError::Refused`] where the party does not fit; [`SignUpError::Unknown`] where the date
/// is none of the activity's.
pub(super) async fn give(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    request: &Request,
    (date, id): (OccurrenceId, SignUpId),
) -> Result<DateTime<Utc>, SignUpError> {
    let now = ports.clock.now();
    let roster = tx.rosters().lock(date).await?;
    let roster = roster.filter(|it| it.date().activity == request.activity);
    let mut roster = roster.ok_or(SignUpError::Unknown)?;
    let key = request.key();
    if tx.sign_ups().of(request.activity, &key).await?.is_some() {
        return Err(SignUpError::Refused(Refusal::AlreadyIn));
    }
    let patience = SignUp::patience(request.party.kind());
    let seats = request.party.seats();
    roster.seat(Wish { id, key, seats, patience, waits: false }, now)?;
    let read = ReadParty {
        party: request.party.clone(),
        contact: request.contact.clone(),
        kin: Kin::default(),
        needs: request.needs.clone(),
        answers: Vec::new(),
    };
    let consent = request.consent.clone();
    enter(ports, tx, (&roster, &About::of(details)), (id, read, consent), now).await?;
    Ok(roster.date().start)
}

/// Writes to whoever asked that they come, with a link to the page of their sign-up.
pub(super) async fn tell(
    ports: &Ports,
    tx: &mut dyn Transaction,
    details: &ActivityDetails,
    request: &Request,
    (start, id, words): (DateTime<Utc>, SignUpId, Option<Remark>),
) -> Result<(), SignUpError> {
    let now = ports.clock.now();
    let Some(email) = &request.contact.email else { return Ok(()) };
    let sign_up = tx.sign_ups().by_id(id).await?.ok_or(SignUpError::Unknown)?;
    let secret = link(ports, tx, &sign_up, SignUpPurpose::Page, now).await?;
    let activity = &details.activity;
    let letter = RequestLetter {
        news: RequestNews::Seated,
        title: activity.particulars().title.clone(),
        slug: activity.slug.clone(),
        party: request.party.title().to_owned(),
        when: Some(start),
        words,
        secret,
    };
    let to = (email, request.contact.language);
    Ok(post(ports, tx, to, Letter::Request { letter }, now).await?)
}
