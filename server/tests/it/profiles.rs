//! What a partner tells of itself, as a browser without scripts does it.

use application::testing::{contract, partner, partner_id};
use axum::http::StatusCode;
use domain::identity::Role;

use crate::{
    people::{location, signed_in},
    testbed::{On, Testbed},
    verify::faults,
};

const TOLD: [(&str, &str); 4] = [
    ("about", "Vi bygger robotter.\r\n\r\n<script>alert(1)</script>"),
    ("sector", "association"),
    ("website", "robot.example/om"),
    ("postcode", "8800"),
];

#[tokio::test]
async fn an_administrator_changes_what_everybody_sees_of_their_partner() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        contract::fill(&*portal.plugs.ports.store, 10).await;
        let admin = Role::PartnerAdministrator(partner_id(0));
        let mut lone = signed_in(&portal, "lone@lead.dk", &[admin]).await;
        let path = format!("/partner/{}/oplysninger", partner_id(0).0);
        assert!(lone.opens(&portal, "/partner").await.2.contains(&path), "the desk leads there");
        let public = format!("/partnere/{}", partner(0).slug);
        assert!(!portal.get(&public).await.2.contains("Vi bygger robotter."));
        let answer = lone.submits(&portal, &path, &TOLD).await;
        assert_eq!(location(&answer), format!("{path}?ok=partner-kept"), "{}", answer.2);
        let form = lone.opens(&portal, &path).await.2;
        assert!(form.contains("value=\"https://robot.example/om\""), "{form}");

        portal.plugs.board.refresh_if_changed().await.expect("a look");
        let page = portal.get(&public).await.2;
        assert!(page.contains("<p>Vi bygger robotter.</p>"), "{page}");
        assert!(page.contains("href=\"https://robot.example/om\""), "{page}");
        assert!(page.contains("Region Midtjylland") && page.contains("Forening"), "{page}");
        assert!(!page.contains("<script>alert"), "{page}");
        assert_eq!(faults(&portal).await, Vec::<String>::new());
    }
}

#[tokio::test]
async fn what_is_wrong_comes_back_beside_its_field_and_editors_do_not_know_the_page() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 10).await;
    let admin = |n| [Role::PartnerAdministrator(partner_id(n))];
    let mut lone = signed_in(&portal, "lone@lead.dk", &admin(0)).await;
    let mut bo = signed_in(&portal, "bo@other.dk", &admin(1)).await;
    let path = |n| format!("/partner/{}/oplysninger", partner_id(n).0);
    let overlong = "o".repeat(1_001);
    let wrong =
        [("about", overlong.as_str()), ("sector", "x"), ("website", "ikke en"), ("postcode", "12")];
    let (status, _, html) = lone.submits(&portal, &path(0), &wrong).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for field in ["about", "sector", "website", "postcode"] {
        assert!(html.contains(&format!("href=\"#{field}\"")), "{field}: {html}");
    }
    assert!(html.contains(&overlong) && html.contains("Ret 4 ting"), "{html}");
    bo.submits(&portal, &path(1), &TOLD).await;
    let taken = lone.submits(&portal, &path(0), &TOLD).await;
    assert_eq!(taken.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.2.contains("En anden partner har den webadresse"), "{}", taken.2);
    let mut eva = signed_in(&portal, "eva@lead.dk", &[Role::Editor(partner_id(0))]).await;
    assert_eq!(eva.opens(&portal, &path(0)).await.0, StatusCode::NOT_FOUND);
    assert!(!eva.opens(&portal, "/partner").await.2.contains(&path(0)), "nothing leads there");
    assert_eq!(bo.submits(&portal, &path(0), &TOLD).await.0, StatusCode::NOT_FOUND);
}
