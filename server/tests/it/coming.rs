//! Whether parties still come, over HTTP and on both databases: letters that a program may open, two
//! processes that ask at once, and seats that go to the next.

use application::signup::ask_whether_coming;
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    identity::Role,
    signup::{SignUpLetter, SignUpNews},
};

use application::testing::{
    partner_id,
    sign_up_contract::{visit_date, visit_now},
};

use crate::{
    people::{Person, letters, location, signed_in},
    reminders::another,
    sign_ups::{class_sent, news, nothing_is_wrong, portal_on, the},
    testbed::{On, Testbed},
    verify::{faults, spoil},
};

/// A class signs up and answers its letter; answers the path of its page.
async fn comes(portal: &Testbed, form: &str, class: &str, pupils: &str) -> String {
    let mut anybody = Person::default();
    class_sent(portal, &mut anybody, (form, class, pupils), &[("waits", "yes")]).await;
    let asked = news(portal).await.remove(0);
    let secret = asked.secret.expect("a link").text();
    let pressed = anybody.submits(portal, &format!("/bekraeft-tilmelding/{secret}"), &[]).await;
    let _ = letters(portal).await;
    location(&pressed).split('?').next().expect("a path").to_owned()
}

/// Two processes look at the clock at once, until there is nothing left to do.
async fn looked_after(portal: &Testbed, days_before: i64) -> Vec<SignUpLetter> {
    portal.clock.set(visit_date(0, 30).start() - TimeDelta::days(days_before));
    let servers = [portal.plugs.ports.clone(), another(portal).await];
    for _ in 0..3 {
        let hands = (0..8).map(|n| ask_whether_coming(&servers[n % 2]));
        for it in futures_util::future::join_all(hands).await {
            it.expect("no hand failed");
        }
    }
    news(portal).await
}

/// The roster, as an organiser sees it who signs in now: months pass in these tests.
async fn seen_by(portal: &Testbed, who: &str, roster: &str) -> String {
    let mut ida = signed_in(portal, who, &[Role::Editor(partner_id(4))]).await;
    ida.opens(portal, roster).await.2
}

fn link(letter: SignUpLetter) -> String {
    format!("/kommer-i-stadig/{}", letter.secret.expect("a link").text())
}

#[tokio::test]
async fn a_letter_asks_once_and_only_a_button_answers() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30]).await;
        let (form, roster) =
            (format!("/tilmelding/{}", dates[0].0), format!("/partner/dato/{}", dates[0].0));
        let first = comes(&portal, &form, "6.A", "20").await;
        let next = comes(&portal, &form, "6.B", "20").await;
        let _ = letters(&portal).await;
        assert_eq!(looked_after(&portal, 6).await, []);
        let told = looked_after(&portal, 5).await;
        assert_eq!(told.len(), 1, "once, however many look after it");
        let link = link(the(SignUpNews::StillComing, told));

        let mut anybody = Person::default();
        for address in [link.clone(), format!("{link}?svar=nej")] {
            let shown = anybody.opens(&portal, &address).await;
            assert_eq!(shown.0, StatusCode::OK);
            assert!(shown.2.contains("Kommer 6.A stadig?"), "{}", shown.2);
        }
        let english = anybody.opens(&portal, &format!("/en{link}")).await.2;
        assert!(english.contains("Is 6.A still coming?"), "{english}");
        let panel = anybody.opens(&portal, &first).await.2;
        assert!(panel.contains("/kommer\""), "looking has answered nothing: {panel}");
        let seen = seen_by(&portal, "ida1@firma.dk", &roster).await;
        assert!(seen.contains("har ikke svaret. De beholder pladserne."), "{seen}");

        let nothing = anybody.submits(&portal, &link, &[]).await;
        assert!(nothing.0.is_client_error(), "{}", nothing.0);
        let yes = anybody.submits(&portal, &link, &[("answer", "yes")]).await;
        assert_eq!(location(&yes), format!("{link}?ok=still-coming"));
        assert_eq!(looked_after(&portal, 3).await, []);
        let seen = seen_by(&portal, "ida2@firma.dk", &roster).await;
        assert!(seen.contains("Har sagt, at de kommer") && seen.contains("1 af 1"), "{seen}");
        let own = anybody.opens(&portal, &first).await.2;
        assert!(own.contains("I har sagt, at I kommer") && !own.contains("/kommer\""), "{own}");
        nothing_is_wrong(&portal).await;

        let no = anybody.submits(&portal, &link, &[("answer", "no")]).await;
        assert_eq!(location(&no), format!("{link}?ok=not-coming"));
        let thanked = anybody.opens(&portal, location(&no)).await;
        assert_eq!(thanked.0, StatusCode::OK);
        assert!(thanked.2.contains("I har meldt afbud"), "{}", thanked.2);
        let offered = the(SignUpNews::Offered, news(&portal).await);
        assert_eq!(offered.party, "6.B");
        let again = anybody.opens(&portal, &next).await.2;
        assert!(again.contains("Der er plads til 6.B"), "{again}");
        let seen = seen_by(&portal, "ida3@firma.dk", &roster).await;
        assert!(seen.contains("Sagde nej, da vi spurgte"), "{seen}");
        nothing_is_wrong(&portal).await;
    }
}

