//! What every store promises of the web addresses that it watches.

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use domain::catalogue::{Activity, ActivityId, Heard, SignUpMode, State, Watched};

use super::contract::fill;
use crate::ports::{AddressWatch, Store, Watcher};

fn noon(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default() + TimeDelta::days(day)
}

/// What was silent on so many days in a row, the last of them this one.
fn silent(activity: &Activity, days: i64, last: i64) -> Watched {
    let url = activity.particulars().sign_up_url.clone().expect("an address");
    let new = Watched::new(activity.id, url, noon(last - days));
    (1..=days).fold(new, |it, n| {
        let at = noon(last - days + n);
        it.heard(Heard::Silence, at, at.date_naive())
    })
}

async fn save(store: &dyn Store, activity: &Activity) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(std::slice::from_ref(activity)).await.expect("a write");
    tx.commit().await.expect("a commit");
}

/// Addresses of published activities are asked: those never asked first, then as often as they
/// must be; what is dead is told to whom it belongs, until the activity is over or leads elsewhere.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn watches_addresses(store: &dyn Store, watch: &dyn AddressWatch) {
    let all = fill(store, 40).await;
    let led = |it: &&Activity| it.particulars().sign_up == SignUpMode::External;
    let leading: Vec<&Activity> =
        all.iter().filter(led).filter(|it| !it.is_over_at(noon(9))).collect();
    assert!(leading.len() >= 4, "{}", leading.len());
    let due = watch.due(noon(9), 99).await.expect("a read");
    let mut found: Vec<_> = due.iter().map(|it| it.activity).collect();
    found.sort();
    let mut expected: Vec<_> = leading.iter().map(|it| it.id).collect();
    expected.sort();
    assert_eq!(found, expected);
    assert!(due.iter().all(|it| it.known.is_none()));
    assert_eq!(watch.due(noon(9), 2).await.expect("a read").len(), 2);

    // One answers, one is in doubt, one is dead; whatever is left was never asked and comes first.
    let (fine, doubtful, dead) = (leading[0], leading[1], leading[2]);
    let url = fine.particulars().sign_up_url.clone().expect("an address");
    let fine_now = Watched::new(fine.id, url, noon(0));
    for it in [&fine_now, &silent(doubtful, 1, 0), &silent(dead, 2, -1), &silent(dead, 3, 0)] {
        watch.keep(it).await.expect("a write");
    }
    let asked = async |day: i64| {
        let due = watch.due(noon(day), 99).await.expect("a read");
        let known = due.into_iter().filter_map(|it| it.known);
        known.map(|it| it.activity).collect::<BTreeSet<ActivityId>>()
    };
    assert_eq!(asked(0).await, [].into());
    assert_eq!(asked(1).await, [doubtful.id, dead.id].into());
    assert_eq!(asked(7).await, [fine.id, doubtful.id, dead.id].into());
    watch.keep(&silent(dead, 14, 0)).await.expect("a write");
    assert_eq!(asked(1).await, [doubtful.id].into());
    watch.keep(&silent(dead, 3, 0)).await.expect("a write");
    let due = watch.due(noon(7), 99).await.expect("a read");
    assert!(due.is_sorted_by_key(|it| it.known.is_some()), "what was never asked waits");

    let told = watch.dead(noon(9), None).await.expect("a read");
    assert_eq!(told, [(silent(dead, 3, 0), (*dead).clone())]);
    let theirs = watch.dead(noon(9), Some(&[dead.partner])).await.expect("a read");
    assert_eq!(theirs.len(), 1);
    let others: Vec<_> = all.iter().map(|it| it.partner).filter(|it| *it != dead.partner).collect();
    assert_eq!(watch.dead(noon(9), Some(&others)).await.expect("a read"), []);
    assert_eq!(watch.dead(noon(9), Some(&[])).await.expect("a read"), []);

    // What is over is asked no more, and told of no more.
    let far = noon(400);
    let is_on = |it: &&&Activity| !it.is_over_at(far);
    let still = leading.iter().filter(is_on).count();
    assert!(still < leading.len(), "none is ever over");
    assert_eq!(watch.due(far, 99).await.expect("a read").len(), still);
    let told = watch.dead(far, None).await.expect("a read").len();
    assert_eq!(told, usize::from(!dead.is_over_at(far)));

    // What leads elsewhere is as if it had never been asked, and so is nothing that is not public.
    let mut particulars = dead.particulars().clone();
    particulars.sign_up_url = Some("https://b.example/y".try_into().expect("an address"));
    let mut moved = (*dead).clone();
    moved.revise(particulars, dead.occurrences().to_vec(), noon(1));
    save(store, &moved).await;
    assert_eq!(watch.dead(noon(9), None).await.expect("a read"), []);
    let due = watch.due(noon(1), 99).await.expect("a read");
    let again = due.iter().find(|it| it.activity == dead.id).expect("it is due");
    assert_eq!((again.url.as_str(), &again.known), ("https://b.example/y", &None));
    save(store, &moved.kept(State::Cancelled, noon(1))).await;
    let due = watch.due(noon(9), 99).await.expect("a read");
    assert!(due.iter().all(|it| it.activity != dead.id));
}

/// One asks at a time: for as long as it says so, and then whoever comes first.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn is_watched_by_one(watch: &dyn AddressWatch) {
    let [one, other] = [1, 2].map(|n| Watcher(domain::Uuid::from_u128(n)));
    let may = async |who, day| {
        let (now, ends) = (noon(day), noon(day) + TimeDelta::hours(12));
        watch.lease(who, now, ends).await.expect("an answer")
    };
    assert!(may(one, 0).await, "nobody else does");
    assert!(!may(other, 0).await, "one does already");
    assert!(may(one, 0).await, "it goes on");
    assert!(may(other, 1).await, "its time has run out");
    assert!(!may(one, 1).await, "another does now");
    let (now, ends) = (noon(1) + TimeDelta::hours(12), noon(2));
    assert!(watch.lease(one, now, ends).await.expect("an answer"), "it ends when it says");
}
