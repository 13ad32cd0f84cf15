//! Searches as programs follow them: what feed readers, calendars and spreadsheets get of a list.

use std::collections::BTreeSet;

use application::testing::{an_activity, contract, partner_id};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::catalogue::{Activity, ActivityId, State};
use icalendar::{Calendar, CalendarComponent, Component as _, EventStatus};
use rss::Channel;
use serde_json::Value;
use server::worker;

use crate::testbed::{On, Testbed};

const ENDS: [&str; 4] = ["rss", "ics", "csv", "json"];

async fn portal_with(on: On, n: usize) -> (Testbed, Vec<Activity>) {
    let portal = Testbed::start(on).await;
    let activities = contract::fill(&*portal.plugs.ports.store, n).await;
    worker::bring_up_to_date(&portal.plugs).await.expect("an index");
    (portal, activities)
}

async fn body(portal: &Testbed, path: &str) -> String {
    let (status, _, body) = portal.get(path).await;
    assert_eq!(status, StatusCode::OK, "{path}");
    body
}

async fn channel(portal: &Testbed, path: &str) -> Channel {
    Channel::read_from(body(portal, path).await.as_bytes()).expect("RSS")
}

async fn calendar(portal: &Testbed, path: &str) -> Calendar {
    body(portal, path).await.parse().expect("a calendar")
}

/// The rows of a sheet under their names.
async fn sheet(portal: &Testbed, path: &str, delimiter: u8) -> Vec<Vec<(String, String)>> {
    let text = body(portal, path).await;
    let text = text.strip_prefix('\u{FEFF}').expect("a mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
    let header = reader.headers().expect("a header").clone();
    let named = |row: csv::StringRecord| {
        header.iter().zip(&row).map(|(name, cell)| (name.to_owned(), cell.to_owned())).collect()
    };
    reader.records().map(|row| named(row.expect("a row"))).collect()
}

fn cell<'a>(row: &'a [(String, String)], column: &str) -> &'a str {
    row.iter().find(|(name, _)| name == column).map_or("", |(_, cell)| cell)
}

/// The addresses of the activities on a page of the list, in its order.
async fn listed(portal: &Testbed, path: &str) -> Vec<String> {
    let html = body(portal, path).await;
    let links = html.split("<h3><a href=\"").skip(1);
    links
        .map(|it| format!("https://gnist.example{}", it.split('"').next().expect("an end")))
        .collect()
}

/// The names of the dates in a calendar.
fn uids(calendar: &Calendar) -> Vec<String> {
    let events = calendar.components.iter().filter_map(CalendarComponent::as_event);
    events.map(|it| it.get_uid().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn each_feed_holds_what_the_page_lists_and_nothing_else() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, activities) = portal_with(on, 60).await;
        for query in [
            "free=true&per_page=100",
            "topic=robotics&seats=2&per_page=100",
            "region=midtjylland&sort=date&per_page=100",
            "topic=robotics&full=true&past=true&page=2&per_page=7",
            "q=nummer+42&per_page=5",
        ] {
            for prefix in ["", "/en"] {
                let path = format!("{prefix}/aktiviteter");
                let page = listed(&portal, &format!("{path}?{query}")).await;
                let api: Value = serde_json::from_str(
                    &body(&portal, &format!("/api/v1/activities?{query}")).await,
                )
                .expect("JSON");
                let hits = api["hits"].as_array().expect("hits");
                let whole = hits.iter().filter(|hit| hit["misses"] == Value::Array(Vec::new()));
                assert!(page.len() >= whole.clone().count() && !page.is_empty(), "{query}");
                let page = &page[..whole.count()];

                let feed = channel(&portal, &format!("{path}.rss?{query}")).await;
                let links: Vec<&str> = feed.items.iter().filter_map(|it| it.link()).collect();
                assert_eq!(links, page, "{query}");
                let delimiter = if prefix.is_empty() { b';' } else { b',' };
                let rows = sheet(&portal, &format!("{path}.csv?{query}"), delimiter).await;
                let urls: Vec<&str> = rows.iter().map(|row| cell(row, "url")).collect();
                assert_eq!(urls, page, "{query}");

                let found = page.iter().map(|url| {
                    let slug = url.rsplit('/').next().expect("an end");
                    activities.iter().find(|it| it.slug.as_str() == slug).expect("one of ours")
                });
                let now = portal.clock_now();
                let dates = found.flat_map(Activity::occurrences).filter(|date| date.end() > now);
                let dates: Vec<_> =
                    dates.map(|date| format!("{}@gnist.example", date.id.0)).collect();
                let told = calendar(&portal, &format!("{path}.ics?{query}")).await;
                assert_eq!(uids(&told), dates, "{query}");

                let mut json: Value =
                    serde_json::from_str(&body(&portal, &format!("{path}.json?{query}")).await)
                        .expect("JSON");
                json["took_ms"] = api["took_ms"].clone();
                if prefix.is_empty() {
                    assert_eq!(json, api, "{query}");
                } else {
                    let url = json["hits"][0]["url"].as_str().expect("an address");
                    assert!(url.starts_with("https://gnist.example/en/aktiviteter/"), "{url}");
                }
            }
        }
    }
}

