//! A class comes with another number.

use domain::{
    identity::Secret,
    signup::{Field, FieldFault},
};

use super::{
    SignUpError,
    keep::{about_activity, keep},
    show_sign_up::opened,
};
use crate::ports::Ports;

/// Says how many come, by the link of the sign-up's page. Fewer is always possible; more where
/// there are seats and nobody waits.
///
/// # Errors
///
/// [`SignUpError::Fields`] where the activity does not take so many, [`SignUpError::Refused`]
/// where there are not seats enough; everything is then as it was.
pub async fn change_number(ports: &Ports, secret: &Secret, pupils: u16) -> Result<(), SignUpError> {
    let seen = opened(ports, secret).await?;
    let details = ports.desk.activity_by_id(seen.activity).await?;
    let details = details.ok_or(SignUpError::DeadLink)?;
    let party = seen.party.clone().numbering(pupils);
    if party.seats() != pupils {
        return Err(SignUpError::Fields(vec![(Field::Pupils, FieldFault::NoNumber)]));
    }
    if let Err(unfit) = party.fits(details.activity.particulars()) {
        return Err(SignUpError::Fields(vec![(Field::Pupils, FieldFault::Unfit(unfit))]));
    }
    let now = ports.clock.now();
    let about = about_activity(ports, seen.activity).await?;
    let mut tx = ports.store.begin_at(seen.occurrence).await?;
    let roster = tx.rosters().lock(seen.occurrence).await?;
    let mut roster = roster.ok_or(SignUpError::DeadLink)?;
    roster.change_number(seen.id, pupils, now)?;
    // Whoever says how many come says that they come.
    if let Some(it) = tx.sign_ups().by_id(seen.id).await? {
        tx.sign_ups().note_coming(it.id, it.coming.saying_yes(now)).await?;
    }
    keep(ports, &mut *tx, &roster, &about).await?;
    tx.commit().await?;
    Ok(())
}
