//! What organisers do to a roster: they write to it, put parties on it, and move them.

use std::sync::Arc;

use application::{
    signup::{confirm_sign_up, sign_up},
    testing::{organiser_contract::fill_two_dates, partner_id, sign_up_contract::visit_now},
};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Role},
    signup::{MessageLetter, SignUpId, SignUpLetter, SignUpNews, TypedParty},
};

use crate::{
    people::{Person, letters, location, signed_in},
    testbed::{On, Testbed},
};

struct Desk {
    portal: Testbed,
    theirs: Person,
    others: Person,
    /// Two dates of one activity, with so many seats.
    dates: [OccurrenceId; 2],
}

impl Desk {
    async fn with_seats(on: On, seats: (u32, u32)) -> Self {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let (one, two) = fill_two_dates(&*portal.plugs.ports.store, seats).await;
        // The visits of tests belong to the fifth partner.
        let theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let others = signed_in(&portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let _ = letters(&portal).await;
        Self { portal, theirs, others, dates: [one, two] }
    }

    /// The organiser signs in again: a session does not rest for long.
    async fn comes_back(&mut self) {
        self.theirs = signed_in(&self.portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    }

    fn page(&self, n: usize) -> String {
        format!("/partner/dato/{}", self.dates[n].0)
    }

    /// A class comes to a date; answers its name on the roster and the path of its page.
    async fn comes(
        &self,
        n: usize,
        (name, email): (&str, &str),
        pupils: u16,
    ) -> (SignUpId, String) {
        let ports = &self.portal.plugs.ports;
        let typed = TypedParty {
            kind: "class".into(),
            school: "Munkebjergskolen".into(),
            class: name.into(),
            grade: "grade-6".into(),
            pupils: pupils.to_string(),
            name: "Lone".into(),
            email: email.into(),
            needs: "En elev bruger kørestol.".into(),
            agrees: true,
            waits: true,
            ..TypedParty::default()
        };
        let key = format!("key-of-a-form-{}", ports.ids.next()).parse().expect("a key");
        sign_up(ports, self.dates[n], key, &typed, LetterLanguage::Danish).await.expect("a seat");
        let letter = news(&self.portal).await.into_iter().find(|it| it.news.asks());
        let secret = letter.expect("a letter").secret.expect("a link");
        let page = confirm_sign_up(ports, &secret).await.expect("a yes").secret;
        let _ = letters(&self.portal).await;
        let there = ports.sign_ups.sign_ups_of(self.dates[n]).await.expect("a read");
        let party = there.into_iter().find(|it| it.party.title() == name).expect("a party");
        (party.id, format!("/min-tilmelding/{}", page.text()))
    }

    async fn nothing_is_wrong(&self) {
        let faults = self.portal.plugs.database.verify().await.expect("an answer");
        assert_eq!(faults, Vec::<String>::new());
    }
}

async fn news(portal: &Testbed) -> Vec<SignUpLetter> {
    let told = letters(portal).await.into_iter().filter_map(|it| match it.letter {
        Letter::SignUp { letter } => Some(letter),
        _ => None,
    });
    told.collect()
}

/// The messages that leave, with whom they go to.
async fn messages(portal: &Testbed) -> Vec<(String, MessageLetter)> {
    let told = letters(portal).await.into_iter().filter_map(|it| match it.letter {
        Letter::FromOrganiser { letter } => Some((it.to.to_string(), letter)),
        _ => None,
    });
    let mut told: Vec<_> = told.collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    told
}

/// The value of a hidden field.
fn hidden(html: &str, name: &str) -> String {
    let from = html.split(&format!("name=\"{name}\" value=\"")).nth(1).expect("a field");
    from.split('"').next().expect("a value").to_owned()
}

#[tokio::test]
async fn an_organiser_writes_to_all_or_some_and_each_gets_a_letter_of_their_own() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut desk = Desk::with_seats(on, (30, 30)).await;
        let page = format!("{}/besked", desk.page(0));
        let (chosen, _) = desk.comes(0, ("6.B", "lone@skole.dk"), 9).await;
        desk.comes(0, ("6.A", "lone@skole.dk"), 9).await;
        desk.comes(0, ("7.C", "bo@skole.dk"), 9).await;
        desk.comes(0, ("8.A", "mia@skole.dk"), 9).await;
        assert_eq!(desk.others.opens(&desk.portal, &page).await.0, StatusCode::NOT_FOUND);
        let form = desk.theirs.opens(&desk.portal, &page).await.2;
        let key = hidden(&form, "key");
        for (to, words, link) in [
            ("", "Mød op ved port 3.", "#to"),
            ("everybody", "  ", "#words"),
            ("everybody", "Alma 011207-1234 kommer ikke", "#words"),
            ("chosen", "Mød op ved port 3.", "#to"),
        ] {
            let fields = [("key", key.as_str()), ("to", to), ("words", words)];
            let (status, _, html) = desk.theirs.submits(&desk.portal, &page, &fields).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(html.contains(&format!("href=\"{link}\"")), "{to}, {words}: {html}");
            assert!(words.trim().is_empty() || html.contains(words), "{html}");
        }
        let fields = [("key", key.as_str()), ("to", "coming"), ("words", "Mød op ved port 3.")];
        for _ in 0..2 {
            let sent = desk.theirs.submits(&desk.portal, &page, &fields).await;
            assert_eq!(location(&sent), format!("{page}?ok=written"), "{}", sent.2);
        }
        let told = messages(&desk.portal).await;
        let to: Vec<_> = told.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(to, ["bo@skole.dk", "lone@skole.dk"], "each address once, whoever comes");
        assert_eq!(told[1].1.parties, ["6.B", "6.A"]);
        assert_eq!(told[0].1.reply_to.as_str(), "ida@firma.dk");
        let shown = desk.theirs.opens(&desk.portal, &format!("{page}?ok=written")).await.2;
        assert!(shown.contains("2 breve er på vej") && shown.contains("port 3"), "{shown}");

        // At night it waits for the morning; those who stand in line can be meant alone.
        desk.portal.clock.set("2026-12-01T21:00:00Z".parse().expect("an instant"));
        desk.comes_back().await;
        let form = desk.theirs.opens(&desk.portal, &page).await.2;
        assert!(form.contains("Det er aften"), "{form}");
        let key = hidden(&form, "key");
        let fields = [("key", key.as_str()), ("to", "waiting"), ("words", "Der er håb.")];
        let sent = desk.theirs.submits(&desk.portal, &page, &fields).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{}", sent.2);
        assert_eq!(messages(&desk.portal).await, []);
        desk.portal.clock.set("2026-12-02T07:00:00Z".parse().expect("an instant"));
        desk.comes_back().await;
        let told = messages(&desk.portal).await;
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].0, "mia@skole.dk");

        let chosen = chosen.0.to_string();
        for n in 0..4 {
            let form = desk.theirs.opens(&desk.portal, &page).await.2;
            let key = hidden(&form, "key");
            let fields = [
                ("key", key.as_str()),
                ("to", "chosen"),
                ("party", chosen.as_str()),
                ("words", "Husk madpakke."),
            ];
            let sent = desk.theirs.submits(&desk.portal, &page, &fields).await;
            let expected =
                if n < 3 { StatusCode::SEE_OTHER } else { StatusCode::TOO_MANY_REQUESTS };
            assert_eq!(sent.0, expected, "the {n}th: {}", sent.2);
        }
        assert_eq!(messages(&desk.portal).await.len(), 3, "five in a day");
        desk.nothing_is_wrong().await;
    }
}