#[tokio::test]
async fn a_feed_holds_a_hundred_where_nobody_says_how_many_and_goes_on_where_the_page_says() {
    let (portal, _) = portal_with(On::Sqlite, 260).await;
    let all = listed(&portal, "/aktiviteter?full=true&past=true&per_page=100").await;
    let links = async |query: &str| -> Vec<String> {
        let feed = channel(&portal, &format!("/aktiviteter.rss?past=true&full=true{query}")).await;
        feed.items.into_iter().filter_map(|it| it.link).collect()
    };
    assert_eq!((all.len(), links("").await), (100, all.clone()));
    assert_eq!(links("&per_page=20").await, all[..20]);
    assert_eq!(links("&per_page=30&page=2").await, all[30..60]);
    let second = links("&page=2").await;
    assert!(second.len() == 100 && second.iter().all(|it| !all.contains(it)), "{second:?}");
    assert_eq!(links("&page=900").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_search_that_finds_nothing_is_a_whole_feed() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let feed = channel(&portal, "/aktiviteter.rss?topic=robotics").await;
        assert!(feed.items.is_empty() && !feed.title.is_empty());
        assert!(uids(&calendar(&portal, "/aktiviteter.ics?topic=robotics").await).is_empty());
        let text = body(&portal, "/aktiviteter.ics").await;
        assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
        assert!(sheet(&portal, "/aktiviteter.csv", b';').await.is_empty());
        let text = body(&portal, "/en/aktiviteter.csv").await;
        assert!(text.starts_with("\u{FEFF}\"external_id\",\"partner\",\"kind\""), "{text}");
        assert!(text.ends_with("\"deadline\",\"url\"\r\n"), "{text}");
        let json: Value =
            serde_json::from_str(&body(&portal, "/aktiviteter.json").await).expect("JSON");
        assert_eq!(json["total"], 0);
    }
}

#[tokio::test]
async fn a_feed_says_what_was_searched_where_it_is_and_since_when() {
    let (portal, activities) = portal_with(On::Sqlite, 30).await;
    let query = "q=nummer&topic=robotics&free=true";
    for (prefix, title, language) in [
        ("", "»nummer«: aktiviteter (Robotter og Kun gratis) – Gnist", "da"),
        ("/en", "“nummer”: activities (Robotics and Free only) – Gnist", "en"),
    ] {
        let path = format!("{prefix}/aktiviteter.rss?{query}");
        let feed = channel(&portal, &path).await;
        assert_eq!((feed.title(), feed.language()), (title, Some(language)));
        assert_eq!(feed.link(), format!("https://gnist.example{prefix}/aktiviteter?{query}"));
        let itself = &feed.extensions()["atom"]["link"][0].attrs;
        assert_eq!(itself["href"], format!("https://gnist.example{path}"));
        assert_eq!(itself["rel"], "self");
        let calendar = calendar(&portal, &path.replace(".rss", ".ics")).await;
        assert_eq!(calendar.get_name(), Some(title));
        assert!(!feed.items.is_empty());
        for item in &feed.items {
            let guid = item.guid().expect("a name");
            assert!(guid.permalink && Some(guid.value()) == item.link(), "{guid:?}");
            let slug = guid.value().rsplit('/').next().expect("an end");
            let it = activities.iter().find(|it| it.slug.as_str() == slug).expect("one of ours");
            assert_eq!(item.title(), Some(it.particulars().title.as_str()));
            assert_eq!(item.pub_date(), Some(it.updated_at().to_rfc2822().as_str()));
            let html = item.description().expect("a description");
            assert!(html.contains(it.particulars().summary.as_str()), "{html}");
            let free = if prefix.is_empty() { "Gratis" } else { "Free" };
            assert!(html.starts_with("<p>") && html.contains(free), "{html}");
        }
    }
}

