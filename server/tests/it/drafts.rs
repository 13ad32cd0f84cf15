//! The steps of the editor keep what is typed into them, with a button and by themselves.

use application::{
    ports::HistoryOf,
    testing::{an_activity, contract},
};
use axum::http::{StatusCode, header};
use domain::{identity::Role, partners::PartnerId, search::PageNumber};

use crate::{
    people::{Answer, Person, location, signed_in},
    testbed::{On, Testbed},
};

/// An editor at a new draft.
struct Writing {
    portal: Testbed,
    person: Person,
    partner: PartnerId,
    /// `/partner/kladder/{id}`.
    draft: String,
}

impl Writing {
    async fn on(on: On) -> Self {
        let portal = Testbed::start(on).await;
        contract::fill(&*portal.plugs.ports.store, 4).await;
        let partner = an_activity(0).partner;
        let mut person = signed_in(&portal, "eva@robot.dk", &[Role::Editor(partner)]).await;
        let begun = format!("/partner/{}/kladder", partner.0);
        let begun = person.submits(&portal, &begun, &[]).await;
        let draft = location(&begun).rsplit_once('/').expect("a step").0.to_owned();
        Self { portal, person, partner, draft }
    }

    fn step(&self, word: &str) -> String {
        format!("{}/{word}", self.draft)
    }

    async fn page(&mut self, word: &str) -> Answer {
        let path = self.step(word);
        self.person.opens(&self.portal, &path).await
    }

    async fn sends(&mut self, word: &str, fields: &[(&str, &str)]) -> Answer {
        let path = self.step(word);
        self.person.submits(&self.portal, &path, fields).await
    }

    /// Opens a step in a window of its own.
    async fn window(&mut self, word: &'static str) -> Window {
        let page = self.page(word).await;
        Window { word, sitting: value(&page.2, "sitting"), seen: value(&page.2, "seen") }
    }

    async fn presses(&mut self, window: &Window, title: &str) -> Answer {
        let (sitting, seen) = (window.at(0), window.seen.clone());
        let fields = [("title", title), ("sitting", &*sitting), ("seen", &*seen), ("do", "keep")];
        self.sends(window.word, &fields).await
    }

    /// What a window hands in by itself.
    async fn keeps(&mut self, window: &Window, n: u32, title: &str) -> Answer {
        let (sitting, seen) = (window.at(n), window.seen.clone());
        let fields = [("title", title), ("sitting", &*sitting), ("seen", &*seen), ("do", "draft")];
        self.sends(window.word, &fields).await
    }

    async fn title(&mut self) -> String {
        value(&self.page("hvad").await.2, "title")
    }
}

struct Window {
    word: &'static str,
    sitting: String,
    seen: String,
}

impl Window {
    fn at(&self, n: u32) -> String {
        format!("{}.{n}", self.sitting.split('.').next().expect("a name"))
    }
}

/// What stands in a field of a page.
fn value(html: &str, name: &str) -> String {
    let mut inputs = html.split("<input").map(|it| it.split('>').next().unwrap_or_default());
    let input = inputs.find(|it| it.contains(&format!("name=\"{name}\"")));
    let input = input.unwrap_or_else(|| panic!("no {name}: {html}"));
    let value = input.split_once("value=\"").map_or("", |it| it.1);
    value.split('"').next().unwrap_or_default().to_owned()
}

fn is_text(answer: &Answer) -> bool {
    answer.1.get(header::CONTENT_TYPE).is_some_and(|it| it == "text/plain; charset=utf-8")
}

#[tokio::test]
async fn every_button_keeps_what_is_wrong_as_it_was_typed() {
    let mut it = Writing::on(On::Sqlite).await;
    let when = [
        ("venue", "Hulen"),
        ("postcode", "99999"),
        ("day", "2027-13-45"),
        ("from", ""),
        ("to", "ti"),
        ("seats", "mange"),
    ];
    let how = [("price_dkk", "ti kroner"), ("contact_email", "eva@"), ("group_min", "-3")];
    for (word, fields) in [("hvor-og-hvornaar", &when[..]), ("praktisk", &how[..])] {
        for (button, status) in
            [("keep", StatusCode::SEE_OTHER), ("next", StatusCode::UNPROCESSABLE_ENTITY)]
        {
            // Something else stood there before, so that it is this button that keeps it.
            it.sends(word, &[("do", "keep")]).await;
            let typed: Vec<_> = fields.iter().copied().chain([("do", button)]).collect();
            assert_eq!(it.sends(word, &typed).await.0, status, "{word} {button}");
            let page = it.page(word).await.2;
            for (name, text) in fields {
                assert_eq!(value(&page, name), *text, "{name}, {button}");
            }
        }
    }
    let again = [&when[..], &[("do", "more")]].concat();
    assert_eq!(it.sends("hvor-og-hvornaar", &again).await.0, StatusCode::SEE_OTHER);
    assert_eq!(value(&it.page("hvor-og-hvornaar").await.2, "day"), "2027-13-45");
}

