//! What each component shows when there is nothing, one thing, many, too long a thing, and
//! something wrong. Browsers and their layout are for `end2end`.

use std::{
    pin::pin,
    sync::Arc,
    task::{Context, Poll, Waker},
};

use application::{
    ports::{ActivitySummary, OccurrenceSummary, PartnerLink},
    testing::{MemoryStore, an_activity, partner, ports},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    Uuid,
    catalogue::{
        Activity, ActivityId, AgeRange, Audience, Capacity, Format, GroupSize, Kind, Language,
        Level, Occurrence, OccurrenceId, Price, SignUpMode, Slug, State, Topic,
    },
};
use leptos::prelude::*;
use ui::{
    Ask, Locale, Operator, Page, Site,
    catalogue::{ActivityCard, CardList, activity_page},
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        pagination::{PageLabels, Pagination},
        seats::{Room, SeatsBar},
    },
};

mod activity;

fn html<V: IntoView>(view: impl FnOnce() -> V) -> String {
    Page::write(200, view).html
}

/// What somebody hears who has it read aloud: no tags, no pictures.
fn words(html: &str) -> String {
    let mut text = String::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        text.push_str(&rest[..start]);
        text.push(' ');
        let is_picture = rest[start..].starts_with("<svg");
        let end = if is_picture { "</svg>" } else { ">" };
        let place = rest[start..].find(end).expect("whole HTML");
        rest = &rest[start + place + end.len()..];
    }
    text.push_str(rest);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn count(html: &str, what: &str) -> usize {
    html.matches(what).count()
}

fn ask(store: &MemoryStore, locale: Locale) -> Ask {
    let site = Site {
        public_url: "https://gnist.example".to_owned(),
        style: "/assets/gnist.css".to_owned(),
        wake: "/assets/wake.js".to_owned(),
        check_in: String::new(),
        proof: String::new(),
        icon: "/assets/gnist.svg".to_owned(),
        touch_icon: "/assets/icon-180.png".to_owned(),
        share: "/assets/share.png".to_owned(),
        fonts: Vec::new(),
        operator: Operator::default(),
    };
    Ask { locale, ports: ports(store).into(), site: Arc::new(site) }
}

/// The memory answers at once.
fn now_or_never<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("the memory kept somebody waiting"),
    }
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).expect("an instant").to_utc()
}

/// What a text must never become, whoever wrote it.
const ATTACK: &str = "<img src=x onerror=alert(1)>\"'&";

// -- breadcrumbs --

fn crumbs(links: &[(&str, &str)]) -> String {
    let links = links.iter().map(|(href, name)| ((*href).to_owned(), (*name).to_owned())).collect();
    html(|| view! { <Breadcrumbs label="Sti".to_owned() links /> })
}

#[test]
fn breadcrumbs_are_a_named_list_of_links_in_their_order() {
    assert_eq!(
        crumbs(&[("/", "Forside"), ("/aktiviteter", "Aktiviteter")]),
        "<nav aria-label=\"Sti\" class=\"crumbs\"><ol><li><a href=\"/\">Forside</a></li>\
         <li><a href=\"/aktiviteter\">Aktiviteter</a></li></ol></nav>"
    );
    assert_eq!(count(&crumbs(&[]), "<li>"), 0);
    assert_eq!(count(&crumbs(&[("/", "Forside")]), "<li>"), 1);
}

#[test]
fn breadcrumbs_show_a_hostile_name_as_the_text_it_is() {
    let html = crumbs(&[("/\"><script>", ATTACK)]);
    assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
}

// -- notice --

#[test]
fn a_notice_says_in_its_class_what_its_colour_does_and_hides_its_picture() {
    let info = html(|| view! { <Notice tone=Tone::Info><p>"Vigtigt"</p></Notice> });
    assert!(info.starts_with("<div class=\"notice\"><svg"), "{info}");
    assert!(info.ends_with("<div><p>Vigtigt</p></div></div>"), "{info}");
    let bad = html(|| view! { <Notice tone=Tone::Bad><p>"Aflyst"</p></Notice> });
    assert!(bad.starts_with("<div class=\"notice notice--bad\"><svg"), "{bad}");
    for html in [info, bad] {
        assert!(html.contains("aria-hidden=\"true\""), "{html}");
    }
}

