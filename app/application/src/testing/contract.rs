//! What every store and every reader promises, whatever it is made of.
//!
//! The fakes and the real things run the same promises, so a test that passes on the
//! first says something about the second.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{Activity, ExternalId, Slug, State, Topic},
    partners::PartnerId,
    search::{PageNumber, Parameter, Query},
};

use super::{MemoryStore, an_activity, partner};
use crate::ports::{
    CatalogueChanges, CatalogueReader, ChangeMark, IndexChange, Lookup, Match, Matches,
    PartnerReader, Store,
};

/// How many activities the readers are asked about.
pub const ACTIVITIES: usize = 50;

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
    let values: [(&str, &[&str]); 25] = [
        ("topic", &["robotics", "physics", "maritime"]),
        ("level", &["grade-3", "grade-8", "stx", "master"]),
        ("age", &["0", "10", "17", "40"]),
        ("kind", &["camp", "workshop", "equipment_loan"]),
        ("audience", &["pupils", "teachers"]),
        ("region", &["midtjylland", "hovedstaden", "sjaelland", "oestdanmark"]),
        ("municipality", &["0791", "0101", "0461"]),
        ("area", &["viborg", "koebenhavn"]),
        ("from", &["2026-12-15", "2027-02-01"]),
        ("to", &["2026-12-24", "2027-03-01"]),
        ("month", &["2027-01", "2026-11", "2027-03"]),
        ("week", &["2026-W52", "2027-W07", "2027-W02"]),
        ("format", &["on_site", "at_school", "online"]),
        ("language", &["en", "da"]),
        ("free", &["true"]),
        ("price_max", &["0", "75"]),
        ("girls", &["true"]),
        ("seats", &["1", "20", "30"]),
        ("partner", &["zoo-2", "findes-ikke"]),
        ("campaign", &["girlsday-2027", "anden"]),
        ("sector", &["business", "public"]),
        ("near", &["8800", "fyn"]),
        ("full", &["true"]),
        ("past", &["true"]),
        ("sort", &["date", "relevance"]),
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
    // A third of them, spread over all: each costs some hundred questions to the plain answer.
    queries = queries.into_iter().enumerate().filter(|(n, _)| n % 3 == 0).map(|it| it.1).collect();
    for query in &mut queries {
        query.per_page = 7;
    }
    queries
}

fn everything(query: &Query, now: DateTime<Utc>) -> Lookup<'_> {
    Lookup { query, matches: None, now }
}

/// What an index might have found.
fn some_matches(i: usize) -> Matches {
    let found = (0..ACTIVITIES).filter(|n| !(n + i).is_multiple_of(3)).map(|n| Match {
        id: an_activity(n).id,
        rank: u16::try_from((n * 37 + i) % 1_000).unwrap_or_default(),
        is_whole: !(n * i).is_multiple_of(5),
    });
    Matches { found: found.collect(), corrections: Vec::new() }
}

/// What comes near meets what must be met, misses something, and nothing nearer is left out.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_what_comes_near(store: &dyn Store, reader: &dyn CatalogueReader) {
    fill(store, ACTIVITIES).await;
    let now = DateTime::parse_from_rfc3339("2026-12-20T11:00:00Z").expect("an instant").to_utc();
    let must = Query::parse(&[("free", "true")]).expect("a query");
    let wished = [("topic", "robotics"), ("level", "grade-5"), ("near", "8800")];
    let wished = Query::parse(&wished).expect("a query").filter;
    let matches = some_matches(2);
    for matches in [None, Some(&matches)] {
        let lookup = Lookup { query: &must, matches, now };
        let near = reader.nearly(lookup, &wished, 10).await.expect("an answer");
        assert_eq!(near.len(), 10);
        for it in &near {
            assert!(it.activity.price.is_free() && !it.misses.is_empty(), "{it:?}");
            let misses_topic = !it.activity.topics.contains(&Topic::Robotics);
            assert_eq!(it.misses.contains(&Parameter::Topic), misses_topic, "{it:?}");
            let is_whole = matches.is_none_or(|matches| {
                matches.found.iter().any(|found| found.id == it.activity.id && found.is_whole)
            });
            assert_eq!(it.misses.contains(&Parameter::Words), !is_whole, "{it:?}");
        }
        assert!(near[0].misses.len() <= near[9].misses.len() + 1, "{near:?}");
    }
}

