//! Lists hear how many seats are free.

use crate::ports::{Ports, StoreError};

/// So many activities are told of at once.
const AT_ONCE: u64 = 500;

/// Lets copies of the catalogue know of seats that were taken or came back; answers of how many
/// dates. It is not done in the transaction of a sign-up, so that sign-ups for different dates
/// never wait for each other at the catalogue's version.
///
/// # Errors
///
/// Where the store fails; it is then told later.
pub async fn tell_seats(ports: &Ports) -> Result<usize, StoreError> {
    let untold = ports.sign_ups.untold_seats(AT_ONCE).await?;
    if untold.is_empty() {
        return Ok(0);
    }
    let mut activities: Vec<_> = untold.iter().map(|it| it.activity).collect();
    activities.sort_unstable();
    activities.dedup();
    let mut tx = ports.store.begin().await?;
    tx.activities().touch(&activities).await?;
    tx.commit().await?;
    ports.sign_ups.seats_told(&untold).await?;
    Ok(untold.len())
}
