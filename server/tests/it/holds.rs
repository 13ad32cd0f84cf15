//! A whole class behind one address signs up one by one, whatever somebody has made up before.

use application::signup::settle_rosters;
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{catalogue::OccurrenceId, signup::SignUpNews};

use crate::{
    people::{Person, location},
    sign_ups::{hidden, news, nothing_is_wrong, portal_on},
    testbed::{On, Testbed},
};

/// Thirty pupils sign up within a minute; answers what each was told.
async fn thirty(portal: &Testbed, date: OccurrenceId, kind: &str, name: &str) -> Vec<String> {
    let form = format!("/tilmelding/{}", date.0);
    let mut told = Vec::new();
    for n in 0..30 {
        let mut pupil = Person::default();
        let page = pupil.opens(portal, &format!("{form}?som={kind}")).await.2;
        let (key, email) = (hidden(&page, "key"), format!("{name}{n}@skole.dk"));
        let mut fields = vec![
            ("kind", kind),
            ("key", key.as_str()),
            ("name", "Bo Beck"),
            ("email", email.as_str()),
            ("agrees", "yes"),
        ];
        if kind == "child" {
            fields.extend([("child", "Alma"), ("age", "12")]);
        } else {
            fields.push(("age", "17"));
        }
        let sent = pupil.submits(portal, &form, &fields).await;
        assert_eq!(sent.0, StatusCode::SEE_OTHER, "{n} {}", sent.2);
        let word = location(&sent).split("ok=").nth(1).unwrap_or_default().to_owned();
        let thanked = pupil.opens(portal, location(&sent)).await;
        assert_eq!(thanked.0, StatusCode::OK, "{}", thanked.2);
        told.push(word);
        portal.clock.set(portal.clock_now() + TimeDelta::seconds(2));
    }
    told
}

fn count(told: &[String], word: &str) -> usize {
    told.iter().filter(|it| *it == word).count()
}

#[tokio::test]
async fn thirty_pupils_behind_one_address_are_never_refused_and_those_who_answer_get_seats() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30, 30]).await;
        let told = thirty(&portal, dates[0], "one", "a").await;
        assert_eq!(count(&told, "held"), 30, "{told:?}");
        // Nobody of them answers, so the seats come back.
        portal.clock.set(portal.clock_now() + TimeDelta::minutes(31));
        settle_rosters(&portal.plugs.ports).await.expect("an answer");
        let _ = news(&portal).await;
        let told = thirty(&portal, dates[0], "one", "b").await;
        assert_eq!((count(&told, "held"), count(&told, "first-to-answer")), (10, 20), "{told:?}");
        let letters = news(&portal).await;
        let open = letters.into_iter().filter(|it| it.news == SignUpNews::SeatsOpen);
        let mut seated = 0;
        for letter in open {
            let answer = format!("/bekraeft-tilmelding/{}", letter.secret.expect("a link").text());
            let asked = Person::default().opens(&portal, &answer).await.2;
            assert!(asked.contains("Den, der trykker først"), "{asked}");
            let pressed = Person::default().submits(&portal, &answer, &[]).await;
            seated += usize::from(location(&pressed).ends_with("?ok=joined"));
        }
        assert_eq!(seated, 20, "whoever answers has a seat, and is not asked twice");

        let told = thirty(&portal, dates[1], "child", "c").await;
        let both = (count(&told, "held-child"), count(&told, "first-to-answer-child"));
        assert_eq!(both, (15, 15), "{told:?}");
        nothing_is_wrong(&portal).await;
    }
}
