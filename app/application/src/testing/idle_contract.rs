//! What every store promises of who has not come for long.

use chrono::{DateTime, NaiveDate, Utc};
use domain::identity::{AccountId, Idleness};

use super::identity_contract::account;
use crate::ports::{IdleReader, Store};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// Whoever never came in was here when the account was made, 30 November 2026. Coming makes it a
/// later day and never an earlier one, and ends what was told before; whoever changes an account
/// changes none of it. Who has not come for long is told in parts; closed accounts are none.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn knows_who_came(store: &dyn Store, reader: &dyn IdleReader) {
    let made = day("2026-11-30");
    let mut tx = store.begin().await.expect("a transaction");
    // The third is closed.
    for n in 1..=5 {
        tx.accounts().add(&account(n)).await.expect("a write");
    }
    let never = Idleness { last_came: made, warned_on: None };
    let [one, two, four, five] = [1, 2, 4, 5].map(|n| account(n).id);
    assert_eq!(tx.idleness().of_account(one).await.expect("a read"), Some(never));
    assert_eq!(tx.idleness().of_account(account(9).id).await.expect("a read"), None);
    tx.idleness().came(two, day("2027-01-02")).await.expect("a write");
    tx.idleness().came(two, day("2027-01-01")).await.expect("a write");
    tx.idleness().warned(four, day("2028-11-01")).await.expect("a write");
    tx.idleness().warned(five, day("2028-11-01")).await.expect("a write");
    tx.commit().await.expect("a commit");
    reader.saw_owner(five, day("2028-11-02")).await.expect("a write");
    reader.saw_owner(five, day("2028-10-30")).await.expect("a write");

    let mut tx = store.begin().await.expect("a transaction");
    tx.idleness().came(one, day("2030-01-01")).await.expect("a write");
    drop(tx);
    let mut tx = store.begin().await.expect("a transaction");
    let mut changed = account(2);
    changed.created_at = DateTime::<Utc>::UNIX_EPOCH;
    tx.accounts().save(&changed).await.expect("a write");
    tx.commit().await.expect("a commit");

    let came = |text: &str| Idleness { last_came: day(text), warned_on: None };
    let told = Idleness { last_came: made, warned_on: Some(day("2028-11-01")) };
    let all = [(one, never), (two, came("2027-01-02")), (four, told), (five, came("2028-11-02"))];
    let idle = async |until: &str, behind: Option<AccountId>, n: u64| {
        reader.idle_accounts(day(until), behind, n).await.expect("a read")
    };
    assert_eq!(idle("2026-11-29", None, 9).await, []);
    assert_eq!(idle("2026-11-30", None, 9).await, [all[0], all[2]]);
    assert_eq!(idle("2027-01-01", None, 9).await, [all[0], all[2]]);
    assert_eq!(idle("2027-01-02", None, 9).await, all[..3]);
    assert_eq!(idle("2028-11-02", None, 9).await, all);
    assert_eq!(idle("2028-11-02", None, 2).await, all[..2]);
    assert_eq!(idle("2028-11-02", Some(two), 9).await, all[2..]);
    assert_eq!(idle("2028-11-02", Some(five), 9).await, []);
    let mut tx = store.begin().await.expect("a transaction");
    for (id, it) in all {
        assert_eq!(tx.idleness().of_account(id).await.expect("a read"), Some(it));
    }
    drop(tx);
    reader.forget_warnings().await.expect("a write");
    let [_, _, (_, untold), _] = all.map(|(id, it)| (id, Idleness { warned_on: None, ..it }));
    assert_eq!(idle("2028-11-02", Some(two), 1).await, [(four, untold)]);
}
