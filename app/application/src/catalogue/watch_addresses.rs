//! Whether anybody answers where activities lead.

use std::collections::{BTreeMap, HashSet};

use chrono::TimeDelta;
use domain::{
    SafeUrl,
    catalogue::{Heard, Watched},
};

use crate::{
    copenhagen,
    ports::{DueAddress, Ports, StoreError, Watcher, Web},
};

/// How many activities are looked at in one go, and how many addresses are asked for them; one
/// after the other, since there is no hurry.
const LOOKED_AT: u64 = 200;
const ASKED: usize = 20;
/// Where so many hosts were asked and not one of them answered anything, it is likelier that we
/// cannot reach anybody than that all of them went away.
const HOSTS_IN_DOUBT: usize = 3;
/// How long whoever asks is let alone; longer than one address keeps us waiting. Whoever stops in
/// the middle is followed by another then.
const LEASE: TimeDelta = TimeDelta::minutes(5);

/// Asks the web addresses that are due, each once however many activities lead there, and answers
/// how many were asked: none while another process asks.
///
/// # Errors
///
/// Where the store fails.
pub async fn watch_addresses(
    ports: &Ports,
    web: &dyn Web,
    who: Watcher,
) -> Result<usize, StoreError> {
    let may_ask = async || {
        let now = ports.clock.now();
        ports.addresses.lease(who, now, now + LEASE).await
    };
    if !may_ask().await? {
        return Ok(0);
    }
    let due = ports.addresses.due(ports.clock.now(), LOOKED_AT).await?;
    let mut heard: BTreeMap<&str, Heard> = BTreeMap::new();
    for it in &due {
        let url = it.url.as_str();
        if heard.len() < ASKED && !heard.contains_key(url) && may_ask().await? {
            heard.insert(url, web.ask(&it.url).await);
        }
    }
    let is_vain = nobody_is_there(&due, &heard);
    if is_vain {
        tracing::warn!(
            asked = heard.len(),
            "no address at all answers; this tells nothing of them"
        );
    }
    let now = ports.clock.now();
    for it in &due {
        let Some(&said) = heard.get(it.url.as_str()) else { continue };
        let known = it.known.clone();
        let known = known.unwrap_or_else(|| Watched::new(it.activity, it.url.clone(), now));
        let watched = if is_vain {
            known.asked_in_vain(now)
        } else {
            known.heard(said, now, copenhagen::day(now))
        };
        ports.addresses.keep(&watched).await?;
    }
    Ok(heard.len())
}

fn nobody_is_there(due: &[DueAddress], heard: &BTreeMap<&str, Heard>) -> bool {
    let asked = due.iter().map(|it| &it.url).filter(|url| heard.contains_key(url.as_str()));
    let hosts: HashSet<Option<String>> = asked.map(SafeUrl::host).collect();
    hosts.len() >= HOSTS_IN_DOUBT && heard.values().all(|it| *it == Heard::Silence)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use async_trait::async_trait;
    use domain::catalogue::{Activity, SignUpMode};

    use super::*;
    use crate::{
        ports::Store as _,
        testing::{self, MemoryStore, an_activity},
    };

    const ONE: Watcher = Watcher(domain::Uuid::from_u128(1));

    /// A net that answers by host, and remembers who was asked.
    struct Net {
        says: fn(&str) -> Heard,
        asked: Mutex<Vec<String>>,
    }

    #[async_trait]
    impl Web for Net {
        async fn ask(&self, url: &SafeUrl) -> Heard {
            self.asked.lock().unwrap().push(url.as_str().to_owned());
            (self.says)(&url.host().unwrap_or_default())
        }
    }

    fn net(says: fn(&str) -> Heard) -> Net {
        Net { says, asked: Mutex::default() }
    }

    /// Activities that lead to hosts, the last of them twice.
    async fn leading_to(store: &MemoryStore, hosts: &[&str]) -> Vec<Activity> {
        let leads = |n: &usize| an_activity(*n).particulars().sign_up == SignUpMode::External;
        let mut led = Vec::new();
        let twice = hosts.iter().chain(hosts.last());
        for (n, host) in (0..).filter(leads).zip(twice) {
            let it = an_activity(n);
            let mut particulars = it.particulars().clone();
            let url = format!("https://{host}/tilmeld");
            particulars.sign_up_url = Some(url.as_str().try_into().unwrap());
            let mut led_there = it.clone();
            led_there.revise(particulars, Vec::new(), it.updated_at());
            led.push(led_there);
        }
        let mut tx = store.begin().await.unwrap();
        tx.activities().save(&led).await.unwrap();
        tx.commit().await.unwrap();
        led
    }

    async fn silent_days(ports: &Ports) -> Vec<u16> {
        let later = ports.clock.now() + TimeDelta::days(30);
        let due = ports.addresses.due(later, 99).await.unwrap();
        due.iter().map(|it| it.known.as_ref().map_or(0, |known| known.silent_days)).collect()
    }

    #[tokio::test]
    async fn an_address_is_asked_once_however_many_activities_lead_there() {
        let store = MemoryStore::default();
        let led = leading_to(&store, &["a.example", "b.example"]).await;
        let ports = testing::ports(&store);
        let web = net(|host| if host == "a.example" { Heard::Answer } else { Heard::NoPage });
        assert_eq!(led.len(), 3);
        assert_eq!(watch_addresses(&ports, &web, ONE).await.unwrap(), 2);
        assert_eq!(watch_addresses(&ports, &web, ONE).await.unwrap(), 0);
        assert_eq!(web.asked.lock().unwrap().len(), 2);
        let mut days = silent_days(&ports).await;
        days.sort_unstable();
        assert_eq!(days, [0, 1, 1]);
    }

    #[tokio::test]
    async fn where_nobody_at_all_answers_nothing_is_learned_of_anybody() {
        let store = MemoryStore::default();
        leading_to(&store, &["a.example", "b.example", "c.example"]).await;
        let ports = testing::ports(&store);
        assert_eq!(watch_addresses(&ports, &net(|_| Heard::Silence), ONE).await.unwrap(), 3);
        assert_eq!(silent_days(&ports).await, [0, 0, 0, 0]);
        // It is not tried again at once.
        assert_eq!(watch_addresses(&ports, &net(|_| Heard::Silence), ONE).await.unwrap(), 0);
    }

    #[tokio::test]
    async fn one_answer_among_them_is_enough_to_believe_the_silence_of_the_others() {
        let store = MemoryStore::default();
        leading_to(&store, &["a.example", "b.example", "c.example"]).await;
        let ports = testing::ports(&store);
        let web = net(|host| if host == "a.example" { Heard::NoPage } else { Heard::Silence });
        watch_addresses(&ports, &web, ONE).await.unwrap();
        assert_eq!(silent_days(&ports).await, [1, 1, 1, 1]);
    }
}
