//! Changing how one comes in, as a browser without scripts does it.

use application::identity;
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::identity::{Letter, Role};

use crate::{
    doors::{LONG, later, newcomer, try_password, with_password},
    people::{Person, account, letters, link, location, signed_in},
    testbed::{On, Testbed},
};

#[tokio::test]
async fn staff_set_up_a_second_factor_before_anything_else_and_show_it_from_then_on() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let ports = &portal.plugs.ports;
        let email = "ada@pagten.dk".try_into().unwrap();
        let (role, language) = (Role::Administrator, domain::identity::LetterLanguage::Danish);
        let name = || "Ada".try_into().unwrap();
        let secret = identity::invite(ports, &email, name(), role, language).await.unwrap();
        let mut ada = Person::default();
        ada.submits(&portal, &format!("/brev/{}", secret.text()), &[]).await;
        assert_eq!(location(&ada.opens(&portal, "/konto").await), "/konto/to-trin");

        let (_, _, html) = ada.opens(&portal, "/konto/to-trin").await;
        let key = account(&portal, "ada@pagten.dk").await.factor.unwrap().key;
        assert!(html.contains("square-code") && html.contains(&key.text()[..4]), "{html}");
        let wrong = ada.submits(&portal, "/konto/to-trin", &[("code", "000000")]).await;
        assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
        let before = ada.clone();
        let code = key.code_at(ports.clock.now());
        let (status, _, html) = ada.submits(&portal, "/konto/to-trin", &[("code", &code)]).await;
        assert_eq!(status, StatusCode::OK);
        let paper = html.split("class=\"codes\"><li>").nth(1).unwrap().split('<').next().unwrap();
        assert_ne!(ada.cookie, before.cookie);
        assert_eq!(location(&before.clone().opens(&portal, "/konto").await), "/log-ind");
        assert_eq!(ada.opens(&portal, "/konto").await.0, StatusCode::OK);
        letters(&portal).await;

        let mut later_on = Person::default();
        later_on.submits(&portal, "/log-ind/brev", &[("email", "ada@pagten.dk")]).await;
        let path = link(&portal).await;
        assert_eq!(location(&later_on.submits(&portal, &path, &[]).await), "/log-ind/kode");
        assert_eq!(location(&later_on.opens(&portal, "/konto").await), "/log-ind/kode");
        let used = later_on.submits(&portal, "/log-ind/kode", &[("code", &code)]).await;
        assert_eq!(used.0, StatusCode::UNPROCESSABLE_ENTITY, "a code was taken twice");
        let answer = later_on.submits(&portal, "/log-ind/kode", &[("code", paper)]).await;
        assert_eq!(location(&answer), "/konto");
        assert!(matches!(letters(&portal).await[0].letter, Letter::RecoveryCodeUsed { left: 7 }));
    }
}

#[tokio::test]
async fn a_forgotten_password_is_chosen_anew_and_signs_out_everywhere() {
    let portal = Testbed::start(On::Sqlite).await;
    let lone = with_password(&portal, "lone@skole.dk").await;
    Person::default().submits(&portal, "/glemt-adgangskode", &[("email", "lone@skole.dk")]).await;
    let path = link(&portal).await;
    let mut person = Person::default();
    let weak = person.submits(&portal, &path, &[("new", "kort")]).await;
    assert_eq!(weak.0, StatusCode::UNPROCESSABLE_ENTITY);
    let answer = person.submits(&portal, &path, &[("new", "fire røde bænke i parken")]).await;
    assert_eq!(location(&answer), "/log-ind?ok=password");
    assert_eq!(location(&lone.clone().opens(&portal, "/konto").await), "/log-ind");
    assert_eq!(person.submits(&portal, &path, &[("new", LONG)]).await.0, StatusCode::GONE);
    assert_eq!(
        try_password(&portal, "lone@skole.dk", LONG).await.0,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let new = try_password(&portal, "lone@skole.dk", "fire røde bænke i parken").await;
    assert_eq!(location(&new), "/konto");
}

#[tokio::test]
async fn an_address_changes_by_two_letters() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut lone = newcomer(&portal, "lone@skole.dk").await;
    let answer = lone.submits(&portal, "/konto/adresse", &[("email", "lone@hjemme.dk")]).await;
    assert_eq!(location(&answer), "/konto?ok=letters");
    let paths: Vec<String> = letters(&portal)
        .await
        .iter()
        .map(|it| format!("/brev/{}", it.letter.secret().unwrap().text()))
        .collect();
    let mut anybody = Person::default();
    assert!(anybody.submits(&portal, &paths[1], &[]).await.2.contains("mangler kun den anden"));
    assert!(anybody.submits(&portal, &paths[0], &[]).await.2.contains("Din e-mail er skiftet"));
    assert_eq!(location(&lone.opens(&portal, "/konto").await), "/log-ind");
    account(&portal, "lone@hjemme.dk").await;
}

#[tokio::test]
async fn somebody_ends_their_sessions_elsewhere() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut here = signed_in(&portal, "lone@skole.dk", &[]).await;
    let mut there = signed_in(&portal, "lone@skole.dk", &[]).await;
    let (_, _, html) = here.opens(&portal, "/konto").await;
    let path = html.split("action=\"/konto/enheder/").nth(1).unwrap().split('"').next().unwrap();
    let answer = here.submits(&portal, &format!("/konto/enheder/{path}"), &[]).await;
    assert_eq!(location(&answer), "/konto?ok=sessions-ended");
    assert_eq!(location(&there.opens(&portal, "/konto").await), "/log-ind");
    assert_eq!(here.opens(&portal, "/konto").await.0, StatusCode::OK);
}

#[tokio::test]
async fn somebody_signs_out_everywhere_with_one_press() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut here = signed_in(&portal, "lone@skole.dk", &[]).await;
    let there = signed_in(&portal, "lone@skole.dk", &[]).await;
    let mut other = signed_in(&portal, "bo@skole.dk", &[]).await;
    let alone = other.opens(&portal, "/konto").await.2;
    assert!(!alone.contains("Log ud alle steder"), "there is one place only: {alone}");
    let (_, _, html) = here.opens(&portal, "/konto").await;
    assert!(html.contains("Log ud alle steder, også her"), "{html}");
    let english = here.opens(&portal, "/en/konto").await.2;
    assert!(english.contains("Sign out everywhere, also here"), "{english}");
    let before = here.cookie.clone();
    let answer = here.submits(&portal, "/konto/enheder/slut", &[("here", "too")]).await;
    assert_eq!(location(&answer), "/log-ind?ok=signed-out", "{}", answer.2);
    assert_eq!(here.cookie, None, "the browser forgets it");
    for mut gone in [Person { cookie: before }, there] {
        assert_eq!(location(&gone.opens(&portal, "/konto").await), "/log-ind");
    }
    assert_eq!(other.opens(&portal, "/konto").await.0, StatusCode::OK);
}

#[tokio::test]
async fn ways_in_are_changed_only_shortly_after_coming_in() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut lone = newcomer(&portal, "lone@skole.dk").await;
    later(&portal, TimeDelta::minutes(11));
    for path in ["/konto/adresse", "/konto/adgangskode", "/konto/to-trin"] {
        let answer = lone.opens(&portal, path).await;
        assert_eq!(location(&answer), "/log-ind?ok=again", "{path}");
    }
    let answer = lone.submits(&portal, "/konto/adresse", &[("email", "ny@skole.dk")]).await;
    assert_eq!(location(&answer), "/log-ind?ok=again");
    assert!(letters(&portal).await.is_empty());
}