#[tokio::test]
async fn an_organiser_adds_a_class_without_an_address_and_a_child_whose_guardian_is_asked() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut desk = Desk::with_seats(on, (10, 10)).await;
        let page = format!("{}/tilfoej", desk.page(0));
        assert_eq!(desk.others.opens(&desk.portal, &page).await.0, StatusCode::NOT_FOUND);
        let form = desk.theirs.opens(&desk.portal, &page).await.2;
        let key = hidden(&form, "key");
        let class = |key: &str, pupils: &str| {
            [
                ("kind", "class"),
                ("key", key),
                ("school", "Munkebjergskolen"),
                ("class", "6.B"),
                ("grade", "grade-6"),
                ("pupils", pupils),
                ("name", "Lone"),
                ("phone", "20 12 34 56"),
                ("agrees", "yes"),
            ]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        let send = async |desk: &mut Desk, fields: &[(String, String)]| {
            let fields: Vec<_> = fields.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
            desk.theirs.submits(&desk.portal, &page, &fields).await
        };
        let full = send(&mut desk, &class(&key, "11")).await;
        assert_eq!(full.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(full.2.contains("kun 10 ledige pladser"), "{}", full.2);
        for _ in 0..2 {
            let added = send(&mut desk, &class(&key, "9")).await;
            let roster = format!("{}?ok=added", desk.page(0));
            assert_eq!(location(&added), roster, "{}", added.2);
        }
        assert_eq!(letters(&desk.portal).await, [], "there is no address");
        let shown = desk.theirs.opens(&desk.portal, &desk.page(0)).await.2;
        assert!(shown.contains("9 pladser er taget, 1 er ledige"), "{shown}");
        assert!(shown.contains("Lone, 20 12 34 56"), "{shown}");
        let again = send(&mut desk, &class("another-filling-in-of-it", "1")).await;
        assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.2.contains("De er allerede tilmeldt"), "{}", again.2);

        let child = [
            ("kind", "one"),
            ("key", "the-form-of-a-young-one"),
            ("name", "Alma"),
            ("age", "14"),
            ("email", "mette@hjem.dk"),
            ("agrees", "yes"),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
        let young = send(&mut desk, &child).await;
        assert!(young.2.contains("href=\"#age\""), "{}", young.2);
        let one = child.map(|(name, value)| {
            let value = if name == "age" { "17".to_owned() } else { value };
            (name, value)
        });
        let added = send(&mut desk, &one).await;
        assert_eq!(added.0, StatusCode::SEE_OTHER, "{}", added.2);
        let told = news(&desk.portal).await;
        assert_eq!(told[0].news, SignUpNews::AddedByOrganiser);
        let own = format!("/min-tilmelding/{}", told[0].secret.as_ref().expect("a link").text());
        let shown = Person::default().opens(&desk.portal, &own).await.2;
        assert!(shown.contains("Alma er med"), "{shown}");
        let history = desk.theirs.opens(&desk.portal, "/konto/historik").await.2;
        assert!(history.contains("Tilføjede nogen til en dato"), "{history}");
        desk.nothing_is_wrong().await;
    }
}