#[tokio::test]
async fn what_nobody_can_have_meant_is_answered_as_the_list_and_the_interface_do() {
    let (portal, _) = portal_with(On::Sqlite, 10).await;
    for (query, named) in [
        ("topic=robots", "»topic« har en værdi, vi ikke kender"),
        ("partner=findes-ikke", "»partner« har en værdi, vi ikke kender"),
        ("campaign=findes-ikke", "»campaign« har en værdi, vi ikke kender"),
        ("per_page=101", "»per_page« skal være et helt tal fra 1 til 100"),
    ] {
        for end in ["rss", "ics", "csv"] {
            let (status, headers, html) = portal.get(&format!("/aktiviteter.{end}?{query}")).await;
            assert_eq!(status, StatusCode::BAD_REQUEST, "{end}: {query}");
            assert_eq!(headers[header::CONTENT_TYPE], "text/html; charset=utf-8");
            assert_eq!(headers[header::CACHE_CONTROL], "no-store");
            assert!(html.contains(named), "{html}");
        }
        let (status, headers, text) = portal.get(&format!("/aktiviteter.json?{query}")).await;
        let asked = format!("/api/v1/activities?{query}");
        assert_eq!((status, text), (StatusCode::BAD_REQUEST, portal.get(&asked).await.2));
        assert_eq!(headers[header::CONTENT_TYPE], "application/problem+json");
    }
    // What others put behind addresses is passed over where people may come by, and nowhere else.
    for (end, status) in [("rss", 200), ("ics", 200), ("csv", 200), ("json", 400)] {
        let path = format!("/en/aktiviteter.{end}?utm_source=brev");
        assert_eq!(portal.get(&path).await.0.as_u16(), status, "{end}");
    }
    let endless = "x".repeat(10_000);
    for (end, kind) in [("rss", "text/html"), ("json", "application/problem+json")] {
        let answer = portal.get(&format!("/en/aktiviteter.{end}?q={endless}")).await;
        assert_eq!(answer.0, StatusCode::URI_TOO_LONG);
        assert!(answer.1[header::CONTENT_TYPE].to_str().expect("text").starts_with(kind), "{end}");
    }
}

#[tokio::test]
async fn a_feed_is_open_data_with_a_name_and_runs_nothing() {
    let (portal, _) = portal_with(On::Sqlite, 10).await;
    for (end, kind, kept, file) in [
        ("rss", "application/rss+xml; charset=utf-8", "public, max-age=300", None),
        ("ics", "text/calendar; charset=utf-8", "public, max-age=300", Some("aktiviteter.ics")),
        ("csv", "text/csv; charset=utf-8", "public, max-age=300", Some("aktiviteter.csv")),
        ("json", "application/json", "public, max-age=5", None),
    ] {
        for prefix in ["", "/en"] {
            let path = format!("{prefix}/aktiviteter.{end}?free=true");
            let (_, headers, text) = portal.get(&path).await;
            assert_eq!(headers[header::CONTENT_TYPE], kind, "{path}");
            assert_eq!(headers[header::CACHE_CONTROL], kept, "{path}");
            let named = file.map(|file| format!("attachment; filename=\"{file}\""));
            let name =
                headers.get(header::CONTENT_DISPOSITION).map(|it| it.to_str().expect("text"));
            assert_eq!(name, named.as_deref(), "{path}");
            let policy = headers[header::CONTENT_SECURITY_POLICY].to_str().expect("text");
            assert!(policy.starts_with("default-src 'none'; form-action 'none'"), "{policy}");
            assert_eq!(headers[header::X_CONTENT_TYPE_OPTIONS], "nosniff", "{path}");
            assert_eq!(headers["x-robots-tag"], "noindex", "{path}");

            let head = Request::head(&path).body(Body::empty()).expect("a request");
            let (status, headers, nothing) = portal.ask(head).await;
            assert!(status == StatusCode::OK && nothing.is_empty() && !text.is_empty(), "{path}");
            assert_eq!(headers[header::CONTENT_TYPE], kind, "{path}");
            let post = Request::post(&path).header("sec-fetch-site", "same-origin");
            let (status, ..) = portal.ask(post.body(Body::empty()).expect("a request")).await;
            assert_eq!(status, StatusCode::METHOD_NOT_ALLOWED, "{path}");
        }
    }
}

