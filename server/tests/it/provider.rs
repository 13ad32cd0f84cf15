//! Coming in through a provider of OpenID Connect that listens on this machine, honest or not.

mod hostile;

use std::sync::Arc;

use application::{ports::Provider, testing::KnownProvider};
use axum::{
    body::Body,
    http::{Request, StatusCode, header},
};
use domain::identity::RoleRules;
use serde_json::json;
use server::adapters::openid_provider::{OpenidProvider, Settings};

use crate::{
    people::{Answer, account, form, letters, link, location},
    testbed::{On, Testbed},
    verify::{faults, spoil},
};
use hostile::Hostile;

/// Somebody with a browser that keeps every cookie.
#[derive(Clone, Default)]
struct Traveller(Vec<(String, String)>);

impl Traveller {
    async fn asks(&mut self, portal: &Testbed, mut request: Request<Body>) -> Answer {
        let pairs = self.0.iter().map(|(name, value)| format!("{name}={value}"));
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        if !cookies.is_empty() {
            request.headers_mut().insert(header::COOKIE, cookies.parse().expect("a header"));
        }
        let answer = portal.ask(request).await;
        for set in answer.1.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("text");
            let (name, rest) = set.split_once('=').expect("a cookie");
            let value = rest.split(';').next().expect("a value");
            assert!(
                name.starts_with("__Host-") && set.contains("; Path=/; HttpOnly; SameSite=Lax")
            );
            assert!(set.contains("; Secure"), "{set}");
            self.0.retain(|it| it.0 != name);
            if !set.contains("Max-Age=0") {
                self.0.push((name.to_owned(), value.to_owned()));
            }
        }
        answer
    }

    async fn opens(&mut self, portal: &Testbed, path: &str) -> Answer {
        self.asks(portal, Request::get(path).body(Body::empty()).expect("a request")).await
    }

    async fn submits(&mut self, portal: &Testbed, path: &str, fields: &[(&str, &str)]) -> Answer {
        let request = Request::post(path)
            .header("sec-fetch-site", "same-origin")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(Body::from(form(fields)))
            .expect("a request");
        self.asks(portal, request).await
    }

    /// Sets out; answers what goes along in the address.
    async fn sets_out(
        &mut self,
        portal: &Testbed,
        path: &str,
        fields: &[(&str, &str)],
    ) -> Vec<(String, String)> {
        let answer = self.submits(portal, path, fields).await;
        assert_eq!(answer.0, StatusCode::OK, "{}", answer.2);
        let refresh = answer.1[header::REFRESH].to_str().expect("text");
        let way = refresh.strip_prefix("0; url=").expect("a way");
        ui::routes::decode_query(way.split_once('?').expect("a question").1)
    }

    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|it| it.0 == name)
    }
}

fn word<'a>(pairs: &'a [(String, String)], name: &str) -> &'a str {
    pairs.iter().find(|it| it.0 == name).map_or("", |it| it.1.as_str())
}

const RULES: &str = "aktoer_gruppe = Medarbejder & institution_ids = 280051 -> steering\n";

fn settings(issuer: &str) -> Settings {
    Settings {
        name: "UNI-Login".try_into().expect("a name"),
        issuer: issuer.to_owned(),
        client_id: "gnist".to_owned(),
        client_secret: Some("hemmelig".to_owned()),
        scopes: String::new(),
        subject_claim: "uniid".to_owned(),
        email_claim: "email".to_owned(),
        name_claim: "name".to_owned(),
        trusts_email: true,
        second_factor: vec![("amr".to_owned(), "mfa".to_owned())],
        rules: RoleRules::parse(RULES).expect("rules"),
        back: "https://gnist.example/log-ind/udbyder/svar".to_owned(),
        left: "https://gnist.example/log-ind".to_owned(),
    }
}

/// A portal beside a provider that can be told to lie.
async fn portal() -> (Testbed, Hostile) {
    portal_on(On::Sqlite).await
}

async fn portal_on(on: On) -> (Testbed, Hostile) {
    let hostile = Hostile::start().await;
    let provider = OpenidProvider::new(settings(hostile.issuer())).expect("a client");
    let provider: Arc<dyn Provider> = Arc::new(provider);
    (Testbed::start_with(on, Some(provider)).await, hostile)
}

/// Goes there and comes back with what the provider would send.
async fn comes_back(portal: &Testbed, it: &Hostile, who: &mut Traveller) -> Answer {
    let along = who.sets_out(portal, "/log-ind/udbyder", &[]).await;
    it.expects(word(&along, "nonce"), portal.clock_now());
    let state = word(&along, "state").to_owned();
    who.opens(portal, &format!("/log-ind/udbyder/svar?code=kode&state={state}")).await
}

