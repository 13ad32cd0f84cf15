//! The filter form as a visitor without scripts sends it, and what comes back.

use application::testing::contract;
use axum::http::StatusCode;
use server::worker;

use crate::testbed::{On, Testbed};

async fn portal_with_activities() -> Testbed {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 50).await;
    worker::bring_up_to_date(&portal.plugs).await.expect("an index");
    portal
}

async fn page(portal: &Testbed, query: &str) -> (StatusCode, String) {
    let (status, _, html) = portal.get(&format!("/aktiviteter{query}")).await;
    (status, html)
}

/// The element with an id, from its first sign to its last.
fn tag<'a>(html: &'a str, id: &str) -> &'a str {
    let place = html.find(&format!("id=\"{id}\"")).unwrap_or_else(|| panic!("no {id}: {html}"));
    let start = html[..place].rfind('<').expect("a start");
    let end = html[start..].find('>').expect("an end");
    &html[start..=start + end]
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_is_wrong_beside_it() {
    let portal = portal_with_activities().await;
    let long = "x".repeat(201);
    for (query, id, value) in [
        ("near=Atlantis&within_km=12", "near", "Atlantis"),
        ("near=8800&within_km=999", "within_km", "999"),
        ("within_km=12", "within_km", "12"),
        ("q=nummer&within_km=12", "within_km", "12"),
        ("from=18%2F3", "from", "18/3"),
        ("from=2027-03-02&to=2027-03-01", "to", "2027-03-01"),
        ("seats=mange", "seats", "mange"),
        ("age=200", "age", "200"),
        ("price_max=gratis", "price_max", "gratis"),
        (&format!("q={long}"), "q", &long),
    ] {
        let (status, html) = page(&portal, &format!("?topic=robotics&{query}")).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
        let field = tag(&html, id);
        assert!(field.contains(&format!("value=\"{value}\"")), "{query}: {field}");
        assert!(field.contains("aria-invalid=\"true\""), "{query}: {field}");
        assert!(field.contains(&format!("{id}-fejl\"")), "{query}: {field}");
        let _ = tag(&html, &format!("{id}-fejl"));
        assert!(
            html.contains(&format!("<a href=\"#{id}\">")),
            "{query}: the summary leads nowhere"
        );
        assert!(!html.contains("km væk"), "{query}: a chip says what does not count");
        let robotics = "name=\"topic\" value=\"robotics\" checked";
        assert!(html.contains(robotics), "{query}: what was ticked is gone");
    }
}

#[tokio::test]
async fn how_far_from_a_place_that_nobody_knows_comes_back_without_an_error_of_its_own() {
    let portal = portal_with_activities().await;
    let (_, html) = page(&portal, "?near=Atlantis&within_km=12").await;
    assert!(tag(&html, "within_km").contains("value=\"12\""));
    assert!(!html.contains("id=\"within_km-fejl\"") && !html.contains("href=\"#within_km\""));
    assert!(html.contains("»Nær« skal være et postnummer eller en by i Danmark."));
    let (_, _, english) = portal.get("/en/aktiviteter?near=Atlantis").await;
    assert!(english.contains("“Near” must be a postcode or a town in Denmark."), "{english}");
}

#[tokio::test]
async fn the_search_box_stands_before_the_filters_that_phones_fold_away() {
    let portal = portal_with_activities().await;
    let (_, html) = page(&portal, "").await;
    let place = |what: &str| html.find(what).unwrap_or_else(|| panic!("no {what}"));
    let form = place("class=\"filter\"");
    let places = [form, place("id=\"q\""), place("class=\"unfold\""), place("id=\"near\"")];
    assert!(places.is_sorted(), "{places:?}");
    assert!(place("id=\"near\"") < form + html[form..].find("</form>").expect("its end"));
}

#[tokio::test]
async fn a_week_is_a_choice_like_any_other() {
    let portal = portal_with_activities().await;
    let (status, html) = page(&portal, "?week=2026-W52&free=true").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("name=\"week\" value=\"2026-W52\" checked"), "{html}");
    assert!(html.contains("Uge 52 (21.–27. december)"), "{html}");
    assert!(html.contains("href=\"/aktiviteter?week=2026-W52\""), "a chip takes the price away");

    let (_, words) = page(&portal, "?q=uge+52").await;
    assert!(words.contains("Uge 52 (21.–27. december)"), "{words}");
    let (status, html) = page(&portal, "?week=2027-W53").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("»week« skal være en uge som 2027-W07."), "{html}");

    let (_, _, json) = portal.get("/api/v1/activities?week=2026-W52").await;
    let answer: serde_json::Value = serde_json::from_str(&json).expect("JSON");
    assert_eq!(answer["facets"]["week"]["2026-W52"], answer["total"], "{json}");
    let (status, _, json) = portal.get("/api/v1/activities?week=2026-W60").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(json.contains("is no week such as 2027-W07"), "{json}");
}

#[tokio::test]
async fn an_empty_list_offers_the_nearest_date_and_the_nearest_place() {
    let portal = portal_with_activities().await;
    let (_, html) = page(&portal, "?kind=camp&from=2027-08-01&to=2027-08-01").await;
    assert!(html.contains("Nærmeste dato: "), "{html}");
    let (_, html) = page(&portal, "?format=on_site&near=skagen&within_km=1").await;
    assert!(html.contains("Nærmeste sted: Byen ("), "{html}");
    let (_, _, html) = portal.get("/en/aktiviteter?format=on_site&near=skagen&within_km=1").await;
    assert!(html.contains("Nearest place: Byen ("), "{html}");
}
