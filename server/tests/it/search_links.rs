//! Where the links of a search lead: never to what would be refused, and never to nothing.

use std::collections::BTreeSet;

use application::testing::contract;
use axum::http::{StatusCode, header};
use server::worker;

use crate::testbed::{On, Testbed};

async fn portal_with_activities() -> Testbed {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 50).await;
    worker::bring_up_to_date(&portal.plugs).await.expect("an index");
    portal
}

/// The addresses of lists to which a page leads, each once.
fn lists(html: &str) -> BTreeSet<String> {
    let links = html.split("href=\"").skip(1).filter_map(|it| it.split('"').next());
    let links = links.map(|it| it.replace("&amp;", "&"));
    links.filter(|it| it.starts_with("/aktiviteter?") || it == "/aktiviteter").collect()
}

#[tokio::test]
async fn an_order_that_has_lost_its_place_goes_without_a_word() {
    let portal = portal_with_activities().await;
    for (asked, short) in [
        ("/aktiviteter?sort=distance", "/aktiviteter"),
        ("/aktiviteter?near=&topic=robotics&sort=distance", "/aktiviteter?topic=robotics"),
        ("/en/aktiviteter?q=&sort=distance", "/en/aktiviteter"),
    ] {
        let (status, headers, _) = portal.get(asked).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{asked}");
        assert_eq!(headers[header::LOCATION], short, "{asked}");
    }
    // Programs are told what they got wrong, and so is whoever typed how far.
    let (status, _, answer) = portal.get("/api/v1/activities?sort=distance").await;
    assert!(status == StatusCode::BAD_REQUEST && answer.contains("sort"), "{answer}");
    let (status, _, html) = portal.get("/aktiviteter?within_km=12&sort=distance").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(html.contains("href=\"#within_km\"") && !html.contains("»sort«"), "{html}");
}

#[tokio::test]
async fn no_page_leads_to_a_list_that_is_refused() {
    let portal = portal_with_activities().await;
    let mut followed = 0;
    for query in [
        "?q=viborg&sort=distance",
        "?q=viborg&within_km=20",
        "?q=viborg&topic=robotics&within_km=20&sort=distance",
        "?q=nummer&near=viborg&within_km=100&sort=distance",
        "?topic=robotics&near=viborg&sort=distance",
        "?q=qzxwqzxw&near=viborg&sort=distance",
        "?format=on_site&near=skagen&within_km=1&sort=distance",
    ] {
        let (status, _, html) = portal.get(&format!("/aktiviteter{query}")).await;
        assert_eq!(status, StatusCode::OK, "{query}");
        for link in lists(&html) {
            let (status, headers, _) = portal.get(&link).await;
            assert_eq!(status, StatusCode::OK, "{query} leads to {link}: {headers:?}");
            followed += 1;
        }
    }
    assert!(followed > 40, "{followed}");
}

#[tokio::test]
async fn what_is_taken_away_leaves_the_order_as_it_was() {
    let portal = portal_with_activities().await;
    let links = async |query: &str| {
        let (status, _, html) = portal.get(&format!("/aktiviteter{query}")).await;
        assert_eq!(status, StatusCode::OK, "{query}");
        lists(&html)
    };
    // One of the chips, »clear all«, and what leads out of an empty list.
    let found = links("?topic=robotics&near=viborg&within_km=200&sort=distance").await;
    assert!(found.contains("/aktiviteter?near=viborg&within_km=200&sort=distance"), "{found:?}");
    assert!(found.contains("/aktiviteter?topic=robotics"), "without the place: {found:?}");
    let sorted = links("?q=nummer&free=true&sort=date").await;
    assert!(sorted.contains("/aktiviteter?q=nummer&sort=date"), "{sorted:?}");
    assert!(sorted.contains("/aktiviteter?sort=date"), "{sorted:?}");
    let empty = links("?q=qzxwqzxw&near=viborg&within_km=200&sort=distance").await;
    assert!(empty.contains("/aktiviteter?near=viborg&within_km=200&sort=distance"), "{empty:?}");
    assert!(!empty.contains("/aktiviteter?near=viborg&within_km=200"), "{empty:?}");
    // Words that name no place measure no way.
    let words = links("?q=nummer&near=viborg&sort=distance").await;
    assert!(words.contains("/aktiviteter?q=nummer"), "{words:?}");
    assert!(!words.contains("/aktiviteter?q=nummer&sort=distance"), "{words:?}");
}

#[tokio::test]
async fn words_that_were_put_right_can_be_looked_for_as_words() {
    let portal = portal_with_activities().await;
    let (_, _, html) = portal.get("/aktiviteter?q=numemr+gratis+viborg").await;
    assert!(html.contains("Sådan har vi forstået dig"), "{html}");
    let literal = "/aktiviteter?q=nummer+%22gratis%22+%22viborg%22";
    assert!(lists(&html).contains(literal), "{:?}", lists(&html));
    let (_, _, html) = portal.get(literal).await;
    assert!(!html.contains("Sådan har vi forstået dig"), "{html}");
}

