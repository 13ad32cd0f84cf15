//! Accounts to which nobody comes any more.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{
    identity::{Addressed, Letter, LetterLanguage, Role, Secret},
    privacy::Sweep,
};

use super::{super::sweep, email, three_classes};
use crate::{
    Ports,
    identity::{Browser, DemoDoor, invite, open_demo_doors, sign_in_by_link, suspend, who_asks},
    outbox::deliver_letters,
    privacy::Swept,
    testing::{
        KeptPost, MemoryStore, StoppedClock, contract::fill, idle_contract, partner_id, ports,
        sign_up_contract::visit_now,
    },
};

struct House {
    ports: Ports,
    clock: StoppedClock,
}

impl House {
    fn over(store: &MemoryStore) -> Self {
        let clock = StoppedClock::at("2026-12-01T08:00:00Z");
        Self { ports: Ports { clock: Arc::new(clock.clone()), ..ports(store) }, clock }
    }

    fn new() -> Self {
        Self::over(&MemoryStore::default())
    }

    /// It is eight o'clock, universal time, on a day.
    fn turns(&self, day: &str) {
        let text = format!("{day}T08:00:00Z");
        self.clock.set(DateTime::parse_from_rfc3339(&text).unwrap().to_utc());
    }

    /// Somebody comes in, with an account from then on.
    async fn comes(&self, who: &str) -> Secret {
        let (email, name) = (email(who), "Lone".try_into().unwrap());
        let door = DemoDoor { email, name, role: None };
        let link = open_demo_doors(&self.ports, &[door]).await.unwrap().remove(0);
        sign_in_by_link(&self.ports, &link, &Browser::default()).await.unwrap().secret
    }

    /// Somebody gets a role, and an account where they had none.
    async fn gets(&self, who: &str, role: Role) {
        let (name, danish) = ("Ida".try_into().unwrap(), LetterLanguage::Danish);
        invite(&self.ports, &email(who), name, role, danish).await.unwrap();
        self.letters().await;
    }

    async fn letters(&self) -> Vec<Addressed> {
        let post = KeptPost::default();
        while deliver_letters(&self.ports, &post).await.unwrap().sent > 0 {}
        post.letters()
    }

    /// Sweeps on a day; answers who was told then, and on which day their account goes.
    async fn told_on(&self, day: &str) -> Vec<(String, NaiveDate)> {
        self.turns(day);
        assert_eq!(sweep(&self.ports).await.unwrap(), Swept::Done, "{day}");
        let told = self.letters().await.into_iter().filter_map(|it| match it.letter {
            Letter::AccountIdle { goes_on } => Some((it.to.to_string(), goes_on)),
            _ => None,
        });
        told.collect()
    }

    async fn knows(&self, who: &str) -> bool {
        self.ports.accounts.account(&email(who)).await.unwrap().is_some()
    }