#[tokio::test]
async fn a_teacher_comes_in_by_the_shape_of_uni_login_and_what_was_wished_for_is_kept() {
    let (portal, it) = portal().await;
    let mut lone = Traveller::default();
    let next = [("next", "/partner/find")];
    let along = lone.sets_out(&portal, "/log-ind/udbyder", &next).await;
    assert_eq!(word(&along, "response_type"), "code");
    assert_eq!(word(&along, "code_challenge_method"), "S256");
    assert_eq!(word(&along, "redirect_uri"), "https://gnist.example/log-ind/udbyder/svar");
    assert!(lone.has("__Host-errand") && !lone.has("__Host-session"));
    it.expects(word(&along, "nonce"), portal.clock_now());
    let path = format!("/log-ind/udbyder/svar?code=kode&state={}", word(&along, "state"));
    let answer = lone.opens(&portal, &path).await;
    assert_eq!((answer.0, location(&answer)), (StatusCode::SEE_OTHER, "/partner/find"));
    assert!(lone.has("__Host-session") && !lone.has("__Host-errand"));
    let sent = it.last_exchange();
    assert!(sent.contains("code_verifier=") && sent.contains("grant_type=authorization_code"));
    let kept = account(&portal, "lone@skole.dk").await;
    assert_eq!(kept.name.as_str(), "Lone Lærer");
    assert!(kept.roles.is_empty(), "no rule speaks of the school");

    let again = lone.opens(&portal, &path).await;
    assert_eq!(again.0, StatusCode::GONE, "an answer was taken twice");
    letters(&portal).await;
    let (_, _, html) = lone.opens(&portal, "/konto").await;
    assert!(html.contains("Kom ikke ind med UNI-Login mere"), "{html}");
    let out = lone.submits(&portal, "/log-ud", &[]).await;
    assert_eq!(location(&out), "/log-ind?ok=here");
    let (_, _, html) = lone.opens(&portal, "/log-ind?ok=here").await;
    assert!(html.contains("Log også ud hos UNI-Login") && html.contains("/ud?client_id=gnist"));
    assert!(html.contains("Log ind med UNI-Login"));
}

#[tokio::test]
async fn a_second_factor_shown_there_gives_the_role_that_waits_for_it() {
    let (portal, it) = portal().await;
    let mut lone = Traveller::default();
    it.says("institution_ids", json!(["280051", "751001"]));
    let answer = comes_back(&portal, &it, &mut lone).await;
    assert_eq!(location(&answer), "/konto?ok=role-waits", "{}", answer.2);
    assert!(account(&portal, "lone@skole.dk").await.roles.is_empty());
    it.says("amr", json!(["pwd", "mfa"]));
    let answer = comes_back(&portal, &it, &mut lone).await;
    assert_eq!(location(&answer), "/konto", "{}", answer.2);
    assert_eq!(account(&portal, "lone@skole.dk").await.roles.len(), 1);
    it.says("institution_ids", json!(["751001"]));
    comes_back(&portal, &it, &mut lone).await;
    assert!(account(&portal, "lone@skole.dk").await.roles.is_empty());
}

#[tokio::test]
async fn whoever_is_new_and_not_trusted_makes_an_account_by_a_letter_and_joins_it() {
    let (portal, it) = portal().await;
    it.says("email_verified", json!(false));
    let mut lone = Traveller::default();
    let answer = comes_back(&portal, &it, &mut lone).await;
    assert_eq!(location(&answer), "/log-ind/udbyder/ny", "{}", answer.2);
    let (status, _, html) = lone.opens(&portal, "/log-ind/udbyder/ny").await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("value=\"Lone Lærer\"") && html.contains("value=\"lone@skole.dk\""));
    let fields = [("name", "Lone"), ("email", "lone@skole.dk"), ("next", "/konto/udbyder")];
    assert_eq!(location(&lone.submits(&portal, "/opret", &fields).await), "/log-ind/sendt");
    let path = link(&portal).await;

    // Whoever reads the letter elsewhere gets the account, and nothing is joined.
    let mut elsewhere = lone.clone();
    elsewhere.0.clear();
    let answer = lone.submits(&portal, &path, &[]).await;
    assert_eq!(location(&answer), "/konto/udbyder");
    assert_eq!(
        location(&elsewhere.opens(&portal, "/konto/udbyder").await).split('?').next(),
        Some("/log-ind")
    );
    let (status, _, html) = lone.opens(&portal, "/konto/udbyder").await;
    assert!(status == StatusCode::OK && html.contains("Forbind med UNI-Login"), "{html}");
    let answer = lone.submits(&portal, "/konto/udbyder", &[]).await;
    assert_eq!(location(&answer), "/konto?ok=identity-joined");
    assert!(!lone.has("__Host-errand"));
    lone.submits(&portal, "/log-ud", &[]).await;
    let answer = comes_back(&portal, &it, &mut lone).await;
    assert_eq!(location(&answer), "/konto");
    let off = lone.submits(&portal, "/konto/udbyder/fra", &[]).await;
    assert_eq!(location(&off), "/konto?ok=identity-left");
    let (_, _, html) = lone.opens(&portal, "/konto").await;
    assert!(html.contains("Forbind med UNI-Login"), "{html}");
}

