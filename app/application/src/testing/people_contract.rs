//! What every store promises of members and invitations.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    identity::{Invitation, InvitationId, Membership, Role, Secret},
};

use super::{contract::fill, identity_contract::account, partner_id};
use crate::ports::{PeopleReader, Store};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

fn invitation(n: u8) -> Invitation {
    Invitation {
        id: InvitationId(Uuid::from_u128(600 + u128::from(n))),
        mark: Secret::of([n; 32]).mark(),
        partner: partner_id(usize::from(n % 2)),
        membership: if n == 2 { Membership::Administrator } else { Membership::Editor },
        email: format!("ny{n}@Skole.dk").try_into().expect("an address"),
        by: account(1).id,
        invited_at: noon() - TimeDelta::minutes(i64::from(n)),
    }
}

/// Invitations come back as they were written, by name, by link and by address in whatever case;
/// nobody is invited to one partner twice, and old ones are forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_invitations(store: &dyn Store, reader: &dyn PeopleReader) {
    fill(store, 1).await;
    let mut tx = store.begin().await.expect("a transaction");
    tx.accounts().add(&account(1)).await.expect("a write");
    for n in 0..4 {
        tx.invitations().add(&invitation(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    let it = invitation(2);
    assert_eq!(tx.invitations().by_id(it.id).await.expect("a read").as_ref(), Some(&it));
    assert_eq!(tx.invitations().by_mark(&it.mark).await.expect("a read").as_ref(), Some(&it));
    let shouted = "NY2@SKOLE.DK".try_into().expect("an address");
    let found = tx.invitations().of(it.partner, &shouted).await.expect("a read");
    assert_eq!(found.as_ref(), Some(&it));
    assert_eq!(tx.invitations().of(partner_id(1), &shouted).await.expect("a read"), None);
    let theirs = tx.invitations().to(partner_id(0)).await.expect("a read");
    assert_eq!(theirs, [invitation(2), invitation(0)], "the oldest first");
    tx.invitations().remove(invitation(3).id).await.expect("a write");
    tx.commit().await.expect("a commit");
    let all = reader.invitations_of(partner_id(1)).await.expect("a read");
    assert_eq!(all, [invitation(1)]);
    assert_eq!(reader.invitation(&it.mark).await.expect("a read"), Some(it.clone()));
    assert_eq!(reader.invitation(&invitation(3).mark).await.expect("a read"), None);

    let mut tx = store.begin().await.expect("a transaction");
    let twice = Invitation { id: invitation(9).id, mark: invitation(9).mark, ..it };
    assert!(tx.invitations().add(&twice).await.is_err(), "somebody is invited twice");
    drop(tx);
    reader.forget_invitations(noon() - TimeDelta::minutes(1)).await.expect("a write");
    assert_eq!(reader.invitations_of(partner_id(0)).await.expect("a read"), [invitation(0)]);
}

/// Members are told of each partner alone, and everybody with a role of the whole.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_who_acts_for_whom(store: &dyn Store, reader: &dyn PeopleReader) {
    fill(store, 1).await;
    let mut people = [1, 2, 4, 5].map(account);
    people[0].join(partner_id(0), Membership::Editor);
    people[1].join(partner_id(0), Membership::Administrator);
    people[1].join(partner_id(1), Membership::Editor);
    people[2].roles = vec![Role::Steering];
    let mut tx = store.begin().await.expect("a transaction");
    for it in &people {
        tx.accounts().add(it).await.expect("a write");
    }
    assert_eq!(tx.accounts().members_of(partner_id(0)).await.expect("a read"), people[..2]);
    tx.commit().await.expect("a commit");
    assert_eq!(reader.members_of(partner_id(0)).await.expect("a read"), people[..2]);
    assert_eq!(reader.members_of(partner_id(1)).await.expect("a read"), people[1..2]);
    assert_eq!(reader.members_of(partner_id(2)).await.expect("a read"), []);
    assert_eq!(reader.staff().await.expect("a read"), people[..3]);
    assert_eq!(reader.person(people[3].id).await.expect("a read"), Some(people[3].clone()));
    assert_eq!(reader.person(account(9).id).await.expect("a read"), None);
}
