//! Somebody gets a role.

use domain::{
    Email,
    identity::{
        Account, AccountId, DeedKind, Letter, LetterLanguage, PersonName, Purpose, Role, Secret,
    },
};

use super::write_letter::{Reader, link, tell};
use crate::{
    deeds::{Doing, write_down},
    ports::{Ports, StoreError},
};

/// Gives a role to whoever reads letters at an address, with an account where there is none,
/// and answers the secret of a link that signs in once. Sessions from before end, since what they
/// may has changed.
///
/// # Errors
///
/// Where the store fails.
pub async fn invite(
    ports: &Ports,
    email: &Email,
    name: PersonName,
    role: Role,
    language: LetterLanguage,
) -> Result<Secret, StoreError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let (account, is_given) = if let Some(mut account) = tx.accounts().by_email(email).await? {
        let is_given = !account.roles.contains(&role);
        if is_given {
            account.roles.push(role);
            account.roles.sort();
            tx.accounts().save(&account).await?;
            tx.sessions().end_all_of(account.id, None).await?;
            tell(ports, &mut *tx, &account, Letter::RolesChanged).await?;
        }
        (account, is_given)
    } else {
        let id = AccountId(ports.ids.next());
        let mut account = Account::opened(id, email.clone(), name, language, now);
        account.roles.push(role);
        tx.accounts().add(&account).await?;
        (account, true)
    };
    if is_given {
        let doing = Doing::to_account(None, DeedKind::RoleGiven, account.id);
        write_down(ports, &mut *tx, doing).await?;
    }
    let reader = Reader { email, account: Some(&account), name: None, language, next: None };
    let secret = link(ports, &mut *tx, Purpose::SignIn, reader, now).await?;
    tx.commit().await?;
    tracing::info!(account = %account.id.0, role = role.key(), "a role was given");
    Ok(secret)
}
