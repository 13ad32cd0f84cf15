//! Partners that several ask for at once.

use application::testing::{contract, partner_id};
use axum::http::StatusCode;
use domain::identity::Role;
use futures_util::future::join_all;

use crate::{
    people::signed_in,
    testbed::{On, Testbed},
    verify::faults,
};

/// How many partners there are, once so many have asked for one at once, each as it is said; and
/// what they were answered.
async fn ask_at_once(on: On, said: fn(usize) -> (String, String)) -> (usize, Vec<StatusCode>) {
    let portal = Testbed::start(on).await;
    let mut people = Vec::new();
    for n in 0..6 {
        people.push((n, signed_in(&portal, &format!("p{n}@firma.dk"), &[]).await));
    }
    let asks = people.iter_mut().map(|(n, person)| {
        let (portal, (name, website)) = (&portal, said(*n));
        async move {
            let fields = [
                ("name", name.as_str()),
                ("sector", "business"),
                ("website", website.as_str()),
                ("postcode", "5000"),
            ];
            person.submits(portal, "/partner/ny", &fields).await.0
        }
    });
    let answers = join_all(asks).await;
    let partners = portal.plugs.ports.desk.all_partners().await.expect("a read");
    assert_eq!(faults(&portal).await, Vec::<String>::new());
    (partners.len(), answers)
}

fn one_is_made((partners, answers): (usize, Vec<StatusCode>)) {
    let count = |status| answers.iter().filter(|it| **it == status).count();
    let (made, known) = (count(StatusCode::SEE_OTHER), count(StatusCode::UNPROCESSABLE_ENTITY));
    assert_eq!((partners, made, known), (1, 1, 5), "{answers:?}");
}

#[tokio::test]
async fn of_those_who_introduce_one_host_at_once_one_does_and_the_others_are_told() {
    for on in [On::Sqlite, On::PostgreSql] {
        let said = |n: usize| (format!("Robothuset {n}"), "robothuset.dk".to_owned());
        one_is_made(ask_at_once(on, said).await);
    }
}

#[tokio::test]
async fn of_those_who_introduce_one_name_at_once_one_does_and_the_others_are_told() {
    for on in [On::Sqlite, On::PostgreSql] {
        let said = |_: usize| ("Robothuset".to_owned(), String::new());
        one_is_made(ask_at_once(on, said).await);
    }
}

#[tokio::test]
async fn of_those_who_move_to_one_host_at_once_one_does() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        contract::fill(&*portal.plugs.ports.store, 10).await;
        let mut people = Vec::new();
        for n in 0..4 {
            let admin = Role::PartnerAdministrator(partner_id(n));
            people.push((n, signed_in(&portal, &format!("p{n}@firma.dk"), &[admin]).await));
        }
        let told = [("sector", "business"), ("website", "robothuset.dk"), ("postcode", "5000")];
        let moves = people.iter_mut().map(|(n, person)| {
            let (portal, path) = (&portal, format!("/partner/{}/oplysninger", partner_id(*n).0));
            async move { person.submits(portal, &path, &told).await.0 }
        });
        let answers = join_all(moves).await;
        let at_home = answers.iter().filter(|it| **it == StatusCode::SEE_OTHER).count();
        assert_eq!(at_home, 1, "{on:?}: {answers:?}");
    }
}
