//! What waits for a moderator, as a browser without scripts answers it.

use application::testing::{an_activity, contract, partner_id};
use axum::http::StatusCode;
use chrono::TimeDelta;
use domain::{
    catalogue::{Activity, State},
    identity::Role,
    pact::Region,
};

use crate::{
    people::{location, signed_in},
    sign_ups::hidden,
    testbed::{On, Testbed},
};

fn moderator() -> Role {
    Role::Moderator(Region::find("midtjylland").expect("a region"))
}

async fn keep(portal: &Testbed, it: &Activity) {
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    tx.activities().save(std::slice::from_ref(it)).await.expect("a write");
    tx.commit().await.expect("a commit");
}

/// A portal in which an activity of Viborg waits.
async fn portal_on(on: On) -> (Testbed, Activity) {
    let portal = Testbed::start(on).await;
    contract::fill(&*portal.plugs.ports.store, 5).await;
    let it = an_activity(0);
    let at = it.updated_at();
    let it = it.kept(State::Submitted, at);
    keep(&portal, &it).await;
    (portal, it)
}

async fn state(portal: &Testbed, it: &Activity) -> State {
    let kept = portal.plugs.ports.desk.activity_by_id(it.id).await.expect("a read");
    kept.expect("an activity").activity.state()
}

#[tokio::test]
async fn what_was_changed_since_the_page_was_opened_comes_back_with_its_new_words() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, mut it) = portal_on(on).await;
        let mut mona = signed_in(&portal, "mona@r.dk", &[moderator()]).await;
        for (prefix, sentence, title) in [
            ("", "Aktiviteten er ændret, siden du åbnede siden", "Byg en drone"),
            ("/en", "was changed since you opened the page", "Byg en raket"),
        ] {
            let page = format!("{prefix}/moderation/aktiviteter/{}", it.id.0);
            let seen = hidden(&mona.opens(&portal, &page).await.2, "seen");
            let mut said = it.particulars().clone();
            said.title = title.try_into().expect("a title");
            let later = it.updated_at() + TimeDelta::minutes(1);
            let dates = it.occurrences().to_vec();
            assert!(it.revise(said, dates, later));
            keep(&portal, &it).await;
            let way = format!("{page}/godkend");
            for fields in [&[("seen", seen.as_str())][..], &[]] {
                let (status, _, html) = mona.submits(&portal, &way, fields).await;
                assert_eq!(status, StatusCode::CONFLICT, "{on:?}: {html}");
                assert!(html.contains(sentence) && html.contains(title), "{on:?}: {html}");
                assert_ne!(hidden(&html, "seen"), seen, "{on:?}");
            }
            assert_eq!(state(&portal, &it).await, State::Submitted, "{on:?}");
        }
        let page = format!("/moderation/aktiviteter/{}", it.id.0);
        let seen = hidden(&mona.opens(&portal, &page).await.2, "seen");
        let old = format!("activity:{}:1", it.id.0);
        let several = mona.submits(&portal, "/moderation/godkend", &[("case", &*old)]).await.2;
        assert!(several.contains("ændret, siden du så listen"), "{on:?}: {several}");
        let done = mona.submits(&portal, &format!("{page}/godkend"), &[("seen", &*seen)]).await;
        assert_eq!(location(&done), "/moderation?ok=approved", "{on:?}: {}", done.2);
        assert_eq!(state(&portal, &it).await, State::Published, "{on:?}");
    }
}

#[tokio::test]
async fn whoever_acts_for_a_partner_is_told_that_a_colleague_answers() {
    for on in [On::Sqlite, On::PostgreSql] {
        let (portal, it) = portal_on(on).await;
        let roles = [Role::Administrator, Role::Editor(partner_id(0))];
        let mut ada = signed_in(&portal, "ada@r.dk", &roles).await;
        let case = format!("/moderation/aktiviteter/{}", it.id.0);
        let candidate = format!("/moderation/partnere/{}", partner_id(0).0);
        for (page, sentence, button) in [
            (case.clone(), "er det en kollega, der skal svare", "Godkend og udgiv"),
            (format!("/en{case}"), "a colleague has to answer", "name=\"seen\""),
            (candidate.clone(), "er det en kollega, der skal svare", "Lad den udgive"),
        ] {
            let (status, _, html) = ada.opens(&portal, &page).await;
            assert_eq!(status, StatusCode::OK, "{page}");
            assert!(html.contains(sentence) && !html.contains(button), "{page}: {html}");
        }
        let queue = ada.opens(&portal, "/moderation").await.2;
        assert!(queue.contains("så en kollega svarer"), "{queue}");
        assert!(!queue.contains(&format!("activity:{}", it.id.0)), "{queue}");
        let refused = ada.submits(&portal, &format!("{case}/godkend"), &[]).await;
        assert_eq!(location(&refused), "/moderation?ok=own-case", "{}", refused.2);
        let told = ada.opens(&portal, "/moderation?ok=own-case").await.2;
        assert!(told.contains("Det gør en kollega"), "{told}");
        let trusts = ada.submits(&portal, &format!("{candidate}/tillid"), &[("trust", "ja")]).await;
        assert_eq!(location(&trusts), format!("{candidate}?ok=own-case"), "{}", trusts.2);
        assert_eq!(state(&portal, &it).await, State::Submitted, "{on:?}");
    }
}
