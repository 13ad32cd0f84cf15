//! How a session begins: always with a new secret, whatever the browser had before.

use domain::identity::{Account, AccountId, Mark, Secret, Session, SessionId, Stage};

use super::write_letter::secret;
use crate::{
    copenhagen,
    ports::{Ports, StoreError, Transaction},
};

/// Somebody came in, or half-way in.
#[derive(Debug)]
pub struct SignedIn {
    /// For the browser's cookie.
    pub secret: Secret,
    pub stage: Stage,
    pub account: AccountId,
    /// Whether the short limits of sessions hold.
    pub is_staff: bool,
}

/// A browser as it comes to a door.
#[derive(Clone, Debug, Default)]
pub struct Browser {
    /// Of the cookie it has from before; that session ends.
    pub old: Option<Mark>,
    /// What it calls itself, in two words.
    pub device: String,
}

/// Begins a session for an account, and ends the one that the browser had.
pub(crate) async fn start_session(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    stage: Stage,
    browser: &Browser,
) -> Result<SignedIn, StoreError> {
    let (secret, now) = (secret(ports), ports.clock.now());
    if let Some(old) = &browser.old {
        tx.sessions().end(old).await?;
    }
    let session = Session {
        id: SessionId(ports.ids.next()),
        mark: secret.mark(),
        account: account.id,
        stage,
        started_at: now,
        seen_at: now,
        proved_at: now,
        device: browser.device.clone(),
    };
    tx.sessions().add(&session).await?;
    // Whoever has shown half of who they are has not come yet.
    if stage == Stage::SignedIn {
        tx.idleness().came(account.id, copenhagen::day(now)).await?;
    }
    Ok(SignedIn { secret, stage, account: account.id, is_staff: account.is_staff() })
}

/// The stage that a first factor leads to.
pub(super) fn stage_after_first_factor(account: &Account) -> Stage {
    if account.has_factor() { Stage::AwaitingFactor } else { Stage::SignedIn }
}
