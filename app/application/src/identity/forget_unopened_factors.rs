//! The key that sealed second factors is lost, and they with it.

use domain::identity::AccountId;

use super::{DoorError, forget_factor::follow};
use crate::ports::Ports;

/// Whether factors are only looked for, or forgotten.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ForgetMode {
    Look,
    Forget,
}

/// Forgets every second factor that no key opens any more, all in one transaction: their sessions
/// end, and each owner is told. Answers whose they are.
///
/// # Errors
///
/// Where the store fails; nothing is forgotten then.
pub async fn forget_unopened_factors(
    ports: &Ports,
    mode: ForgetMode,
) -> Result<Vec<AccountId>, DoorError> {
    let mut tx = ports.store.begin().await?;
    let whose = tx.accounts().drop_unopened_factors().await?;
    if mode == ForgetMode::Look {
        return Ok(whose);
    }
    for id in &whose {
        follow(ports, &mut *tx, *id).await?;
    }
    tx.commit().await?;
    tracing::info!(n = whose.len(), "second factors that no key opens were forgotten");
    Ok(whose)
}
