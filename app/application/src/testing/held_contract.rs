//! What every store promises of what is held of somebody.

use chrono::TimeDelta;
use domain::{Email, signup::Gone};

use super::sign_up_contract::{enters, fill_visits, visit_now};
use crate::ports::{HeldReader, SignUpReader, Store};

/// What is held of an address is found and erased, and of nobody else; a tombstone knows the
/// address again.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn erases_one_and_nobody_else(
    store: &dyn Store,
    sign_ups: &dyn SignUpReader,
    reader: &dyn HeldReader,
) {
    let [date] = fill_visits(store, &[50]).await[..] else { panic!("a date") };
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
    let (one, other) = (enters(&mut roster, 1, 4), enters(&mut roster, 2, 5));
    for sign_up in [&one, &other] {
        tx.sign_ups().add(sign_up).await.expect("a write");
    }
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    let address = |it: &Option<Email>| it.clone().expect("an address");
    let (email, neighbour) = (address(&one.contact.email), address(&other.contact.email));
    assert_ne!(email.key(), neighbour.key());
    // However it is written.
    let email: Email = email.as_str().to_uppercase().try_into().expect("an address");
    let held = reader.held(&email).await.expect("a read");
    assert!(held.iter().any(|it| it.of == "sign_up"), "{held:?}");

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.erasure().active_of(&email).await.expect("a read"), [(date, one.id)]);
    let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
    roster.leave(one.id, Gone::Cancelled, visit_now()).expect("it leaves");
    tx.rosters().save(&roster).await.expect("a write");
    assert_eq!(tx.erasure().active_of(&email).await.expect("a read"), []);
    let erased = tx.erasure().erase(&email).await.expect("a write");
    assert_eq!((erased.sign_ups, erased.requests, erased.has_account), (1, 0, false));
    tx.erasure().bury(&email, visit_now()).await.expect("a write");
    tx.commit().await.expect("a commit");

    assert_eq!(reader.held(&email).await.expect("a read"), []);
    assert_eq!(sign_ups.sign_up(one.id).await.expect("a read"), None);
    assert_eq!(sign_ups.sign_up(other.id).await.expect("a read"), Some(other.clone()));
    let stones = reader.tombstones(visit_now()).await.expect("a read");
    let [grave] = &stones[..] else { panic!("a tombstone") };
    assert_eq!(grave.erased_at, visit_now());
    assert_eq!(reader.buried(&stones).await.expect("a read"), []);
    // Buried once more, it is one stone; and it knows whoever is here again.
    let mut tx = store.begin().await.expect("a transaction");
    tx.erasure().bury(&neighbour, visit_now() + TimeDelta::days(1)).await.expect("a write");
    tx.erasure().bury(&neighbour, visit_now() + TimeDelta::days(2)).await.expect("a write");
    tx.commit().await.expect("a commit");
    let later = reader.tombstones(visit_now() + TimeDelta::days(1)).await.expect("a read");
    assert_eq!(later.len(), 1);
    let buried = reader.buried(&later).await.expect("a read");
    assert_eq!(buried.iter().map(Email::key).collect::<Vec<_>>(), [neighbour.key()]);
    reader.forget_tombstones(visit_now() + TimeDelta::days(1)).await.expect("a write");
    assert_eq!(reader.tombstones(visit_now()).await.expect("a read"), later);
}
