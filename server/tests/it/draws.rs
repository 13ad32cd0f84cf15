//! Seats that are drawn, over HTTP and on both databases: an organiser chooses it, parties sign up,
//! lots are drawn, and anybody does it again.

use std::fs;

use application::{
    signup::settle_rosters,
    testing::{
        partner_id,
        sign_up_contract::{a_visit, visit_now},
    },
};
use axum::http::StatusCode;
use domain::{
    identity::Role,
    signup::{SignUpLetter, SignUpNews},
};

use crate::{
    people::{Person, letters, location, signed_in},
    program::{run, text},
    sign_ups::{class_sent, news, nothing_is_wrong, portal_on, the},
    testbed::{On, Testbed},
    verify::{faults, spoil},
};

const NOON: [(&str, &str); 4] =
    [("by", "draw"), ("day", "2026-12-10"), ("time", "12:00"), ("priority", "by-lot")];

/// A class signs up and answers its letter; answers the path of its page.
async fn comes(portal: &Testbed, form: &str, class: &str, pupils: &str) -> String {
    let mut anybody = Person::default();
    let sent = class_sent(portal, &mut anybody, (form, class, pupils), &[]).await;
    let thanked = anybody.opens(portal, &sent).await.2;
    assert!(thanked.contains("med i lodtrækningen"), "{thanked}");
    let asked = the(SignUpNews::DrawHeld, news(portal).await);
    let secret = asked.secret.expect("a link").text();
    let pressed = anybody.submits(portal, &format!("/bekraeft-tilmelding/{secret}"), &[]).await;
    let own = anybody.opens(portal, location(&pressed)).await.2;
    assert!(own.contains("er med i lodtrækningen"), "{own}");
    let _ = letters(portal).await;
    location(&pressed).split('?').next().expect("a path").to_owned()
}

#[tokio::test]
async fn an_organiser_has_seats_drawn_and_anybody_finds_the_same_result() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, dates) = portal_on(on, &[30]).await;
        let id = dates[0].0;
        let (form, roster, draw) = (
            format!("/tilmelding/{id}"),
            format!("/partner/dato/{id}"),
            format!("/lodtraekning/{id}"),
        );
        let choice = format!("{roster}/lodtraekning");
        let mut anybody = Person::default();
        assert_eq!(anybody.opens(&portal, &draw).await.0, StatusCode::NOT_FOUND);
        // The visits of tests belong to the fifth partner.
        let mut theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
        let mut others = signed_in(&portal, "bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
        let _ = letters(&portal).await;
        assert_eq!(others.submits(&portal, &choice, &NOON).await.0, StatusCode::NOT_FOUND);
        let wrong = [("by", "draw"), ("day", "snart"), ("time", "12:00")];
        let (status, _, html) = theirs.submits(&portal, &choice, &wrong).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(html.contains("href=\"#day\"") && html.contains("value=\"12:00\""), "{html}");
        let chosen = theirs.submits(&portal, &choice, &NOON).await;
        assert_eq!(chosen.0, StatusCode::SEE_OTHER, "{}", chosen.2);

        let promised = anybody.opens(&portal, &draw).await.2;
        let kept = portal.plugs.ports.sign_ups.roster(dates[0]).await.expect("a read");
        let kept = kept.and_then(|it| it.kept().draw).expect("a draw");
        assert!(promised.contains(&kept.promise().hex()), "{promised}");
        assert!(!promised.contains(&kept.seed.hex()), "the seed is secret until the draw");
        let csv = anybody.opens(&portal, &format!("{draw}/tilmeldinger.csv")).await;
        assert_eq!(csv.0, StatusCode::NOT_FOUND);
        let activity = format!("/aktiviteter/{}", a_visit(0, 30).slug);
        let listed = anybody.opens(&portal, &activity).await.2;
        assert!(listed.contains(&draw) && listed.contains("Der trækkes lod"), "{listed}");
        let asked = anybody.opens(&portal, &form).await.2;
        assert!(asked.contains("ikke først til mølle") && asked.contains(&draw), "{asked}");

        let own = [
            comes(&portal, &form, "6.A", "20").await,
            comes(&portal, &form, "6.B", "20").await,
            comes(&portal, &form, "6.C", "10").await,
        ];
        nothing_is_wrong(&portal).await;
        let too_late = theirs.submits(&portal, &choice, &[("by", "first")]).await;
        assert_eq!(too_late.0, StatusCode::UNPROCESSABLE_ENTITY);

        portal.clock.set(visit_now() + chrono::TimeDelta::days(10));
        settle_rosters(&portal.plugs.ports).await.expect("a draw");
        settle_rosters(&portal.plugs.ports).await.expect("nothing more");
        nothing_is_wrong(&portal).await;
        let told: Vec<SignUpLetter> = news(&portal).await;
        assert_eq!(told.iter().filter(|it| it.news == SignUpNews::Drawn).count(), 2);
        assert_eq!(the(SignUpNews::NotDrawn, told).drawn.expect("a reason").seats, 20);
        for path in &own {
            let page = anybody.opens(&portal, path).await.2;
            assert!(page.contains("I var nummer") && page.contains(&draw), "{page}");
        }

        let after = anybody.opens(&portal, &draw).await.2;
        assert!(after.contains(&kept.seed.hex()), "{after}");
        let folder = portal.folder();
        for sheet in ["datoer.csv", "tilmeldinger.csv"] {
            let file = anybody.opens(&portal, &format!("{draw}/{sheet}")).await;
            assert_eq!(file.0, StatusCode::OK);
            assert!(!file.2.contains("6.A") && !file.2.contains("skole"), "{}", file.2);
            fs::write(folder.join(sheet), &file.2).expect("a file");
        }
        let (seed, promise) = (kept.seed.hex(), kept.promise().hex());
        let words = ["allocation", "datoer.csv", "tilmeldinger.csv", "--seed", &seed];
        let checked = run(folder, &[&words[..], &["--promise", &promise]].concat());
        assert!(checked.status.success(), "{}", text(&checked.stdout));
        assert!(text(&checked.stdout).contains("nøjagtigt"), "{}", text(&checked.stdout));
    }
}

#[tokio::test]
async fn a_result_that_was_tampered_with_is_found() {
    let (portal, dates) = portal_on(On::Sqlite, &[30]).await;
    let choice = format!("/partner/dato/{}/lodtraekning", dates[0].0);
    let mut theirs = signed_in(&portal, "ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    let _ = letters(&portal).await;
    theirs.submits(&portal, &choice, &NOON).await;
    let form = format!("/tilmelding/{}", dates[0].0);
    comes(&portal, &form, "6.A", "20").await;
    comes(&portal, &form, "6.B", "20").await;
    portal.clock.set(visit_now() + chrono::TimeDelta::days(10));
    settle_rosters(&portal.plugs.ports).await.expect("a draw");
    let _ = letters(&portal).await;
    nothing_is_wrong(&portal).await;
    spoil(&portal, "update drawn set is_in = not is_in").await;
    let faults = faults(&portal).await;
    assert!(faults.iter().any(|it| it.contains("than its seed says")), "{faults:?}");
}
