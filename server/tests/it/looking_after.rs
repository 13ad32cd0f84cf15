//! Moderators and administrators look after people, as a browser without scripts does it.

use application::testing::{contract, partner_id};
use axum::http::StatusCode;
use domain::{
    identity::{Letter, Membership, Role},
    pact::Region,
};

use crate::{
    people::{Person, account, letters, location, signed_in},
    testbed::{On, Testbed},
};

fn moderator(key: &str) -> Role {
    Role::Moderator(Region::find(key).expect("a region"))
}

/// Some partners, the first of them at home in Viborg.
async fn partners(portal: &Testbed) {
    let store = &portal.plugs.ports.store;
    contract::fill(&**store, 5).await;
    let mut tx = store.begin().await.expect("a transaction");
    let mut first = tx.partners().by_id(partner_id(0)).await.expect("a read").expect("a partner");
    first.postcode = Some("8800".parse().expect("a postcode"));
    tx.partners().save(&first).await.expect("a write");
    tx.commit().await.expect("a commit");
}

async fn page_of(portal: &Testbed, who: &str) -> String {
    format!("/moderation/folk/{}", account(portal, who).await.id.0)
}

#[tokio::test]
async fn who_is_suspended_is_out_with_the_next_request_and_comes_back() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        partners(&portal).await;
        let mut mona = signed_in(&portal, "mona@r.dk", &[moderator("midtjylland")]).await;
        let role = Membership::Editor.at(partner_id(0));
        let mut ida = signed_in(&portal, "ida@firma.dk", &[role]).await;
        let (_, _, html) = mona.opens(&portal, "/moderation/folk").await;
        assert!(html.contains("ida@firma.dk") && !html.contains("mona@r.dk"), "{html}");

        let page = page_of(&portal, "ida@firma.dk").await;
        let mute = mona.submits(&portal, &format!("{page}/luk"), &[("reason", "  ")]).await;
        assert_eq!(mute.0, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(mute.2.contains("href=\"#reason\""), "{}", mute.2);
        let why = [("reason", "Du skriver <b>reklamer</b>.")];
        let shut = mona.submits(&portal, &format!("{page}/luk"), &why).await;
        assert_eq!(location(&shut), format!("{page}?ok=closed"));
        assert_eq!(location(&ida.opens(&portal, "/konto").await), "/log-ind");
        let told = letters(&portal).await;
        assert!(
            matches!(told.as_slice(), [it] if matches!(it.letter, Letter::AccountClosed { .. }))
        );
        let (_, _, html) = mona.opens(&portal, &page).await;
        assert!(html.contains("Kontoen er lukket") && !html.contains("<b>reklamer"), "{html}");

        let open = mona.submits(&portal, &format!("{page}/aabn"), &[]).await;
        assert_eq!(location(&open), format!("{page}?ok=opened"));
        let mut ida = signed_in(&portal, "ida@firma.dk", &[role]).await;
        assert_eq!(ida.opens(&portal, "/partner").await.0, StatusCode::OK);
    }
}

#[tokio::test]
async fn an_administrator_finds_somebody_by_address_and_gives_and_takes_a_role() {
    let portal = Testbed::start(On::Sqlite).await;
    partners(&portal).await;
    let mut ada = signed_in(&portal, "ada@r.dk", &[Role::Administrator]).await;
    let lone = signed_in(&portal, "lone@skole.dk", &[]).await;
    let page = page_of(&portal, "lone@skole.dk").await;
    assert!(!ada.opens(&portal, "/moderation/folk").await.2.contains(&page));
    let found = ada.opens(&portal, "/moderation/folk?q=Lone%40skole.dk").await.2;
    assert!(found.contains(&page) && found.contains("value=\"Lone@skole.dk\""), "{found}");

    let give = format!("{page}/rolle");
    for (fields, field) in [
        ([("role", ""), ("region", ""), ("partner", "")], "role"),
        ([("role", "moderator"), ("region", "jylland"), ("partner", "")], "region"),
        ([("role", "editor"), ("region", ""), ("partner", "Ukendt")], "partner"),
    ] {
        let (status, _, html) = ada.submits(&portal, &give, &fields).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        assert!(html.contains(&format!("href=\"#{field}\"")), "{html}");
        assert!(html.contains(&format!("id=\"{field}\"")), "{html}");
    }
    let fields = [("role", "moderator"), ("region", "midtjylland"), ("partner", "")];
    let given = ada.submits(&portal, &give, &fields).await;
    assert_eq!(location(&given), format!("{page}?ok=role"));
    assert_eq!(account(&portal, "lone@skole.dk").await.roles, [moderator("midtjylland")]);
    assert_eq!(location(&lone.clone().opens(&portal, "/konto").await), "/log-ind");
    let (_, _, html) = ada.opens(&portal, location(&given)).await;
    assert!(
        html.contains("Godkender aktiviteter i Region Midtjylland")
            || html.contains("Godkender aktiviteter i Midtjylland"),
        "{html}"
    );
    let take = format!("{page}/rolle/fjern");
    let taken = ada.submits(&portal, &take, &[("role", "moderator:midtjylland")]).await;
    assert_eq!(location(&taken), format!("{page}?ok=role"));
    assert!(account(&portal, "lone@skole.dk").await.roles.is_empty());

    let own = page_of(&portal, "ada@r.dk").await;
    let taken = ada.submits(&portal, &format!("{own}/rolle/fjern"), &[("role", "admin")]).await;
    assert_eq!(taken.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(taken.2.contains("Bed en anden om det"), "{}", taken.2);
}

#[tokio::test]
async fn two_administrators_who_shut_each_other_out_at_once_leave_one() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let one = signed_in(&portal, "ada@r.dk", &[Role::Administrator]).await;
        let two = signed_in(&portal, "bo@r.dk", &[Role::Administrator]).await;
        let (own, other) = (page_of(&portal, "ada@r.dk").await, page_of(&portal, "bo@r.dk").await);
        let why = [("reason", "Sådan er det.")];
        let shut = async |mut who: Person, page: &str| {
            who.submits(&portal, &format!("{page}/luk"), &why).await.0
        };
        let (a, b) = futures_util::future::join(shut(one, &other), shut(two, &own)).await;
        let mut both = [a, b];
        both.sort();
        assert_eq!(both[0], StatusCode::SEE_OTHER, "{on:?}");
        assert!(both[1].as_u16() < 500, "{on:?}: {both:?}");
        let open = [account(&portal, "ada@r.dk").await, account(&portal, "bo@r.dk").await];
        assert_eq!(open.iter().filter(|it| !it.is_suspended()).count(), 1, "{on:?}");
    }
}
