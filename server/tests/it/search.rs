//! Searching, as people and programs do it: the whole portal, with what can go wrong.

use std::{
    io::Read as _,
    time::{Duration, Instant},
};

use application::testing::{an_activity, contract};
use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use domain::catalogue::State;
use serde_json::Value;
use server::worker;
use tokio_util::{sync::CancellationToken, task::TaskTracker};

use crate::testbed::{On, Testbed};

async fn portal_with_activities(on: On) -> Testbed {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 30).await;
    worker::bring_up_to_date(&portal.plugs).await.expect("an index");
    portal
}

async fn ask(portal: &Testbed, query: &str) -> (StatusCode, Value) {
    let (status, headers, body) = portal.get(&format!("/api/v1/activities{query}")).await;
    assert_eq!(headers[header::ACCESS_CONTROL_ALLOW_ORIGIN], "*", "{query}");
    (status, serde_json::from_str(&body).expect("JSON"))
}

#[tokio::test]
async fn programs_find_what_people_find() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = portal_with_activities(on).await;
        let (status, answer) = ask(&portal, "?q=aktiviteten%20nummer%207&per_page=5").await;
        assert_eq!(status, StatusCode::OK, "{answer}");
        assert_eq!(answer["hits"][0]["external_id"], "K-7", "{answer}");
        assert_eq!((&answer["page"], &answer["per_page"]), (&1.into(), &5.into()));
        assert!(answer["hits"].as_array().expect("hits").len() <= 5);
        let (_, all) = ask(&portal, "").await;
        assert!(all["facets"]["topic"]["robotics"].as_u64().expect("a count") > 0, "{all}");
        let (_, html) = (0, portal.get("/aktiviteter?q=aktiviteten+nummer+7").await.2);
        assert!(html.contains("Aktivitet nummer 7 med"), "{html}");
    }
}

#[tokio::test]
async fn words_that_mean_a_choice_are_told() {
    let portal = portal_with_activities(On::Sqlite).await;
    let (_, answer) = ask(&portal, "?q=gratis%20robot%205.%20klasse").await;
    let parts = answer["understood"]["parts"].as_array().expect("parts");
    assert_eq!(parts[0]["means"]["free"][0], "true", "{answer}");
    assert_eq!(parts[1]["means"]["level"][0], "grade-5", "{answer}");
    let html = portal.get("/aktiviteter?q=gratis+robot+5.+klasse").await.2;
    assert!(html.contains("Sådan har vi forstået dig"), "{html}");
}

#[tokio::test]
async fn words_that_do_not_count_are_told_with_the_reason() {
    let portal = portal_with_activities(On::Sqlite).await;
    let (_, answer) = ask(&portal, "?q=nummer%20viborg%20ikke%20gratis&near=aarhus").await;
    let understood = &answer["understood"];
    assert_eq!(understood["overruled"][0], "viborg", "{answer}");
    assert_eq!(understood["denied"][0], "ikke gratis", "{answer}");
    let page = portal.get("/aktiviteter?q=nummer+viborg+ikke+gratis&near=aarhus").await.2;
    let page = page.replace("<!---->", "");
    assert!(page.contains("Du skrev »viborg«, men du har valgt »Nær Aarhus«"), "{page}");
    assert!(page.contains("href=\"/aktiviteter?q=nummer+viborg+ikke+gratis\""), "{page}");
    assert!(page.contains("så »ikke gratis« er ikke brugt"), "{page}");
    let words: Vec<String> = (0..15).map(|n| format!("ord{n}")).collect();
    let page = portal.get(&format!("/aktiviteter?q={}", words.join("+"))).await.2;
    assert!(page.replace("<!---->", "").contains("de første 12 ord"), "{page}");
}

