//! What every store and every reader promises, whatever it is made of.
//!
//! The fakes and the real things run the same promises, so a test that passes on the
//! first says something about the second.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{Activity, ExternalId, State},
    partners::PartnerId,
    search::{Filter, PageNumber, Query},
};

use super::{MemoryStore, an_activity, partner};
use crate::ports::{CatalogueReader, PartnerReader, Store};

/// How many activities the readers are asked about.
pub const ACTIVITIES: usize = 70;

fn key(it: &Activity) -> (PartnerId, ExternalId) {
    (it.partner, it.external_id.clone())
}

/// Puts five partners and a number of activities into a store.
///
/// # Panics
///
/// Where the store fails.
pub async fn fill(store: &dyn Store, n: usize) -> Vec<Activity> {
    let activities: Vec<Activity> = (0..n).map(an_activity).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let partners: Vec<_> = (0..5).map(partner).collect();
    tx.partners().add(&partners).await.expect("a write");
    tx.activities().add(&activities).await.expect("a write");
    tx.commit().await.expect("a commit");
    activities
}

/// What was committed is there, every field of it.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_what_was_committed(store: &dyn Store) {
    let activities = fill(store, 30).await;
    let keys: Vec<_> = activities.iter().map(key).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let mut kept = tx.activities().lock(&keys).await.expect("a read");
    kept.sort_by_key(|it| it.id);
    assert_eq!(kept, activities);
    assert_eq!(tx.activities().count().await.expect("a read"), 30);
}

/// What was dropped is forgotten.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn forgets_what_was_dropped(store: &dyn Store) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.partners().add(&[partner(0)]).await.expect("a write");
    tx.activities().add(&[an_activity(0)]).await.expect("a write");
    drop(tx);

    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.activities().count().await.expect("a read"), 0);
    assert!(tx.partners().by_name(&[partner(0).name.key()]).await.expect("a read").is_empty());
}

/// What changes is what was saved, and nothing else.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn saves_what_changed(store: &dyn Store) {
    let mut activities = fill(store, 12).await;
    let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(365 * 50);
    let said = an_activity(2).particulars().clone();
    assert!(activities[3].revise(said, an_activity(50).occurrences()[..1].to_vec(), now));
    activities[4].step_to(State::Cancelled, now).expect("a step");

    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities[3..5]).await.expect("a write");
    tx.commit().await.expect("a commit");

    let keys: Vec<_> = activities.iter().map(key).collect();
    let mut tx = store.begin().await.expect("a transaction");
    let mut kept = tx.activities().lock(&keys).await.expect("a read");
    kept.sort_by_key(|it| it.id);
    assert_eq!(kept, activities);
}

/// No two activities have the same key, and no two partners the same address.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_things_apart(store: &dyn Store) {
    fill(store, 3).await;
    let mut tx = store.begin().await.expect("a transaction");
    assert!(
        tx.activities().add(&[an_activity(1)]).await.is_err(),
        "the same activity was added twice"
    );
    drop(tx);

    let mut double = partner(7);
    double.name = "Zoo: 2".try_into().expect("a name");
    double.slug = partner(2).slug;
    let mut tx = store.begin().await.expect("a transaction");
    tx.partners().add(std::slice::from_ref(&double)).await.expect("a write");
    let kept = tx.partners().by_name(&[double.name.key()]).await.expect("a read");
    assert_eq!(kept[0].slug.as_str(), format!("{}-2", double.slug));
}

/// What the readers were asked, in every sort of way.
fn queries() -> Vec<Query> {
    let values: [(&str, &[&str]); 17] = [
        ("q", &["robot", "nummer æ", "ÆRØ", "findes ikke"]),
        ("topic", &["robotics", "physics", "maritime"]),
        ("level", &["grade-3", "grade-8", "stx", "master"]),
        ("age", &["0", "10", "17", "40"]),
        ("kind", &["camp", "workshop", "equipment_loan"]),
        ("audience", &["pupils", "teachers"]),
        ("region", &["midtjylland", "hovedstaden", "sjaelland", "oestdanmark"]),
        ("municipality", &["0791", "0101", "0461"]),
        ("from", &["2026-12-15", "2027-02-01"]),
        ("to", &["2026-12-24", "2027-03-01"]),
        ("format", &["on_site", "at_school", "online"]),
        ("language", &["en", "da"]),
        ("free", &["true"]),
        ("girls", &["true"]),
        ("seats", &["1", "20", "30"]),
        ("partner", &["zoo-2", "findes-ikke"]),
        ("campaign", &["girlsday-2027", "anden"]),
    ];
    let mut queries = vec![Query::default()];
    for (i, (name, options)) in values.iter().enumerate() {
        for value in *options {
            queries.extend(Query::parse(&[(*name, *value)]));
            for (other, more) in &values[i..] {
                queries.extend(Query::parse(&[(*name, *value), (*other, more[more.len() - 1])]));
            }
        }
    }
    for query in &mut queries {
        query.per_page = 7;
    }
    queries
}

