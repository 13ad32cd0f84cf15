//! The organiser gives a party seats at another date of the activity.

use chrono::{DateTime, Utc};
use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind},
    signup::{Coming, Gone, Kin, Refusal, Roster, SignUp, SignUpId, Wish},
};

use super::{
    SignUpError,
    keep::{About, keep},
    show_roster::theirs,
};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::{Ports, Transaction},
};

/// Moves a party that has answered its letter from a date that is their partner's to another one
/// of the same activity, whole, where it fits. It comes there, its page's links stay right, and it
/// is told. Done twice, it is done once.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where the dates are not theirs or not of one activity, or the party
/// not of the first; [`SignUpError::Refused`] where it does not fit; everything is then as it was.
pub async fn move_party(
    ports: &Ports,
    viewer: &Viewer,
    (from, party): (OccurrenceId, SignUpId),
    to: OccurrenceId,
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::MoveParty, from).await?;
    let is_another = details.occurrences.iter().any(|it| it.id == to) && to != from;
    let seen = ports.sign_ups.sign_up(party).await?.filter(|it| it.occurrence == from);
    seen.filter(|_| is_another).ok_or(SignUpError::Unknown)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let (mut old, mut new) = lock_both(&mut *tx, from, to).await?;
    let sign_up = tx.sign_ups().by_id(party).await?.ok_or(SignUpError::Unknown)?;
    if sign_up.entry.stage.gone() == Some(Gone::Moved) {
        return Ok(());
    }
    step_over(ports, &mut *tx, (&mut old, &mut new), &About::of(&details), sign_up, now).await?;
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::PartyMoved);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    tracing::info!(from = %from.0, to = %to.0, "a party was moved");
    Ok(())
}

/// The rosters of two dates. The lesser is locked first whichever is left, so that two who move
/// parties past each other wait instead of blocking each other.
async fn lock_both(
    tx: &mut dyn Transaction,
    from: OccurrenceId,
    to: OccurrenceId,
) -> Result<(Roster, Roster), SignUpError> {
    let (first, second) = (from.min(to), from.max(to));
    let first = tx.rosters().lock(first).await?.ok_or(SignUpError::Unknown)?;
    let second = tx.rosters().lock(second).await?.ok_or(SignUpError::Unknown)?;
    Ok(if from < to { (first, second) } else { (second, first) })
}

/// Takes a party off one roster and puts it on another, under a new name: what happened on each
/// is told by its own steps. Its links open the new one.
async fn step_over(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (old, new): (&mut Roster, &mut Roster),
    about: &About,
    sign_up: SignUp,
    now: DateTime<Utc>,
) -> Result<(), SignUpError> {
    old.settle(now);
    let entry = old.entry(sign_up.id).ok_or(Refusal::Unknown)?.clone();
    if let Some(why) = entry.stage.gone() {
        return Err(Refusal::Gone(why).into());
    }
    if !entry.stage.is_sure() {
        return Err(Refusal::NotSure.into());
    }
    let id = SignUpId(ports.ids.next());
    let (key, seats) = (entry.key.clone(), entry.seats);
    let patience = SignUp::patience(sign_up.party.kind());
    new.take_in(Wish { id, key, seats, patience, waits: false }, now)?;
    old.leave(sign_up.id, Gone::Moved, now)?;
    // The party has left before it comes in: it is signed up once at every moment.
    keep(ports, tx, old, about).await?;
    let entry = new.entry(id).cloned().ok_or(Refusal::Unknown)?;
    let date = new.date();
    let coming = Coming::default();
    let there = SignUp { id, occurrence: date.occurrence, coming, entry, ..sign_up.clone() };
    if !tx.sign_ups().add(&there).await? {
        return Err(Refusal::AlreadyIn.into());
    }
    tx.sign_ups().move_links(sign_up.id, id).await?;
    // What it needs, who else is named and what was answered is of use where it comes.
    let bare = SignUp { needs: None, kin: Kin::default(), answers: Vec::new(), ..sign_up };
    tx.sign_ups().save(&bare).await?;
    keep(ports, tx, new, about).await?;
    Ok(())
}
