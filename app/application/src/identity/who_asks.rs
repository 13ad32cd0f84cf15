//! On whose behalf something is asked.

use chrono::{DateTime, Utc};
use domain::identity::{Account, Mark, Secret, Session, Stage};

use super::DoorError;
use crate::{
    copenhagen,
    ports::{Ports, StoreError, Transaction},
};

/// On whose behalf something is done. Only a session makes one.
#[derive(Clone, Debug)]
pub struct Viewer {
    pub account: Account,
    pub session: Session,
}

impl Viewer {
    /// The account as it is now, kept from others; nothing where the session has ended or the
    /// account was closed since the question came in.
    pub(crate) async fn lock(&self, tx: &mut dyn Transaction) -> Result<Account, DoorError> {
        let session = tx.sessions().find(&self.session.mark).await?;
        let account = tx.accounts().by_id(self.account.id).await?;
        let account = account.filter(|it| session.is_some() && !it.is_suspended());
        account.ok_or(DoorError::Unknown)
    }

    /// Whether the second factor is still asked for.
    #[must_use]
    pub fn is_half_way(&self) -> bool {
        self.session.stage == Stage::AwaitingFactor
    }

    #[must_use]
    pub fn mark(&self) -> &Mark {
        &self.session.mark
    }
}

/// Whose session a cookie holds, while it is alive and its owner may come in.
///
/// # Errors
///
/// Where the store fails.
pub async fn who_asks(ports: &Ports, secret: &Secret) -> Result<Option<Viewer>, StoreError> {
    let now = ports.clock.now();
    let Some((session, account)) = ports.accounts.session(&secret.mark()).await? else {
        return Ok(None);
    };
    if account.is_suspended() || !session.is_alive(account.is_staff(), now) {
        return Ok(None);
    }
    if now >= session.seen_at + Session::SEEN_EVERY {
        // A note that fails must not keep its owner out: a page is read, not written.
        if let Err(error) = note(ports, &session, now).await {
            tracing::warn!(error = ?error, "it is not noted that a session was seen");
        }
    }
    Ok(Some(Viewer { account, session }))
}

/// Notes that a session was seen, and the first time on a day that its owner came.
async fn note(ports: &Ports, session: &Session, now: DateTime<Utc>) -> Result<(), StoreError> {
    let today = copenhagen::day(now);
    if session.stage == Stage::SignedIn && copenhagen::day(session.seen_at) < today {
        ports.idle.saw_owner(session.account, today).await?;
    }
    ports.accounts.saw(&session.mark, now).await
}
