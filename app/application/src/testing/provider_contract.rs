//! What every store promises of identities and errands.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    identity::{Errand, Identity, IdentityId, JoinedIdentity, Role, Secret, Vouched, Wish},
};

use super::{identity_contract::account, partner_id};
use crate::ports::{IdentityReader, Store};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

fn identity(n: u8) -> Identity {
    Identity::of("https://login.example", format!("Elev{n}æ")).expect("an identity")
}

fn joined(n: u8, of: u8) -> JoinedIdentity {
    JoinedIdentity {
        id: IdentityId(Uuid::from_u128(600 + u128::from(n))),
        identity: identity(n),
        account: account(of).id,
        roles: vec![Role::Editor(partner_id(1)), Role::Steering],
        joined_at: noon(),
        used_at: noon(),
    }
}

/// Identities come back as they were kept, to the letter, and belong to one account each.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_identities(store: &dyn Store, reader: &dyn IdentityReader) {
    let mut tx = store.begin().await.expect("a transaction");
    for n in 1..3 {
        tx.accounts().add(&account(n)).await.expect("a write");
    }
    tx.identities().add(&joined(1, 1)).await.expect("a write");
    tx.commit().await.expect("a commit");

    let kept = reader.identity(&identity(1)).await.expect("a read");
    assert_eq!(kept, Some(joined(1, 1)));
    let shouted = Identity::of("https://login.example", "ELEV1Æ").expect("an identity");
    assert_eq!(reader.identity(&shouted).await.expect("a read"), None);
    assert_eq!(reader.identities_of(account(2).id).await.expect("a read"), []);

    for double in [joined(1, 2), joined(2, 1)] {
        let double = JoinedIdentity { id: IdentityId(Uuid::from_u128(699)), ..double };
        let mut tx = store.begin().await.expect("a transaction");
        assert!(tx.identities().add(&double).await.is_err(), "{double:?}");
    }
    let mut tx = store.begin().await.expect("a transaction");
    let mut changed = joined(1, 1);
    (changed.roles, changed.used_at) = (Vec::new(), noon() + TimeDelta::hours(1));
    tx.identities().save(&changed).await.expect("a write");
    assert_eq!(
        tx.identities().by_identity(&identity(1)).await.expect("a read").as_ref(),
        Some(&changed)
    );
    assert_eq!(tx.identities().of_account(account(1).id).await.expect("a read"), [changed.clone()]);
    tx.commit().await.expect("a commit");
    let mut tx = store.begin().await.expect("a transaction");
    tx.identities().remove(changed.id).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.identity(&identity(1)).await.expect("a read"), None);
}

/// An errand is taken once, with what was said or without, and is forgotten when it is old.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn gives_an_errand_once(store: &dyn Store, reader: &dyn IdentityReader) {
    let said = Vouched {
        identity: identity(1),
        email: Some("lone@skole.dk".try_into().expect("an address")),
        email_is_trusted: true,
        name: Some("Lone".try_into().expect("a name")),
        roles: vec![Role::Editor(partner_id(1))],
        has_second_factor: true,
    };
    let bare = Vouched {
        identity: identity(2),
        email: None,
        email_is_trusted: false,
        name: None,
        roles: Vec::new(),
        has_second_factor: false,
    };
    let errand = |n: u8, vouched: Option<Vouched>| Errand {
        mark: Secret::of([n; 32]).mark(),
        wish: if n == 1 { Wish::Join } else { Wish::SignIn },
        next: (n == 1).then(|| "/partner?ok=jeres".try_into().expect("a place inside")),
        begun_at: noon() + TimeDelta::minutes(i64::from(n)),
        vouched,
    };
    let all = [errand(1, Some(said)), errand(2, Some(bare)), errand(3, None)];
    let mut tx = store.begin().await.expect("a transaction");
    for it in &all {
        tx.identities().add_errand(it).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    for it in &all {
        assert_eq!(reader.errand(&it.mark).await.expect("a read").as_ref(), Some(it));
    }
    let mut tx = store.begin().await.expect("a transaction");
    let taken = tx.identities().take_errand(&all[0].mark).await.expect("a read");
    assert_eq!(taken.as_ref(), Some(&all[0]));
    assert_eq!(tx.identities().take_errand(&all[0].mark).await.expect("a read"), None);
    drop(tx);
    assert!(reader.errand(&all[0].mark).await.expect("a read").is_some(), "it was dropped");

    reader.forget_errands(all[2].begun_at).await.expect("a write");
    for (it, is_there) in all.iter().zip([false, false, true]) {
        assert_eq!(reader.errand(&it.mark).await.expect("a read").is_some(), is_there);
    }
}