#[tokio::test]
async fn a_party_is_moved_whole_or_not_at_all_and_its_old_link_still_opens_its_page() {
    for on in [On::Sqlite, On::PostgreSql] {
        let mut desk = Desk::with_seats(on, (20, 10)).await;
        let (large, own_large) = desk.comes(0, ("6.B", "lone@skole.dk"), 12).await;
        let (small, own_small) = desk.comes(0, ("6.A", "lone@skole.dk"), 8).await;
        let (waiting, _) = desk.comes(0, ("7.C", "bo@skole.dk"), 8).await;
        let to = desk.dates[1].0.to_string();
        let page = desk.page(0);
        let way = |party: SignUpId| format!("{page}/flyt/{}", party.0);
        let date = [("date", to.as_str())];
        let foreign = desk.others.submits(&desk.portal, &way(small), &date).await;
        assert_eq!(foreign.0, StatusCode::NOT_FOUND);
        for (fields, words) in
            [(&[][..], "Vælg den dag"), (&date[..], "Der er kun 10 ledige pladser")]
        {
            let refused = desk.theirs.submits(&desk.portal, &way(large), fields).await;
            assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.2.contains(words), "{}", refused.2);
            assert!(refused.2.contains(&format!("href=\"#flyt-{}\"", large.0)), "{}", refused.2);
        }
        let elsewhere = [("date", "00000000-0000-0000-0000-00000000002a")];
        let refused = desk.theirs.submits(&desk.portal, &way(small), &elsewhere).await;
        assert_eq!(refused.0, StatusCode::NOT_FOUND);
        for _ in 0..2 {
            let moved = desk.theirs.submits(&desk.portal, &way(small), &date).await;
            assert_eq!(location(&moved), format!("{page}?ok=moved"), "{}", moved.2);
        }
        let mut told: Vec<_> = news(&desk.portal).await;
        told.sort_by_key(|it| it.news);
        let words: Vec<_> = told.iter().map(|it| (it.news, it.party.as_str())).collect();
        assert_eq!(words, [(SignUpNews::Offered, "7.C"), (SignUpNews::Moved, "6.A")]);
        assert_eq!(told[1].start, visit_now() + TimeDelta::days(31));
        let fresh = format!("/min-tilmelding/{}", told[1].secret.as_ref().expect("a link").text());
        for own in [own_small, fresh] {
            let shown = Person::default().opens(&desk.portal, &own).await.2;
            assert!(shown.contains("6.A er med") && shown.contains("8 pladser"), "{shown}");
        }
        assert_eq!(Person::default().opens(&desk.portal, &own_large).await.0, StatusCode::OK);
        let there = desk.theirs.opens(&desk.portal, &desk.page(1)).await.2;
        assert!(there.contains("6.A, Munkebjergskolen") && there.contains("kørestol"), "{there}");
        let here = desk.theirs.opens(&desk.portal, &page).await.2;
        assert!(here.contains("Flyttet til en anden dato"), "{here}");
        let seats = [("date", desk.dates[0].0.to_string())];
        let seats = [("date", seats[0].1.as_str())];
        let moved = format!("{}/flyt/{}", desk.page(1), waiting.0);
        let refused = desk.theirs.submits(&desk.portal, &moved, &seats).await;
        assert_eq!(refused.0, StatusCode::NOT_FOUND, "it is not on that roster");
        desk.nothing_is_wrong().await;
    }
}

