//! Synonyms over HTTP: tried, put in force, used by every process, and taken back.

use axum::http::StatusCode;
use domain::{identity::Role, pact::Region};
use sea_orm::ConnectionTrait as _;
use server::worker::{bring_up_to_date, look_for_synonyms};

use crate::{
    people::{Person, location, signed_in},
    testbed::{On, Testbed},
};

const PAGE: &str = "/moderation/synonymer";

async fn administrator(portal: &Testbed) -> Person {
    signed_in(portal, "ada@gnist.dk", &[Role::Administrator]).await
}

/// A portal whose index holds some activities.
async fn portal() -> Testbed {
    let portal = Testbed::start(On::Sqlite).await;
    application::testing::contract::fill(&*portal.plugs.ports.store, 20).await;
    bring_up_to_date(&portal.plugs).await.expect("an index");
    portal
}

/// A word of the sample's titles, and how many activities a search for another word finds.
async fn found(portal: &Testbed, word: &str) -> u64 {
    let answer = portal.get(&format!("/api/v1/activities?q={word}")).await.2;
    let answer: serde_json::Value = serde_json::from_str(&answer).expect("JSON");
    answer["total"].as_u64().expect("a number")
}

/// Some word that activities hold.
async fn held_word(portal: &Testbed) -> String {
    let title = application::testing::an_activity(0).particulars().title.to_string();
    for word in title.split(' ').map(str::to_lowercase) {
        let is_plain = word.len() > 4 && word.chars().all(|c| c.is_ascii_lowercase());
        if is_plain && found(portal, &word).await > 0 {
            return word;
        }
    }
    panic!("no word of »{title}« is found");
}

#[tokio::test]
async fn what_is_put_in_force_is_searched_with_in_every_process_and_can_be_taken_back() {
    let portal = portal().await;
    let mut ada = administrator(&portal).await;
    let word = held_word(&portal).await;
    let line = format!("qzjimmer, {word}");
    let page = "/aktiviteter?q=qzjimmer";
    assert_eq!(found(&portal, "qzjimmer").await, 0);
    let before = portal.get(page).await.2;

    let tried = ada.submits(&portal, PAGE, &[("seen", "0"), ("lines", ""), ("line", &line)]).await;
    assert_eq!(tried.0, StatusCode::OK);
    let n = found(&portal, &word).await;
    let told = format!("»qzjimmer«: 0 før, {n} efter");
    assert!(tried.2.contains(&told) && tried.2.contains("Sæt i kraft"), "{}", tried.2);
    assert!(tried.2.contains("Nye grupper: 1, ændrede: 0, fjernede: 0."));
    assert_eq!(found(&portal, "qzjimmer").await, 0, "a trial changes nothing");

    let known = look_for_synonyms(&portal.plugs, None).await.unwrap();
    let put =
        ada.submits(&portal, &format!("{PAGE}/saet"), &[("seen", "0"), ("lines", &line)]).await;
    assert_eq!(location(&put), format!("{PAGE}?ok=synonyms-set"));
    assert_eq!(found(&portal, "qzjimmer").await, n);
    look_for_synonyms(&portal.plugs, known).await.unwrap();
    assert_ne!(portal.get(page).await.2, before, "a kept page follows");

    let other = portal.beside().await;
    bring_up_to_date(&other.plugs).await.unwrap();
    assert_eq!(found(&other, "qzjimmer").await, 0, "it has not looked yet");
    look_for_synonyms(&other.plugs, None).await.unwrap();
    assert_eq!(found(&other, "qzjimmer").await, n);
    // What comes with the portal goes on leading.
    assert!(ada.opens(&portal, PAGE).await.2.contains(&line));

    let back = ada.submits(&portal, &format!("{PAGE}/tilbage"), &[("seen", "1")]).await;
    assert_eq!(location(&back), format!("{PAGE}?ok=synonyms-back"));
    assert_eq!(found(&portal, "qzjimmer").await, 0);
    let again = ada.submits(&portal, &format!("{PAGE}/tilbage"), &[("seen", "1")]).await;
    assert_eq!(again.0, StatusCode::UNPROCESSABLE_ENTITY, "another list is in force by now");
}

#[tokio::test]
async fn lines_that_are_wrong_come_back_as_they_were_typed() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    let wrong = "hest, pony\r\nalene\r\na => b => c\r\n</textarea><script>alert(1)</script>";
    for path in [PAGE.to_owned(), format!("{PAGE}/saet"), format!("/en{PAGE}")] {
        let answer = ada.submits(&portal, &path, &[("seen", "0"), ("lines", wrong)]).await;
        assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
        assert!(answer.2.contains("id=\"fejl\"") && answer.2.contains("id=\"lines-e\""));
        assert!(answer.2.contains("alene") && !answer.2.contains("<script>alert"));
        assert!(!answer.2.contains("formaction"), "what is wrong is not put in force");
        let line = if path.starts_with("/en") { "Line 3" } else { "Linje 3" };
        assert!(answer.2.contains(line), "{}", answer.2);
    }
    let long = "a, b\n".repeat(20_000);
    let answer = ada.submits(&portal, PAGE, &[("seen", "0"), ("lines", &long)]).await;
    assert_eq!(answer.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.2.contains("64 kB"));
}

#[tokio::test]
async fn a_moderator_tries_and_puts_in_force() {
    let portal = Testbed::start(On::Sqlite).await;
    let west = Region::find("midtjylland").unwrap();
    let mut mona = signed_in(&portal, "mona@region.dk", &[Role::Moderator(west)]).await;
    let tried = mona.submits(&portal, PAGE, &[("seen", "0"), ("lines", "hest, pony")]).await;
    assert_eq!(tried.0, StatusCode::OK);
    assert!(tried.2.contains("Ny, linje 1: hest, pony") && tried.2.contains("formaction"));
    let put = mona
        .submits(&portal, &format!("{PAGE}/saet"), &[("seen", "0"), ("lines", "hest, pony")])
        .await;
    assert_eq!(put.0, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn synonyms_that_cannot_be_are_found_and_searches_go_on_without_them() {
    let portal = Testbed::start(On::Sqlite).await;
    let mut ada = administrator(&portal).await;
    ada.submits(&portal, &format!("{PAGE}/saet"), &[("seen", "0"), ("lines", "hest, pony")]).await;
    assert_eq!(portal.plugs.database.verify().await.unwrap(), Vec::<String>::new());
    let url = format!("sqlite://{}/gnist.db?mode=rw", portal.folder().display());
    let database = sea_orm::Database::connect(url).await.unwrap();
    database.execute_unprepared("update synonym_list set text = 'alene'").await.unwrap();
    database.close().await.unwrap();
    let told = portal.plugs.database.verify().await.unwrap();
    assert_eq!(told, ["synonyms 1: line 1 of the synonyms has only one term"]);
    assert_eq!(look_for_synonyms(&portal.plugs, None).await.unwrap(), Some(1));
}