#[tokio::test]
async fn chips_say_who_and_how_far_around() {
    let portal = portal_with_activities().await;
    let page = async |path: &str| portal.get(path).await.2;
    let near = page("/aktiviteter?partner=zoo-2&near=viborg").await;
    assert!(near.contains("Hos Zoo 2<"), "{near}");
    assert!(near.contains("Nær Viborg, inden for 30 km<"), "{near}");
    let english = page("/en/aktiviteter?q=viborg").await;
    assert!(english.contains("Near Viborg, within 30 km<"), "{english}");
    // What is said is not said twice.
    for said in ["?near=viborg&within_km=20", "?q=viborg&within_km=20", "?q=viborg+20+km"] {
        let html = page(&format!("/aktiviteter{said}")).await;
        assert!(html.contains("Højst 20 km væk"), "{said}: {html}");
        assert!(html.contains("Nær Viborg") && !html.contains("inden for"), "{said}: {html}");
    }
}

#[tokio::test]
async fn the_pages_that_are_linked_hold_everything_and_none_is_empty() {
    let portal = portal_with_activities().await;
    let some_hits = "q=%22nummer%22+%2247%22&full=true&past=true";
    for query in [some_hits, "q=nummer+undervandsvulkan"] {
        let (_, _, answer) = portal.get(&format!("/api/v1/activities?{query}&per_page=3")).await;
        let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
        let total = answer["total"].as_u64().expect("a number");
        assert!(total > 6, "{answer}");
        assert_eq!(answer["total_met"] != 0, query == some_hits, "{answer}");
        let mut seen = BTreeSet::new();
        let mut here = format!("/aktiviteter?{query}&per_page=3");
        let mut n = 1;
        loop {
            let (status, _, html) = portal.get(&here).await;
            assert_eq!(status, StatusCode::OK, "{here}");
            let cards = html.split("href=\"/aktiviteter/").skip(1);
            let cards: BTreeSet<String> =
                cards.filter_map(|it| it.split('"').next()).map(str::to_owned).collect();
            assert!((1..=3).contains(&cards.len()), "{here}: {cards:?}");
            assert!(!html.contains("aria-labelledby=\"h-res\"></ul>"), "{here}: {html}");
            if n == 2 && query == some_hits {
                assert!(html.contains("Se dem på side 1"), "{html}");
            }
            seen.extend(cards);
            n += 1;
            here = format!("/aktiviteter?{query}&page={n}&per_page=3");
            if !lists(&html).contains(&here) {
                break;
            }
        }
        assert_eq!(u64::try_from(seen.len()), Ok(total), "{query}");
        assert_eq!(portal.get(&here).await.0, StatusCode::NOT_FOUND, "{here}");
    }
}

#[tokio::test]
async fn what_is_found_while_somebody_types_brings_the_name_of_its_page_and_its_translations() {
    let portal = portal_with_activities().await;
    let query = "query=q%3Dnummer%26free%3Dtrue";
    for (language, other) in [("da", "en"), ("en", "da")] {
        let (_, _, body) = portal.get(&format!("/api/results?{query}&language={language}")).await;
        let results: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        let page = portal.get(results["path"].as_str().expect("a path")).await.2;
        let title = page.split("<title>").nth(1).and_then(|it| it.split("</title>").next());
        assert_eq!(results["title"].as_str(), title, "{body}");
        let translations = results["translations"].as_array().expect("translations");
        let path_in = |language: &str| {
            let found = translations.iter().find(|it| it[0] == language);
            found.and_then(|it| it[1].as_str()).expect("a path")
        };
        assert_eq!(path_in(language), results["path"].as_str().expect("a path"));
        assert_eq!(path_in("x-default"), path_in("da"));
        // The page leads to the same.
        let path = path_in(other).replace('&', "&amp;");
        let link = format!("href=\"{path}\" hreflang=\"{other}\"");
        assert!(page.contains(&link), "{link}: {page}");
    }
}

#[tokio::test]
async fn whoever_empties_the_box_hears_how_much_the_list_holds() {
    let portal = portal_with_activities().await;
    for query in ["query=q%3D", "query=q%3D%26free%3Dtrue"] {
        let (_, _, body) = portal.get(&format!("/api/results?{query}&language=da")).await;
        let results: serde_json::Value = serde_json::from_str(&body).expect("JSON");
        let told = results["offers"]["sentence"].as_str().expect("a sentence");
        assert!(told.ends_with(" aktiviteter"), "{body}");
        let html = results["html"].as_str().expect("HTML");
        assert!(html.contains(&format!("id=\"h-res\" class=\"t2\">{told}<")), "{html}");
        assert_eq!(results["offers"]["activities"].as_array().map(Vec::len), Some(0));
    }
}