#[tokio::test]
async fn an_organiser_has_the_seats_of_the_silent_freed_and_the_next_gets_them() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30]).await;
        let (form, roster) =
            (format!("/tilmelding/{}", dates[0].0), format!("/partner/dato/{}", dates[0].0));
        let choice = format!("{roster}/spoerg");
        let mut ida = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut bo = signed_in(&portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let days = [("asks", "6"), ("frees", "4")];
        assert_eq!(bo.submits(&portal, &choice, &days).await.0, StatusCode::NOT_FOUND);
        let wrong = ida.submits(&portal, &choice, &[("asks", "4"), ("frees", "3")]).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.2.contains("href=\"#frees\""), "{}", wrong.2);
        assert!(
            wrong.2.contains("value=\"4\" selected"),
            "what was chosen comes back: {}",
            wrong.2
        );
        let set = ida.submits(&portal, &choice, &days).await;
        assert_eq!(location(&set), format!("{roster}?ok=asking-set"));
        let _ = letters(&portal).await;
        let silent = comes(&portal, &form, "6.A", "20").await;
        comes(&portal, &form, "6.B", "20").await;

        let asked = the(SignUpNews::StillComingBy, looked_after(&portal, 6).await);
        assert_eq!(asked.until, Some(visit_date(0, 30).start() - TimeDelta::days(4)));
        the(SignUpNews::StillComingLast, looked_after(&portal, 5).await);
        let mut told: Vec<_> = looked_after(&portal, 4).await.iter().map(|it| it.news).collect();
        told.sort_unstable();
        assert_eq!(told, [SignUpNews::Offered, SignUpNews::NotHeardFrom]);
        let gone = Person::default().opens(&portal, &silent).await.2;
        assert!(gone.contains("Vi spurgte to gange"), "{gone}");
        let seen = seen_by(&portal, "ida4@firma.dk", &roster).await;
        assert!(seen.contains("Svarede ikke, da vi spurgte to gange"), "{seen}");
        nothing_is_wrong(&portal).await;
        portal.clock.set(visit_now());
        assert_eq!(looked_after(&portal, 4).await, []);
    }
}

#[tokio::test]
async fn an_answer_to_what_nobody_asked_is_a_fault() {
    let (portal, dates) = portal_on(On::Sqlite, &[30]).await;
    comes(&portal, &format!("/tilmelding/{}", dates[0].0), "6.A", "20").await;
    nothing_is_wrong(&portal).await;
    spoil(&portal, "update sign_up set still_comes_at = '2026-12-01 08:00:00+00:00'").await;
    let told = faults(&portal).await;
    assert!(told.iter().any(|it| it.contains("answered what nobody asked")), "{told:?}");
}
