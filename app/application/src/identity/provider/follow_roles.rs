//! What somebody may follows what the provider says.

use std::collections::BTreeSet;

use domain::{
    identity::{
        Account, DeedKind, Followed, JoinedIdentity, Letter, Remark, Role, Subject, Vouched,
        has_administrator,
    },
    partners::PartnerId,
};

use crate::{
    deeds::{Doing, write_down},
    identity::tell,
    ports::{Ports, StoreError, Transaction},
};

/// Holds every partner that some roles are about, before any account is held; answers those that
/// are there.
pub(super) async fn hold_partners(
    tx: &mut dyn Transaction,
    before: &[Role],
    wanted: &[Role],
) -> Result<BTreeSet<PartnerId>, StoreError> {
    let named: BTreeSet<PartnerId> =
        before.iter().chain(wanted).filter_map(|role| role.partner()).collect();
    let mut there = BTreeSet::new();
    for id in named {
        if tx.partners().by_id(id).await?.is_some() {
            there.insert(id);
        }
    }
    Ok(there)
}

/// Gives and takes what the provider's word gives and takes, and keeps the identity with it. Where
/// that changes what they may, their sessions end and a letter tells them.
pub(super) async fn follow_roles(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (account, joined): (&mut Account, &mut JoinedIdentity),
    (vouched, partners): (&Vouched, &BTreeSet<PartnerId>),
) -> Result<Followed, StoreError> {
    let is_there = |role: &Role| role.partner().is_none_or(|it| partners.contains(&it));
    let wanted: Vec<Role> = vouched.roles.iter().copied().filter(is_there).collect();
    joined.used_at = ports.clock.now();
    keep(ports, tx, (account, joined), &wanted, vouched.has_second_factor).await
}

/// Lets roles follow other words, be it none any more.
pub(super) async fn keep(
    ports: &Ports,
    tx: &mut dyn Transaction,
    (account, joined): (&mut Account, &mut JoinedIdentity),
    wanted: &[Role],
    has_shown_two: bool,
) -> Result<Followed, StoreError> {
    let mut needed = BTreeSet::new();
    for role in joined.roles.iter().copied().filter(|role| !wanted.contains(role)) {
        if is_needed(ports, tx, account, role).await? {
            needed.insert(role);
        }
    }
    let followed =
        account.follow(&mut joined.roles, wanted, has_shown_two, |role| needed.contains(&role));
    tx.identities().save(joined).await?;
    if followed.given.is_empty() && followed.taken.is_empty() {
        return Ok(followed);
    }
    for partner in followed.given.iter().filter_map(|role| role.partner()) {
        // What they asked for, or were asked to, has come about.
        if let Some(claim) = tx.claims().of(account.id, partner).await? {
            tx.claims().remove(claim.id).await?;
        }
        if let Some(invitation) = tx.invitations().of(partner, &account.email).await? {
            tx.invitations().remove(invitation.id).await?;
        }
    }
    tx.accounts().save(account).await?;
    tx.sessions().end_all_of(account.id, None).await?;
    tell(ports, tx, account, Letter::RolesChanged).await?;
    let given = followed.given.iter().map(|role| (DeedKind::RoleGiven, *role));
    let taken = followed.taken.iter().map(|role| (DeedKind::RoleTaken, *role));
    for (kind, role) in given.chain(taken) {
        let doing = Doing {
            by: None,
            on_behalf_of: role.partner(),
            kind,
            about: Subject::Account(account.id),
            remark: Some(Remark::try_from(role.to_string()).map_err(StoreError::new)?),
        };
        write_down(ports, tx, doing).await?;
        tracing::info!(account = %account.id.0, role = role.key(), %kind, "roles follow the provider");
    }
    Ok(followed)
}

/// Whether nobody else could do what a role is for.
async fn is_needed(
    ports: &Ports,
    tx: &mut dyn Transaction,
    account: &Account,
    role: Role,
) -> Result<bool, StoreError> {
    match role {
        Role::PartnerAdministrator(partner) => {
            let members = tx.accounts().members_of(partner).await?;
            Ok(!has_administrator(&members, partner, Some(account.id)))
        }
        Role::Administrator => {
            let staff = ports.people.staff().await?;
            let mut others = staff.iter().filter(|it| it.id != account.id && !it.is_suspended());
            Ok(!others.any(|it| it.roles.contains(&Role::Administrator)))
        }
        _ => Ok(false),
    }
}