#[tokio::test]
async fn what_is_more_than_can_be_kept_comes_back_in_the_form() {
    let mut it = Writing::on(On::Sqlite).await;
    let (long, title) = ("ø".repeat(30_000), "Robotter");
    let fields = [("title", title), ("description", &*long), ("do", "keep")];
    let answer = it.sends("hvad", &fields).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.2.contains("Kort det af") && answer.2.contains(&long));
    assert_eq!(value(&answer.2, "title"), title);
    assert_eq!(it.title().await, "", "half of it was kept");
    let fields = [("title", title), ("description", &*long), ("do", "draft")];
    let answer = it.sends("hvad", &fields).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(is_text(&answer) && answer.2.contains("Kort det af"));
}

#[tokio::test]
async fn a_step_is_kept_without_a_button_and_nobody_is_told_what_is_wrong() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut it = Writing::on(on).await;
        let deeds = async |it: &Writing| {
            let of = HistoryOf::Partner(it.partner, None);
            let history = it.portal.plugs.ports.deeds.history(of, PageNumber::FIRST).await;
            history.expect("a read").total
        };
        let before = deeds(&it).await;
        let window = it.window("hvad").await;
        for (n, title) in [(1, "B"), (2, "By"), (3, "Byg en robot")] {
            let answer = it.keeps(&window, n, title).await;
            assert_eq!(answer.0, StatusCode::OK, "{}", answer.2);
            assert!(is_text(&answer));
            let (word, clock) = answer.2.split_once(' ').expect("two words");
            let digits = clock.trim_end_matches('.').split_once('.').expect("a time");
            assert!(word == "Gemt" && digits.1.len() == 2, "{}", answer.2);
        }
        assert_eq!(it.title().await, "Byg en robot");
        assert_eq!(deeds(&it).await, before, "each keeping left a deed");
        assert!(crate::people::letters(&it.portal).await.is_empty());
        let english = format!("/en{}", it.step("hvad"));
        let fields = [("title", "Build"), ("sitting", &*window.at(4)), ("do", "draft")];
        let answer = it.person.submits(&it.portal, &english, &fields).await;
        assert!(answer.2.starts_with("Saved "), "{}", answer.2);
    }
}

#[tokio::test]
async fn what_comes_late_does_not_take_the_place_of_what_is_newer() {
    let mut it = Writing::on(On::Sqlite).await;
    let window = it.window("hvad").await;
    for (n, title, stands) in [(2, "Ny", "Ny"), (1, "Gammel", "Ny"), (2, "To gange", "Ny")] {
        assert_eq!(it.keeps(&window, n, title).await.0, StatusCode::OK);
        assert_eq!(it.title().await, stands);
    }
    // A button is heard whatever its number is, and what was on its way before it is not.
    let fields = [("title", "Trykket"), ("sitting", &*window.at(4)), ("do", "keep")];
    assert_eq!(it.sends("hvad", &fields).await.0, StatusCode::SEE_OTHER);
    assert_eq!(it.keeps(&window, 3, "På vej").await.0, StatusCode::OK);
    assert_eq!(it.title().await, "Trykket");
    // Back in the browser, and pressed again.
    assert_eq!(it.presses(&window, "Igen").await.0, StatusCode::SEE_OTHER);
    assert_eq!(it.title().await, "Igen");
}

