//! What every store promises of whether parties still come.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::Occurrence,
    signup::{Coming, ComingRule, Roster, SignUp, SignUpId, Stage},
};

use super::sign_up_contract::{a_visit, enters, fill_visits, visit_date, visit_now};
use crate::ports::{SignUpReader, Store};

/// How a date asks is kept; whoever is to be asked, told once more or freed at an instant is found
/// then and not before; what is noted is kept, and only by those who note it; a date that is moved
/// asks anew.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_whether_they_come(store: &dyn Store, reader: &dyn SignUpReader) {
    let [id] = fill_visits(store, &[30]).await[..] else { panic!("a date") };
    let start = visit_date(0, 30).start();
    let before = |days: i64| start - TimeDelta::days(days);
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    assert_eq!(roster.kept().coming, ComingRule::default());
    let rule = ComingRule::new(Some(7), Some(4)).expect("a rule");
    roster.ask_by(rule, visit_now());
    // One is sure, one has not answered its letter, one has no address, and one
    // changes its number later.
    let mut made = Vec::new();
    for n in 1..=4 {
        let sign_up = enters(&mut roster, n, 2);
        assert!(tx.sign_ups().add(&sign_up).await.expect("a write"));
        made.push(sign_up);
    }
    let (sure, silent) = (made[0].id, made[2].id);
    for id in [sure, silent] {
        roster.confirm(id, visit_now()).expect("an answer");
    }
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    let late = made[3].id;
    let mut tx = store.begin().await.expect("a transaction");
    let mut roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    assert_eq!(roster.kept().coming, rule);
    assert_eq!(changes_late(&mut roster, late, before(6)), Stage::Confirmed);
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");

    let found = async |at: DateTime<Utc>| -> Vec<_> {
        let found = reader.to_ask(at, 9).await.expect("a read");
        found.into_iter().map(|(date, it)| (date == id, it)).collect()
    };
    let minute = TimeDelta::minutes(1);
    assert_eq!(found(before(7) - minute).await, []);
    assert_eq!(found(before(7)).await, [(true, sure)]);
    assert_eq!(found(before(1)).await, [], "it is tomorrow");

    let asked = Coming { asked_at: Some(before(7)), ..Coming::default() };
    note(store, &made[0], asked).await;
    let kept = reader.sign_up(sure).await.expect("a read").expect("a sign-up");
    assert_eq!(kept.coming, asked);
    assert_eq!(found(before(5) - minute).await, []);
    assert_eq!(found(before(5)).await, [(true, sure)], "a day before its seats are freed");
    let reminded = Coming { reminded_at: Some(before(5)), ..asked };
    note(store, &made[0], reminded).await;
    assert_eq!(found(before(4) - minute).await, []);
    assert_eq!(found(before(4)).await, [(true, sure)]);
    assert_eq!(found(roster.date().closes_at).await, [], "nobody could take them any more");
    // Whoever keeps what has changed about a party changes nothing of it.
    let mut tx = store.begin().await.expect("a transaction");
    tx.sign_ups().save(&kept).await.expect("a write");
    tx.commit().await.expect("a commit");
    let said = Coming { yes_at: Some(before(5) + minute), ..reminded };
    note(store, &made[0], said).await;
    let kept = reader.sign_up(sure).await.expect("a read").expect("a sign-up");
    assert_eq!(kept.coming, said);
    assert_eq!(found(before(4)).await, [], "it said yes");

    move_on(store, TimeDelta::days(10)).await;
    let due = reader.due_rosters(visit_now(), 9).await.expect("a read");
    assert_eq!(due, [id]);
    let mut tx = store.begin().await.expect("a transaction");
    let roster = tx.rosters().lock(id).await.expect("a read").expect("a roster");
    tx.rosters().save(&roster).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(found(before(4)).await, []);
    let both = found(before(-3)).await;
    assert!(both.len() == 2 && both.contains(&(true, sure)), "what was said was of another day");
}

async fn note(store: &dyn Store, it: &SignUp, coming: Coming) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.rosters().lock(it.occurrence).await.expect("a read").expect("a roster");
    tx.sign_ups().note_coming(it.id, coming).await.expect("a write");
    tx.commit().await.expect("a commit");
}

/// A party answers its letter at once, and says much later that one less comes.
fn changes_late(roster: &mut Roster, id: SignUpId, at: DateTime<Utc>) -> Stage {
    roster.confirm(id, visit_now()).expect("an answer");
    roster.change_number(id, 1, at).expect("fewer");
    roster.entry(id).expect("an entry").stage
}

/// The date begins so much later.
async fn move_on(store: &dyn Store, by: TimeDelta) {
    let mut visit = a_visit(0, 30);
    let was = visit_date(0, 30);
    let (start, end) = (was.start() + by, was.end() + by);
    let moved =
        Occurrence::new(was.id, (start, end), was.capacity(), Some(start - TimeDelta::days(2)));
    let said = visit.particulars().clone();
    visit.revise(said, vec![moved.expect("a date")], visit_now());
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
}