#[test]
fn a_notice_shows_a_hostile_text_as_the_text_it_is() {
    let html = html(|| view! { <Notice tone=Tone::Bad>{ATTACK}</Notice> });
    assert!(!html.contains("<img"), "{html}");
}

// -- seats --

fn seats(left: u32, capacity: u32) -> String {
    let room = Room::of(left, capacity);
    html(|| view! { <SeatsBar room words=format!("{left} pladser") /> })
}

#[test]
fn seats_are_told_in_words_and_shown_by_a_bar_that_is_not_read_aloud() {
    for (left, state) in
        [(0, "full"), (1, "few"), (5, "few"), (6, "few"), (7, "ok"), (30, "ok"), (u32::MAX, "ok")]
    {
        let html = seats(left, 30);
        assert!(html.contains(&format!("data-state=\"{state}\"")), "{html}");
        assert_eq!(words(&html), format!("{left} pladser"));
        assert!(html.contains("aria-hidden=\"true\""), "{html}");
        assert_eq!(html.contains("class=\"f\""), left > 0, "{html}");
    }
    assert!(seats(u32::MAX, 30).contains("<path d=\"M6 6h44\" class=\"f\">"));
    assert!(seats(0, 0).contains("data-state=\"full\""));
}

// -- pagination --

fn pagination(current: u32, pages: u32) -> String {
    let labels = PageLabels {
        nav: "Sider".to_owned(),
        previous: "Forrige".to_owned(),
        next: "Næste".to_owned(),
        page: "Side".to_owned(),
    };
    html(|| view! { <Pagination current pages href=|page| format!("/x?page={page}") labels /> })
}

#[test]
fn pagination_leads_to_the_neighbours_and_the_ends() {
    for (current, pages, shown) in [
        (1, 1, "1"),
        (1, 2, "1 2 Næste"),
        (2, 2, "Forrige 1 2"),
        (1, 11, "1 2 … 11 Næste"),
        (6, 11, "Forrige 1 … 5 6 7 … 11 Næste"),
        (11, 11, "Forrige 1 … 10 11"),
        (500, 1_000, "Forrige 1 … 499 500 501 … 1000 Næste"),
    ] {
        let html = pagination(current, pages);
        assert_eq!(words(&html), shown);
        assert_eq!(count(&html, "aria-current=\"page\""), 1, "{html}");
        assert_eq!(count(&html, &format!("href=\"/x?page={current}\" aria-current")), 1, "{html}");
        assert_eq!(count(&html, "rel=\"prev\""), usize::from(current > 1));
        assert_eq!(count(&html, "rel=\"next\""), usize::from(current < pages));
    }
}

#[test]
fn pagination_of_nothing_and_beyond_the_end_leads_nowhere_wrong() {
    assert_eq!(count(&pagination(1, 0), "<a "), 0);
    let beyond = pagination(9, 3);
    assert!(!beyond.contains("page=9") && !beyond.contains("page=10"), "{beyond}");
}

// -- card --

/// An activity of which a list can say everything.
fn summary() -> ActivitySummary {
    ActivitySummary {
        id: ActivityId(Uuid::from_u128(1)),
        external_id: "R-1".to_owned(),
        slug: Slug::kept("byg-en-robot"),
        title: "Byg en robot".to_owned(),
        summary: "Byg en robot, og få den til at danse.".to_owned(),
        kind: Kind::Workshop,
        topics: vec![Topic::Robotics],
        levels: Level::ALL[4..7].to_vec(),
        audience: vec![Audience::Pupils],
        ages: AgeRange::default(),
        girls_focus: false,
        campaign: None,
        format: Format::OnSite,
        postcode: None,
        city: Some("Viborg".to_owned()),
        point: None,
        distance_km: None,
        price: Price::FREE,
        language: Language::DANISH,
        sign_up: SignUpMode::Portal,
        group: GroupSize::default(),
        co_owners: Vec::new(),
        partner: PartnerLink { name: "Robothuset".to_owned(), slug: Slug::kept("robothuset") },
        next: Some(date(24)),
        upcoming: 1,
    }
}

fn date(left: u32) -> OccurrenceSummary {
    let start = at("2027-03-18T08:00:00Z");
    OccurrenceSummary {
        id: OccurrenceId(Uuid::from_u128(2)),
        start,
        end: start + TimeDelta::hours(3),
        closes_at: start - TimeDelta::days(8),
        capacity: Some(24),
        seats_left: Some(left),
    }
}