#[tokio::test]
async fn two_windows_do_not_write_over_each_other_unseen() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut it = Writing::on(on).await;
        let (one, other) = (it.window("hvad").await, it.window("hvad").await);
        assert_eq!(it.keeps(&one, 1, "Den første").await.0, StatusCode::OK);
        let answer = it.keeps(&other, 1, "Den anden").await;
        assert_eq!(answer.0, StatusCode::CONFLICT);
        assert!(is_text(&answer) && answer.2.contains("et andet vindue"), "{}", answer.2);
        assert_eq!(it.title().await, "Den første");

        // A button says so too, and gives the words back; what is wrong with them is another matter.
        let answer = it.presses(&other, "Den anden").await;
        assert_eq!(answer.0, StatusCode::CONFLICT);
        assert!(answer.2.contains("er ikke gemt"));
        assert!(!answer.2.contains("<leptos-island"), "a person decides, not the page");
        assert_eq!(value(&answer.2, "title"), "Den anden");
        assert_eq!(it.title().await, "Den første");

        // Whoever has seen that may decide.
        let (sitting, seen) = (value(&answer.2, "sitting"), value(&answer.2, "seen"));
        let decided = Window { word: "hvad", sitting, seen };
        assert_eq!(it.presses(&decided, "Den anden").await.0, StatusCode::SEE_OTHER);
        assert_eq!(it.title().await, "Den anden");
        assert_eq!(it.keeps(&one, 2, "Den første igen").await.0, StatusCode::CONFLICT);

        // Another step is another matter.
        let how = it.window("praktisk").await;
        assert_eq!(it.keeps(&how, 1, "").await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn what_is_public_stays_as_it_is_while_its_next_version_is_typed() {
    let mut it = Writing::on(On::Sqlite).await;
    let activity = an_activity(0);
    let revised = format!("/partner/aktiviteter/{}/ret", activity.id.0);
    let revised = it.person.submits(&it.portal, &revised, &[]).await;
    it.draft = location(&revised).rsplit_once('/').expect("a step").0.to_owned();
    let path = format!("/aktiviteter/{}", activity.slug);
    let before = it.portal.get(&path).await;
    assert_eq!(before.0, StatusCode::OK);
    let window = it.window("hvad").await;
    assert_eq!(it.keeps(&window, 1, "Halvt skrev").await.0, StatusCode::OK);
    assert_eq!(it.portal.get(&path).await.2, before.2);
    assert_eq!(it.title().await, "Halvt skrev");
}

#[tokio::test]
async fn only_its_writers_keep_a_step_and_only_from_our_own_pages() {
    let mut it = Writing::on(On::Sqlite).await;
    let window = it.window("hvad").await;
    let path = it.step("hvad");
    let fields = [("title", "Fremmed"), ("sitting", &*window.at(1)), ("do", "draft")];
    let other = Role::Editor(application::testing::partner_id(3));
    let mut stranger = signed_in(&it.portal, "olav@andet.dk", &[other]).await;
    assert_eq!(stranger.submits(&it.portal, &path, &fields).await.0, StatusCode::NOT_FOUND);
    let mut nobody = Person::default();
    let answer = nobody.submits(&it.portal, &path, &fields).await;
    assert_ne!(answer.0, StatusCode::OK, "nobody is told that it is kept where it is not");
    let request = axum::http::Request::post(&path)
        .header("sec-fetch-site", "cross-site")
        .header(header::ORIGIN, "https://ond.example")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(crate::people::form(&fields).into())
        .expect("a request");
    assert_eq!(it.person.asks(&it.portal, request).await.0, StatusCode::FORBIDDEN);
    assert_eq!(it.title().await, "");
}

#[tokio::test]
async fn only_the_steps_of_the_editor_may_run_our_script() {
    let mut it = Writing::on(On::Sqlite).await;
    let policy = |answer: &Answer| {
        let policy = answer.1.get(header::CONTENT_SECURITY_POLICY).expect("a policy");
        policy.to_str().expect("text").to_owned()
    };
    let page = it.page("hvad").await;
    assert!(page.2.contains("<leptos-island"), "{}", page.2);
    assert!(policy(&page).contains("script-src 'self' 'wasm-unsafe-eval'"));
    assert!(!policy(&page).contains("unsafe-inline"));
    for path in ["/partner".to_owned(), it.step("send")] {
        let page = it.person.opens(&it.portal, &path).await;
        assert_eq!(page.0, StatusCode::OK, "{path}");
        assert!(!policy(&page).contains("script-src"), "{path}");
    }
}

#[tokio::test]
async fn a_date_that_comes_again_needs_an_end_and_takes_its_deadline_along() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut it = Writing::on(on).await;
        let date = [
            ("day", "2027-01-06"),
            ("from", "09:00"),
            ("to", "12:00"),
            ("seats", "24"),
            ("deadline", "2027-01-04T12:00"),
        ];
        let again = |until: &'static str| {
            let how = [("every", "3"), ("weekday", "1"), ("weekday", "5"), ("until", until)];
            [&date[..], &how[..], &[("do", "again")]].concat()
        };
        for (until, sentence) in [
            ("", "Skriv den dag, den sidst kan komme"),
            ("2027-01-07", "Der er ingen af de dage indtil da"),
        ] {
            let answer = it.sends("hvor-og-hvornaar", &again(until)).await;
            assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{until}");
            assert!(answer.2.contains(sentence), "{}", answer.2);
            assert!(answer.2.contains("href=\"#until\""), "{}", answer.2);
            assert_eq!(value(&answer.2, "until"), until, "what was typed comes back");
            assert_eq!(value(&answer.2, "day"), "2027-01-06");
            let ticked = answer.2.split("<input").filter(|it| it.contains("name=\"weekday\""));
            let ticked = ticked.filter(|it| it.split('>').next().unwrap().contains(" checked"));
            assert_eq!(ticked.count(), 2, "{}", answer.2);
        }
        let done = it.sends("hvor-og-hvornaar", &again("2027-02-01")).await;
        assert_eq!(done.0, StatusCode::SEE_OTHER, "{}", done.2);
        let page = it.page("hvor-og-hvornaar").await.2;
        for told in ["2027-01-08", "2027-01-06T12:00", "2027-01-29", "2027-01-27T12:00"] {
            assert!(page.contains(&format!("value=\"{told}\"")), "{told}: {page}");
        }
        assert!(!page.contains("value=\"2027-01-15\""), "every third week");
    }
}
