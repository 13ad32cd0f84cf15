//! Accounts to which nobody comes any more: their owners are told, and then they go.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use domain::{
    identity::{Account, AccountId, IdleStep, Idleness, Letter, Role},
    partners::PartnerId,
};

use super::erase_data::erase_within;
use crate::{
    copenhagen,
    identity::tell,
    ports::{Ports, StoreError, Transaction},
};

/// So many are told or go in one sweep, so that not all who came on the same day are written to
/// within the same minute.
const AT_ONCE: u64 = 100;

/// Tells owners who have not come for long that their account goes, and erases what is held of
/// those who have not come since, as if they had asked for it. The portal's last administrator
/// stays and is not told; so does whoever has or awaits a seat or an answer, and whoever was kept
/// out, since neither shows that an account is of no use any more.
///
/// # Errors
///
/// Where the store fails; what could be done is done all the same.
pub async fn erase_idle_accounts(ports: &Ports) -> Result<(), StoreError> {
    let today = copenhagen::day(ports.clock.now());
    let until = Idleness::told_today(today);
    let (mut behind, mut done, mut outcome) = (None, 0, Ok(()));
    loop {
        let idle = ports.idle.idle_accounts(until, behind, AT_ONCE).await?;
        let Some((last, _)) = idle.last() else { return outcome };
        behind = Some(*last);
        for (id, idleness) in idle {
            if idleness.step(today) == IdleStep::Wait {
                continue;
            }
            match take_step(ports, id, today).await {
                Ok(true) => done += 1,
                Ok(false) => {}
                // Others do not wait for this one.
                Err(error) => outcome = Err(error),
            }
            if done == AT_ONCE {
                return outcome;
            }
        }
    }
}

/// Does what is to be done about one account; answers whether it was told or is gone.
async fn take_step(ports: &Ports, id: AccountId, today: NaiveDate) -> Result<bool, StoreError> {
    // Looked for beforehand: whoever holds a connection should not wait for a second one.
    let Some(known) = ports.people.person(id).await? else { return Ok(false) };
    if !ports.requests.requests_by(&known.email, 1).await?.is_empty() {
        return Ok(false);
    }
    let administrators = administrators(ports, &known).await?;

    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let Some(account) = hold(&mut *tx, &known, administrators).await? else { return Ok(false) };
    let Some(idleness) = tx.idleness().of_account(id).await? else { return Ok(false) };
    if !tx.erasure().active_of(&account.email).await?.is_empty() {
        return Ok(false);
    }
    match idleness.step(today) {
        IdleStep::Wait => return Ok(false),
        IdleStep::Warn => {
            tx.idleness().warned(id, today).await?;
            let letter = Letter::AccountIdle { goes_on: idleness.goes_on(today) };
            tell(ports, &mut *tx, &account, letter).await?;
            tx.commit().await?;
            tracing::info!(account = %id.0, "its owner was told that an account goes");
        }
        IdleStep::Erase => {
            let whose = (&account.email, Some(account.language));
            erase_within(ports, &mut *tx, whose, now).await?;
            tx.commit().await?;
            ports.kept_letters.forget_kept_to(&account.email).await?;
            tracing::info!("an account to which nobody came is erased");
        }
    }
    Ok(true)
}

/// Everybody who runs the portal, where the account is one of theirs; else it alone.
async fn administrators(
    ports: &Ports,
    account: &Account,
) -> Result<BTreeSet<AccountId>, StoreError> {
    let mut all = BTreeSet::from([account.id]);
    if account.roles.contains(&Role::Administrator) {
        let staff = ports.people.staff().await?;
        let administrators = staff.iter().filter(|it| it.roles.contains(&Role::Administrator));
        all.extend(administrators.map(|it| it.id));
    }
    Ok(all)
}

/// Holds an account as it is now, unless somebody has closed it, changed its address or made it
/// the only one that runs the portal. Partners are held first, as whoever changes who acts for
/// one does; and all administrators in the order of their names, so that of two who would go at
/// once one stays.
async fn hold(
    tx: &mut dyn Transaction,
    known: &Account,
    administrators: BTreeSet<AccountId>,
) -> Result<Option<Account>, StoreError> {
    let partners: BTreeSet<PartnerId> = known.roles.iter().filter_map(|it| it.partner()).collect();
    for id in partners {
        tx.partners().by_id(id).await?;
    }
    let (mut own, mut has_other) = (None, false);
    for id in administrators {
        let Some(account) = tx.accounts().by_id(id).await? else { continue };
        if account.id == known.id {
            own = Some(account);
        } else if account.roles.contains(&Role::Administrator) && !account.is_suspended() {
            has_other = true;
        }
    }
    let stays = |it: &Account| it.roles.contains(&Role::Administrator) && !has_other;
    Ok(own.filter(|it| it.email == known.email && !it.is_suspended() && !stays(it)))
}
