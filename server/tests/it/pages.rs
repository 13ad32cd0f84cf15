//! Pages as a browser gets them, without one.

use application::{ports::Views, testing::contract};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::catalogue::{Activity, Format, State};
use serde_json::Value;

use crate::testbed::{On, Testbed};

#[tokio::test]
async fn an_empty_portal_says_so_kindly_on_every_page() {
    let portal = Testbed::start(On::Sqlite).await;
    for (path, sentence) in [
        ("/", "Der er ingen aktiviteter endnu."),
        ("/aktiviteter", "Ingen aktiviteter passer"),
        ("/partnere", "Der er ingen partnere"),
        ("/regioner/midtjylland", "Der er ingen kommende aktiviteter"),
        ("/kampagner/girlsday-2027", "Der er ingen aktiviteter endnu"),
    ] {
        let (status, _, html) = portal.get(path).await;
        assert_eq!(status, StatusCode::OK, "{path}");
        assert!(html.contains(sentence), "{path}");
    }
}

#[tokio::test]
async fn what_is_acknowledged_is_shown_at_once() {
    let portal = Testbed::start(On::Sqlite).await;
    assert!(portal.get("/aktiviteter").await.2.contains("Ingen aktiviteter"));
    contract::fill(&*portal.plugs.ports.store, 30).await;
    assert!(!portal.get("/aktiviteter").await.2.contains("Ingen aktiviteter"));
}

#[tokio::test]
async fn what_comes_to_a_school_is_not_told_to_be_where_its_partner_is() {
    let portal = Testbed::start(On::Sqlite).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 30).await;
    let (mut visits, mut others) = (0, 0);
    for it in activities.iter().filter(|it| it.state() == State::Published) {
        let path = format!("/aktiviteter/{}", it.slug);
        let page = portal.get(&path).await.2;
        let Some(data) = page.split("application/ld+json\">").nth(1) else { continue };
        let data = data.split("</script>").next().expect("an end");
        let data: Value = serde_json::from_str(data).expect("JSON");
        let place = &data["@graph"][0]["location"];
        assert!(!place.to_string().contains("null"), "{place}");
        let calendar = portal.get(&format!("{path}.ics")).await.2;
        let format = it.particulars().format;
        if format == Format::AtSchool {
            visits += 1;
            assert_eq!(place["name"], "Kommer ud til klassen");
            assert!(place["geo"].is_null() && place["address"]["postalCode"].is_null(), "{place}");
            assert!(!calendar.contains("LOCATION:"), "{calendar}");
        } else if format.has_venue() {
            others += 1;
            assert!(place["address"]["postalCode"].is_string(), "{place}");
            assert!(calendar.contains("LOCATION:"), "{calendar}");
        }
    }
    assert!(visits > 0 && others > 0, "{visits} come, {others} do not");
}

#[tokio::test]
async fn a_cancelled_activity_says_so_and_an_archived_one_is_gone() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut activities = contract::fill(&*portal.plugs.ports.store, 4).await;
    let now = portal.plugs.ports.clock.now();
    activities[1].step_to(State::Cancelled, now).unwrap();
    activities[2].step_to(State::Archived, now).unwrap();
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.activities().save(&activities).await.unwrap();
    tx.commit().await.unwrap();

    let page = |n: usize| format!("/aktiviteter/{}", activities[n].slug);
    let (status, _, html) = portal.get(&page(1)).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("Arrangøren har aflyst"));
    let (status, _, html) = portal.get(&page(2)).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(html.contains("Aktiviteten er slut"));
    assert_eq!(portal.get(&format!("{}.ics", page(2))).await.0, StatusCode::GONE);
}

