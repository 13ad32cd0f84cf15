//! Who acts for a partner, as a browser without scripts does it.

use application::testing::{contract, partner_id};
use axum::http::StatusCode;
use domain::{
    identity::{Letter, Membership},
    partners::PartnerId,
};

use crate::{
    doors::newcomer,
    people::{Person, account, letters, link, location, signed_in},
    testbed::{On, Testbed},
};

const ADMINISTRATOR: Membership = Membership::Administrator;
const EDITOR: Membership = Membership::Editor;

/// A portal with a partner that is approved, and its page of people.
async fn portal_on(on: On) -> (Testbed, PartnerId, String) {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 5).await;
    let partner = partner_id(0);
    (portal, partner, format!("/partner/{}/folk", partner.0))
}

/// The link of the invitation that waits.
async fn invitation(portal: &Testbed) -> String {
    let letters = letters(portal).await;
    let [it] = letters.as_slice() else { panic!("{letters:?}") };
    let Letter::Invited { secret, .. } = &it.letter else { panic!("{it:?}") };
    format!("/brev/invitation/{}", secret.text())
}

#[tokio::test]
async fn whoever_introduces_a_partner_sets_up_two_steps_and_comes_to_the_desk() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut signe = newcomer(&portal, "signe@firma.dk").await;
    let said = [
        ("name", "Munkemose Robotics"),
        ("sector", "business"),
        ("website", "munkemose.dk"),
        ("postcode", "5000"),
    ];
    let made = signe.submits(&portal, "/partner/ny", &said).await;
    assert_eq!(location(&made), "/partner?ok=partner-made");
    let led = signe.opens(&portal, location(&made)).await;
    assert_eq!(location(&led), "/konto/to-trin?next=%2Fpartner%3Fok%3Dpartner-made");
    signe.opens(&portal, location(&led)).await;
    let key = account(&portal, "signe@firma.dk").await.factor.unwrap().key;
    let code = key.code_at(portal.plugs.ports.clock.now());
    let fields = [("code", code.as_str()), ("next", "/partner?ok=partner-made")];
    let (_, _, html) = signe.submits(&portal, "/konto/to-trin", &fields).await;
    assert!(html.contains("href=\"/partner?ok=partner-made\""), "{html}");
    let (status, _, html) = signe.opens(&portal, "/partner?ok=partner-made").await;
    assert!(status == StatusCode::OK && html.contains("Munkemose Robotics"), "{html}");
}

#[tokio::test]
async fn a_colleague_is_invited_says_yes_and_acts_for_the_partner() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, partner, path) = portal_on(on).await;
        let mut signe = signed_in(&portal, "signe@firma.dk", &[ADMINISTRATOR.at(partner)]).await;
        let fields = [("email", "ida@firma.dk"), ("role", "editor")];
        let sent = signe.submits(&portal, &path, &fields).await;
        assert_eq!(location(&sent), format!("{path}?ok=invited"));
        let (_, _, html) = signe.opens(&portal, location(&sent)).await;
        assert!(html.contains("Vi har sendt et brev") && html.contains("ida@firma.dk"), "{html}");

        let way = invitation(&portal).await;
        let mut ida = Person::default();
        let (status, headers, html) = ida.opens(&portal, &way).await;
        assert!(status == StatusCode::OK && html.contains("name=\"name\""), "{html}");
        assert_eq!(headers["cache-control"], "no-store");
        let mute = ida.submits(&portal, &way, &[]).await;
        assert_eq!(mute.0, StatusCode::UNPROCESSABLE_ENTITY);
        let yes = ida.submits(&portal, &way, &[("name", "Ida")]).await;
        assert_eq!(location(&yes), "/partner?ok=joined");
        assert_eq!(ida.opens(&portal, "/partner?ok=joined").await.0, StatusCode::OK);
        let (_, _, html) = ida.opens(&portal, &path).await;
        assert!(html.contains("signe@firma.dk") && !html.contains("name=\"email\""), "{html}");
        assert_eq!(ida.opens(&portal, &way).await.0, StatusCode::GONE);
        assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    }
}

#[tokio::test]
async fn inviting_says_nothing_about_who_has_an_account() {
    let (portal, partner, path) = portal_on(On::Sqlite).await;
    newcomer(&portal, "kendt1@skole.dk").await;
    let mut answers = Vec::new();
    for who in ["kendt1@skole.dk", "ukendt@skole.dk"] {
        let mut signe = signed_in(&portal, "signe@firma.dk", &[ADMINISTRATOR.at(partner)]).await;
        let fields = [("email", who), ("role", "editor")];
        let sent = signe.submits(&portal, &path, &fields).await;
        let shown = signe.opens(&portal, location(&sent)).await;
        let written = letters(&portal).await;
        assert!(matches!(written.as_slice(), [it] if it.to.as_str() == who), "{written:?}");
        let row = shown.2.split(who).nth(1).unwrap().split("</li>").next().unwrap().to_owned();
        let row = row.split("action=").next().unwrap().to_owned();
        answers.push((sent.0, location(&sent).to_owned(), row));
    }
    assert_eq!(answers[0], answers[1]);
}

