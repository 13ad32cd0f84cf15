//! What every store promises of deeds.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    identity::{Deed, DeedId, DeedKind, Subject},
};

use super::{contract::fill, identity_contract::account, partner_id};
use crate::ports::{DeedReader, Store, ToldDeed};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

/// Deeds come back as they were written, the newest first, to those whom they concern; what was
/// dropped was never done, and only deeds about accounts are forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_deeds(store: &dyn Store, reader: &dyn DeedReader) {
    let activities = fill(store, 2).await;
    let (one, two) = (account(1), account(2));
    let deed = |n: u8, kind, about| Deed {
        id: DeedId(Uuid::from_u128(u128::from(n))),
        at: noon() + TimeDelta::minutes(i64::from(n)),
        by: (n != 3).then_some(one.id),
        on_behalf_of: (n == 2).then(|| partner_id(0)),
        kind,
        about,
        remark: (n == 2).then(|| "Skriv,\nhvor I mødes.".try_into().expect("a remark")),
    };
    let opened = deed(1, DeedKind::AccountOpened, Subject::Account(one.id));
    let returned = deed(2, DeedKind::ActivityReturned, Subject::Activity(activities[0].id));
    let given = deed(3, DeedKind::RoleGiven, Subject::Account(two.id));
    let added = deed(4, DeedKind::PartnerAdded, Subject::Partner(partner_id(0)));

    let mut tx = store.begin().await.expect("a transaction");
    for it in [&one, &two] {
        tx.accounts().add(it).await.expect("a write");
    }
    for it in [&returned, &added, &opened, &given] {
        tx.deeds().add(it).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    let mut tx = store.begin().await.expect("a transaction");
    let never = deed(5, DeedKind::FactorOn, Subject::Account(one.id));
    tx.deeds().add(&never).await.expect("a write");
    assert_eq!(
        tx.deeds().about(Subject::Account(one.id)).await.expect("a read"),
        [never, opened.clone()]
    );
    drop(tx);

    let name = || Some(one.name.to_string());
    let of_title = activities[0].particulars().title.to_string();
    let of_partner = super::partner(0).name.to_string();
    let told = |deed: &Deed, by: Option<String>, what: Option<&str>| ToldDeed {
        deed: deed.clone(),
        by,
        what: what.map(str::to_owned),
    };
    let about = reader.deeds_about(returned.about, 9).await.expect("a read");
    assert_eq!(about, [told(&returned, name(), Some(&of_title))]);
    let own = reader.deeds_of(one.id, 9).await.expect("a read");
    assert_eq!(own.iter().map(|it| &it.deed).collect::<Vec<_>>(), [&added, &returned, &opened]);
    assert_eq!(reader.deeds_of(one.id, 2).await.expect("a read"), own[..2]);
    assert_eq!(
        reader.deeds_of(two.id, 9).await.expect("a read"),
        [told(&given, None, Some(two.name.as_str()))]
    );
    let theirs = reader.deeds_for(partner_id(0), 9).await.expect("a read");
    assert_eq!(
        theirs,
        [told(&added, name(), Some(&of_partner)), told(&returned, name(), Some(&of_title))]
    );

    let ends = [DeedKind::ActivityReturned, DeedKind::ActivitySubmitted];
    let ids = activities.iter().map(|it| it.id).collect::<Vec<_>>();
    let last = reader.last_about(&ids, &ends).await.expect("a read");
    assert_eq!(last, [told(&returned, name(), Some(&of_title))]);
    assert_eq!(reader.last_about(&ids, &[DeedKind::ActivityApproved]).await.expect("a read"), []);
    assert_eq!(reader.last_about(&ids[1..], &ends).await.expect("a read"), []);
    assert_eq!(reader.last_about(&[], &ends).await.expect("a read"), []);
    let again = deed(6, DeedKind::ActivitySubmitted, returned.about);
    let mut tx = store.begin().await.expect("a transaction");
    tx.deeds().add(&again).await.expect("a write");
    tx.commit().await.expect("a commit");
    let last = reader.last_about(&ids, &ends).await.expect("a read");
    assert_eq!(last.iter().map(|it| &it.deed).collect::<Vec<_>>(), [&again]);

    let later = noon() + TimeDelta::minutes(2);
    reader.forget_deeds_about_accounts(later).await.expect("a write");
    let own = reader.deeds_of(one.id, 9).await.expect("a read");
    assert_eq!(own.iter().map(|it| &it.deed).collect::<Vec<_>>(), [&again, &added, &returned]);
    assert_eq!(reader.deeds_of(two.id, 9).await.expect("a read").len(), 1);
}
