//! What every store promises of campaigns.

use domain::pact::{Campaign, CampaignKey};

use super::{a_campaign, contract::fill};
use crate::ports::{CatalogueReader, Store};

async fn known(reader: &dyn CatalogueReader) -> Vec<Campaign> {
    reader.campaigns().await.expect("a read")
}

/// Campaigns come back as they were written, the earliest first, and lists know them as soon as
/// they were looked at; no two have the same key, what is named is not removed, and each change
/// is a change of the catalogue.
///
/// # Panics
///
/// Where the promise is broken.
pub async fn keeps_campaigns(store: &dyn Store, reader: &dyn CatalogueReader) {
    let activities = fill(store, 12).await;
    let girls_day: CampaignKey = "girlsday-2027".try_into().expect("a key");
    let first = known(reader).await;
    assert_eq!(first.len(), 1, "every store knows one from the start");
    assert_eq!(first[0].key, girls_day);

    let (stars, mut earlier) = (a_campaign(1, "Stjernedag"), a_campaign(2, "Måneaften"));
    earlier.first_day = first[0].first_day.pred_opt().expect("a day");
    earlier.last_day = earlier.first_day;
    earlier.is_open = false;
    let before = reader.generation();
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.campaigns().add(&stars).await.expect("a write"));
    assert!(tx.campaigns().add(&earlier).await.expect("a write"));
    assert!(!tx.campaigns().add(&a_campaign(3, "Stjernedag")).await.expect("a write"));
    tx.commit().await.expect("a commit");
    assert_ne!(reader.generation(), before, "the catalogue has changed");
    assert_eq!(known(reader).await, [earlier.clone(), first[0].clone(), stars.clone()]);
    assert_eq!(*reader.campaigns_shown(), *known(reader).await, "lists know them");

    let before = reader.generation();
    let mut tx = store.begin().await.expect("a transaction");
    assert_eq!(tx.campaigns().by_id(stars.id).await.expect("a read"), Some(stars.clone()));
    assert_eq!(tx.campaigns().by_id(a_campaign(3, "x x").id).await.expect("a read"), None);
    let all = tx.campaigns().all().await.expect("a read");
    assert_eq!(all, [earlier.clone(), first[0].clone(), stars.clone()]);
    let moved = Campaign { danish: earlier.danish.clone(), is_open: false, ..stars.clone() };
    tx.campaigns().save(&moved).await.expect("a write");
    let names = activities.iter().filter(|it| it.particulars().campaign == Some(girls_day.clone()));
    let n = names.count() as u64;
    assert!(n > 0, "some activities of the sample name one");
    assert_eq!(tx.campaigns().named_by(&girls_day).await.expect("a read"), n);
    assert_eq!(tx.campaigns().named_by(&stars.key).await.expect("a read"), 0);
    tx.commit().await.expect("a commit");
    assert_eq!(known(reader).await[2], moved);
    assert_ne!(reader.generation(), before, "a change is seen");

    let mut tx = store.begin().await.expect("a transaction");
    tx.campaigns().remove(moved.id).await.expect("a write");
    drop(tx);
    assert_eq!(known(reader).await.len(), 3, "it was dropped");
    let mut tx = store.begin().await.expect("a transaction");
    assert!(tx.campaigns().remove(first[0].id).await.is_err(), "activities name it");
    drop(tx);
    let mut tx = store.begin().await.expect("a transaction");
    tx.campaigns().remove(moved.id).await.expect("a write");
    tx.commit().await.expect("a commit");
    assert_eq!(known(reader).await, [earlier, first[0].clone()]);
}