#[tokio::test]
async fn whoever_has_an_account_says_yes_and_signs_in_as_always() {
    let (portal, partner, path) = portal_on(On::Sqlite).await;
    let mut bo = newcomer(&portal, "bo@skole.dk").await;
    let mut signe = signed_in(&portal, "signe@firma.dk", &[ADMINISTRATOR.at(partner)]).await;
    let fields = [("email", "bo@skole.dk"), ("role", "partner-admin")];
    signe.submits(&portal, &path, &fields).await;
    let way = invitation(&portal).await;
    let mut elsewhere = Person::default();
    let yes = elsewhere.submits(&portal, &way, &[]).await;
    assert_eq!(location(&yes), "/log-ind?ok=joined&next=%2Fpartner");
    assert_eq!(elsewhere.cookie, None, "an old letter let somebody in");
    assert_eq!(
        location(&bo.opens(&portal, "/konto").await),
        "/log-ind",
        "a new role, a new session"
    );
    let fields = [("email", "bo@skole.dk"), ("next", "/partner")];
    bo.submits(&portal, "/log-ind/brev", &fields).await;
    let by_letter = link(&portal).await;
    assert_eq!(location(&bo.submits(&portal, &by_letter, &[]).await), "/partner");
    let led = bo.opens(&portal, "/partner").await;
    assert!(location(&led).starts_with("/konto/to-trin"), "{led:?}");
}

#[tokio::test]
async fn forms_about_members_come_back_with_what_is_wrong() {
    let (portal, partner, path) = portal_on(On::Sqlite).await;
    let mut signe = signed_in(&portal, "signe@firma.dk", &[ADMINISTRATOR.at(partner)]).await;
    for (fields, sentence) in [
        ([("email", "ida@"), ("role", "editor")], "mangler det, der står efter @"),
        ([("email", ""), ("role", "x")], "Skriv din kollegas e-mail"),
        ([("email", "SIGNE@firma.dk"), ("role", "editor")], "arbejder allerede for jer"),
    ] {
        let (status, _, html) = signe.submits(&portal, &path, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{sentence}");
        assert!(html.contains(sentence) && html.contains("href=\"#email\""), "{html}");
        assert!(html.contains(&format!("value=\"{}\"", fields[0].1)) || fields[0].1.is_empty());
    }
    let (status, _, html) =
        signe.submits(&portal, &format!("/partner/{}/forlad", partner.0), &[]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(html.contains("Gør først en anden til den, der bestemmer"), "{html}");
}

#[tokio::test]
async fn a_change_holds_from_the_next_request() {
    let (portal, partner, path) = portal_on(On::Sqlite).await;
    let mut signe = signed_in(&portal, "signe@firma.dk", &[ADMINISTRATOR.at(partner)]).await;
    let mut ida = signed_in(&portal, "ida@firma.dk", &[EDITOR.at(partner)]).await;
    let id = account(&portal, "ida@firma.dk").await.id.0;
    let changed =
        signe.submits(&portal, &format!("{path}/{id}/rolle"), &[("role", "partner-admin")]).await;
    assert_eq!(location(&changed), format!("{path}?ok=changed"));
    assert!(location(&ida.opens(&portal, &path).await).starts_with("/log-ind?next="));
    let removed = signe.submits(&portal, &format!("{path}/{id}/fjern"), &[]).await;
    assert_eq!(location(&removed), format!("{path}?ok=removed"));
    let mut ida = Person::default();
    ida.submits(&portal, "/log-ind/brev", &[("email", "ida@firma.dk")]).await;
    // They are of one moment, so in no particular order.
    let told: Vec<Letter> = letters(&portal).await.into_iter().map(|it| it.letter).collect();
    assert_eq!(told.len(), 3, "{told:?}");
    assert!(told.iter().any(|it| matches!(it, Letter::MemberChanged { .. })), "{told:?}");
    assert!(told.iter().any(|it| matches!(it, Letter::MemberRemoved { .. })), "{told:?}");
    let secret = told.iter().find_map(Letter::secret).expect("a link");
    let path_of_letter = format!("/brev/{}", secret.text());
    ida.submits(&portal, &path_of_letter, &[]).await;
    let gone = signe.submits(&portal, &format!("{path}/{id}/fjern"), &[]).await;
    assert_eq!(gone.0, StatusCode::NOT_FOUND, "removed twice");
}

#[tokio::test]
async fn of_two_administrators_who_leave_at_once_one_stays() {
    for on in [On::Sqlite, On::PostgreSql] {
        for round in 0..5 {
            let (portal, partner, _) = portal_on(on).await;
            let mut people = Vec::new();
            for n in 0..4 {
                let who = format!("leder{n}@firma.dk");
                people.push(signed_in(&portal, &who, &[ADMINISTRATOR.at(partner)]).await);
            }
            let way = format!("/partner/{}/forlad", partner.0);
            let leave = async |mut it: Person| it.submits(&portal, &way, &[]).await.0;
            let all = futures_util::future::join_all(people.into_iter().map(leave)).await;
            let stayed = all.iter().filter(|it| **it == StatusCode::UNPROCESSABLE_ENTITY).count();
            let left = all.iter().filter(|it| **it == StatusCode::SEE_OTHER).count();
            assert_eq!((left, stayed), (3, 1), "{on:?}, round {round}: {all:?}");
        }
    }
}