#[tokio::test]
async fn a_wrong_parameter_is_named_and_nothing_breaks() {
    let portal = portal_with_activities(On::Sqlite).await;
    for (query, parameter) in [
        ("?within_km=-5&near=8800", "within_km"),
        ("?near=Atlantis", "near"),
        ("?q=nummer&within_km=10", "within_km"),
        ("?q=nummer&sort=distance", "sort"),
        ("?topic=robots", "topic"),
        ("?partner=findes-ikke", "partner"),
        ("?campaign=findes-ikke&topic=robotics", "campaign"),
        ("?page=1000000000", "page"),
        ("?per_page=101", "per_page"),
        ("?from=2027-03-02&to=2027-03-01", "to"),
        ("?sort=price", "sort"),
        ("?filter=1%3D1", "filter"),
        ("?q=a%00b", "q"),
        (&format!("?q={}", "x".repeat(5_000)), "q"),
    ] {
        let (status, answer) = ask(&portal, query).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{query}");
        assert_eq!(answer["errors"][0]["parameter"], parameter, "{query}");
    }
    let (status, _, page) = portal.get("/aktiviteter?partner=findes-ikke&q=nummer").await;
    assert!(status == 400 && page.contains("»partner« har en værdi, vi ikke kender"), "{status}");
    assert!(page.contains("h-res"), "the rest is found: {page}");
    let endless = "x".repeat(10_000);
    let (status, answer) = ask(&portal, &format!("?q={endless}")).await;
    assert_eq!((status.as_u16(), answer["status"].as_u64()), (414, Some(414)));
    let (status, _, page) = portal.get(&format!("/aktiviteter?q={endless}")).await;
    assert!(status == 414 && page.contains("Skriv kun de vigtigste ord"), "{status}: {page}");
    let (status, _, page) = portal.get(&format!("/en/{endless}")).await;
    assert!(status == 414 && page.len() < 60_000, "{status}");
    let (status, _, answer) = portal.get("/api/v1/nowhere").await;
    assert!(status == 404 && answer.starts_with('{'), "{status}: {answer}");
    for query in [
        "?q=%F0%9F%A4%96",
        "?q=og%20i",
        "?q=%22%22%22",
        "?q=*%20OR%20%7B%7D",
        "?q=title:x",
        "?page=900",
    ] {
        let (status, _) = ask(&portal, query).await;
        assert_eq!(status, StatusCode::OK, "{query}");
        let page = portal.get(&format!("/aktiviteter{query}")).await.0;
        assert!(
            page == StatusCode::OK
                || page == StatusCode::SEE_OTHER
                || page == StatusCode::NOT_FOUND,
            "{query}: {page}"
        );
    }
}

#[tokio::test]
async fn the_description_names_what_it_describes() {
    let portal = Testbed::start(On::Sqlite).await;
    let (status, _, body) = portal.get("/api/v1/openapi.json").await;
    let description: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(status, StatusCode::OK);
    assert!(description["paths"]["/api/v1/activities"]["get"]["responses"]["400"].is_object());
}

/// Cancels activity 4 and adds activity 47.
async fn change_the_catalogue(portal: &Testbed) {
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let key = [(an_activity(4).partner, an_activity(4).external_id)];
    let mut activity = tx.activities().lock(&key).await.expect("a read").remove(0);
    activity.step_to(State::Cancelled, portal.plugs.ports.clock.now()).expect("a step");
    tx.activities().save(&[activity]).await.expect("a write");
    tx.activities().add(&[an_activity(47)]).await.expect("a write");
    tx.commit().await.expect("a commit");
}

/// Whether programs and people find the catalogue as it was changed.
async fn is_change_found(portal: &Testbed) -> bool {
    let (_, new) = ask(portal, "?q=%22nummer%22%20%2247%22&past=true&full=true").await;
    let (_, old) = ask(portal, "?q=%22nummer%22%20%224%22&past=true&full=true").await;
    // Kept pages follow the index too.
    let page = portal.get("/aktiviteter?q=%22nummer%22+%2247%22&full=true&past=true").await.2;
    let first = |answer: &Value| answer["hits"][0]["external_id"].as_str().map(str::to_owned);
    first(&new).as_deref() == Some("K-47")
        && first(&old).as_deref() != Some("K-4")
        && page.contains("Aktivitet nummer 47 med")
}

#[tokio::test]
async fn one_look_shows_the_change_of_another_process_and_two_fit_in_the_promised_second() {
    assert!(worker::LOOK * 2 <= Duration::from_secs(1));
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = portal_with_activities(on).await;
        let other = portal.beside().await;
        let shown = worker::look_for_changes(&portal.plugs, i64::MIN).await;
        assert!(!is_change_found(&portal).await);
        change_the_catalogue(&other).await;
        let next = worker::look_for_changes(&portal.plugs, shown).await;
        assert!(next > shown && is_change_found(&portal).await, "{shown} {next}");
    }
}