#[tokio::test]
async fn a_title_is_a_title_in_every_feed() {
    let title = "=HYPERLINK(\"https://evil.example\",\"]]>&<b>\u{FFFE}\")";
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 0).await;
    let like = an_activity(0);
    let mut particulars = like.particulars().clone();
    particulars.title = title.try_into().expect("a title");
    particulars.summary =
        format!("{title} <script>alert(1)</script>").try_into().expect("a summary");
    let id = ActivityId(domain::Uuid::from_u128(900_000));
    let key = "=1+1".try_into().expect("a key");
    let dates = an_activity(3).occurrences().to_vec();
    let at = like.updated_at();
    let it =
        Activity::draft(id, partner_id(0), key, particulars, dates, at).kept(State::Published, at);
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().add(&[it]).await.expect("a write");
    tx.commit().await.expect("a commit");

    let query = "past=true&full=true";
    let rows = sheet(&portal, &format!("/aktiviteter.csv?{query}"), b';').await;
    assert_eq!(rows.len(), 1);
    for (column, text) in &rows[0] {
        assert!(!text.trim_start().starts_with(['=', '+', '-', '@']), "{column}: {text}");
    }
    assert_eq!(cell(&rows[0], "title"), format!("'{title}"));
    assert_eq!(cell(&rows[0], "external_id"), "'=1+1");

    let feed = channel(&portal, &format!("/aktiviteter.rss?{query}")).await;
    assert_eq!(feed.items[0].title(), Some(title.replace('\u{FFFE}', "").as_str()));
    let html = feed.items[0].description().expect("a description");
    assert!(html.contains("&lt;script&gt;") && !html.contains("<script"), "{html}");
    assert!(!body(&portal, &format!("/aktiviteter.rss?{query}")).await.contains("<b>"));

    let told = calendar(&portal, &format!("/aktiviteter.ics?{query}")).await;
    let event = told.components.iter().find_map(CalendarComponent::as_event);
    assert_eq!(event.expect("a date").get_summary(), Some(title));
}

#[tokio::test]
async fn every_date_of_a_feed_has_a_name_of_its_own() {
    let (portal, _) = portal_with(On::Sqlite, 60).await;
    let told = calendar(&portal, "/aktiviteter.ics").await;
    let names = uids(&told);
    let unique: BTreeSet<&String> = names.iter().collect();
    assert!(names.len() > 10 && unique.len() == names.len(), "{names:?}");
    // The same date has the same name in the calendar of its activity and in both languages.
    assert_eq!(uids(&calendar(&portal, "/en/aktiviteter.ics").await), names);
    let one = channel(&portal, "/aktiviteter.rss").await.items[0].link.clone().expect("a link");
    let path = one.trim_start_matches("https://gnist.example");
    let alone = uids(&calendar(&portal, &format!("{path}.ics")).await);
    assert!(!alone.is_empty() && alone.iter().all(|it| unique.contains(it)), "{alone:?}");
}

#[tokio::test]
async fn what_is_cancelled_leaves_the_feeds_and_says_so_in_its_own_calendar() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, mut activities) = portal_with(on, 60).await;
        let first = calendar(&portal, "/aktiviteter.ics").await;
        let name = uids(&first).remove(0);
        let has =
            |it: &Activity| it.occurrences().iter().any(|d| name.starts_with(&d.id.0.to_string()));
        let n = activities.iter().position(has).expect("one of ours");
        activities[n].step_to(State::Cancelled, portal.clock_now()).expect("a step");
        let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
        tx.activities().save(&activities[n..=n]).await.expect("a write");
        tx.commit().await.expect("a commit");

        assert!(!uids(&calendar(&portal, "/aktiviteter.ics").await).contains(&name));
        let slug = &activities[n].slug;
        for end in ENDS {
            assert!(!body(&portal, &format!("/aktiviteter.{end}")).await.contains(slug.as_str()));
        }
        let alone = calendar(&portal, &format!("/aktiviteter/{slug}.ics")).await;
        for event in alone.components.iter().filter_map(CalendarComponent::as_event) {
            assert_eq!(event.get_status(), Some(EventStatus::Cancelled));
        }
    }
}

#[tokio::test]
async fn the_page_leads_to_the_feeds_of_its_search_and_not_of_its_page() {
    let (portal, _) = portal_with(On::Sqlite, 60).await;
    let query = "topic=robotics&amp;full=true&amp;past=true&amp;sort=date";
    for (prefix, heading, calendar) in
        [("", "Følg denne søgning:", "kalender"), ("/en", "Follow this search:", "calendar")]
    {
        let asked = query.replace("&amp;", "&");
        let path = format!("{prefix}/aktiviteter?{asked}&page=2&per_page=7");
        let html = body(&portal, &path).await;
        let (head, page) = html.split_once("</head>").expect("a head");
        let line =
            page.split(heading).nth(1).and_then(|it| it.split("</p>").next()).expect("a line");
        for (end, kind, name) in [
            ("rss", "application/rss+xml", "RSS"),
            ("ics", "text/calendar", calendar),
            ("csv", "text/csv", "CSV"),
        ] {
            let href = format!("href=\"{prefix}/aktiviteter.{end}?{query}\"");
            assert!(line.contains(&href) && line.contains(&format!(">{name}</a>")), "{line}");
            let alternate = format!("<link rel=\"alternate\" type=\"{kind}\"");
            let told = head.split(&alternate).nth(1).and_then(|it| it.split('>').next());
            assert_eq!(told.is_some_and(|it| it.contains(&href)), end != "csv", "{head}");
        }
    }
    assert!(!body(&portal, "/om").await.contains("application/rss+xml"));
}