#[tokio::test]
async fn an_answer_belongs_to_the_browser_that_asked() {
    let (portal, it) = portal().await;
    let (mut lone, mut victim) = (Traveller::default(), Traveller::default());
    let along = lone.sets_out(&portal, "/log-ind/udbyder", &[]).await;
    it.expects(word(&along, "nonce"), portal.clock_now());
    let path = format!("/log-ind/udbyder/svar?code=kode&state={}", word(&along, "state"));
    let answer = victim.opens(&portal, &path).await;
    assert_eq!((answer.0, victim.0.len()), (StatusCode::GONE, 0), "signed in as somebody else");
    victim.sets_out(&portal, "/log-ind/udbyder", &[]).await;
    assert_eq!(victim.opens(&portal, &path).await.0, StatusCode::GONE);
    assert!(victim.has("__Host-errand") && !victim.has("__Host-session"));
    assert_eq!(location(&lone.opens(&portal, &path).await), "/konto", "it was spoilt");
}

#[tokio::test]
async fn an_errand_speaks_the_language_in_which_it_began() {
    let (portal, it) = portal().await;
    let mut lone = Traveller::default();
    let along = lone.sets_out(&portal, "/en/log-ind/udbyder", &[]).await;
    it.expects(word(&along, "nonce"), portal.clock_now());
    let denied =
        format!("/log-ind/udbyder/svar?error=access_denied&state={}", word(&along, "state"));
    let answer = lone.opens(&portal, &denied).await;
    assert_eq!(answer.0, StatusCode::FORBIDDEN);
    assert!(answer.2.contains("You did not sign in at UNI-Login"), "{}", answer.2);
    assert!(!lone.has("__Host-errand"));
}

#[tokio::test]
async fn where_no_provider_is_set_there_is_no_button_and_no_way() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut lone = Traveller::default();
    let html = lone.opens(&portal, "/log-ind").await.2;
    assert!(!html.contains("udbyder"), "{html}");
    for path in ["/log-ind/udbyder/svar", "/log-ind/udbyder/ny", "/en/log-ind/udbyder/ny"] {
        assert_eq!(lone.opens(&portal, path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    let answer = lone.submits(&portal, "/log-ind/udbyder", &[]).await;
    assert_eq!(answer.0, StatusCode::NOT_FOUND);
    let told = "Du logger ind med en anden tjeneste";
    assert!(!lone.opens(&portal, "/privatliv").await.2.contains(told));
    let with = Testbed::start_with(On::Sqlite, Some(Arc::new(KnownProvider::new()))).await;
    assert!(lone.opens(&with, "/privatliv").await.2.contains(told));
}

#[tokio::test]
async fn of_many_hands_with_the_same_answer_one_comes_in() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, it) = portal_on(on).await;
        let mut lone = Traveller::default();
        comes_back(&portal, &it, &mut lone).await;
        let along = lone.sets_out(&portal, "/log-ind/udbyder", &[]).await;
        it.expects(word(&along, "nonce"), portal.clock_now());
        let path = format!("/log-ind/udbyder/svar?code=kode&state={}", word(&along, "state"));
        let hand = async || lone.clone().opens(&portal, &path).await.0;
        let (one, two, three, four) = tokio::join!(hand(), hand(), hand(), hand());
        let mut all = [one, two, three, four];
        all.sort();
        let (gone, inside) = (StatusCode::GONE, StatusCode::SEE_OTHER);
        assert_eq!(all, [inside, gone, gone, gone], "{on:?}");
    }
}

#[tokio::test]
async fn identities_that_cannot_be_are_found() {
    let (portal, it) = portal().await;
    comes_back(&portal, &it, &mut Traveller::default()).await;
    assert_eq!(faults(&portal).await, Vec::<String>::new());
    for (column, wrong, sentence) in [
        ("used_at", "'2020-01-01 00:00:00+00:00'", "used before it was joined"),
        ("roles", "'root'", "the table `joined_identity` holds an impossible `roles`: root"),
        ("subject", "''", "the table `joined_identity` holds an impossible `subject`: (hidden)"),
    ] {
        spoil(&portal, &format!("update joined_identity set {column} = {wrong}")).await;
        let told = faults(&portal).await;
        assert!(told.iter().any(|it| it.contains(sentence)), "{sentence}: {told:?}");
    }
}