#[tokio::test]
async fn a_change_is_found_without_anybody_telling() {
    let portal = portal_with_activities(On::Sqlite).await;
    let (tasks, stop) = (TaskTracker::new(), CancellationToken::new());
    worker::start(&portal.plugs, &tasks, &stop);
    tokio::time::sleep(Duration::from_millis(300)).await;
    change_the_catalogue(&portal).await;

    let since = Instant::now();
    while !is_change_found(&portal).await {
        // That one look is enough, and how often there is one, is promised above. Here it matters
        // that somebody looks at all, however busy the machine is with other tests.
        assert!(since.elapsed() < Duration::from_secs(30), "nobody looks");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    stop.cancel();
    tasks.close();
    tasks.wait().await;
}

#[tokio::test]
async fn an_index_that_went_wrong_is_mended() {
    use application::ports::{ActivityIndex as _, IndexChange};

    let portal = portal_with_activities(On::Sqlite).await;
    let lost = an_activity(3).id;
    let version = portal.plugs.index.version().await.expect("a number");
    portal.plugs.index.put(&[IndexChange::Forget(lost)], version).await.expect("a write");
    let mended = application::search::keep_index_right(&portal.plugs.ports, &portal.plugs.index);
    assert_eq!(mended.await.expect("an answer"), 1);
    let held = portal.plugs.index.held().await.expect("an answer");
    assert!(held.iter().any(|(id, _)| *id == lost));
}

#[tokio::test]
async fn what_is_searched_in_vain_is_counted_without_anybody() {
    use application::ports::VainSearchStore as _;

    for on in [On::Sqlite, On::PostgreSql] {
        let portal = portal_with_activities(on).await;
        // Words that find nothing alone are to blame whatever was chosen.
        for query in ["", "", "&topic=robotics"] {
            ask(&portal, &format!("?q=Undervandsvulkan{query}")).await;
        }
        ask(&portal, "?q=ring%20til%2012345678").await;
        // What comes near is shown, and is not what was wished for; what was chosen is no word.
        let near = ask(&portal, "?q=nummer%20undervandsvulkan").await.1;
        assert!(near["total_met"] == 0 && near["total"] != 0, "{near}");
        let chosen = ask(&portal, "?q=nummer&municipality=0825&format=on_site").await.1;
        assert_eq!(chosen["total_met"], 0, "{chosen}");
        let mut counts = portal.plugs.vain.take();
        counts.sort_by(|one, other| one.words.cmp(&other.words));
        let words: Vec<&str> = counts.iter().map(|it| it.words.as_str()).collect();
        assert_eq!(words, ["nummer undervandsvulkan", "undervandsvulkan"]);
        let counts = counts.split_off(1);
        portal.plugs.database.add(&counts).await.expect("a write");
        portal.plugs.database.add(&counts).await.expect("a write");
        let month = counts[0].month;
        let kept = portal.plugs.database.of_month(month, 10).await.expect("an answer");
        assert_eq!(kept.len(), 1, "{kept:?}");
        assert_eq!((kept[0].words.as_str(), kept[0].searches), ("undervandsvulkan", 6));
    }
}

#[tokio::test]
async fn a_word_that_is_begun_is_finished_behind_one_that_is_misspelled() {
    let portal = portal_with_activities(On::Sqlite).await;
    let (_, _, body) = portal.get("/api/suggest?query=q%3Dnumemr%2Baktivi&language=da").await;
    let offers: Value = serde_json::from_str(&body).expect("JSON");
    assert!(offers["activities"].as_array().is_some_and(|list| !list.is_empty()), "{body}");
    let searches = offers["searches"].as_array().expect("searches");
    assert!(!searches.is_empty(), "{body}");
    let is_mended = |it: &Value| it.as_str().is_some_and(|it| it.starts_with("nummer "));
    assert!(searches.iter().all(is_mended), "{body}");
}

#[tokio::test]
async fn a_misspelled_word_finds_while_it_is_typed_what_it_finds_once_it_is_sent() {
    let portal = portal_with_activities(On::Sqlite).await;
    let (_, _, body) = portal.get("/api/results?query=q%3Dnumemr&language=da").await;
    let results: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(results["offers"]["sentence"], "29 aktiviteter");
    let told = |page: &str| page.replace("<!---->", "").contains("Vi fandt ikke »numemr«");
    assert!(told(results["html"].as_str().expect("HTML")), "{body}");
    assert!(told(&portal.get("/aktiviteter?q=numemr").await.2));
    // Of what somebody is in the middle of, nothing is put right.
    let (_, _, body) = portal.get("/api/results?query=q%3Dnumm&language=da").await;
    assert!(body.contains("29 aktiviteter") && !body.contains("Vi fandt ikke"), "{body}");
}

#[tokio::test]
async fn whoever_types_is_offered_what_there_is() {
    let portal = portal_with_activities(On::Sqlite).await;
    let query = |text: &str| format!("query=q%3D{text}&language=da");
    let (status, _, body) = portal.get(&format!("/api/suggest?{}", query("aktivi"))).await;
    let offers: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(offers["activities"].as_array().is_some_and(|list| !list.is_empty()), "{body}");
    let (status, _, body) = portal.get(&format!("/api/results?{}", query("nummer"))).await;
    let results: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(results["html"].as_str().is_some_and(|html| html.contains("h-res")), "{body}");
    assert_eq!(results["path"], "/aktiviteter?q=nummer");
    assert_eq!(results["offers"]["sentence"], offers["sentence"]);
    assert_eq!(results["counts"]["label"], "Vis 29 aktiviteter");
    let blocks = results["counts"]["blocks"].as_array().expect("blocks");
    // Marks that islands need are no part of what is seen.
    let page = portal.get("/aktiviteter?q=nummer").await.2.replace("<!---->", "");
    for block in blocks {
        // What is put into the form is what stands in it on the page.
        let (id, html) = (block[0].as_str().expect("an id"), block[1].as_str().expect("HTML"));
        assert!(
            page.contains(&format!("<div id=\"{id}\">{html}</div>")) || id == "valg-antal",
            "{id}"
        );
    }
    // What nobody can have meant is told once the form is sent; until then the rest is found.
    let wrong = query("nummer%26near%3DAtlantis%26within_km%3D5");
    let (status, _, body) = portal.get(&format!("/api/results?{wrong}")).await;
    let results: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!(
        (status, &results["path"]),
        (StatusCode::OK, &"/aktiviteter?q=nummer&within_km=5".into())
    );
    let (status, _, body) = portal.get(&format!("/api/count?{wrong}")).await;
    let counts: Value = serde_json::from_str(&body).expect("JSON");
    assert_eq!((status, &counts["label"]), (StatusCode::OK, &"Vis 29 aktiviteter".into()));
}

#[tokio::test]
async fn answers_to_programs_and_islands_are_compressed_where_that_is_worth_it() {
    let portal = portal_with_activities(On::Sqlite).await;
    let ask = async |path: &str, accepted: &str| {
        let request = Request::get(path).header(header::ACCEPT_ENCODING, accepted);
        let answer = portal.bytes(request.body(Body::empty()).expect("a request")).await;
        (answer.1, answer.2)
    };
    for path in ["/api/results?query=q%3Dnummer&language=da", "/api/v1/activities", "/sitemap.xml"]
    {
        let (headers, plain) = ask(path, "identity").await;
        assert!(!headers.contains_key(header::CONTENT_ENCODING), "{path}");
        assert_eq!(headers[header::VARY], "accept-encoding", "{path}");
        for (accepted, named) in [("gzip, br", "br"), ("gzip", "gzip")] {
            let (headers, packed) = ask(path, accepted).await;
            assert_eq!(headers[header::CONTENT_ENCODING], named, "{path}");
            assert!(packed.len() * 3 < plain.len(), "{path}: {} {}", packed.len(), plain.len());
            let unpacked = unpack(named, &packed);
            // How long it took stands in it, and is another.
            assert!(unpacked.len().abs_diff(plain.len()) < 20, "{path}");
        }
    }
    let (headers, _) = ask("/robots.txt", "gzip, br").await;
    assert!(!headers.contains_key(header::CONTENT_ENCODING), "a packet holds it as it is");
}

fn unpack(encoding: &str, packed: &[u8]) -> Vec<u8> {
    let mut plain = Vec::new();
    let read = match encoding {
        "br" => brotli::Decompressor::new(packed, 4096).read_to_end(&mut plain),
        _ => flate2::read::GzDecoder::new(packed).read_to_end(&mut plain),
    };
    read.expect("what was packed");
    plain
}

#[tokio::test]
async fn what_islands_ask_leads_nobody_to_where_the_question_says_that_it_came_from() {
    let portal = portal_with_activities(On::Sqlite).await;
    let asked = "?query=q%3Dnummer&language=da";
    for path in ["/api/count", "/api/suggest", "/api/results"] {
        for (method, query, site, status) in [
            (Method::GET, asked, "cross-site", StatusCode::OK),
            (Method::HEAD, asked, "cross-site", StatusCode::OK),
            (Method::GET, "", "cross-site", StatusCode::BAD_REQUEST),
            (Method::POST, asked, "cross-site", StatusCode::FORBIDDEN),
            (Method::POST, asked, "same-origin", StatusCode::METHOD_NOT_ALLOWED),
        ] {
            let case = format!("{method} {path}{query} {site}");
            let request = Request::builder()
                .method(method)
                .uri(format!("{path}{query}"))
                .header(header::ACCEPT, "text/html,application/xhtml+xml,*/*;q=0.8")
                .header(header::REFERER, "https://evil.example/side")
                .header("sec-fetch-site", site);
            let (got, headers, body) =
                portal.ask(request.body(Body::empty()).expect("a request")).await;
            assert_eq!(got, status, "{case}: {body}");
            assert!(!headers.contains_key(header::LOCATION), "{case}: {headers:?}");
            assert!(!body.contains("evil.example"), "{case}: {body}");
        }
    }
}
