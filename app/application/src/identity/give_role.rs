//! Somebody gets a role from somebody else, or by what their address shows.

use domain::identity::{Account, Letter, Role};

use super::write_letter::tell;
use crate::ports::{Ports, StoreError, Transaction};

/// Gives a role to an account that is held; its sessions end, since what they may has changed.
/// Answers whether it is
/// new to it, which a letter tells.
pub(crate) async fn give_role(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &mut Account,
    role: Role,
    letter: Letter,
) -> Result<bool, StoreError> {
    if account.roles.contains(&role) {
        return Ok(false);
    }
    account.roles.push(role);
    account.roles.sort();
    tx.accounts().save(account).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    tell(ports, tx, account, letter).await?;
    Ok(true)
}
