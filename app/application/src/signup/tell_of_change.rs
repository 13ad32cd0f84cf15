//! Those who are signed up hear that something about their date is different.

use domain::{
    catalogue::{Activity, OccurrenceId},
    signup::SignUpNews,
};

use super::keep::{About, write};
use crate::ports::{Ports, StoreError, Transaction};

/// Writes to everybody who comes to some dates of an activity, or stands in line for them, that
/// its time, its place or its price is another, in the transaction that makes them so.
pub(crate) async fn tell_of_change(
    ports: &Ports,
    tx: &mut dyn Transaction,
    activity: &Activity,
    mut dates: Vec<OccurrenceId>,
) -> Result<(), StoreError> {
    let (about, now) = (About::named(activity), ports.clock.now());
    // Rosters are always locked in this order, so that two never wait for each other.
    dates.sort_unstable();
    for date in dates {
        let Some(roster) = tx.rosters().lock(date).await? else { continue };
        for it in tx.sign_ups().at(date).await? {
            if it.entry.stage.is_sure() {
                write(ports, tx, (&roster, &about), &it, SignUpNews::Changed, now).await?;
            }
        }
    }
    Ok(())
}
