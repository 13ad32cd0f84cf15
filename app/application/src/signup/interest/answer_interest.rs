//! A pupil answers.

use domain::{
    identity::{Secret, Target},
    signup::{InterestTime, TypedInterest},
};

use super::{InterestError, opened, room};
use crate::ports::Ports;

/// Counts what a pupil answers. Nothing is kept of who it was or when: a number of the date's
/// table is one greater.
///
/// # Errors
///
/// [`InterestError::DeadLink`] where the link leads nowhere (any more), [`InterestError::NotNow`]
/// before the date and a week after it, [`InterestError::Fields`] where something is not chosen,
/// [`InterestError::Full`] and [`InterestError::TooOften`] where more answer than can have come.
pub async fn answer_interest(
    ports: &Ports,
    secret: &Secret,
    typed: &TypedInterest,
) -> Result<(), InterestError> {
    let (_, date, time) = opened(ports, secret).await?;
    if time != InterestTime::Open {
        return Err(InterestError::NotNow(time));
    }
    let answer = typed.read().map_err(InterestError::Fields)?;
    let room = room(ports, date.id).await?;
    let mut tx = ports.store.begin().await?;
    // Whoever answers meanwhile does so before or after.
    tx.rosters().lock(date.id).await?.ok_or(InterestError::DeadLink)?;
    if tx.interest().of(date.id).await?.answers() >= room {
        return Err(InterestError::Full);
    }
    let target = Target::Interest(date.id);
    let mut tally = tx.accounts().tally(target).await?;
    if !tally.interest_at(ports.clock.now()) {
        return Err(InterestError::TooOften);
    }
    tx.accounts().keep_tally(target, tally).await?;
    tx.interest().count(date.id, answer).await?;
    tx.commit().await?;
    Ok(())
}