/// Two organisers move parties past each other while others sign up for the last seats.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn parties_that_are_moved_past_each_other_neither_block_nor_take_a_seat_twice() {
    for on in [On::Sqlite, On::PostgreSql] {
        let desk = Desk::with_seats(on, (8, 8)).await;
        let mut parties = Vec::new();
        for n in 0..8usize {
            let name = format!("{n}.B");
            let (id, _) = desk.comes(n % 2, (&name, &format!("l{n}@skole.dk")), 1).await;
            parties.push((n % 2, id));
        }
        let (dates, theirs) = (desk.dates, desk.theirs.clone());
        let desk = Arc::new(desk);
        let mut running = tokio::task::JoinSet::new();
        for (from, id) in parties {
            let (desk, mut hand) = (desk.clone(), theirs.clone());
            running.spawn(async move {
                let to = dates[1 - from].0.to_string();
                let way = format!("{}/flyt/{}", desk.page(from), id.0);
                hand.submits(&desk.portal, &way, &[("date", &to)]).await.0
            });
        }
        for n in 0..16usize {
            let desk = desk.clone();
            running.spawn(async move {
                let typed = TypedParty {
                    kind: "one".into(),
                    name: "Bo".into(),
                    age: "17".into(),
                    email: format!("bo{n}@skole.dk"),
                    agrees: true,
                    ..TypedParty::default()
                };
                let key = format!("the-form-of-number-{n:04}").parse().expect("a key");
                let ports = &desk.portal.plugs.ports;
                let _ = sign_up(ports, dates[n % 2], key, &typed, LetterLanguage::Danish).await;
                StatusCode::OK
            });
        }
        for status in running.join_all().await {
            let is_fine = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY];
            assert!(is_fine.contains(&status), "{on:?}: {status}");
        }
        for date in dates {
            let roster = desk.portal.plugs.ports.sign_ups.roster(date).await.expect("a read");
            assert!(roster.expect("a roster").taken() <= 8, "{on:?}");
        }
        desk.nothing_is_wrong().await;
    }
}

#[tokio::test]
async fn whoever_is_signed_in_need_not_type_who_they_are_and_finds_all_sign_ups_in_one_place() {
    for on in [On::Sqlite, On::PostgreSql] {
        let desk = Desk::with_seats(on, (20, 10)).await;
        let mut lone = signed_in(&desk.portal, "lone@skole.dk", &[]).await;
        let none = lone.opens(&desk.portal, "/konto/tilmeldinger").await.2;
        assert!(none.contains("Du har ikke tilmeldt nogen"), "{none}");
        let form = format!("/tilmelding/{}", desk.dates[0].0);
        let filled = lone.opens(&desk.portal, &form).await.2;
        for known in ["value=\"lone\"", "value=\"lone@skole.dk\""] {
            assert!(filled.contains(known), "{known}: {filled}");
        }
        let empty = Person::default().opens(&desk.portal, &form).await.2;
        assert!(!empty.contains("lone@skole.dk"), "{empty}");

        let (party, _) = desk.comes(0, ("6.B", "Lone@Skole.dk"), 9).await;
        desk.comes(0, ("7.C", "bo@skole.dk"), 9).await;
        let all = lone.opens(&desk.portal, "/konto/tilmeldinger").await.2;
        assert!(all.contains("6.B er med") && !all.contains("7.C"), "{all}");
        let open = format!("/konto/tilmeldinger/{}/aabn", party.0);
        let mut bo = signed_in(&desk.portal, "bo@skole.dk", &[]).await;
        assert_eq!(bo.submits(&desk.portal, &open, &[]).await.0, StatusCode::NOT_FOUND);
        let led = lone.submits(&desk.portal, &open, &[]).await;
        assert_eq!(led.0, StatusCode::SEE_OTHER, "{}", led.2);
        let own = lone.opens(&desk.portal, location(&led)).await.2;
        assert!(own.contains("6.B er med"), "{own}");
        desk.portal.clock.set(visit_now() + TimeDelta::days(31));
        let mut lone = signed_in(&desk.portal, "lone@skole.dk", &[]).await;
        let all = lone.opens(&desk.portal, "/konto/tilmeldinger").await.2;
        assert!(all.contains("Forbi") && !all.contains("Kommende"), "{all}");
        desk.nothing_is_wrong().await;
    }
}
