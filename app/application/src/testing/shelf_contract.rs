//! What every store promises of all that partners own.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{Activity, ActivityId, OccurrenceId, SignUpMode, State},
    search::PageNumber,
    signup::Gone,
};

use super::{
    contract::fill,
    partner_id,
    sign_up_contract::{enters, fill_visits, visit_now},
};
use crate::ports::{Owned, OwnedDate, SeatsAt, ShelfReader, Shelved, SideOfNow, Store, TitleWords};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

fn ids(found: &Shelved) -> Vec<ActivityId> {
    found.activities.iter().map(|it| it.id).collect()
}

/// What partners own is told page by page, each thing once: the last changed first, and last what
/// was taken out of the catalogue; what others lead belongs to it until then.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_all_that_is_owned(store: &dyn Store, shelf: &dyn ShelfReader) {
    let mut all = fill(store, 290).await;
    let changed = |it: &Activity, state, minutes| {
        it.clone().kept(state, noon() + TimeDelta::minutes(minutes))
    };
    all[10] = changed(&all[10], State::Draft, 3);
    all[5] = changed(&all[5], State::Archived, 9);
    all[15] = changed(&all[15], State::Submitted, 4);
    all[20] = changed(&all[20], State::Submitted, 5);
    all[1] = changed(&all[1], State::Cancelled, 6);
    all[2] = changed(&all[2], State::Archived, 7);
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&all).await.expect("a write");
    tx.commit().await.expect("a commit");

    let (led_by, shared) = ([partner_id(0)], [all[1].id, all[2].id]);
    let owned = Owned { led_by: &led_by, shared: &shared };
    let page = |n| PageNumber::new(n).expect("a page");
    let first = shelf.shelf(owned, None, page(1)).await.expect("a read");
    let second = shelf.shelf(owned, None, page(2)).await.expect("a read");
    let third = shelf.shelf(owned, None, page(3)).await.expect("a read");
    assert_eq!((first.total, second.total, third.total), (59, 59, 59));
    assert_eq!((first.activities.len(), second.activities.len()), (50, 9));
    assert_eq!(third.activities, []);
    assert_eq!(first.activities[0], all[1], "all of it is told");
    assert_eq!(ids(&first)[..4], [1, 20, 15, 10].map(|n: usize| all[n].id));
    assert_eq!(second.activities.last(), Some(&all[5]), "it was changed last, but is gone");
    let mut seen = [ids(&first), ids(&second)].concat();
    seen.sort_unstable();
    let theirs = all.iter().filter(|it| it.partner == partner_id(0) || it.id == all[1].id);
    assert_eq!(seen, theirs.map(|it| it.id).collect::<Vec<_>>(), "each once");

    let waiting = shelf.in_state(owned, State::Submitted, Some(1)).await.expect("a read");
    assert_eq!((ids(&waiting), waiting.total), (vec![all[20].id], 2));
    let waiting = shelf.in_state(owned, State::Submitted, None).await.expect("a read");
    assert_eq!((ids(&waiting), waiting.total), (vec![all[20].id, all[15].id], 2));
    let nothing = Owned { led_by: &[], shared: &[] };
    assert_eq!(shelf.shelf(nothing, None, page(1)).await.expect("a read"), Shelved::default());
}

/// Words are looked for in the titles of what is owned, in whatever case, and however æ, ø and å
/// are typed; what is found comes in pages too.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn finds_what_is_called_so(store: &dyn Store, shelf: &dyn ShelfReader) {
    let mut all = fill(store, 290).await;
    let mut said = all[35].particulars().clone();
    said.title = "BLÅBÆRGRØD 100 % _".try_into().expect("a title");
    let (dates, at) = (all[35].occurrences().to_vec(), all[35].updated_at());
    all[35].revise(said, dates, at);
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&all[35..36]).await.expect("a write");
    tx.commit().await.expect("a commit");
    let led_by = [partner_id(0)];
    let owned = Owned { led_by: &led_by, shared: &[] };
    let page = |n| PageNumber::new(n).expect("a page");
    let found = async |words: &str, n| {
        let words = TitleWords::read(words).expect("words");
        shelf.shelf(owned, Some(&words), page(n)).await.expect("a read")
    };
    for words in ["blåbærgrød", "blaabaergroed", "GRØD 100", "100 %", "grød _"] {
        let it = found(words, 1).await;
        assert_eq!((ids(&it), it.total), (vec![all[35].id], 1), "{words}");
    }
    assert_eq!(found("grød %%", 1).await, Shelved::default(), "nothing stands for anything else");
    assert_eq!(found("nummer 36", 1).await, Shelved::default(), "it is another's");
    let (first, second) = (found("AKTIVITET Å", 1).await, found("AKTIVITET Å", 2).await);
    assert_eq!((first.activities.len(), second.activities.len()), (50, 7));
    assert_eq!((first.total, second.total), (57, 57));
    let whole = shelf.shelf(owned, None, page(1)).await.expect("a read");
    let others: Vec<ActivityId> = ids(&whole).into_iter().filter(|it| *it != all[35].id).collect();
    assert_eq!(ids(&first)[..49], others, "they stand in the same order");
}

