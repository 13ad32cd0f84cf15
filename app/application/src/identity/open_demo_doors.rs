//! Links for whoever tries the demo.

use domain::{
    Email,
    identity::{
        Account, AccountId, Factor, FactorKey, LetterLanguage, PersonName, Purpose, Role, Secret,
    },
};

use super::write_letter::{Reader, link};
use crate::ports::{Ports, StoreError};

/// One side of the portal that a newcomer can look at.
#[derive(Clone, Debug)]
pub struct DemoDoor {
    pub email: Email,
    pub name: PersonName,
    /// None for somebody who only takes part.
    pub role: Option<Role>,
}

/// Makes sure of an account for each and answers a link that signs in once, both factors in one.
/// It must only be called where the demo is served to its own machine.
///
/// # Errors
///
/// Where the store fails.
pub async fn open_demo_doors(ports: &Ports, doors: &[DemoDoor]) -> Result<Vec<Secret>, StoreError> {
    let now = ports.clock.now();
    let mut tx = ports.store.begin().await?;
    let mut secrets = Vec::new();
    for door in doors {
        let account = if let Some(account) = tx.accounts().by_email(&door.email).await? {
            account
        } else {
            let id = AccountId(ports.ids.next());
            let (email, name) = (door.email.clone(), door.name.clone());
            let mut account = Account::opened(id, email, name, LetterLanguage::Danish, now);
            account.roles.extend(door.role);
            if account.needs_factor() {
                let mut chance = [0; 20];
                ports.chance.fill(&mut chance);
                let factor = Factor::proposed(FactorKey::of(chance));
                account.factor = Some(Factor { is_confirmed: true, ..factor });
            }
            tx.accounts().add(&account).await?;
            account
        };
        let (email, language) = (&account.email, account.language);
        let reader = Reader { email, account: Some(&account), name: None, language, next: None };
        secrets.push(link(ports, &mut *tx, Purpose::Demo, reader, now).await?);
    }
    tx.commit().await?;
    Ok(secrets)
}
