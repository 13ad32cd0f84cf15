//! What waits too long is told, once.

use chrono::{DateTime, Utc};
use domain::{
    identity::{Letter, Role},
    pact::Patience,
};

use super::*;
use crate::pact::house::{House, region};

fn at(text: &str) -> DateTime<Utc> {
    copenhagen::instant(text.parse().unwrap()).unwrap()
}

/// Who was told of how many cases; true where they were escalated.
async fn told(house: &House) -> Vec<(String, usize, bool)> {
    remind_moderators(&house.ports).await.unwrap();
    let mut told: Vec<_> = house
        .letters()
        .await
        .into_iter()
        .filter_map(|(to, letter)| match letter {
            Letter::CasesLate { n, .. } => Some((to, n, false)),
            Letter::CasesEscalated { n, .. } => Some((to, n, true)),
            _ => None,
        })
        .collect();
    told.sort();
    told
}

/// On Friday 4 December 2026 at ten a partner of Viborg that nobody has looked at sends an
/// activity.
async fn house() -> (House, Viewer, ActivityId) {
    let house = House::new();
    house.clock.set(at("2026-12-04T10:00:00"));
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let id = house.waits(&signe, partner, "8800").await;
    for (who, role) in [
        ("mona@r.dk", region("midtjylland")),
        ("niels@r.dk", region("nordjylland")),
        ("ada@r.dk", Role::Administrator),
    ] {
        house.person(who, &[role]).await;
    }
    house.letters().await;
    (house, signe, id)
}

fn to(who: &str, n: usize, is_escalated: bool) -> (String, usize, bool) {
    (who.to_owned(), n, is_escalated)
}

#[tokio::test]
async fn its_region_is_reminded_after_a_working_day_and_the_national_desk_after_two() {
    let (house, _, id) = house().await;
    for early in ["2026-12-04T17:00:00", "2026-12-06T12:00:00", "2026-12-07T09:59:00"] {
        house.clock.set(at(early));
        assert_eq!(told(&house).await, [], "{early}");
    }
    house.clock.set(at("2026-12-07T10:00:00"));
    assert_eq!(told(&house).await, [to("mona@r.dk", 2, false)], "an activity and its partner");
    assert_eq!(told(&house).await, [], "told twice");
    house.clock.set(at("2026-12-08T10:00:00"));
    assert_eq!(told(&house).await, [to("ada@r.dk", 2, true)]);
    house.clock.set(at("2026-12-11T10:00:00"));
    assert_eq!(told(&house).await, []);

    let mona = house.person("maja@r.dk", &[region("midtjylland")]).await;
    let queue = show_queue(&house.ports, &mona).await.unwrap();
    assert_eq!(queue.activities[0].0.id, id, "the region still sees it");
    assert_eq!(queue.activities[0].1.patience, Patience::Escalated);
    assert_eq!(queue.activities[0].1.since, at("2026-12-04T10:00:00"));
}

#[tokio::test]
async fn nobody_is_written_to_at_night_and_christmas_does_not_count() {
    let (house, signe, id) = house().await;
    let (mona, ada) = (house.person("m2@r.dk", &[region("midtjylland")]).await, "ada@r.dk");
    let partner = signe.account.roles[0].partner().unwrap();
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    return_activity(&house.ports, &mona, id, Some("Igen, tak".try_into().unwrap())).await.unwrap();
    house.clock.set(at("2026-12-22T20:00:00"));
    let draft = crate::catalogue::revise_activity(&house.ports, &signe, id).await.unwrap();
    crate::catalogue::send_draft(&house.ports, &signe, draft).await.unwrap();
    for quiet in ["2026-12-23T21:00:00", "2026-12-24T10:00:00", "2026-12-27T10:00:00"] {
        house.clock.set(at(quiet));
        assert_eq!(told(&house).await, [], "{quiet}");
    }
    house.clock.set(at("2026-12-28T08:00:00"));
    assert_eq!(told(&house).await, [to("m2@r.dk", 1, false), to("mona@r.dk", 1, false)]);
    house.clock.set(at("2026-12-29T08:00:00"));
    assert_eq!(told(&house).await, [to(ada, 1, true)], "four hours, a day, and twenty hours");
}

#[tokio::test]
async fn what_is_answered_or_sent_anew_waits_anew() {
    let (house, signe, id) = house().await;
    let mona = house.person("m2@r.dk", &[region("midtjylland")]).await;
    let partner = signe.account.roles[0].partner().unwrap();
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    house.clock.set(at("2026-12-07T10:00:00"));
    assert_eq!(told(&house).await.len(), 2);
    return_activity(&house.ports, &mona, id, Some("Igen, tak".try_into().unwrap())).await.unwrap();
    house.clock.set(at("2026-12-08T12:00:00"));
    assert_eq!(told(&house).await, []);
    let draft = crate::catalogue::revise_activity(&house.ports, &signe, id).await.unwrap();
    crate::catalogue::send_draft(&house.ports, &signe, draft).await.unwrap();
    house.clock.set(at("2026-12-09T11:00:00"));
    assert_eq!(told(&house).await, []);
    house.clock.set(at("2026-12-09T12:00:00"));
    assert_eq!(told(&house).await.len(), 2, "a second time for the second time that it waits");
}

#[tokio::test]
async fn a_region_without_moderators_is_the_national_desks() {
    let house = House::new();
    house.clock.set(at("2026-12-01T10:00:00"));
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    house.waits(&signe, partner, "8800").await;
    house.person("ada@r.dk", &[Role::Administrator]).await;
    let niels = house.person("niels@r.dk", &[region("nordjylland")]).await;
    house.letters().await;
    crate::identity::suspend(&house.ports, &niels.account.email).await.unwrap();
    house.clock.set(at("2026-12-02T10:00:00"));
    assert_eq!(told(&house).await, [to("ada@r.dk", 2, false)]);
}
