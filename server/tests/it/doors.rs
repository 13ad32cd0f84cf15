//! Coming in, staying safe and leaving, as a browser without scripts does it.

use application::{identity, testing::identity_contract};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use chrono::{DateTime, TimeDelta, Utc};
use domain::identity::{Letter, Role};

use crate::{
    people::{Answer, Person, account, letters, link, location, signed_in},
    testbed::{On, Testbed},
};

pub const LONG: &str = "tre blå køer ved åen";

pub fn later(portal: &Testbed, time: TimeDelta) -> DateTime<Utc> {
    portal.clock.set(portal.plugs.ports.clock.now() + time);
    portal.plugs.ports.clock.now()
}

/// Somebody who has registered by the forms alone.
pub async fn newcomer(portal: &Testbed, who: &str) -> Person {
    let mut person = Person::default();
    let answer = person.submits(portal, "/opret", &[("name", "Lone Kjær"), ("email", who)]).await;
    assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, "/log-ind/sendt"));
    let path = link(portal).await;
    assert!(person.opens(portal, &path).await.2.contains("Opret min konto"));
    let answer = person.submits(portal, &path, &[]).await;
    assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, "/konto"));
    person
}

pub async fn with_password(portal: &Testbed, who: &str) -> Person {
    let mut person = newcomer(portal, who).await;
    let answer = person.submits(portal, "/konto/adgangskode", &[("new", LONG)]).await;
    assert_eq!(location(&answer), "/konto?ok=password", "{}", answer.2);
    letters(portal).await;
    person
}

pub async fn try_password(portal: &Testbed, who: &str, password: &str) -> Answer {
    let fields = [("email", who), ("password", password)];
    Person::default().submits(portal, "/log-ind", &fields).await
}

#[tokio::test]
async fn a_newcomer_registers_comes_in_and_leaves() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let mut lone = newcomer(&portal, "lone@skole.dk").await;
        let page = lone.opens(&portal, "/konto").await;
        assert_eq!(page.0, StatusCode::OK);
        assert!(page.2.contains("Lone Kjær") && page.2.contains("lone@skole.dk"));
        assert_eq!(page.1[header::CACHE_CONTROL], "no-store");

        let answer = lone.submits(&portal, "/log-ud", &[]).await;
        assert_eq!(location(&answer), "/log-ind?ok=signed-out");
        assert_eq!(answer.1["clear-site-data"], "\"cache\", \"storage\"");
        assert_eq!(lone.cookie, None);
    }
}

#[tokio::test]
async fn the_cookie_is_as_strict_as_a_cookie_can_be() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut person = Person::default();
    let fields = [("name", "Lone"), ("email", "lone@skole.dk")];
    let asked = person.submits(&portal, "/opret", &fields).await;
    assert!(!asked.1.contains_key(header::SET_COOKIE), "a cookie before signing in");
    let path = link(&portal).await;
    let answer = person.submits(&portal, &path, &[]).await;
    let cookie = answer.1[header::SET_COOKIE].to_str().unwrap();
    assert!(cookie.starts_with("__Host-session="), "{cookie}");
    for attribute in ["; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(attribute), "{cookie}");
    }
    assert!(!cookie.contains("Domain"), "{cookie}");
    let secret = cookie.split(['=', ';']).nth(1).unwrap();
    let kept = portal.plugs.ports.accounts.sessions_of(account(&portal, "lone@skole.dk").await.id);
    assert_ne!(kept.await.unwrap()[0].mark.as_str(), secret, "the secret itself is kept");
}

#[tokio::test]
async fn public_pages_are_the_same_for_everybody_and_know_no_cookie() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut lone = newcomer(&portal, "lone@skole.dk").await;
    for path in ["/", "/aktiviteter", "/om", "/en/partnere"] {
        let (seen, shared) = (lone.opens(&portal, path).await, portal.get(path).await);
        assert_eq!(seen.2, shared.2, "{path}");
        assert!(!seen.1.contains_key(header::SET_COOKIE), "{path}");
    }
}

#[tokio::test]
async fn a_session_given_before_is_worth_nothing_after_signing_in() {
    let portal = Testbed::start(On::Sqlite).await;
    let lone = with_password(&portal, "lone@skole.dk").await;
    let mut again = lone.clone();
    let fields = [("email", "lone@skole.dk"), ("password", LONG)];
    let answer = again.submits(&portal, "/log-ind", &fields).await;
    assert_eq!(location(&answer), "/konto");
    assert_ne!(again.cookie, lone.cookie, "the session was kept across signing in");
    assert_eq!(lone.clone().opens(&portal, "/konto").await.0, StatusCode::SEE_OTHER);

    // One that an attacker has made up stays worth nothing.
    let planted = format!("__Host-session={}", domain::identity::Secret::of([7; 32]).text());
    let mut victim = Person { cookie: Some(planted.clone()) };
    victim.submits(&portal, "/log-ind", &fields).await;
    assert_ne!(victim.cookie.as_ref(), Some(&planted));
    let mut attacker = Person { cookie: Some(planted) };
    assert_eq!(location(&attacker.opens(&portal, "/konto").await), "/log-ind");
}