    async fn last_came(&self, who: &str) -> NaiveDate {
        let account = self.ports.accounts.account(&email(who)).await.unwrap().unwrap();
        let mut tx = self.ports.store.begin().await.unwrap();
        tx.idleness().of_account(account.id).await.unwrap().unwrap().last_came
    }
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn told(who: &str, goes_on: &str) -> Vec<(String, NaiveDate)> {
    vec![(who.to_owned(), day(goes_on))]
}

const LONE: &str = "lone@skole.dk";

#[tokio::test]
async fn whoever_does_not_come_is_told_once_at_23_months_and_gone_at_24() {
    let house = House::new();
    house.comes(LONE).await;
    assert_eq!(house.told_on("2028-10-31").await, []);
    assert_eq!(house.told_on("2028-11-01").await, told(LONE, "2028-12-01"));
    for day in ["2028-11-01", "2028-11-02", "2028-11-30"] {
        assert_eq!(house.told_on(day).await, [], "{day}");
        assert!(house.knows(LONE).await, "{day}");
    }
    house.turns("2028-12-01");
    sweep(&house.ports).await.unwrap();
    assert!(!house.knows(LONE).await);
    let last = house.letters().await;
    let [Addressed { letter: Letter::DataErased { .. }, to, .. }] = &last[..] else {
        panic!("a receipt: {last:?}")
    };
    assert_eq!(to.as_str(), LONE);
    let stones = house.ports.held.tombstones(DateTime::<Utc>::UNIX_EPOCH).await.unwrap();
    assert_eq!(stones.len(), 1);
    assert_eq!(house.told_on("2033-01-01").await, []);
}

#[tokio::test]
async fn whoever_comes_after_the_letter_stays_and_is_told_anew_another_time() {
    let house = House::new();
    house.comes(LONE).await;
    assert_eq!(house.told_on("2028-11-01").await.len(), 1);
    house.turns("2028-11-15");
    house.comes(LONE).await;
    for day in ["2028-12-01", "2029-06-01", "2030-10-14"] {
        assert_eq!(house.told_on(day).await, [], "{day}");
    }
    assert_eq!(house.told_on("2030-10-15").await, told(LONE, "2030-11-15"));
    assert_eq!(house.told_on("2030-11-14").await, []);
    assert!(house.knows(LONE).await);
    house.told_on("2030-11-15").await;
    assert!(!house.knows(LONE).await);
}

#[tokio::test]
async fn whoever_is_told_late_has_thirty_days_all_the_same() {
    let house = House::new();
    house.comes(LONE).await;
    assert_eq!(house.told_on("2031-05-01").await, told(LONE, "2031-05-31"));
    house.told_on("2031-05-30").await;
    assert!(house.knows(LONE).await);
    house.told_on("2031-05-31").await;
    assert!(!house.knows(LONE).await);
}

#[tokio::test]
async fn whoever_stays_signed_in_comes_each_day_that_they_look() {
    let house = House::new();
    let secret = house.comes(LONE).await;
    assert_eq!(house.last_came(LONE).await, day("2026-12-01"));
    house.clock.set(house.ports.clock.now() + TimeDelta::hours(2));
    assert!(who_asks(&house.ports, &secret).await.unwrap().is_some());
    assert_eq!(house.last_came(LONE).await, day("2026-12-01"));
    house.turns("2026-12-04");
    assert!(who_asks(&house.ports, &secret).await.unwrap().is_some());
    assert_eq!(house.last_came(LONE).await, day("2026-12-04"));
}

#[tokio::test]
async fn nobody_is_told_or_goes_by_a_clock_that_went_back() {
    let house = House::new();
    house.comes(LONE).await;
    assert_eq!(house.told_on("2028-11-01").await.len(), 1);
    house.turns("2029-06-01");
    house.ports.sweeping.saw_time(house.ports.clock.now()).await.unwrap();
    house.turns("2029-01-01");
    let swept = sweep(&house.ports).await.unwrap();
    assert!(matches!(swept, Swept::ClockWentBack { by } if by > Sweep::SLACK), "{swept:?}");
    assert!(house.knows(LONE).await);
}

#[tokio::test]
async fn the_last_administrator_of_the_portal_is_not_told_and_stays() {
    let house = House::new();
    house.gets("ana@gnist.dk", Role::Administrator).await;
    for day in ["2028-11-01", "2029-01-01", "2036-01-01"] {
        assert_eq!(house.told_on(day).await, [], "{day}");
    }
    assert!(house.knows("ana@gnist.dk").await);

    // With another one beside them, they are like everybody else.
    house.gets("bo@gnist.dk", Role::Administrator).await;
    let ana = house.told_on("2036-01-02").await;
    assert_eq!(ana, told("ana@gnist.dk", "2036-02-01"));
    house.told_on("2036-02-01").await;
    assert!(!house.knows("ana@gnist.dk").await);
    for day in ["2038-06-01", "2039-01-01"] {
        assert_eq!(house.told_on(day).await, [], "{day}");
    }
    assert!(house.knows("bo@gnist.dk").await);
}

#[tokio::test]
async fn of_two_administrators_who_would_go_at_once_one_stays() {
    let house = House::new();
    let both = ["ana@gnist.dk", "bo@gnist.dk"];
    for who in both {
        house.gets(who, Role::Administrator).await;
    }
    assert_eq!(house.told_on("2028-11-01").await.len(), 2);
    house.told_on("2028-12-01").await;
    let left = [house.knows(both[0]).await, house.knows(both[1]).await];
    assert_eq!(left.iter().filter(|it| **it).count(), 1);
}

#[tokio::test]
async fn the_last_administrator_of_a_partner_goes_like_everybody_else() {
    let store = MemoryStore::default();
    let house = House::over(&store);
    fill(&store, 1).await;
    house.gets("ida@firma.dk", Role::PartnerAdministrator(partner_id(1))).await;
    assert_eq!(house.told_on("2028-11-01").await, told("ida@firma.dk", "2028-12-01"));
    house.told_on("2028-12-01").await;
    assert!(!house.knows("ida@firma.dk").await);
    let members = house.ports.people.members_of(partner_id(1)).await.unwrap();
    assert_eq!(members, []);
}

#[tokio::test]
async fn whoever_has_or_awaits_a_seat_is_not_told_and_stays() {
    let store = MemoryStore::default();
    let house = House::over(&store);
    let addresses = three_classes(&store).await.unwrap();
    house.clock.set(visit_now() - TimeDelta::days(800));
    for who in &addresses {
        house.comes(who).await;
    }
    house.comes(LONE).await;
    house.clock.set(visit_now());
    assert_eq!(sweep(&house.ports).await.unwrap(), Swept::Done);
    let told = house.letters().await;
    assert!(matches!(&told[..], [it] if it.to.as_str() == LONE), "{told:?}");
    for who in &addresses {
        assert!(house.knows(who).await, "{who}");
    }
}

#[tokio::test]
async fn an_account_that_was_closed_stays_closed() {
    let house = House::new();
    house.comes(LONE).await;
    suspend(&house.ports, &email(LONE)).await.unwrap();
    for day in ["2028-11-01", "2028-12-01", "2036-01-01"] {
        assert_eq!(house.told_on(day).await, [], "{day}");
    }
    assert!(house.knows(LONE).await);
}

#[tokio::test]
async fn not_everybody_is_written_to_at_once() {
    let house = House::new();
    for n in 0..130 {
        house.comes(&format!("person{n}@skole.dk")).await;
    }
    assert_eq!(house.told_on("2028-11-01").await.len(), 100);
    assert_eq!(house.told_on("2028-11-01").await.len(), 30);
    assert_eq!(house.told_on("2028-11-01").await, []);
}

#[tokio::test]
async fn the_memory_store_knows_who_came() {
    let store = MemoryStore::default();
    idle_contract::knows_who_came(&store, &store).await;
}
