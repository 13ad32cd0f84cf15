//! What every store promises of what moderators are asked to look at.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::ActivityId,
    identity::LetterLanguage,
    pact::{Review, ReviewCause, ReviewId},
};

use super::contract::fill;
use crate::ports::{ReviewReader, Store};

fn noon() -> DateTime<Utc> {
    DateTime::UNIX_EPOCH + TimeDelta::days(20_000) + TimeDelta::hours(12)
}

fn review(n: u8, activity: ActivityId, cause: ReviewCause) -> Review {
    Review {
        id: ReviewId(Uuid::from_u128(u128::from(n))),
        activity,
        cause,
        remark: None,
        reply_to: None,
        asked_at: noon() + TimeDelta::minutes(i64::from(n)),
    }
}

/// What is asked comes back as it was, the longest waiting first and with what it is about; it is
/// gone once it is removed, once it is old, and once what it is about is gone.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_reviews(store: &dyn Store, reader: &dyn ReviewReader) {
    let activities = fill(store, 3).await;
    let [a, b] = [activities[0].id, activities[1].id];
    let sampled = review(3, a, ReviewCause::Sampled);
    let bare = review(2, b, ReviewCause::NotHappening);
    let told = Review {
        remark: Some("Døren var låst.\nIngen kom.".try_into().expect("a remark")),
        reply_to: Some(("Lone@Skole.dk".try_into().expect("an address"), LetterLanguage::English)),
        ..review(1, a, ReviewCause::Other)
    };
    let mut tx = store.begin().await.expect("a transaction");
    for it in [&sampled, &bare, &told] {
        tx.reviews().add(it).await.expect("a write");
    }
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.reviews().by_id(told.id).await.expect("a read").as_ref(), Some(&told));
    let of_a = [told.clone(), sampled.clone()];
    assert_eq!(tx.reviews().of_activity(a).await.expect("a read"), of_a);
    tx.reviews().remove(&[told.id, sampled.id]).await.expect("a write");
    assert_eq!(tx.reviews().of_activity(a).await.expect("a read"), []);
    drop(tx);
    assert_eq!(reader.reviews_of(a).await.expect("a read"), of_a, "it was dropped");
    assert_eq!(reader.review(told.id).await.expect("a read"), Some(told.clone()));
    let all = reader.reviews(9).await.expect("a read");
    let names: Vec<_> = all.iter().map(|(it, of)| (it.id, of.id)).collect();
    assert_eq!(names, [(told.id, a), (bare.id, b), (sampled.id, a)]);
    assert_eq!(all[0].1, activities[0]);
    assert_eq!(reader.reviews(2).await.expect("a read").len(), 2);

    reader.forget_reviews(bare.asked_at).await.expect("a write");
    let left = reader.reviews_of(a).await.expect("a read");
    assert_eq!(left, std::slice::from_ref(&sampled));
    let mut tx = store.begin().await.expect("a transaction");
    tx.reviews().remove(&[]).await.expect("a write");
    tx.reviews().remove(&[sampled.id]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.reviews(9).await.expect("a read").len(), 1);
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().remove(&[b]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(reader.reviews(9).await.expect("a read"), []);
}
