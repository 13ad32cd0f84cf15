//! Nothing is approved that the moderator has not seen, told from outside.

use chrono::TimeDelta;
use domain::{
    catalogue::{Answers, State, TypedQuestion},
    pact::CaseId,
};

use super::*;
use crate::{
    catalogue::{SaveMode, Sent, Step, revise_activity, save_answers, send_draft, take_back},
    pact::house::{House, region},
};

/// Somebody who sends what waits once more, a moment later.
async fn sends_again(house: &House, signe: &Viewer, id: ActivityId) {
    house.passes(TimeDelta::minutes(1));
    take_back(&house.ports, signe, id).await.unwrap();
    let draft = revise_activity(&house.ports, signe, id).await.unwrap();
    house.write(signe, draft, "8800").await;
    assert_eq!(send_draft(&house.ports, signe, draft).await.unwrap(), Sent::Waits(id));
}

async fn state(house: &House, id: ActivityId) -> State {
    house.ports.desk.activity_by_id(id).await.unwrap().unwrap().activity.state()
}

#[tokio::test]
async fn what_was_changed_while_somebody_read_it_is_read_again_before_it_is_published() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    let id = house.waits(&signe, partner, "8800").await;
    let case = show_case(&house.ports, &mona, id).await.unwrap();
    let seen = case.page.details.activity.revision();
    assert_eq!(seen.to_string().parse(), Ok(seen));
    sends_again(&house, &signe, id).await;
    house.letters().await;

    for old in [Some(seen), None] {
        let answer = approve_activity(&house.ports, &mona, id, old).await;
        assert!(matches!(answer, Err(DeskError::LookAgain)), "{answer:?}");
    }
    assert_eq!(state(&house, id).await, State::Submitted);
    assert_eq!(house.letters().await, []);
    let case = show_case(&house.ports, &mona, id).await.unwrap();
    let seen = Some(case.page.details.activity.revision());
    approve_activity(&house.ports, &mona, id, seen).await.unwrap();
}

#[tokio::test]
async fn of_several_only_what_was_changed_since_is_left_and_told_of() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    let still = house.waits(&signe, partner, "8800").await;
    let changed = house.waits(&signe, partner, "8800").await;
    let cases = [CaseId::Activity(changed), CaseId::Activity(still), CaseId::Partner(partner)];
    let ticked = house.sees(&cases).await;
    sends_again(&house, &signe, changed).await;
    let done = approve_cases(&house.ports, &mona, &ticked).await.unwrap();
    let [partner_done, changed_done, still_done] = done.as_slice() else { panic!("{done:?}") };
    assert!(partner_done.outcome.is_ok() && still_done.outcome.is_ok(), "{done:?}");
    assert!(matches!(changed_done.outcome, Err(DeskError::LookAgain)), "{done:?}");
    assert!(changed_done.name.is_some(), "{done:?}");
    assert_eq!(state(&house, changed).await, State::Submitted);
    assert_eq!(state(&house, still).await, State::Published);
}

#[tokio::test]
async fn questions_that_were_changed_since_are_not_asked() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    trust_partner(&house.ports, &mona, partner, true).await.unwrap();
    let draft = house.draft(&signe, partner, "8800").await;
    let Sent::Published(slug) = send_draft(&house.ports, &signe, draft).await.unwrap() else {
        panic!("it waits")
    };
    let id = house.ports.catalogue.activity(&slug).await.unwrap().unwrap().activity.id;
    let asks = async |words: &str| {
        house.passes(TimeDelta::minutes(1));
        let draft = revise_activity(&house.ports, &signe, id).await.unwrap();
        let mut answers = Answers::default();
        answers.set("signup", "portal");
        answers.set("contact_email", "signe@munkemose.dk");
        for (name, typed) in TypedQuestion::NAMES[0].into_iter().zip([words, "yes-no", "", "yes"]) {
            answers.set(name, typed);
        }
        let typed = (Step::How, answers);
        let faults = save_answers(&house.ports, &signe, draft, typed, SaveMode::GoOn).await;
        assert_eq!(faults.unwrap(), []);
        send_draft(&house.ports, &signe, draft).await.unwrap();
    };
    asks("Kommer I med bus?").await;
    let seen = Some(house.revision(id).await);
    asks("Kommer I med tog?").await;
    let done = answer_questions(&house.ports, &mona, id, QuestionsAnswer::Yes(seen)).await;
    assert!(matches!(done, Err(DeskError::LookAgain)), "{done:?}");
    let ticked = house.sees(&[CaseId::Questions(id)]).await;
    let done = approve_cases(&house.ports, &mona, &ticked).await.unwrap();
    assert!(done[0].outcome.is_ok(), "{done:?}");
}