/// Copies are told of every change once, as things are now, in the order of the changes.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn tells_every_change(store: &dyn Store, changes: &dyn CatalogueChanges) {
    let mut activities = fill(store, 12).await;
    let start = changes.version().await.expect("a number");
    let all = changes.changed_after(ChangeMark::after(i64::MIN), 100).await.expect("changes");
    assert_eq!(all.len(), 12);
    assert!(all.is_sorted_by_key(|it| it.mark) && all.iter().all(|it| it.mark.version == start));
    assert!(changes.changed_after(ChangeMark::after(start), 9).await.expect("changes").is_empty());

    let now = DateTime::<Utc>::UNIX_EPOCH + TimeDelta::days(365 * 50);
    activities[4].step_to(State::Cancelled, now).expect("a step");
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities[3..5]).await.expect("a write");
    tx.commit().await.expect("a commit");

    let end = changes.version().await.expect("a number");
    assert!(end > start);
    let mut mark = ChangeMark::after(start);
    let mut told = Vec::new();
    while let Some(it) = changes.changed_after(mark, 1).await.expect("changes").pop() {
        mark = it.mark;
        told.push(it);
    }
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told.iter().all(|it| it.mark.version == end));
    let forgotten = IndexChange::Forget(activities[4].id);
    assert!(told.iter().any(|it| it.change == forgotten), "{told:?}");
    let put = told.iter().find_map(|it| match &it.change {
        IndexChange::Put(document) => Some(document),
        IndexChange::Forget(_) => None,
    });
    let document = put.expect("a document");
    assert_eq!(document.title, activities[3].particulars().title.as_str());

    let public = changes.public().await.expect("an answer");
    assert_eq!(public.len(), 11);
    assert!(public.contains(&(activities[3].id, end)));
    let ids: Vec<_> = activities.iter().map(|it| it.id).collect();
    assert_eq!(changes.documents(&ids).await.expect("documents").len(), 11);
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
        let matches = some_matches(i);
        let lookup = Lookup { query, matches: (i % 4 == 0).then_some(&matches), now };
        let (found, plain) = (
            reader.find(lookup).await.expect("an answer"),
            memory.find(lookup).await.expect("an answer"),
        );
        assert_eq!(found.total, plain.total, "{query:?}");
        assert_eq!(found.hits, plain.hits, "{query:?}");
        assert_eq!(found.facets, plain.facets, "{query:?}");
        assert_eq!(reader.count(lookup).await.expect("an answer"), plain.total, "{query:?}");
        assert_eq!(found.map, plain.map, "{query:?}");
        for dot in plain.map {
            let there = Query { filter: dot.behind(&query.filter), ..query.clone() };
            let lookup = Lookup { query: &there, ..lookup };
            let listed = reader.count(lookup).await.expect("an answer");
            assert_eq!(listed, dot.activities, "the list behind the map: {there:?}");
        }
    }
    let (partners, plain) = (
        reader.partners(before_new_year).await.expect("an answer"),
        memory.partners(before_new_year).await.expect("an answer"),
    );
    let names = |list: &[crate::ports::PartnerSummary]| {
        list.iter().map(|it| (it.name.clone(), it.activities)).collect::<Vec<_>>()
    };
    assert_eq!(names(&partners), names(&plain));
    for named in [partner(2), partner(4)] {
        let (shown, plain) = (reader.name_shown(&named.slug), memory.name_shown(&named.slug));
        assert_eq!((&shown, &plain), (&Some(named.name.to_string()), &shown));
    }
    let nobody = Slug::kept("findes-ikke");
    assert_eq!((reader.name_shown(&nobody), memory.name_shown(&nobody)), (None, None));
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
        let query = Query { page, per_page: 9, ..Query::default() };
        let found = reader.find(everything(&query, now)).await.expect("an answer");
        seen.extend(found.hits.into_iter().map(|it| it.id));
    }
    let all = Query::default();
    let total = reader.count(everything(&all, now)).await.expect("an answer") as usize;
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
    let all = Query { per_page: 100, ..Query::default() };
    let before = reader.count(everything(&all, now)).await.expect("an answer");
    let listed = reader.find(everything(&all, now)).await.expect("an answer").hits;
    let gone = listed[0].id;
    let place = activities.iter().position(|it| it.id == gone).expect("a listed activity");
    activities[place].step_to(State::Archived, now).expect("a step");
    let mut tx = store.begin().await.expect("a transaction");
    tx.activities().save(&activities[place..=place]).await.expect("a write");
    tx.commit().await.expect("a commit");

    assert_eq!(reader.count(everything(&all, now)).await.expect("an answer"), before - 1);
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
        let store = MemoryStore::default();
        tells_what_comes_near(&store, &store).await;
        let store = MemoryStore::default();
        tells_every_change(&store, &store).await;
    }
}
