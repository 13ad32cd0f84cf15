//! What the clock does to rosters: letters and offers run out, seats are drawn, free seats are
//! offered, lists close.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use domain::signup::{PriorityClass, Roster, SignUpId};

use super::{
    SignUpError,
    keep::{about, keep},
};
use crate::ports::{Ports, StoreError, Transaction};

/// So many rosters are settled in one go.
const AT_ONCE: u64 = 50;

/// Settles the rosters whose time has come, each in a transaction of its own; answers how many.
/// However many processes do it, everything happens once: a roster that is read anew is settled.
///
/// # Errors
///
/// Where the store fails; what was settled before stays so.
pub async fn settle_rosters(ports: &Ports) -> Result<usize, SignUpError> {
    let due = ports.sign_ups.due_rosters(ports.clock.now(), AT_ONCE).await?;
    for id in &due {
        let now = ports.clock.now();
        let mut tx = ports.store.begin_at(*id).await?;
        let Some(mut roster) = tx.rosters().lock(*id).await? else { continue };
        if roster.is_to_be_drawn(now) {
            draw(&mut *tx, &mut roster, now).await?;
        }
        roster.settle(now);
        let about = about(ports, roster.date()).await?;
        keep(ports, &mut *tx, &roster, &about).await?;
        tx.commit().await?;
    }
    Ok(due.len())
}

/// Draws the seats of a date, whose priority asks what each party is.
async fn draw(
    tx: &mut dyn Transaction,
    roster: &mut Roster,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let date = roster.date().occurrence;
    let Some(wanted) = roster.kept().draw else { return Ok(()) };
    let there = tx.sign_ups().at(date).await?;
    let classes: HashMap<SignUpId, PriorityClass> =
        there.iter().map(|it| (it.id, wanted.priority.class_of(&it.party))).collect();
    roster.draw(|id| classes.get(&id).copied().unwrap_or(PriorityClass::THEN), now);
    tracing::info!(occurrence = %date.0, parties = roster.drawn().len(), "seats were drawn");
    Ok(())
}
