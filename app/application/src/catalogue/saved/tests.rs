//! Keeping activities for later, told from outside.

use chrono::TimeDelta;
use domain::catalogue::{Activity, Saved, State};

use super::*;
use crate::{
    pact::house::House,
    ports::Clock as _,
    testing::{MemoryStore, an_activity, contract::fill, saved_contract},
};

async fn house(n: usize) -> (House, Vec<Activity>) {
    let house = House::new();
    let activities = fill(&*house.ports.store, n).await;
    (house, activities)
}

async fn becomes(house: &House, it: &Activity, state: State) {
    let mut tx = house.ports.store.begin().await.unwrap();
    let it = it.clone().kept(state, house.clock.now());
    tx.activities().save(&[it]).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn what_somebody_keeps_is_theirs_and_goes_when_they_let_it_go() {
    let (house, activities) = house(3).await;
    let (lone, bo) = (house.person("lone@s.dk", &[]).await, house.person("bo@s.dk", &[]).await);
    let ports = &house.ports;
    for it in [&activities[0], &activities[2], &activities[0]] {
        save_activity(ports, &lone, &it.slug).await.unwrap();
    }
    assert_eq!(show_saved(ports, &lone).await.unwrap().len(), 2, "kept twice is kept once");
    assert!(show_saved(ports, &bo).await.unwrap().is_empty());
    forget_saved(ports, &bo, activities[0].id).await.unwrap();
    assert_eq!(show_saved(ports, &lone).await.unwrap().len(), 2, "it is another's");
    forget_saved(ports, &lone, activities[0].id).await.unwrap();
    let left = show_saved(ports, &lone).await.unwrap();
    assert_eq!(left.iter().map(|it| it.id).collect::<Vec<_>>(), [activities[2].id]);
}

#[tokio::test]
async fn what_comes_first_stands_first_and_what_is_gone_stands_last() {
    let (house, activities) = house(12).await;
    let lone = house.person("lone@s.dk", &[]).await;
    for it in &activities {
        save_activity(&house.ports, &lone, &it.slug).await.unwrap();
        house.passes(TimeDelta::seconds(1));
    }
    becomes(&house, &activities[3], State::Cancelled).await;
    becomes(&house, &activities[4], State::Archived).await;
    becomes(&house, &activities[5], State::Draft).await;
    let shown = show_saved(&house.ports, &lone).await.unwrap();
    assert_eq!(shown.len(), activities.len());
    let starts: Vec<_> = shown.iter().map_while(|it| it.next.map(|date| date.0)).collect();
    assert!(starts.len() > 1 && starts.is_sorted(), "{starts:?}");
    assert!(shown[starts.len()..].iter().all(|it| it.next.is_none()));
    let last: Vec<_> = shown[9..].iter().map(|it| it.id).collect();
    assert_eq!(last, [activities[4].id, activities[3].id, activities[5].id]);
    assert!(shown[11].activity.is_none(), "what is a draft again is nobody's to see");
}

#[tokio::test]
async fn what_nobody_sees_is_not_kept_and_nobody_keeps_without_end() {
    let (house, activities) = house(3).await;
    let lone = house.person("lone@s.dk", &[]).await;
    becomes(&house, &activities[0], State::Archived).await;
    becomes(&house, &activities[1], State::Submitted).await;
    let saved = async |n: usize| save_activity(&house.ports, &lone, &activities[n].slug).await;
    assert!(matches!(saved(0).await, Err(SaveError::Gone)));
    assert!(matches!(saved(1).await, Err(SaveError::Unknown)));
    let mut tx = house.ports.store.begin().await.unwrap();
    for n in 0..usize::try_from(Saved::MOST).unwrap() {
        let (account, activity) = (lone.account.id, an_activity(100 + n).id);
        let it = Saved { account, activity, saved_at: house.clock.now() };
        tx.saved().put(&it).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert!(matches!(saved(2).await, Err(SaveError::TooMany)));
    forget_saved(&house.ports, &lone, an_activity(100).id).await.unwrap();
    saved(2).await.unwrap();
}

#[tokio::test]
async fn the_memory_store_keeps_what_is_saved() {
    let store = MemoryStore::default();
    saved_contract::keeps_what_is_saved(&store, &store, &store).await;
}
