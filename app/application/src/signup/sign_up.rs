//! A party signs up for a date.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::{OccurrenceId, State},
    identity::LetterLanguage,
    signup::{
        Admission, Attempt, AttemptKey, Party, PartyKey, ReadParty, Refusal, Roster, SignUp,
        SignUpId, SignUpNews, TypedBy, TypedParty, Wish,
    },
};

use super::{
    SignUpError,
    keep::{About, count_letters, enter, write},
    show_form::date_at,
    tries::Tries,
};
use crate::ports::{Ports, Transaction};

/// What somebody who sent the form is told: a letter is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    pub admission: Admission,
}

/// Signs a party up: its seats are kept, or it stands in line, until its letter is answered.
/// A form that is sent again does nothing and is answered as before. Whoever is signed up for
/// another date of the activity, or for this one, gets a letter that says so, and the same
/// answer as anybody: nothing tells who comes.
///
/// # Errors
///
/// [`SignUpError::Fields`] and [`SignUpError::Refused`] where it cannot be; and those of
/// [`show_form`](super::show_form()).
pub async fn sign_up(
    ports: &Ports,
    id: OccurrenceId,
    key: AttemptKey,
    typed: &TypedParty,
    language: LetterLanguage,
) -> Result<Sent, SignUpError> {
    let mut tries = Tries::default();
    loop {
        match once(ports, id, &key, typed, language).await {
            Ok(Some(sent)) => return Ok(sent),
            Ok(None) => return sent_before(ports, id, &key, typed).await,
            Err(error) if tries.again(ports, &error) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Signs a party up; nothing where the form was sent before. That hardly ever is, so it is asked
/// only where something stands in the way, and what was done by then is taken back.
async fn once(
    ports: &Ports,
    id: OccurrenceId,
    key: &AttemptKey,
    typed: &TypedParty,
    language: LetterLanguage,
) -> Result<Option<Sent>, SignUpError> {
    let (details, date) = date_at(ports, id).await?;
    let now = ports.clock.now();
    if details.activity.state() != State::Published || date.closes_at <= now {
        return Err(SignUpError::Refused(Refusal::Closed));
    }
    let activity = &details.activity;
    let meant = (activity.particulars(), activity.questions().asked());
    let read = typed.read(meant, (language, TypedBy::Party)).map_err(SignUpError::Fields)?;
    let about = About::of(&details);
    let mut tx = ports.store.begin_at(id).await?;
    let roster = tx.rosters().lock(id).await?.ok_or(SignUpError::Unknown)?;
    let admitted = admit(ports, &mut *tx, (roster, &about), read, (key, typed.waits, now)).await;
    let (admission, sign_up) = match admitted {
        Ok(Some(admitted)) => admitted,
        Ok(None) => return Ok(None),
        Err(SignUpError::Store(error)) => return Err(error.into()),
        Err(error) => {
            let was_sent = tx.sign_ups().attempt(key).await?.is_some();
            return if was_sent { Ok(None) } else { Err(error) };
        }
    };
    let body = Attempt::body_of(typed.all());
    let attempt = Attempt { key: key.clone(), body, admission, sign_up, at: now };
    if !tx.sign_ups().keep_attempt(&attempt).await? {
        return Ok(None);
    }
    tx.commit().await?;
    tracing::info!(occurrence = %id.0, is_new = sign_up.is_some(), "a party signed up");
    Ok(Some(Sent { admission }))
}

/// What was answered to a form that was sent before.
async fn sent_before(
    ports: &Ports,
    id: OccurrenceId,
    key: &AttemptKey,
    typed: &TypedParty,
) -> Result<Sent, SignUpError> {
    let mut tx = ports.store.begin_at(id).await?;
    let earlier = tx.sign_ups().attempt(key).await?.ok_or(SignUpError::OtherForm)?;
    if earlier.body != Attempt::body_of(typed.all()) {
        return Err(SignUpError::OtherForm);
    }
    // The first answer may be on its way to the disk still.
    tx.commit().await?;
    Ok(Sent { admission: earlier.admission })
}

/// Puts a party on a roster; answers which sign-up it is, where it is a new one, and nothing where
/// it is in already and its form was sent before.
async fn admit(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (mut roster, about): (Roster, &About),
    read: ReadParty,
    (form, waits, now): (&AttemptKey, bool, DateTime<Utc>),
) -> Result<Option<(Admission, Option<SignUpId>)>, SignUpError> {
    let party = read.party.clone();
    let key = party.key(read.contact.email.as_ref());
    let id = SignUpId(ports.ids.next());
    let patience = SignUp::patience(party.kind());
    let wish = Wish { id, key: key.clone(), seats: party.seats(), patience, waits };
    let admitted = roster.sign_up(wish, now);
    // Whoever is sent away gets no letter.
    let gets_letter = matches!(admitted, Ok(_) | Err(Refusal::AlreadyIn));
    if admitted == Err(Refusal::AlreadyIn) && tx.sign_ups().attempt(form).await?.is_some() {
        return Ok(None);
    }
    if gets_letter && !count_letters(tx, &read, now).await? {
        return Err(SignUpError::TooOften);
    }
    // Hardly anybody is signed up already, so that is asked only of those who turn out to be.
    let entered = match admitted {
        Ok(admission) => {
            let entered = enter(ports, tx, (&roster, about), (id, read, None), now).await;
            entered.map(|()| admission)
        }
        Err(refusal) => Err(refusal.into()),
    };
    match entered {
        Err(SignUpError::Refused(Refusal::AlreadyIn)) => {
            let date = roster.date().occurrence;
            let roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
            let known = tx.sign_ups().of(roster.date().activity, &key).await?;
            let known = known.ok_or(Refusal::AlreadyIn)?;
            let admission = would_get(roster.clone(), &party, waits, now)?;
            write(ports, tx, (&roster, about), &known, SignUpNews::AlreadyIn, now).await?;
            Ok(Some((admission, None)))
        }
        entered => Ok(Some((entered?, Some(id)))),
    }
}

/// What anybody else would get who asks for the same.
fn would_get(
    mut roster: Roster,
    party: &Party,
    waits: bool,
    now: DateTime<Utc>,
) -> Result<Admission, Refusal> {
    let patience = SignUp::patience(party.kind());
    let (id, key) = (SignUpId(domain::Uuid::nil()), PartyKey::kept(""));
    roster.sign_up(Wish { id, key, seats: party.seats(), patience, waits }, now)
}
