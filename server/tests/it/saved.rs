//! What somebody finds is kept for later, over HTTP.

use application::testing::contract;
use axum::http::{StatusCode, header};
use domain::catalogue::{Activity, State};

use crate::{
    people::{Person, location, signed_in},
    testbed::{On, Testbed},
};

async fn portal_on(on: On) -> (Testbed, Vec<Activity>) {
    let portal = Testbed::start(on).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 6).await;
    (portal, activities)
}

#[tokio::test]
async fn a_teacher_keeps_what_she_found_and_lets_it_go() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, activities) = portal_on(on).await;
        let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
        let none = lone.opens(&portal, "/konto/gemte").await;
        assert_eq!(none.0, StatusCode::OK);
        assert!(none.2.contains("Du har ikke gemt noget endnu"), "{}", none.2);
        assert_eq!(none.1[header::CACHE_CONTROL], "no-store");
        for it in [&activities[0], &activities[1], &activities[0]] {
            let public = format!("/aktiviteter/{}", it.slug);
            let save = format!("{public}/gem");
            assert!(lone.opens(&portal, &public).await.2.contains(&format!("action=\"{save}\"")));
            let kept = lone.submits(&portal, &save, &[]).await;
            assert_eq!(location(&kept), "/konto/gemte?ok=kept", "{}", kept.2);
        }
        let list = lone.opens(&portal, "/konto/gemte?ok=kept").await.2;
        assert!(list.contains("Aktiviteten er gemt") && list.contains("2 aktiviteter"), "{list}");
        let mut bo = signed_in(&portal, "bo@skole.dk", &[]).await;
        let forget = format!("/konto/gemte/{}/fjern", activities[0].id.0);
        assert_eq!(bo.submits(&portal, &forget, &[]).await.0, StatusCode::SEE_OTHER);
        assert!(lone.opens(&portal, "/konto/gemte").await.2.contains("2 aktiviteter"));
        let gone = lone.submits(&portal, &forget, &[]).await;
        assert_eq!(location(&gone), "/konto/gemte?ok=removed");
        let list = lone.opens(&portal, "/konto/gemte").await.2;
        assert!(list.contains("Én aktivitet"), "{list}");
        assert!(lone.opens(&portal, "/konto").await.2.contains("href=\"/konto/gemte\""));
        assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_led_to_the_doors_and_back() {
    let (portal, activities) = portal_on(On::Sqlite).await;
    for prefix in ["", "/en"] {
        let save = format!("{prefix}/aktiviteter/{}/gem", activities[0].slug);
        let mut nobody = Person::default();
        let led = nobody.submits(&portal, &save, &[]).await;
        let next = save.replace('/', "%2F");
        assert_eq!(location(&led), format!("{prefix}/log-ind?next={next}"));
        assert_eq!(nobody.cookie, None);
        let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
        let back = lone.opens(&portal, &save).await;
        assert_eq!(back.0, StatusCode::OK);
        assert!(back.2.contains(&format!("action=\"{save}\"")), "{}", back.2);
        assert!(back.2.contains(activities[0].particulars().title.as_str()));
        let list = lone.opens(&portal, "/konto/gemte").await.2;
        assert!(list.contains("Du har ikke gemt noget"), "a page that is opened keeps nothing");
    }
}

#[tokio::test]
async fn the_page_of_an_activity_is_the_same_for_everybody_and_kept_once() {
    let (portal, activities) = portal_on(On::Sqlite).await;
    let public = format!("/aktiviteter/{}", activities[0].slug);
    let before = portal.get(&public).await;
    let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
    lone.submits(&portal, &format!("{public}/gem"), &[]).await;
    let theirs = lone.opens(&portal, &public).await;
    assert_eq!(theirs.1[header::ETAG], before.1[header::ETAG]);
    assert_eq!(theirs.2, before.2);
}

#[tokio::test]
async fn what_can_be_seen_no_more_is_told_so_and_is_not_kept_anew() {
    let (portal, mut activities) = portal_on(On::Sqlite).await;
    let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
    for it in &activities[..3] {
        lone.submits(&portal, &format!("/aktiviteter/{}/gem", it.slug), &[]).await;
    }
    let now = portal.clock_now();
    activities[0].step_to(State::Cancelled, now).unwrap();
    activities[1].step_to(State::Archived, now).unwrap();
    activities[2].take_down(now).unwrap();
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.activities().save(&activities[..3]).await.unwrap();
    tx.commit().await.unwrap();
    let list = lone.opens(&portal, "/konto/gemte").await.2;
    for told in ["Aflyst", "Taget ned", "Den kan ikke ses lige nu", "3 aktiviteter"] {
        assert!(list.contains(told), "{told}: {list}");
    }
    let hidden = activities[2].particulars().title.as_str();
    assert!(!list.contains(hidden), "{list}");
    for (n, status) in [(1, StatusCode::GONE), (2, StatusCode::NOT_FOUND)] {
        let save = format!("/aktiviteter/{}/gem", activities[n].slug);
        assert_eq!(lone.opens(&portal, &save).await.0, status);
        assert_eq!(lone.submits(&portal, &save, &[]).await.0, status);
    }
}
