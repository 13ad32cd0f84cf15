//! What every store and every reader promises of partners that own an activity together.

use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{Activity, ActivityId, Slug, State},
    partners::{CoOwner, FormerKey, PartnerId},
    search::{Filter, Query},
};

use super::{contract::fill, partner, partner_id};
use crate::ports::{
    CatalogueChanges, CatalogueReader, ChangeMark, DeskReader, IndexChange, Lookup, PartnerReader,
    Store,
};

fn noon() -> DateTime<Utc> {
    DateTime::from_timestamp(1_796_040_000, 0).unwrap_or_default()
}

/// What lists show under a partner.
async fn offered(reader: &dyn CatalogueReader, slug: &Slug) -> Vec<ActivityId> {
    let filter = Filter { partners: vec![slug.clone()], ..Filter::default() };
    let query = Query { filter, per_page: 100, ..Query::default() };
    let found = reader.find(Lookup { query: &query, matches: None, now: noon() }).await;
    found.expect("an answer").hits.iter().map(|it| it.id).collect()
}

async fn write(store: &dyn Store, it: &CoOwner) {
    let mut tx = store.begin().await.expect("a transaction");
    tx.co_owners().put(it).await.expect("a write");
    tx.activities().touch(&[it.activity]).await.expect("a write");
    tx.commit().await.expect("a commit");
}

/// Something that lists show, and the address of a partner that does not lead it.
async fn shared(store: &dyn Store, reader: &dyn CatalogueReader) -> (Activity, PartnerId, Slug) {
    let activities = fill(store, 20).await;
    for (n, slug) in [(0, partner(0).slug), (1, partner(1).slug)] {
        let shown = offered(reader, &slug).await;
        let it = activities.iter().find(|it| shown.contains(&it.id));
        if let Some(it) = it {
            return (it.clone(), partner_id(1 - n), partner(1 - n).slug);
        }
    }
    panic!("lists show something of the first two partners");
}

/// Who was asked owns nothing yet; who has said yes stands beside the lead wherever the activity
/// is told of, and goes without a trace.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn shares_activities(
    store: &dyn Store,
    catalogue: &dyn CatalogueReader,
    partners: &dyn PartnerReader,
    changes: &dyn CatalogueChanges,
    desk: &dyn DeskReader,
) {
    let (it, beside, slug) = shared(store, catalogue).await;
    let before = offered(catalogue, &slug).await;
    let counted = async || {
        let summary = partners.partner(&slug, noon()).await.expect("an answer");
        summary.expect("a partner").activities
    };
    let told = async || {
        let details = catalogue.activity(&it.slug).await.expect("an answer").expect("an activity");
        let names = details.co_owners.iter().map(|it| (it.id, it.link.slug.clone()));
        (names.collect::<Vec<_>>(), details.co_owners.iter().any(|it| it.sees_rosters))
    };
    let indexed = async || {
        let documents = changes.documents(&[it.id]).await.expect("an answer");
        documents.into_iter().next().expect("a document").partner
    };
    let (n, lead) = (counted().await, indexed().await);
    let version = changes.version().await.expect("a number");

    let mut asked = CoOwner::asked(it.id, beside, noon());
    write(store, &asked).await;
    assert!(changes.version().await.expect("a number") > version, "copies hear of it");
    assert_eq!(offered(catalogue, &slug).await, before, "it is only asked");
    assert_eq!(
        (told().await, counted().await, indexed().await),
        ((vec![], false), n, lead.clone())
    );
    assert_eq!(desk.co_owned_by(&[beside]).await.expect("an answer"), [asked.clone()]);
    assert_eq!(desk.co_owners_of(&[it.id]).await.expect("an answer"), [asked.clone()]);

    asked.joined_at = Some(noon() + TimeDelta::hours(1));
    asked.sees_rosters = true;
    asked.lead_asked_at = Some(noon() + TimeDelta::hours(2));
    write(store, &asked).await;
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.co_owners().of(it.id).await.expect("a read"), [asked.clone()]);
    drop(tx);
    let after = offered(catalogue, &slug).await;
    assert!(after.contains(&it.id) && after.len() == before.len() + 1, "it stands on its page");
    assert_eq!(told().await, (vec![(beside, slug.clone())], true));
    assert_eq!(counted().await, n + 1);
    assert_eq!(indexed().await, format!("{lead}, {}", partner_name(beside)));
    let query = Query { per_page: 100, ..Query::default() };
    let found = catalogue.find(Lookup { query: &query, matches: None, now: noon() }).await;
    let found = found.expect("an answer");
    for hit in &found.hits {
        let names: Vec<_> = hit.co_owners.iter().map(|it| it.slug.clone()).collect();
        assert_eq!(names, if hit.id == it.id { vec![slug.clone()] } else { vec![] });
    }
    let mark = ChangeMark::after(-1);
    let all = changes.changed_after(mark, 1_000).await.expect("an answer");
    let is_it = |change: &&IndexChange| matches!(change, IndexChange::Put(document) if document.id == it.id);
    let put = all.iter().map(|it| &it.change).find(is_it);
    let Some(IndexChange::Put(document)) = put else { panic!("nothing is told of it") };
    assert!(document.partner.ends_with(&partner_name(beside)), "{}", document.partner);
    assert_eq!(desk.activities_named(&[it.id]).await.expect("an answer")[0].id, it.id);

    let mut tx = store.begin().await.expect("a transaction");
    let known = tx.activities().by_id(it.id).await.expect("a read").expect("an activity");
    assert_eq!(known, it, "what it says is not changed by who owns it");
    tx.co_owners().remove(it.id, beside).await.expect("a write");
    tx.activities().touch(&[it.id]).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!((offered(catalogue, &slug).await, counted().await), (before, n));
    assert_eq!((told().await, indexed().await), ((vec![], false), lead));
    assert_eq!(desk.co_owned_by(&[beside]).await.expect("an answer"), []);
    assert_eq!(it.state(), State::Published);
}