fn card_at(it: ActivitySummary, locale: Locale, now: &str) -> String {
    let (ask, now) = (ask(&MemoryStore::default(), locale), at(now));
    html(|| view! { <ActivityCard ask it now note=None /> })
}

fn card(it: ActivitySummary) -> String {
    card_at(it, Locale::Da, "2026-12-01T08:00:00Z")
}

#[test]
fn a_card_says_what_where_when_and_whether_there_is_room() {
    insta::assert_snapshot!(words(&card(summary())), @"Værksted tors. 18. mar. Byg en robot Robothuset 3.–5. klasse Viborg Torsdag kl. 9.00–12.00 Gratis 24 pladser tilbage");
    let english = words(&card_at(summary(), Locale::En, "2026-12-01T08:00:00Z"));
    assert!(english.starts_with("Workshop Thu 18 Mar "), "{english}");
    assert!(
        english.ends_with("Grades 3–5 Viborg Thursday 9:00–12:00 Free 24 seats left"),
        "{english}"
    );
    let html = card(summary());
    assert_eq!(count(&html, "<a "), 1, "one link, named by the title: {html}");
    assert!(html.contains("<h3><a href=\"/aktiviteter/byg-en-robot\">Byg en robot</a></h3>"));
}

#[test]
fn a_card_without_date_place_or_level_leaves_no_hole() {
    let bare = ActivitySummary {
        topics: Vec::new(),
        levels: Vec::new(),
        audience: vec![Audience::Adults],
        city: None,
        next: None,
        upcoming: 0,
        sign_up: SignUpMode::None,
        ..summary()
    };
    let html = card(bare);
    insta::assert_snapshot!(words(&html), @"Værksted Byg en robot Robothuset Voksne Efter aftale Gratis Bare mød op");
    assert!(!html.contains("class=\"date\"") && !html.contains("<li></li>"), "{html}");
}

#[test]
fn a_card_of_many_dates_says_how_many_more() {
    let many =
        ActivitySummary { upcoming: 12, girls_focus: true, distance_km: Some(7), ..summary() };
    insta::assert_snapshot!(words(&card(many)), @"Værksted tors. 18. mar. Byg en robot Robothuset 3.–5. klasse, piger Viborg, 7 km Torsdag kl. 9.00–12.00 og 11 datoer til Gratis 24 pladser tilbage");
}

#[test]
fn a_card_says_when_it_is_full_and_when_it_is_too_late() {
    let full = card(ActivitySummary { next: Some(date(0)), ..summary() });
    assert!(words(&full).ends_with("Fyldt"), "{full}");
    let late = card_at(summary(), Locale::Da, "2027-03-12T08:00:00Z");
    assert!(words(&late).ends_with("Fristen er overskredet"), "{late}");
}

#[test]
fn a_card_shows_the_longest_and_the_most_hostile_text_whole_and_as_text() {
    let long = format!("{ATTACK}{}", "ÆØÅ".repeat(60));
    let html = card(ActivitySummary {
        title: long.clone(),
        city: Some(ATTACK.to_owned()),
        partner: PartnerLink { name: ATTACK.to_owned(), slug: Slug::kept("x") },
        ..summary()
    });
    assert!(html.contains(&"ÆØÅ".repeat(60)));
    assert!(!html.contains("<img"), "{html}");
}

#[test]
fn a_list_of_cards_is_named_and_has_one_entry_a_card() {
    for n in [0, 1, 30] {
        let ask = ask(&MemoryStore::default(), Locale::Da);
        let list = vec![summary(); n];
        let html = html(|| view! { <CardList ask list labelled_by="h-x" class="cards--list" /> });
        assert!(
            html.starts_with("<ul aria-labelledby=\"h-x\" class=\"cards cards--list\">"),
            "{html}"
        );
        assert_eq!(count(&html, "<article"), n);
        assert_eq!(count(&html, "</article></li>"), n);
    }
}

// -- the panel of dates --

