//! What the clock does to rosters: letters and offers run out, free seats are offered, lists close.

use super::{
    SignUpError,
    keep::{about, keep},
};
use crate::ports::Ports;

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
        roster.settle(now);
        let about = about(ports, roster.date()).await?;
        keep(ports, &mut *tx, &roster, &about).await?;
        tx.commit().await?;
    }
    Ok(due.len())
}