fn partner_name(id: PartnerId) -> String {
    let all = (0..5).map(partner).find(|it| it.id == id);
    all.expect("a partner of the sample").name.to_string()
}

/// A key under which a partner knew an activity is found by both, names one activity, and goes when
/// the partner leads it again.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn remembers_former_keys(store: &dyn Store) {
    let activities = fill(store, 3).await;
    let key = |text: &str| text.try_into().expect("a key");
    let it = |partner, text: &str, n: usize| FormerKey {
        partner: partner_id(partner),
        key: key(text),
        activity: activities[n].id,
    };
    let mut tx = store.begin().await.expect("a transaction");
    for former in [it(1, "R-1", 0), it(2, "R-1", 1), it(1, "R-2", 2), it(1, "R-2", 1)] {
        tx.former_keys().put(&former).await.expect("a write");
    }
    tx.commit().await.expect("a commit");

    let mut tx = store.begin().await.expect("a transaction");
    let named = async |tx: &mut dyn crate::ports::Transaction, keys: &[(usize, &str)]| {
        let keys: Vec<_> = keys.iter().map(|(n, text)| (partner_id(*n), key(text))).collect();
        let mut found = tx.former_keys().named(&keys).await.expect("a read");
        found.sort_by(|a, b| (a.partner, &a.key).cmp(&(b.partner, &b.key)));
        found
    };
    assert_eq!(named(&mut *tx, &[]).await, []);
    assert_eq!(named(&mut *tx, &[(1, "R-1"), (3, "R-1"), (2, "R-2")]).await, [it(1, "R-1", 0)]);
    assert_eq!(named(&mut *tx, &[(1, "R-2")]).await, [it(1, "R-2", 1)], "it names the later one");
    let mut all = [it(1, "R-1", 0), it(1, "R-2", 1), it(2, "R-1", 1)];
    all.sort_by(|a, b| (a.partner, &a.key).cmp(&(b.partner, &b.key)));
    assert_eq!(named(&mut *tx, &[(2, "R-1"), (1, "R-1"), (1, "R-2")]).await, all);
    let taken = tx.former_keys().take(activities[1].id, partner_id(1)).await.expect("a write");
    assert_eq!(taken, Some(key("R-2")));
    let taken = tx.former_keys().take(activities[1].id, partner_id(1)).await.expect("a write");
    assert_eq!(taken, None);
    assert_eq!(named(&mut *tx, &[(1, "R-2"), (2, "R-1")]).await, [it(2, "R-1", 1)]);
}