#[tokio::test]
async fn canonical_and_translated_addresses_belong_together() {
    let portal = Testbed::start(On::Sqlite).await;
    let (_, headers, html) = portal.get("/en/om").await;
    assert!(html.contains(r#"<link rel="canonical" href="https://gnist.example/en/om">"#));
    assert!(
        html.contains(r#"<link rel="alternate" hreflang="da" href="https://gnist.example/om">"#)
    );
    assert!(html.starts_with("<!DOCTYPE html><html lang=\"en\">"));
    assert!(headers.contains_key(header::STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn an_activitys_own_words_say_their_language_where_the_page_is_in_another() {
    let portal = Testbed::start(On::Sqlite).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 30).await;
    for language in ["da", "en"] {
        let other = if language == "da" { "/en" } else { "" };
        let same = if language == "da" { "" } else { "/en" };
        let spoken = |it: &&Activity| it.particulars().language.code() == language;
        let activity = activities.iter().find(spoken).expect("one of them");
        let path = format!("/aktiviteter/{}", activity.slug);
        let page = portal.get(&format!("{other}{path}")).await.2;
        for element in ["<h1 lang=", "<p lang=", "<div lang="] {
            assert!(page.contains(&format!("{element}\"{language}\"")), "{element}: {page}");
        }
        let page = portal.get(&format!("{same}{path}")).await.2;
        assert!(page.contains("<h1>") && !page.contains("<p lang="), "{page}");
    }
    // One of them stands in the choice of languages.
    let list = portal.get("/en/aktiviteter").await.2;
    assert!(list.matches("\" lang=\"da\">").count() > 1, "{list}");
}

#[tokio::test]
async fn a_telephone_finds_an_icon_that_it_can_draw() {
    let portal = Testbed::start(On::Sqlite).await;
    let html = portal.get("/").await.2;
    assert!(html.contains("<link rel=\"apple-touch-icon\" href=\"/assets/icon-180"), "{html}");
    let manifest = portal.get("/manifest.webmanifest").await.2;
    assert_eq!(manifest.matches("image/png").count(), 2, "{manifest}");
}

#[tokio::test]
async fn a_link_to_a_page_without_a_picture_is_shown_with_that_of_all() {
    let portal = Testbed::start(On::Sqlite).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 30).await;
    let now = portal.clock_now();
    let comes = |it: &&Activity| it.occurrences().iter().any(|date| date.end() > now);
    let dated = activities.iter().find(comes).expect("one of them");
    let activity = format!("/aktiviteter/{}", dated.slug);
    let picture = "https://gnist.example/assets/share";
    for path in ["/", "/en", "/aktiviteter", "/regioner/midtjylland", activity.as_str()] {
        let html = portal.get(path).await.2;
        for said in [
            format!("property=\"og:image\" content=\"{picture}"),
            "property=\"og:image:type\" content=\"image/png\"".to_owned(),
            "property=\"og:image:width\" content=\"1200\"".to_owned(),
        ] {
            assert_eq!(html.matches(&said).count(), 1, "{path}: {said}");
        }
    }
    let html = portal.get(&activity).await.2;
    assert!(html.contains(&format!("\"image\":\"{picture}")), "{html}");
}

#[tokio::test]
async fn an_activity_on_paper_says_where_its_page_is() {
    let portal = Testbed::start(On::Sqlite).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 1).await;
    let path = format!("/en/aktiviteter/{}", activities[0].slug);
    let page = portal.get(&path).await.2;
    let printed = page.split("class=\"only-print\"").nth(1).expect("a line for paper");
    let line = printed.split("</span>").next().expect("its end");
    assert!(line.contains(&format!("https://gnist.example{path}")), "{line}");
}

#[tokio::test]
async fn a_sitemap_lists_each_page_once_in_each_language_and_names_the_other() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 30).await;
    let sitemap = portal.get("/sitemap.xml").await.2;
    let below = |path: &str| sitemap.matches(&format!("<loc>https://gnist.example{path}/")).count();
    assert!(below("/aktiviteter") > 10, "{sitemap}");
    assert_eq!(below("/aktiviteter"), below("/en/aktiviteter"), "{sitemap}");
    let partners = portal.get("/partnere").await.2.matches("href=\"/partnere/").count();
    assert_eq!((below("/partnere"), below("/en/partnere")), (partners, partners), "{sitemap}");
    for path in ["/om", "/en/om", "/en"] {
        let address = format!("<loc>https://gnist.example{path}</loc>");
        assert_eq!(sitemap.matches(&address).count(), 1, "{path}: {sitemap}");
    }
    let english = "hreflang=\"en\" href=\"https://gnist.example/en/om\"";
    assert_eq!(sitemap.matches(english).count(), 2, "{sitemap}");
    assert_eq!(portal.get("/sitemap.xml?part=1").await.2, sitemap);
    for other in ["0", "2"] {
        let answer = portal.get(&format!("/sitemap.xml?part={other}")).await;
        assert_eq!(answer.0, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_wants_to_be_a_partner_is_led_from_about_us_to_where_one_becomes_it() {
    let portal = Testbed::start(On::Sqlite).await;
    for (page, way) in [("/om", "/partner/find"), ("/en/om", "/en/partner/find")] {
        let html = portal.get(page).await.2;
        assert!(html.contains(&format!("href=\"{way}\"")), "{html}");
    }
}

#[tokio::test]
async fn a_form_with_empty_fields_leads_to_the_short_address() {
    let portal = Testbed::start(On::Sqlite).await;
    let (status, headers, _) =
        portal.get("/aktiviteter?q=&topic=robotics&from=&utm_source=brev").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(headers[header::LOCATION], "/aktiviteter?topic=robotics");
}

#[tokio::test]
async fn every_policy_is_the_one_its_answer_needs() {
    let portal = Testbed::start(On::Sqlite).await;
    let policy = async |path: &str| {
        portal.get(path).await.1[header::CONTENT_SECURITY_POLICY].to_str().unwrap().to_owned()
    };
    for page in ["/", "/aktiviteter"] {
        assert!(policy(page).await.contains("script-src 'self' 'wasm-unsafe-eval'"), "{page}");
    }
    for page in ["/partnere", "/om", "/findes-ikke"] {
        let text = policy(page).await;
        assert!(
            !text.contains("script-src") && text.contains("style-src 'self'"),
            "{page}: {text}"
        );
    }
    for data in ["/healthz", "/robots.txt", "/sitemap.xml", "/manifest.webmanifest", "/assets/x"] {
        let locked = "default-src 'none'; form-action 'none'; frame-ancestors 'none'; \
                      base-uri 'none'; report-uri /csp-report; report-to csp";
        assert_eq!(policy(data).await, locked, "{data}");
    }
}

#[tokio::test]
async fn the_pages_are_the_same_on_postgresql() {
    let (one, two) = (Testbed::start(On::Sqlite).await, Testbed::start(On::PostgreSql).await);
    for portal in [&one, &two] {
        contract::fill(&*portal.plugs.ports.store, 40).await;
    }
    for path in [
        "/",
        "/aktiviteter?free=true",
        "/partnere",
        "/regioner/midtjylland",
        "/kampagner",
        "/en/kampagner/girlsday-2027",
    ] {
        assert_eq!(one.get(path).await.2, two.get(path).await.2, "{path}");
    }
}

#[tokio::test]
async fn whoever_opens_an_activity_is_counted_and_programs_are_not() {
    let portal = Testbed::start(On::Sqlite).await;
    let activities = contract::fill(&*portal.plugs.ports.store, 2).await;
    let path = format!("/aktiviteter/{}", activities[0].slug);
    let open = async |path: &str, headers: &[(&str, &str)]| {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        portal.ask(request.body(Body::empty()).unwrap()).await
    };
    let browser = [("sec-fetch-dest", "document")];
    let first = open(&path, &browser).await;
    let tag = first.1[header::ETAG].to_str().unwrap();
    let again = open(&path, &[browser[0], ("if-none-match", tag)]).await;
    assert_eq!(again.0, StatusCode::NOT_MODIFIED);
    open(&format!("/en{path}"), &browser).await;
    open(&path, &[]).await;
    open(&path, &[browser[0], ("sec-purpose", "prefetch")]).await;
    open("/aktiviteter/findes-ikke", &browser).await;
    open("/aktiviteter", &browser).await;

    let views = portal.plugs.views.take();
    let day = "2026-12-01".parse().unwrap();
    assert_eq!(views, [Views { day, slug: activities[0].slug.clone(), n: 3 }]);
}

#[tokio::test]
async fn what_programs_look_for_is_sent_once_until_it_changes() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut activities = contract::fill(&*portal.plugs.ports.store, 30).await;
    let ask = async |path: &str, known: &str| {
        let request = Request::get(path).header(header::IF_NONE_MATCH, known);
        portal.ask(request.body(Body::empty()).unwrap()).await
    };
    for path in ["/robots.txt", "/sitemap.xml", "/manifest.webmanifest"] {
        let (_, headers, whole) = portal.get(path).await;
        let tag = headers[header::ETAG].to_str().unwrap();
        for known in [tag, &format!("W/{tag}"), &format!("\"other\", {tag}")] {
            let (status, headers, body) = ask(path, known).await;
            assert_eq!((status, body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path} {known}");
            assert_eq!(headers[header::ETAG], tag, "{path}");
        }
        let (status, _, body) = ask(path, "\"other\"").await;
        assert_eq!((status, body), (StatusCode::OK, whole), "{path}");
    }
    let tag = portal.get("/sitemap.xml").await.1[header::ETAG].clone();
    activities[2].step_to(State::Archived, portal.clock_now()).unwrap();
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    tx.activities().save(&activities).await.unwrap();
    tx.commit().await.unwrap();
    assert_ne!(portal.get("/sitemap.xml").await.1[header::ETAG], tag);
}