/// Whatever is asked, the answer is the plain one.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn answers_as_plainly_as_memory(
    store: &dyn Store,
    reader: &(impl CatalogueReader + PartnerReader),
) {
    let memory = MemoryStore::default();
    fill(store, ACTIVITIES).await;
    fill(&memory, ACTIVITIES).await;
    let before_new_year =
        DateTime::parse_from_rfc3339("2026-12-20T11:00:00Z").expect("an instant").to_utc();
    let all = queries();
    assert!(all.len() > 150, "{}", all.len());
    for (i, query) in all.iter().enumerate() {
        let now = before_new_year + TimeDelta::days(i64::try_from(i % 3).unwrap_or_default() * 10);
        let (found, plain) = (
            reader.find(query, now).await.expect("an answer"),
            memory.find(query, now).await.expect("an answer"),
        );
        assert_eq!(found.total, plain.total, "{query:?}");
        assert_eq!(found.hits, plain.hits, "{query:?}");
        assert_eq!(found.facets, plain.facets, "{query:?}");
        assert_eq!(
            reader.count(&query.filter, now).await.expect("an answer"),
            plain.total,
            "{query:?}"
        );
    }
    let (partners, plain) = (
        reader.partners(before_new_year).await.expect("an answer"),
        memory.partners(before_new_year).await.expect("an answer"),
    );
    let names = |list: &[crate::ports::PartnerSummary]| {
        list.iter().map(|it| (it.name.clone(), it.activities)).collect::<Vec<_>>()
    };
    assert_eq!(names(&partners), names(&plain));
}

/// Pages follow one another without a gap or a double.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn pages_are_disjoint_and_complete(store: &dyn Store, reader: &dyn CatalogueReader) {
    fill(store, ACTIVITIES).await;
    let now = DateTime::parse_from_rfc3339("2026-12-01T08:00:00Z").expect("an instant").to_utc();
    let mut seen = Vec::new();
    for page in 1..30 {
        let page = PageNumber::new(page).expect("a page");
        let query = Query { filter: Filter::default(), page, per_page: 9 };
        seen.extend(
            reader.find(&query, now).await.expect("an answer").hits.into_iter().map(|it| it.id),
        );
    }
    let total = reader.count(&Filter::default(), now).await.expect("an answer") as usize;
    let mut distinct = seen.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!((seen.len(), distinct.len()), (total, total));
}

/// What is cancelled or archived is in no list, but its page can be told apart from none.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn lists_show_only_what_is_published(store: &dyn Store, reader: &dyn CatalogueReader) {
    let mut activities = fill(store, 20).await;
    let now = DateTime::parse_from_rfc3339("2026-12-01T08:00:00Z").expect("an instant").to_utc();
    let before = reader.count(&Filter::default(), now).await.expect("an answer");
    let listed = reader
        .find(&Query { per_page: 100, ..Query::default() }, now)
        .await
        .expect("an answer")
        .hits;
    let gone = listed[0].id;
    let place = activities.iter().position(|it| it.id == gone).expect("a listed activity");
    activities[place].step_to(State::Archived, now).expect("a step");
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities[place..=place]).await.expect("a write");
    tx.commit().await.expect("a commit");

    assert_eq!(reader.count(&Filter::default(), now).await.expect("an answer"), before - 1);
    let page = reader.activity(&activities[place].slug).await.expect("an answer").expect("a page");
    assert_eq!(page.activity.state(), State::Archived);
    let related = reader.related(listed[1].id, 5, now).await.expect("an answer");
    assert!(related.iter().all(|it| it.id != listed[1].id && it.id != gone));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn memory_keeps_the_stores_promises() {
        keeps_what_was_committed(&MemoryStore::default()).await;
        forgets_what_was_dropped(&MemoryStore::default()).await;
        saves_what_changed(&MemoryStore::default()).await;
        tells_things_apart(&MemoryStore::default()).await;
    }

    #[tokio::test]
    async fn memory_keeps_the_readers_promises() {
        let store = MemoryStore::default();
        pages_are_disjoint_and_complete(&store, &store).await;
        let store = MemoryStore::default();
        lists_show_only_what_is_published(&store, &store).await;
    }
}
