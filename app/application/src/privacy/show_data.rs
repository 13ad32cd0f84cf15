//! Somebody sees everything that is held of them.

use std::collections::BTreeSet;

use domain::{
    Email,
    catalogue::{Activity, ActivityId, State},
    identity::{Account, Link, Membership, Purpose, Role, Secret, has_administrator},
    partners::PartnerId,
    privacy::Held,
};

use super::{DataError, Obstacle};
use crate::ports::{OwnAsked, OwnSignUp, Ports, StoreError, Transaction};

/// Everything that is held of somebody.
#[derive(Clone, Debug)]
pub struct ShownData {
    pub email: Email,
    pub sign_ups: Vec<OwnSignUp>,
    pub requests: Vec<OwnAsked>,
    pub account: Option<Account>,
    /// What they keep for later and can be seen, or could.
    pub saved: Vec<Activity>,
    /// All of it, as it is kept.
    pub held: Vec<Held>,
    /// What stands in the way of erasing it.
    pub obstacles: Vec<Obstacle>,
}

/// So many sign-ups are told one by one; what somebody takes along has all of them.
const SHOWN: u64 = 100;

/// Everything that is held of whoever has the secret of a link that was opened.
///
/// # Errors
///
/// [`DataError::DeadLink`] where it does not work (any more).
pub async fn show_data(ports: &Ports, secret: &Secret) -> Result<ShownData, DataError> {
    let Link { email, .. } = opened(ports, secret).await?;
    let account = ports.accounts.account(&email).await?;
    let obstacles = match &account {
        None => Vec::new(),
        Some(account) => {
            let mut tx = ports.store.begin().await?;
            obstacles(&mut *tx, account).await?
        }
    };
    let saved = match &account {
        None => Vec::new(),
        Some(account) => ports.saved.saved_by(account.id).await?,
    };
    let saved: Vec<ActivityId> = saved.into_iter().map(|it| it.activity).collect();
    let mut saved = ports.desk.activities_named(&saved).await?;
    saved.retain(|it| it.state().is_public() || it.state() == State::Archived);
    Ok(ShownData {
        sign_ups: ports.sign_ups.sign_ups_by(&email, SHOWN).await?,
        requests: ports.requests.requests_by(&email, SHOWN).await?,
        saved,
        held: ports.held.held(&email).await?,
        account,
        obstacles,
        email,
    })
}

/// The link that a secret opens, while it does.
pub(super) async fn opened(ports: &Ports, secret: &Secret) -> Result<Link, DataError> {
    let link = ports.accounts.link(&secret.mark()).await?;
    let works = |it: &Link| it.purpose == Purpose::OpenData && it.works_at(ports.clock.now());
    link.filter(works).ok_or(DataError::DeadLink)
}

/// What stands in the way of erasing an account. The partners are held, as whoever changes who
/// acts for one holds it before any account.
pub(super) async fn obstacles(
    tx: &mut dyn Transaction,
    account: &Account,
) -> Result<Vec<Obstacle>, StoreError> {
    let mut obstacles = Vec::new();
    let partners: BTreeSet<PartnerId> =
        account.roles.iter().filter_map(|it| it.partner()).collect();
    for id in partners {
        let Some(partner) = tx.partners().by_id(id).await? else { continue };
        let members = tx.accounts().members_of(id).await?;
        let is_one = account.membership(id) == Some(Membership::Administrator);
        if is_one && !has_administrator(&members, id, Some(account.id)) {
            obstacles.push(Obstacle::LastAdministrator(partner.name));
        }
    }
    if account.roles.contains(&Role::Administrator) {
        obstacles.push(Obstacle::RunsPortal);
    }
    // Looked at once nobody else can close it; nothing else can be mended by whoever is shut out.
    let held = tx.accounts().by_id(account.id).await?;
    if held.is_some_and(|it| it.is_suspended()) {
        return Ok(vec![Obstacle::Suspended]);
    }
    Ok(obstacles)
}