/// The dates of what is published are told from the next one on and from the last one back; and
/// what has its organisers answer requests.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_dates_of_what_is_owned(store: &dyn Store, shelf: &dyn ShelfReader) {
    let mut all = fill(store, 100).await;
    for (n, state) in [(5, State::Cancelled), (10, State::Submitted), (1, State::Archived)] {
        all[n] = all[n].clone().kept(state, noon());
    }
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&all).await.expect("a write");
    tx.commit().await.expect("a commit");
    let (led_by, shared) = ([partner_id(0)], [all[1].id, all[2].id]);
    let owned = Owned { led_by: &led_by, shared: &shared };
    let theirs = |it: &&Activity| {
        it.state() == State::Published && (it.partner == partner_id(0) || shared.contains(&it.id))
    };
    let mut dates: Vec<OwnedDate> = Vec::new();
    for activity in all.iter().filter(theirs) {
        let with = |date| OwnedDate { activity: activity.clone(), date };
        dates.extend(activity.occurrences().iter().cloned().map(with));
    }
    let (mut over, mut coming): (Vec<_>, Vec<_>) =
        dates.into_iter().partition(|it| it.date.end() <= noon());
    assert!(over.len() > 1 && coming.len() > 1, "there are some of either");
    coming.sort_by_key(|it| (it.date.start(), it.activity.id, it.date.id));
    over.sort_by_key(|it| std::cmp::Reverse((it.date.start(), it.activity.id, it.date.id)));
    assert_eq!(shelf.dates(owned, SideOfNow::Coming(noon()), 99).await.expect("a read"), coming);
    assert_eq!(
        shelf.dates(owned, SideOfNow::Coming(noon()), 1).await.expect("a read"),
        coming[..1]
    );
    assert_eq!(shelf.dates(owned, SideOfNow::Over(noon()), 99).await.expect("a read"), over);
    assert_eq!(shelf.dates(owned, SideOfNow::Over(noon()), 1).await.expect("a read"), over[..1]);

    let answers = |it: &&Activity| {
        it.partner == partner_id(0)
            && it.state().is_public()
            && it.particulars().sign_up == SignUpMode::Request
    };
    let wanted: Vec<ActivityId> = all.iter().filter(answers).map(|it| it.id).collect();
    assert!(!wanted.is_empty(), "there are some");
    let mut found = shelf.answered_by(&led_by).await.expect("a read");
    found.sort_unstable();
    assert_eq!(found, wanted);
}

/// Who has a seat and who waits for one is counted date by date; who has gone is not.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn counts_seats(store: &dyn Store, shelf: &dyn ShelfReader) {
    let dates = fill_visits(store, &[10, 10, 10]).await;
    for (date, parties) in
        [(dates[0], [(1, 2), (2, 6), (4, 8)]), (dates[1], [(5, 3), (6, 4), (7, 3)])]
    {
        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
        for (n, pupils) in parties {
            let it = enters(&mut roster, n, pupils);
            assert!(tx.sign_ups().add(&it).await.expect("a write"));
        }
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");

        let mut tx = store.begin().await.expect("a transaction");
        let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
        let first = roster.entries().iter().map(|it| it.id).min().expect("somebody");
        roster.leave(first, Gone::Cancelled, visit_now()).expect("a farewell");
        tx.rosters().save(&roster).await.expect("a write");
        tx.commit().await.expect("a commit");
    }
    let counted = shelf.seats_at(&dates).await.expect("a read");
    let at = |date: OccurrenceId| counted.get(&date).copied();
    assert_eq!(at(dates[0]), Some(SeatsAt { taken: 6, waiting: 8 }));
    assert_eq!(at(dates[1]), Some(SeatsAt { taken: 7, waiting: 0 }));
    assert_eq!(at(dates[2]), None, "nobody came near it");
    assert_eq!(shelf.seats_at(&[]).await.expect("a read"), [].into());
}
