//! The organiser cancels a party.

use domain::{
    catalogue::OccurrenceId,
    identity::{Action, DeedKind},
    signup::{Gone, Refusal, SignUpId},
};

use super::{
    SignUpError,
    keep::{About, keep},
    show_roster::theirs,
};
use crate::{
    deeds::{Doing, write_down},
    identity::Viewer,
    ports::Ports,
};

/// Takes a party off the roster of a date that is their partner's; the party hears of it. Done
/// twice, it is done once.
///
/// # Errors
///
/// [`SignUpError::Unknown`] where the date is not theirs, or the party not of this date.
pub async fn cancel_party(
    ports: &Ports,
    viewer: &Viewer,
    (date, party): (OccurrenceId, SignUpId),
) -> Result<(), SignUpError> {
    let details = theirs(ports, viewer, Action::CancelParty, date).await?;
    let seen = ports.sign_ups.sign_up(party).await?.filter(|it| it.occurrence == date);
    seen.ok_or(SignUpError::Unknown)?;
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let account = viewer.lock(&mut *tx).await.map_err(|_| SignUpError::Unknown)?;
    let mut roster = tx.rosters().lock(date).await?.ok_or(SignUpError::Unknown)?;
    match roster.leave(party, Gone::CancelledByOrganiser, now) {
        Err(Refusal::Unknown) => return Ok(()),
        told => told?,
    }
    keep(ports, &mut *tx, &roster, &About::of(&details)).await?;
    let doing = Doing::of_owner(&account, &details.activity, DeedKind::PartyCancelled);
    write_down(ports, &mut *tx, doing).await?;
    tx.commit().await?;
    Ok(())
}