/// The panel of dates of an activity with seats of our own, on the first of December 2026.
fn panel(dates: &[(&str, Option<&str>)], state: State) -> String {
    let sample = (0..1_000).map(an_activity).find(|it| {
        it.particulars().sign_up == SignUpMode::Portal && it.particulars().needs_occurrence()
    });
    let particulars = sample.expect("one of them").particulars().clone();
    let occurrences = (1..).zip(dates).map(|(n, (start, deadline))| {
        let start = at(start);
        let capacity = Capacity::try_from(24).expect("seats");
        let id = OccurrenceId(Uuid::from_u128(n));
        let span = (start, start + TimeDelta::hours(3));
        Occurrence::new(id, span, Some(capacity), deadline.map(at)).expect("a date")
    });
    let activity = Activity::draft(
        ActivityId(Uuid::from_u128(7)),
        partner(0).id,
        "K-7".to_owned().try_into().expect("a key"),
        particulars,
        occurrences.collect(),
        at("2026-08-01T00:00:00Z"),
    )
    .kept(state, at("2026-08-01T00:00:00Z"));

    let store = MemoryStore::default();
    let ask = ask(&store, Locale::Da);
    let slug = activity.slug.clone();
    let page = now_or_never(async {
        let mut tx = ask.ports.store.begin().await.expect("a transaction");
        tx.partners().add(&[partner(0)]).await.expect("a write");
        tx.activities().add(&[activity]).await.expect("a write");
        tx.commit().await.expect("a commit");
        activity_page(&ask, &slug).await.expect("a page")
    });
    let heading = page.html.find("id=\"h-dage\"").expect("a panel");
    let start = page.html[..heading].rfind("<section").expect("its start");
    let end = page.html[start..].find("</section>").expect("its end");
    page.html[start..start + end].to_owned()
}

#[test]
fn a_panel_without_dates_says_so_and_offers_no_calendar_and_no_door() {
    let html = panel(&[], State::Published);
    insta::assert_snapshot!(words(&html), @"Kom med Der er ingen kommende datoer lige nu.");
    assert_eq!((count(&html, "<li"), count(&html, ".ics"), count(&html, "mailto:")), (0, 0, 0));
}

#[test]
fn a_panel_with_one_date_says_day_deadline_and_seats() {
    let html = panel(&[("2027-03-18T08:00:00Z", Some("2027-03-10T11:00:00Z"))], State::Published);
    insta::assert_snapshot!(words(&html), @"Datoer Torsdag 18. marts 2027 kl. 9.00–12.00 Frist 10. marts 2027 kl. 12.00 24 pladser tilbage Tilmeld torsdag 18. marts 2027 kl. 9.00–12.00 Føj til din kalender Vælg en dato herover. Det tager to minutter, og du behøver ingen konto.");
    assert!(html.contains("<time datetime=\"2027-03-18T09:00:00+01:00\">"), "{html}");
    assert_eq!((count(&html, "<li"), count(&html, ".ics"), count(&html, "mailto:")), (1, 1, 0));
    assert_eq!(count(&html, "href=\"/tilmelding/"), 1, "{html}");
}

#[test]
fn a_panel_with_many_dates_keeps_open_closed_and_past_ones_apart() {
    let dates = [
        ("2026-11-01T08:00:00Z", None),
        ("2026-11-02T08:00:00Z", None),
        ("2026-12-05T08:00:00Z", Some("2026-11-30T08:00:00Z")),
        ("2027-03-28T01:00:00Z", None),
        ("2027-10-31T01:00:00Z", None),
    ];
    let html = panel(&dates, State::Published);
    insta::assert_snapshot!(words(&html), @"Datoer Lørdag 5. december 2026 kl. 9.00–12.00 Fristen var 30. november 2026 kl. 9.00 Fristen er overskredet Søndag 28. marts 2027 kl. 3.00–6.00 24 pladser tilbage Tilmeld søndag 28. marts 2027 kl. 3.00–6.00 Søndag 31. oktober 2027 kl. 2.00–5.00 24 pladser tilbage Tilmeld søndag 31. oktober 2027 kl. 2.00–5.00 2 datoer, der har været søndag 1. november 2026 kl. 9.00–12.00 mandag 2. november 2026 kl. 9.00–12.00 Føj til din kalender Vælg en dato herover. Det tager to minutter, og du behøver ingen konto.");
    assert_eq!(count(&html, "class=\"choice choice--closed\""), 1, "{html}");
    assert_eq!(count(&html, "class=\"choice\""), 2, "{html}");
}

#[test]
fn a_panel_of_a_cancelled_activity_has_no_door() {
    let html = panel(&[("2027-03-18T08:00:00Z", None)], State::Cancelled);
    assert_eq!((count(&html, "mailto:"), count(&html, "/tilmelding/")), (0, 0), "{html}");
}
