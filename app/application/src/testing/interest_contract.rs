//! What every store promises of what pupils answer.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::Secret,
    signup::{Interest, InterestAnswer, InterestLink},
};

use super::sign_up_contract::visit_now;
use crate::ports::{InterestReader, Store};

fn answer(before: i32, after: i32) -> InterestAnswer {
    let score = |n: i32| n.try_into().expect("a number from 1 to 5");
    InterestAnswer { before: score(before), after: score(after) }
}

/// Answers are counted date by date, and a date has one link, the last.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn counts_answers(store: &dyn Store, reader: &dyn InterestReader) {
    let [date, other] = [1, 2].map(|n| OccurrenceId(Uuid::from_u128(n)));
    let link = |n: u8, minutes: i64| InterestLink {
        mark: Secret::of([n; 32]).mark(),
        occurrence: date,
        made_at: visit_now() + TimeDelta::minutes(minutes),
    };
    let (first, second) = (link(1, 0), link(2, 1));
    let mut said = Interest::default();
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.interest().of(date).await.expect("a read"), said);
    tx.interest().keep_link(&first).await.expect("a write");
    for (before, after) in [(2, 4), (2, 4), (5, 1), (1, 5)] {
        said.count(answer(before, after), 1);
        tx.interest().count(date, answer(before, after)).await.expect("a write");
    }
    assert_eq!(tx.interest().of(date).await.expect("a read"), said);
    tx.commit().await.expect("a commit");
    assert_eq!(reader.interest_of(&[date, other]).await.expect("a read"), [(date, said)].into());
    assert_eq!(reader.interest_of(&[]).await.expect("a read"), [].into());
    assert_eq!(reader.interest_link(&first.mark).await.expect("a read"), Some(first.clone()));

    let mut tx = store.begin().await.expect("a transaction");
    tx.interest().keep_link(&second).await.expect("a write");
    tx.interest().keep_link(&InterestLink { occurrence: other, ..link(3, 2) }).await.expect("one");
    tx.interest().count(other, answer(3, 3)).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.interest_link(&first.mark).await.expect("a read"), None);
    let kept = reader.interest_link_of(date).await.expect("a read");
    assert_eq!(kept, Some(second.clone()));
    assert_eq!(reader.interest_of(&[date]).await.expect("a read"), [(date, said)].into());

    reader.forget_interest_links(second.made_at).await.expect("a write");
    assert_eq!(reader.interest_link_of(date).await.expect("a read"), Some(second.clone()));
    let later = second.made_at + TimeDelta::seconds(1);
    reader.forget_interest_links(later).await.expect("a write");
    assert_eq!(reader.interest_link_of(date).await.expect("a read"), None);
    assert!(reader.interest_link_of(other).await.expect("a read").is_some());
    assert_eq!(reader.interest_of(&[date]).await.expect("a read"), [(date, said)].into());
}
