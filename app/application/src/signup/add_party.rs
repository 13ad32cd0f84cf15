//! The organiser puts somebody on the roster who has called.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind, LetterLanguage},
    signup::{
        Admission, Attempt, AttemptKey, PartyKind, ReadParty, Refusal, Roster, SignUp, SignUpId,
        TypedBy, TypedParty, Wish,
    },
};

use super::{
    DateShown, SignUpError,
    keep::{About, count_letters, enter},
    show_roster::{show_roster, theirs},
    tries::Tries,
};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::{Ports, Transaction},
};

/// What the organiser sees before they put somebody on the roster of a date that is their
/// partner's.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn show_adding(
    ports: &Ports,
    viewer: &Viewer,
    id: OccurrenceId,
) -> Result<DateShown, SignUpError> {
    theirs(ports, viewer, Action::AddParty, id).await?;
    let shown = show_roster(ports, viewer, id).await?;
    let particulars = shown.details.activity.particulars();
    let kinds = PartyKind::ALL.iter().copied().filter(|it| it.is_for(particulars)).collect();
    let date = shown.roster.date();
    Ok(DateShown {
        is_open: date.is_on && ports.clock.now() < date.end,
        line: shown.roster.line(),
        rule: shown.roster.kept().rule,
        draw: shown.roster.kept().draw,
        date: shown.date,
        details: shown.details,
        kinds,
    })
}

/// Puts a party on the roster of a date that is their partner's, however long the line and
/// whatever the deadline: it comes, and is written to where there is an address. For a child the
/// guardian is asked first, and a seat is kept meanwhile. A form that is sent again does nothing.
///
/// # Errors
///
/// [`SignUpError::Fields`] and [`SignUpError::Refused`] where it cannot be;
/// [`SignUpError::Unknown`] where it is not theirs.
pub async fn add_party(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    (key, typed): (AttemptKey, &TypedParty),
    language: LetterLanguage,
) -> Result<(), SignUpError> {
    let mut tries = Tries::default();
    loop {
        match add(ports, viewer, date, (&key, typed), language).await {
            Err(error) if tries.again(ports, &error) => {}
            told => return told,
        }
    }
}

async fn add(
    ports: &Ports,
    viewer: &Viewer,
    date: OccurrenceId,
    (key, typed): (&AttemptKey, &TypedParty),
    language: LetterLanguage,
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::AddParty, date).await?;
    let by = (language, TypedBy::Organiser);
    let asked = details.activity.questions().asked();
    let read = typed.read((details.activity.particulars(), asked), by);
    let read = read.map_err(SignUpError::Fields)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    let body = Attempt::body_of(typed.all());
    if let Some(earlier) = tx.sign_ups().attempt(key).await? {
        return if earlier.body == body { Ok(()) } else { Err(SignUpError::OtherForm) };
    }
    if !count_letters(&mut *tx, &read, now).await? {
        return Err(SignUpError::TooOften);
    }
    let id = admit(ports, &mut *tx, (roster, &About::of(&details)), read, now).await?;
    let admission = Admission::Held { until: now };
    let attempt = Attempt { key: key.clone(), body, admission, sign_up: Some(id), at: now };
    if !tx.sign_ups().keep_attempt(&attempt).await? {
        return Err(SignUpError::OtherForm);
    }
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::PartyAdded);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(occurrence = %date.0, "an organiser signed a party up");
    Ok(())
}

async fn admit(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (mut roster, about): (Roster, &About),
    read: ReadParty,
    now: DateTime<Utc>,
) -> Result<SignUpId, SignUpError> {
    let (id, date) = (SignUpId(ports.ids.next()), *roster.date());
    let party = &read.party;
    let key = party.key(read.contact.email.as_ref());
    if tx.sign_ups().of(date.activity, &key).await?.is_some() {
        return Err(SignUpError::Refused(Refusal::AlreadyIn));
    }
    let patience = SignUp::patience(party.kind());
    let wish = Wish { id, key, seats: party.seats(), patience, waits: false };
    if party.kind() == PartyKind::Child {
        roster.hold(wish, now)?;
    } else {
        roster.add(wish, now)?;
    }
    enter(ports, tx, (&roster, about), (id, read, None), now).await?;
    Ok(id)
}
