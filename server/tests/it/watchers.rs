//! Several servers watch the same addresses, and each address is asked by one of them.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use application::{
    Ports,
    catalogue::watch_addresses,
    ports::{AddressWatch, DueAddress, StoreError, Watcher, Web},
    testing::contract,
};
use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    SafeUrl, Uuid,
    catalogue::{Activity, Heard, Watched},
    partners::PartnerId,
};

use crate::testbed::{On, Testbed, times};

/// A net that takes its time, and counts how often each address is asked.
#[derive(Default)]
struct Net(Mutex<BTreeMap<String, usize>>);

impl Net {
    fn most_asked(&self) -> usize {
        let asked = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        asked.values().copied().max().unwrap_or(0)
    }
}

#[async_trait]
impl Web for Net {
    async fn ask(&self, url: &SafeUrl) -> Heard {
        let key = url.as_str().to_owned();
        *self.0.lock().unwrap_or_else(PoisonError::into_inner).entry(key).or_default() += 1;
        tokio::time::sleep(Duration::from_millis(5)).await;
        Heard::Answer
    }
}

/// The control: nobody heeds the lease. All else is the real one's.
struct Careless(Arc<dyn AddressWatch>);

#[async_trait]
impl AddressWatch for Careless {
    async fn lease(
        &self,
        _: Watcher,
        _: DateTime<Utc>,
        _: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        Ok(true)
    }

    async fn due(&self, now: DateTime<Utc>, n: u64) -> Result<Vec<DueAddress>, StoreError> {
        self.0.due(now, n).await
    }

    async fn keep(&self, watched: &Watched) -> Result<(), StoreError> {
        self.0.keep(watched).await
    }

    async fn dead(
        &self,
        now: DateTime<Utc>,
        partners: Option<&[PartnerId]>,
    ) -> Result<Vec<(Watched, Activity)>, StoreError> {
        self.0.dead(now, partners).await
    }
}

/// Four servers look at once; how often the address was asked that was asked most.
async fn race(ports: Arc<Ports>) -> usize {
    let net = Arc::new(Net::default());
    let mut running = tokio::task::JoinSet::new();
    for n in 1..=4 {
        let (ports, net) = (ports.clone(), net.clone());
        let who = Watcher(Uuid::from_u128(n));
        running.spawn(async move { watch_addresses(&ports, &*net, who).await.expect("a look") });
    }
    let asked = running.join_all().await;
    assert!(asked.iter().sum::<usize>() > 0, "nothing was due");
    net.most_asked()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn each_address_is_asked_once_however_many_servers_look_at_once() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        contract::fill(&*portal.plugs.ports.store, 40).await;
        for round in 0..times(3) {
            assert_eq!(race(portal.plugs.ports.clone()).await, 1, "{on:?}, round {round}");
            portal.clock.set(portal.plugs.ports.clock.now() + TimeDelta::days(8));
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn servers_that_heed_no_lease_ask_the_same_addresses() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        contract::fill(&*portal.plugs.ports.store, 40).await;
        let addresses = Arc::new(Careless(portal.plugs.ports.addresses.clone()));
        let ports = Ports { addresses, ..Ports::clone(&portal.plugs.ports) };
        assert!(race(Arc::new(ports)).await > 1, "{on:?}: the race proves nothing");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_twenty_who_reach_for_the_lease_one_gets_it() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let watch = portal.plugs.ports.addresses.clone();
        for round in 0..times(20) {
            let now = portal.plugs.ports.clock.now() + TimeDelta::hours(1);
            portal.clock.set(now);
            let ends = now + TimeDelta::minutes(5);
            let mut running = tokio::task::JoinSet::new();
            for n in 1..=20 {
                let watch = watch.clone();
                let who = Watcher(Uuid::from_u128(n));
                running.spawn(async move { watch.lease(who, now, ends).await.expect("an answer") });
            }
            let won = running.join_all().await.into_iter().filter(|won| *won).count();
            assert_eq!(won, 1, "{on:?}, round {round}");
        }
    }
}
