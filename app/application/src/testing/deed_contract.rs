//! What every store promises of deeds.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    identity::{Deed, DeedId, DeedKind, Subject},
    search::PageNumber,
};

use super::{contract::fill, identity_contract::account, partner_id};
use crate::ports::{DeedReader, HistoryOf, Store, ToldDeed};

static SOME_KINDS: [DeedKind; 2] = [DeedKind::ActivityReturned, DeedKind::MemberJoined];

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

    let of = async |of: HistoryOf| {
        let history = reader.history(of, PageNumber::FIRST).await.expect("a read");
        assert_eq!((history.of, history.page), (of, PageNumber::FIRST));
        assert_eq!(history.total, history.deeds.len() as u64);
        history.deeds
    };
    let name = || Some(one.name.to_string());
    let of_title = activities[0].particulars().title.to_string();
    let of_partner = super::partner(0).name.to_string();
    let told = |deed: &Deed, by: Option<String>, what: Option<&str>| ToldDeed {
        deed: deed.clone(),
        by,
        what: what.map(str::to_owned),
    };
    let about = of(HistoryOf::Subject(returned.about)).await;
    assert_eq!(about, [told(&returned, name(), Some(&of_title))]);
    let own = of(HistoryOf::Account(one.id)).await;
    assert_eq!(own.iter().map(|it| &it.deed).collect::<Vec<_>>(), [&added, &returned, &opened]);
    assert_eq!(of(HistoryOf::Account(two.id)).await, [told(&given, None, Some(two.name.as_str()))]);
    let theirs = of(HistoryOf::Partner(partner_id(0), None)).await;
    assert_eq!(
        theirs,
        [told(&added, name(), Some(&of_partner)), told(&returned, name(), Some(&of_title))]
    );

    let some = of(HistoryOf::Partner(partner_id(0), Some(&SOME_KINDS))).await;
    assert_eq!(some, [told(&returned, name(), Some(&of_title))]);

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
    let own = of(HistoryOf::Account(one.id)).await;
    assert_eq!(own.iter().map(|it| &it.deed).collect::<Vec<_>>(), [&again, &added, &returned]);
    assert_eq!(of(HistoryOf::Account(two.id)).await.len(), 1);
}

/// A history comes in pages, each deed on one of them, the newest first; deeds of one instant
/// stand in one order.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_histories_in_pages(store: &dyn Store, reader: &dyn DeedReader) {
    let activities = fill(store, 1).await;
    let about = Subject::Activity(activities[0].id);
    let deed = |n: u8| Deed {
        id: DeedId(Uuid::from_u128(u128::from(n) + 1)),
        at: noon() + TimeDelta::minutes(i64::from(n / 10)),
        by: None,
        on_behalf_of: None,
        kind: DeedKind::ActivityRevised,
        about,
        remark: None,
    };
    let mut tx = store.begin().await.expect("a transaction");
    for n in 0..120 {
        tx.deeds().add(&deed(n)).await.expect("a write");
    }
    tx.commit().await.expect("a commit");
    let mut seen = Vec::new();
    for (n, on_it) in [(1, 50), (2, 50), (3, 20), (4, 0)] {
        let page = PageNumber::new(n).expect("a page");
        let history = reader.history(HistoryOf::Subject(about), page).await.expect("a read");
        assert_eq!((history.deeds.len(), history.total, history.pages()), (on_it, 120, 3));
        seen.extend(history.deeds.into_iter().map(|it| it.deed));
    }
    assert_eq!(seen, (0..120).rev().map(deed).collect::<Vec<_>>());
}
