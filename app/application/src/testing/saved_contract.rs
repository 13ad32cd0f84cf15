//! What every store promises of what people keep for later.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{ActivityId, Saved},
    identity::AccountId,
};

use super::{contract::fill, identity_contract::account};
use crate::ports::{HeldReader, SavedReader, Store};

fn saved(account: AccountId, activity: ActivityId, minutes: i64) -> Saved {
    let noon = DateTime::<Utc>::from_timestamp(1_796_040_000, 0).unwrap_or_default();
    Saved { account, activity, saved_at: noon + TimeDelta::minutes(minutes) }
}

/// What somebody keeps is theirs alone, once, and the last found first; it goes when they let it
/// go, and with all that is held of them.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_what_is_saved(
    store: &dyn Store,
    reader: &dyn SavedReader,
    held: &dyn HeldReader,
) {
    let activities: Vec<ActivityId> = fill(store, 3).await.iter().map(|it| it.id).collect();
    let (one, two) = (account(1), account(2));
    let mut tx = store.begin().await.expect("a transaction");
    for it in [&one, &two] {
        tx.accounts().add(it).await.expect("a write");
    }
    let first = saved(one.id, activities[0], 0);
    let (second, others) = (saved(one.id, activities[1], 1), saved(two.id, activities[0], 2));
    for it in [&first, &second, &others, &saved(one.id, activities[0], 9)] {
        tx.saved().put(it).await.expect("a write");
    }
    assert_eq!(tx.saved().count(one.id).await.expect("a read"), 2);
    tx.commit().await.expect("a commit");
    assert_eq!(reader.saved_by(one.id).await.expect("a read"), [second, first]);
    assert_eq!(reader.saved_by(two.id).await.expect("a read"), [others]);

    let mut tx = store.begin().await.expect("a transaction");
    for _ in 0..2 {
        tx.saved().remove(one.id, activities[1]).await.expect("a write");
    }
    tx.saved().remove(one.id, activities[2]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.saved_by(one.id).await.expect("a read"), [first]);
    let told = held.held(&one.email).await.expect("a read");
    assert_eq!(told.iter().filter(|it| it.of == "saved_activity").count(), 1, "{told:?}");

    let mut tx = store.begin().await.expect("a transaction");
    tx.erasure().erase(&one.email).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.saved_by(one.id).await.expect("a read"), []);
    assert_eq!(reader.saved_by(two.id).await.expect("a read"), [others]);
}
