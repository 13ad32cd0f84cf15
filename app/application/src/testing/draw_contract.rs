//! What every store promises of draws.

use chrono::TimeDelta;
use domain::signup::{DateDraw, Drawn, Priority, PriorityClass, Roster, Seed, SignUp, SignUpId};

use super::sign_up_contract::{enters, fill_visits, visit_now};
use crate::ports::{ForgetBefore, SignUpReader, Store};

/// A draw is chosen, takes place once, and is forgotten with its date; what it gave has no name.
///
/// # Panics
///
/// Where a promise is broken.
pub async fn keeps_draws(store: &dyn Store, reader: &dyn SignUpReader) {
    let date = fill_visits(store, &[30]).await[0];
    let (now, later) = (visit_now(), visit_now() + TimeDelta::days(3));
    let (seed, priority) = (Seed::of([7; 32]), Priority::ClassesFirst);
    let chosen = DateDraw { seed, priority, draws_at: later, done: None };
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
    roster.have_drawn(Some(chosen), now).expect("nobody has signed up");
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    let kept = |roster: Option<Roster>| roster.and_then(|it| it.kept().draw);
    assert_eq!(kept(reader.roster(date).await.expect("a read")), Some(chosen));

    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
    assert_eq!(roster.kept().draw, Some(chosen));
    let came: Vec<SignUp> =
        [(1, 20), (2, 15), (4, 5)].map(|(n, pupils)| enters(&mut roster, n, pupils)).into();
    for it in &came {
        assert!(tx.sign_ups().add(it).await.expect("a write"));
        roster.confirm(it.id, now).expect("an answer");
    }
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    let activity = roster.date().activity;
    assert_eq!(reader.draws_of(activity).await.expect("a read"), [(date, chosen)]);
    let due = reader.due_rosters(later, 9).await.expect("a read");
    assert_eq!(due, [date], "the time of the draw is a time at which something happens");

    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(date).await.expect("a read").expect("a roster");
    roster.draw(|_: SignUpId| PriorityClass::FIRST, later);
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    let by_number = |mut drawn: Vec<Drawn>| {
        drawn.sort_by_key(|it| it.number);
        drawn
    };
    let drawn = by_number(reader.drawn(date).await.expect("a read"));
    assert_eq!(drawn, by_number(roster.drawn().to_vec()));
    assert_eq!(drawn.len(), 3);
    let read = reader.roster(date).await.expect("a read").expect("a roster");
    assert_eq!(read.kept(), roster.kept());
    assert_eq!(read.entries(), roster.entries(), "those who wait do so in the order of the draw");

    let before = later + TimeDelta::days(90);
    let before = ForgetBefore { needs: before, emergency: before, all: before, forms: before };
    reader.forget_sign_ups(before).await.expect("a write");
    assert_eq!(reader.drawn(date).await.expect("a read"), []);
}
