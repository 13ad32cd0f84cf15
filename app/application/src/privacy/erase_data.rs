//! Somebody erases everything that is held of them.

use chrono::{DateTime, Utc};
use domain::{
    Email,
    identity::{Letter, LetterLanguage, Secret},
    privacy::Erased,
    signup::{Gone, PartyKind, Refusal},
};

use super::{
    DataError,
    show_data::{obstacles, opened},
};
use crate::{
    identity::post,
    ports::{Ports, StoreError, Transaction},
    signup::keep_for_erasure,
};

/// What was erased, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Receipt {
    pub erased: Erased,
    pub at: DateTime<Utc>,
}

/// Erases everything that is held of whoever has the secret of a link that was opened: parties
/// leave their rosters as if they had cancelled, so that seats go to whoever is next; all rows go,
/// and so do letters that lie somewhere; a tombstone stays, and a receipt is sent.
///
/// # Errors
///
/// [`DataError::DeadLink`] where the link does not work (any more), [`DataError::Needed`] where an
/// account does what nobody else does.
pub async fn erase_data(ports: &Ports, secret: &Secret) -> Result<Receipt, DataError> {
    let link = opened(ports, secret).await?;
    let (email, at) = (link.email, ports.clock.now());
    let erased = erase(ports, &email, Some(link.language)).await?;
    ports.kept_letters.forget_kept_to(&email).await?;
    ports.held.scrub(at).await?;
    tracing::info!(
        sign_ups = erased.sign_ups,
        requests = erased.requests,
        others = erased.others,
        "what was held of somebody is erased"
    );
    Ok(Receipt { erased, at })
}

/// Erases what is held of an address, and sends a receipt in a language where one is wanted.
pub(super) async fn erase(
    ports: &Ports,
    email: &Email,
    receipt: Option<LetterLanguage>,
) -> Result<Erased, DataError> {
    let now = ports.clock.now();
    let account = ports.accounts.account(email).await?;
    let mut tx = ports.store.begin().await?;
    if let Some(account) = account.filter(|_| receipt.is_some()) {
        let needed = obstacles(&mut *tx, &account).await?;
        if !needed.is_empty() {
            return Err(DataError::Needed(needed));
        }
    }
    let erased = erase_within(ports, &mut *tx, (email, receipt), now).await?;
    tx.commit().await?;
    Ok(erased)
}

/// The same within a transaction, for whoever has looked at what stands in the way.
pub(super) async fn erase_within(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (email, receipt): (&Email, Option<LetterLanguage>),
    now: DateTime<Utc>,
) -> Result<Erased, StoreError> {
    leave_rosters(ports, tx, email, now).await?;
    let erased = tx.erasure().erase(email).await?;
    tx.erasure().bury(email, now).await?;
    if let Some(language) = receipt {
        let Erased { sign_ups, requests, has_account, others } = erased;
        let others = others + u64::from(has_account);
        let letter = Letter::DataErased { sign_ups, requests, others, at: now };
        post(ports, tx, (email, language), letter, now).await?;
    }
    Ok(erased)
}

/// Lets every party of an address leave its roster; whoever is next hears of the seats.
async fn leave_rosters(
    ports: &Ports,
    tx: &mut dyn Transaction,
    email: &Email,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for (date, id) in tx.erasure().active_of(email).await? {
        let Some(mut roster) = tx.rosters().lock(date).await? else { continue };
        let Some(sign_up) = tx.sign_ups().by_id(id).await? else { continue };
        let is_child = sign_up.party.kind() == PartyKind::Child;
        let why = if is_child { Gone::ConsentWithdrawn } else { Gone::Cancelled };
        match roster.leave(id, why, now) {
            Ok(()) | Err(Refusal::Unknown) => {}
            // Nobody is kept from leaving.
            Err(refusal) => tracing::error!(%refusal, "a party that is erased does not leave"),
        }
        keep_for_erasure(ports, tx, &roster).await?;
    }
    Ok(())
}