#[tokio::test]
async fn an_old_cookie_opens_nothing_after_signing_out_a_new_role_or_a_closed_account() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let ports = &portal.plugs.ports;
        let email = "lone@skole.dk".try_into().unwrap();
        let is_out = async |person: &Person| {
            location(&person.clone().opens(&portal, "/konto").await) == "/log-ind"
        };

        let mut lone = signed_in(&portal, "lone@skole.dk", &[]).await;
        let old = lone.clone();
        lone.submits(&portal, "/log-ud", &[]).await;
        assert!(is_out(&old).await, "after signing out");

        let old = signed_in(&portal, "lone@skole.dk", &[]).await;
        assert!(!is_out(&old).await);
        let (role, language) = (Role::Administrator, domain::identity::LetterLanguage::Danish);
        identity::invite(ports, &email, "x".try_into().unwrap(), role, language).await.unwrap();
        assert!(is_out(&old).await, "after a new role");

        let old = signed_in(&portal, "mads@skole.dk", &[]).await;
        identity::suspend(ports, &"mads@skole.dk".try_into().unwrap()).await.unwrap();
        assert!(is_out(&old).await, "after the account was closed");
    }
}

#[tokio::test]
async fn sessions_end_when_they_rest_too_long_sooner_for_staff() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut teacher = signed_in(&portal, "lone@skole.dk", &[]).await;
    let mut admin = signed_in(&portal, "ada@pagten.dk", &[Role::Administrator]).await;
    later(&portal, TimeDelta::minutes(29));
    assert_eq!(admin.opens(&portal, "/konto").await.0, StatusCode::OK);
    later(&portal, TimeDelta::minutes(29));
    assert_eq!(admin.opens(&portal, "/konto").await.0, StatusCode::OK, "being seen did not count");
    later(&portal, TimeDelta::minutes(30));
    assert_eq!(location(&admin.opens(&portal, "/konto").await), "/log-ind");
    later(&portal, TimeDelta::days(6));
    assert_eq!(teacher.opens(&portal, "/konto").await.0, StatusCode::OK);
    later(&portal, TimeDelta::days(7));
    assert_eq!(location(&teacher.opens(&portal, "/konto").await), "/log-ind");
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answers() {
    let portal = Testbed::start(On::Sqlite).await;
    with_password(&portal, "kendt1@skole.dk").await;
    let mut answers = Vec::new();
    for who in ["kendt1@skole.dk", "ukendt@skole.dk"] {
        let mut here = Vec::new();
        for (path, fields) in [
            ("/log-ind", vec![("email", who), ("password", "forkert adgangskode")]),
            ("/log-ind/brev", vec![("email", who)]),
            ("/glemt-adgangskode", vec![("email", who)]),
            ("/opret", vec![("email", who), ("name", "X")]),
            ("/log-ind", vec![("email", who), ("password", "")]),
        ] {
            let answer = Person::default().submits(&portal, path, &fields).await;
            let mut headers: Vec<_> = answer
                .1
                .iter()
                .filter(|(name, _)| *name != "x-request-id")
                .map(|(name, value)| format!("{name}: {value:?}"))
                .collect();
            headers.sort();
            here.push((answer.0, headers, answer.2.replace(who, "…")));
        }
        assert_eq!(letters(&portal).await.len(), 3, "{who}");
        answers.push(here);
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn wrong_passwords_are_slowed_and_told_and_a_letter_still_opens() {
    let portal = Testbed::start(On::Sqlite).await;
    with_password(&portal, "lone@skole.dk").await;
    let mut statuses = std::collections::BTreeMap::new();
    for _ in 0..40 {
        let answer = try_password(&portal, "lone@skole.dk", "et forkert gæt").await;
        if answer.0 == StatusCode::TOO_MANY_REQUESTS {
            let wait = answer.1[header::RETRY_AFTER].to_str().unwrap().parse::<i64>().unwrap();
            assert!((1..=900).contains(&wait), "{wait}");
        }
        *statuses.entry(answer.0.as_u16()).or_insert(0) += 1;
        later(&portal, TimeDelta::seconds(1));
    }
    assert!(statuses[&422] <= 12 && statuses[&429] >= 28, "{statuses:?}");
    later(&portal, TimeDelta::hours(1));
    for _ in 0..9 {
        try_password(&portal, "lone@skole.dk", "et forkert gæt").await;
        later(&portal, TimeDelta::minutes(15));
    }
    let told = letters(&portal).await;
    assert!(told.iter().any(|it| matches!(it.letter, Letter::ManyFailures { n: 10 })), "{told:?}");

    let mut lone = Person::default();
    lone.submits(&portal, "/log-ind/brev", &[("email", "lone@skole.dk")]).await;
    let path = link(&portal).await;
    assert_eq!(location(&lone.submits(&portal, &path, &[]).await), "/konto");
    assert_eq!(location(&try_password(&portal, "lone@skole.dk", LONG).await), "/konto");
}

#[tokio::test]
async fn a_class_behind_one_address_comes_in_within_a_minute() {
    let portal = Testbed::start(On::Sqlite).await;
    for n in 0..30 {
        let who = format!("elev{n}@skole.dk");
        let mut pupil = newcomer(&portal, &who).await;
        assert_eq!(pupil.opens(&portal, "/konto").await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn forms_come_back_with_what_was_typed_and_what_is_wrong() {
    let portal = Testbed::start(On::Sqlite).await;
    for (path, sentence) in [("/opret", "Ret 2 ting"), ("/en/opret", "Fix 2 things")] {
        let fields = [("name", " "), ("email", "lone\"><script>@")];
        let (status, _, html) = Person::default().submits(&portal, path, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html.contains(sentence) && html.contains("aria-invalid=\"true\""), "{path}");
        assert!(
            html.contains("lone&quot;&gt;&lt;script&gt;@") || html.contains("lone&quot;><script>@"),
            "{html}"
        );
        assert!(!html.contains("lone\"><script"), "{html}");
        assert!(html.contains("href=\"#email\"") && html.contains("id=\"email\""), "{path}");
    }
    let answer = try_password(&portal, "lone@skole.dk", "min hemmelige kode").await;
    assert!(answer.2.contains("lone@skole.dk") && !answer.2.contains("min hemmelige kode"));

    let mut lone = newcomer(&portal, "lone@skole.dk").await;
    for (new, sentence) in [
        ("kort", "mindst 15 tegn"),
        ("passwordpassword", "gentager sig selv"),
        ("lone@skole.dklone@skole", "ligner dit navn"),
    ] {
        let answer = lone.submits(&portal, "/konto/adgangskode", &[("new", new)]).await;
        assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{new}");
        assert!(answer.2.contains(sentence), "{new}: {}", answer.2);
    }
}

#[tokio::test]
async fn a_cookie_that_stands_twice_and_a_form_of_another_kind_are_refused() {
    let portal = Testbed::start(On::Sqlite).await;
    let lone = newcomer(&portal, "lone@skole.dk").await;
    let own = lone.cookie.clone().unwrap();
    let mut twice = Person { cookie: Some(format!("{own}; {own}")) };
    assert_eq!(location(&twice.opens(&portal, "/konto").await), "/log-ind");
    let request = Request::post("/log-ind")
        .header("sec-fetch-site", "same-origin")
        .header(header::CONTENT_TYPE, "text/plain")
        .body(Body::from("email=a&password=b"))
        .unwrap();
    let answer = Person::default().asks(&portal, request).await;
    assert_eq!(answer.0, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn eight_hands_follow_one_link_and_one_comes_in() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        newcomer(&portal, "lone@skole.dk").await;
        let fields = [("email", "lone@skole.dk")];
        Person::default().submits(&portal, "/log-ind/brev", &fields).await;
        let path = link(&portal).await;
        let hand = async || {
            let mut person = Person::default();
            location(&person.submits(&portal, &path, &[]).await) == "/konto"
        };
        let all = futures_util::future::join_all((0..8).map(|_| hand())).await;
        assert_eq!(all.into_iter().filter(|came| *came).count(), 1, "{on:?}");
    }
}

#[tokio::test]
async fn many_guesses_at_once_are_counted_one_by_one() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let fields = [("email", "lone@skole.dk"), ("password", "et gæt")];
        let guess = async || Person::default().submits(&portal, "/log-ind", &fields).await.0;
        let all = futures_util::future::join_all((0..20).map(|_| guess())).await;
        let tried = all.iter().filter(|it| **it == StatusCode::UNPROCESSABLE_ENTITY).count();
        assert_eq!(tried, 5, "{on:?}: {all:?}");
    }
}

#[tokio::test]
async fn a_suspended_account_looks_like_a_wrong_password() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut tx = portal.plugs.ports.store.begin().await.unwrap();
    let mut closed = identity_contract::account(3);
    closed.email = "lukket@skole.dk".try_into().unwrap();
    tx.accounts().add(&closed).await.unwrap();
    tx.commit().await.unwrap();
    let answer = try_password(&portal, "lukket@skole.dk", "hash 3").await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
}
