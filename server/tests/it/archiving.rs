//! An activity is taken out of the catalogue, over HTTP.

use application::{
    pact::report_activity,
    signup::{confirm_sign_up, sign_up},
    testing::{
        organiser_contract::fill_two_dates,
        partner_id,
        sign_up_contract::{a_visit, visit_now},
    },
};
use axum::http::StatusCode;
use domain::{
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Role},
    pact::Report,
    signup::TypedParty,
};

use crate::{
    people::{letters, location, signed_in},
    testbed::{On, Testbed},
    verify::faults,
};

fn bo() -> TypedParty {
    TypedParty {
        kind: "one".into(),
        name: "Bo".into(),
        age: "17".into(),
        email: "bo@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    }
}

/// Somebody signs up for a date of the visit and answers the letter.
async fn comes(portal: &Testbed, date: OccurrenceId) {
    let ports = &portal.plugs.ports;
    let key = "the-form-of-somebody".parse().expect("a key");
    sign_up(ports, date, key, &bo(), LetterLanguage::Danish).await.expect("a seat");
    let told = letters(portal).await;
    let secret = told.iter().find_map(|it| it.letter.secret()).expect("a link");
    confirm_sign_up(ports, secret).await.expect("a yes");
    let _ = letters(portal).await;
}

#[tokio::test]
async fn an_activity_is_taken_out_once_nobody_counts_on_it() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let (date, _) = fill_two_dates(&*portal.plugs.ports.store, (20, 20)).await;
        let mut theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut others = signed_in(&portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let visit = a_visit(0, 20);
        let public = format!("/aktiviteter/{}", visit.slug);
        let own = format!("/partner/aktiviteter/{}", visit.id.0);
        let page = format!("{own}/tag-ned");
        assert_eq!(others.opens(&portal, &page).await.0, StatusCode::NOT_FOUND);
        assert_eq!(others.submits(&portal, &page, &[]).await.0, StatusCode::NOT_FOUND);
        assert!(theirs.opens(&portal, &own).await.2.contains(&page), "its page leads there");

        comes(&portal, date).await;
        let shown = theirs.opens(&portal, &page).await;
        assert_eq!(shown.0, StatusCode::OK);
        assert!(!shown.2.contains("Tag den ned"), "there is no button: {}", shown.2);
        let refused = theirs.submits(&portal, &page, &[]).await;
        assert_eq!(refused.0, StatusCode::UNPROCESSABLE_ENTITY);
        for part in ["Der er nogen, der regner med den", "1 person", &format!("{own}#aflys")] {
            assert!(refused.2.contains(part), "{part}: {}", refused.2);
        }
        assert_eq!(portal.get(&public).await.0, StatusCode::OK);

        let report = Report::read("unsafe", "Der var glat.", "lone@skole.dk").expect("a report");
        let ports = &portal.plugs.ports;
        report_activity(ports, &visit.slug, report, LetterLanguage::Danish).await.expect("kept");
        assert_eq!(theirs.submits(&portal, &format!("{own}/aflys"), &[]).await.0, 303);
        let done = theirs.submits(&portal, &page, &[]).await;
        assert_eq!(location(&done), "/partner?ok=archived", "{}", done.2);

        portal.plugs.board.refresh_if_changed().await.expect("a look");
        let gone = portal.get(&public).await;
        assert_eq!(gone.0, StatusCode::GONE);
        assert!(gone.2.contains("Aktiviteten er slut") && gone.2.contains("name=\"q\""));
        assert_eq!(portal.get(&format!("{public}.ics")).await.0, StatusCode::GONE);
        let found = portal.get("/api/v1/activities").await.2;
        assert!(!found.contains(&visit.id.0.to_string()), "{found}");
        let desk = theirs.opens(&portal, "/partner?ok=archived").await.2;
        assert!(desk.contains("Aktiviteten er taget ned") && desk.contains(">Taget ned<"));
        let history = theirs.opens(&portal, &own).await.2;
        assert!(history.contains("Tog ned") && !history.contains(&page), "{history}");
        let again = theirs.submits(&portal, &page, &[]).await;
        assert_eq!(location(&again), format!("{own}?ok=changed-meanwhile"));
        let told = letters(&portal).await;
        let reporter = told.iter().find(|it| it.to.as_str() == "lone@skole.dk").expect("a letter");
        assert!(matches!(reporter.letter, Letter::ReportedGone { .. }), "{reporter:?}");
        assert_eq!(faults(&portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn whoever_signs_up_as_it_goes_has_a_seat_or_none_but_never_one_at_what_is_gone() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        portal.clock.set(visit_now());
        let (date, _) = fill_two_dates(&*portal.plugs.ports.store, (20, 20)).await;
        let mut theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let visit = a_visit(0, 20);
        let page = format!("/partner/aktiviteter/{}/tag-ned", visit.id.0);
        let typed = bo();
        let key = "the-form-of-somebody".parse().expect("a key");
        let ports = &portal.plugs.ports;
        let (signed, done) = tokio::join!(
            sign_up(ports, date, key, &typed, LetterLanguage::Danish),
            theirs.submits(&portal, &page, &[]),
        );
        let is_gone = portal.get(&format!("/aktiviteter/{}", visit.slug)).await.0 == 410;
        assert_eq!(done.0 == 303, is_gone, "{on:?}: {}", done.2);
        assert!(signed.is_err() || !is_gone, "{on:?}: they signed up for what is gone");
    }
}
