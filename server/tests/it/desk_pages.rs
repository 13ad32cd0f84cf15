//! All that a partner owns, page by page, over HTTP.

use application::testing::{contract, partner_id};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    Uuid,
    identity::{Deed, DeedId, DeedKind, Role, Subject},
};

use crate::{
    people::{Person, signed_in},
    testbed::{On, Testbed},
};

/// The activities that stand in the list, by the names in their addresses.
fn listed(html: &str) -> Vec<String> {
    let list = html.split("id=\"h-alle\"").nth(1).expect("a list");
    let list = list.split("</section>").next().expect("an end");
    let links = list.split("href=\"/partner/aktiviteter/").skip(1);
    links.map(|it| it.split('"').next().expect("an end").to_owned()).collect()
}

/// The dates to come that stand beside the list.
fn coming(html: &str) -> &str {
    let dates = html.split("id=\"h-kommer\"").nth(1).expect("dates");
    dates.split("</section>").next().expect("an end")
}

async fn page(person: &mut Person, portal: &Testbed, path: &str) -> String {
    let (status, _, html) = person.opens(portal, path).await;
    assert_eq!(status, StatusCode::OK, "{path}: {html}");
    html
}

#[tokio::test]
async fn all_that_a_partner_owns_is_found_page_by_page() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let all = contract::fill(&*portal.plugs.ports.store, 650).await;
        let mut eva = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
        let (mut seen, mut beside) = (Vec::new(), Vec::new());
        for (path, n) in [("/partner", 50), ("/partner?page=2", 50), ("/partner?page=3", 30)] {
            let html = page(&mut eva, &portal, path).await;
            assert!(html.contains("Jeres 130 aktiviteter"), "{path}: {html}");
            let shown = listed(&html);
            assert_eq!(shown.len(), n, "{path}");
            seen.extend(shown);
            beside.push(coming(&html).to_owned());
        }
        let theirs = all.iter().filter(|it| it.partner == partner_id(0));
        let mut theirs: Vec<String> = theirs.map(|it| it.id.0.to_string()).collect();
        seen.sort_unstable();
        theirs.sort_unstable();
        assert_eq!(seen, theirs, "each stands on one page");
        assert!(beside.iter().all(|it| *it == beside[0]), "what comes is about all of it");
        assert!(page(&mut eva, &portal, "/en/partner").await.contains("Your 130 activities"));
    }
}

#[tokio::test]
async fn an_activity_is_found_by_words_of_its_title() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let all = contract::fill(&*portal.plugs.ports.store, 650).await;
        let mut eva = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
        let html = page(&mut eva, &portal, "/partner?q=+NUMMER+645+%C3%98+").await;
        assert_eq!(listed(&html), [all[645].id.0.to_string()]);
        assert!(html.contains("value=\"NUMMER 645 Ø\""), "{html}");
        let html = page(&mut eva, &portal, "/partner?q=aktivitet+%C3%85").await;
        assert_eq!(listed(&html).len(), 50);
        let next = "/partner?q=aktivitet+%C3%85&amp;page=2#h-alle";
        assert!(html.contains(next), "{html}");
        let html = page(&mut eva, &portal, "/partner?q=aktivitet+%C3%85&page=3").await;
        assert_eq!(listed(&html).len(), 30);
        let html = page(&mut eva, &portal, "/partner?q=nummer+646").await;
        assert!(html.contains("Ingen af jeres aktiviteter har »nummer 646« i titlen"), "{html}");
        assert!(html.contains("Se alle jeres aktiviteter"), "there is a way back: {html}");
    }
}

#[tokio::test]
async fn a_page_that_is_not_there_is_told_from_one_that_nobody_can_mean() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 300).await;
    let mut eva = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
    for (path, status) in [
        ("/partner?page=2", StatusCode::OK),
        ("/partner?page=3", StatusCode::NOT_FOUND),
        ("/partner?page=1000000", StatusCode::NOT_FOUND),
        ("/partner?q=nummer+295&page=2", StatusCode::NOT_FOUND),
        ("/partner?page=0", StatusCode::BAD_REQUEST),
        ("/partner?page=to", StatusCode::BAD_REQUEST),
        ("/partner?page=-1", StatusCode::BAD_REQUEST),
        ("/en/partner?page=1000001", StatusCode::BAD_REQUEST),
    ] {
        assert_eq!(eva.opens(&portal, path).await.0, status, "{path}");
    }
}

#[tokio::test]
async fn a_partner_that_has_sent_nothing_yet_is_told_so() {
    let portal = Testbed::start(On::Sqlite).await;
    contract::fill(&*portal.plugs.ports.store, 2).await;
    let mut eva = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(4))]).await;
    let html = page(&mut eva, &portal, "/partner").await;
    assert!(html.contains("I har ikke sendt noget endnu"), "{html}");
    assert!(listed(&html).is_empty() && !html.contains("Ord i titlen"), "{html}");
}

#[tokio::test]
async fn a_long_history_is_read_page_by_page() {
    for on in [On::Sqlite, On::PostgreSql] {
        let portal = Testbed::start(on).await;
        let ports = &portal.plugs.ports;
        let all = contract::fill(&*ports.store, 2).await;
        let mut tx = ports.store.begin().await.expect("a transaction");
        for n in 0..120 {
            let deed = Deed {
                id: DeedId(Uuid::from_u128(9_000 + n)),
                at: ports.clock.now() - TimeDelta::minutes(i64::try_from(n).expect("a number")),
                by: None,
                on_behalf_of: Some(partner_id(0)),
                kind: DeedKind::ActivityRevised,
                about: Subject::Activity(all[0].id),
                remark: Some(format!("Ord {n}.").as_str().try_into().expect("a remark")),
            };
            tx.deeds().add(&deed).await.expect("a write");
        }
        tx.commit().await.expect("a commit");
        let mut eva = signed_in(&portal, "eva@vaerft.dk", &[Role::Editor(partner_id(0))]).await;
        let own = format!("/partner/aktiviteter/{}", all[0].id.0);
        for (query, words) in [("", 0..50), ("?page=2", 50..100), ("?page=3", 100..120)] {
            let html = page(&mut eva, &portal, &format!("{own}{query}")).await;
            let told = (0..120).filter(|n| html.contains(&format!(">Ord {n}.<")));
            assert_eq!(told.collect::<Vec<_>>(), words.collect::<Vec<_>>(), "{query}");
            assert!(html.contains(&format!("{own}?page=2#h-historik")), "{query}: {html}");
        }
        for (path, status) in [
            (format!("{own}?page=4"), StatusCode::NOT_FOUND),
            (format!("{own}?page=0"), StatusCode::BAD_REQUEST),
            ("/konto/historik?page=99".to_owned(), StatusCode::NOT_FOUND),
            ("/konto/historik?page=sidste".to_owned(), StatusCode::BAD_REQUEST),
        ] {
            assert_eq!(eva.opens(&portal, &path).await.0, status, "{path}");
        }
    }
}
