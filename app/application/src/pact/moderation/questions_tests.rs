//! What organisers ask those who sign up, from the editor to the answers, told from outside.

use chrono::TimeDelta;
use domain::{
    catalogue::{ActivityId, Answers, DraftId, State, TypedQuestion},
    identity::Letter,
    pact::CaseId,
    signup::{Field, FieldFault, TypedAnswers, TypedParty},
};

use super::*;
use crate::{
    catalogue::{
        AnswerFault, Fault, SaveMode, Sent, Step, look_over_draft, revise_activity, save_answers,
        send_draft,
    },
    pact::house::{House, region, remark},
    signup::{SignUpError, change_answers, confirm_sign_up, show_sign_up, sign_up},
};

async fn asks(
    house: &House,
    viewer: &Viewer,
    draft: DraftId,
    questions: &[(&str, &str, &str)],
) -> Vec<AnswerFault> {
    let mut answers = Answers::default();
    answers.set("signup", "portal");
    answers.set("contact_email", "signe@munkemose.dk");
    for (names, (words, kind, choices)) in TypedQuestion::NAMES.iter().zip(questions) {
        answers.set(names[0], *words);
        answers.set(names[1], *kind);
        answers.set(names[2], *choices);
        answers.set(names[3], "yes");
    }
    let typed = (Step::How, answers);
    save_answers(&house.ports, viewer, draft, typed, SaveMode::GoOn).await.unwrap()
}

/// A house with a published activity of a trusted partner: its organiser, a moderator, and it.
async fn house() -> (House, Viewer, Viewer, ActivityId) {
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
    house.letters().await;
    (house, signe, mona, id)
}

/// Yes to the questions as they are now.
async fn yes(house: &House, id: ActivityId) -> QuestionsAnswer {
    QuestionsAnswer::Yes(Some(house.revision(id).await))
}

async fn activity(house: &House, id: ActivityId) -> Activity {
    house.ports.desk.activity_by_id(id).await.unwrap().unwrap().activity
}

#[tokio::test]
async fn what_a_published_activity_would_ask_waits_for_a_moderator_while_it_stays_published() {
    let (house, signe, mona, id) = house().await;
    let draft = revise_activity(&house.ports, &signe, id).await.unwrap();
    let told = asks(&house, &signe, draft, &[("Er nogen allergiske?", "yes-no", "")]).await;
    assert!(
        matches!(told[..], [AnswerFault { fault: Fault::Question { n: 0, .. }, .. }]),
        "{told:?}"
    );
    let look = look_over_draft(&house.ports, &signe, draft).await.unwrap();
    assert_eq!(look.page.faults.len(), 1, "it cannot be sent");
    assert_eq!(asks(&house, &signe, draft, &[("Kommer I med bus?", "yes-no", "")]).await, []);
    send_draft(&house.ports, &signe, draft).await.unwrap();
    let it = activity(&house, id).await;
    assert_eq!((it.state(), it.questions().asked().len()), (State::Published, 0));
    let queue = show_queue(&house.ports, &mona).await.unwrap();
    assert_eq!(queue.questions.len(), 1);
    let south = house.person("svend@region.dk", &[region("syddanmark")]).await;
    assert_eq!(show_queue(&house.ports, &south).await.unwrap().questions.len(), 0);
    let theirs = answer_questions(&house.ports, &south, id, yes(&house, id).await).await;
    assert!(matches!(theirs, Err(DeskError::Unknown)));

    let mute = answer_questions(&house.ports, &mona, id, QuestionsAnswer::No(None)).await;
    assert!(matches!(mute, Err(DeskError::ReasonMissing)));
    let ticked = house.sees(&[CaseId::Questions(id)]).await;
    let done = approve_cases(&house.ports, &mona, &ticked).await.unwrap();
    assert!(done[0].outcome.is_ok(), "{done:?}");
    assert_eq!(activity(&house, id).await.questions().asked().len(), 1);
    let letters = house.letters().await;
    let [(to, Letter::QuestionsApproved { .. })] = letters.as_slice() else {
        panic!("{letters:?}")
    };
    assert_eq!(to, "signe@firma.dk");
    let again = answer_questions(&house.ports, &mona, id, yes(&house, id).await).await;
    assert!(matches!(again, Err(DeskError::Unknown)), "nothing waits any more");

    // Another question waits, the first goes on being asked, and is what stays when it is refused.
    house.passes(TimeDelta::minutes(1));
    let draft = revise_activity(&house.ports, &signe, id).await.unwrap();
    let two = [("Kommer I med bus?", "yes-no", ""), ("Hvilket hold?", "choice", "Et\nTo")];
    assert_eq!(asks(&house, &signe, draft, &two).await, []);
    send_draft(&house.ports, &signe, draft).await.unwrap();
    let no = QuestionsAnswer::No(Some(remark("Det står på siden.")));
    answer_questions(&house.ports, &mona, id, no).await.unwrap();
    let it = activity(&house, id).await;
    assert_eq!((it.state(), it.questions().last_said().len()), (State::Published, 1));
    let letters = house.letters().await;
    assert!(matches!(letters[0].1, Letter::QuestionsRefused { .. }), "{letters:?}");
}

#[tokio::test]
async fn what_waits_as_a_whole_is_asked_once_it_is_approved() {
    let house = House::new();
    let (signe, partner) =
        house.organiser("signe@firma.dk", "Munkemose", "https://munkemose.dk").await;
    let mona = house.person("mona@region.dk", &[region("midtjylland")]).await;
    approve_partner(&house.ports, &mona, partner).await.unwrap();
    let draft = house.draft(&signe, partner, "8800").await;
    asks(&house, &signe, draft, &[("Kommer I med bus?", "yes-no", "")]).await;
    let Sent::Waits(id) = send_draft(&house.ports, &signe, draft).await.unwrap() else { panic!() };
    assert_eq!(show_queue(&house.ports, &mona).await.unwrap().questions.len(), 0, "one case");
    let alone = answer_questions(&house.ports, &mona, id, yes(&house, id).await).await;
    assert!(matches!(alone, Err(DeskError::Unknown)));
    house.approves(&mona, id).await.unwrap();
    let it = activity(&house, id).await;
    assert_eq!((it.questions().asked().len(), it.questions().proposed()), (1, None));
}

#[tokio::test]
async fn what_is_asked_is_answered_in_the_form_and_anew_on_the_page() {
    let (house, signe, mona, id) = house().await;
    let draft = revise_activity(&house.ports, &signe, id).await.unwrap();
    let two = [("Kommer I med bus?", "yes-no", ""), ("Hvor mange cykler?", "number", "")];
    asks(&house, &signe, draft, &two).await;
    send_draft(&house.ports, &signe, draft).await.unwrap();
    answer_questions(&house.ports, &mona, id, yes(&house, id).await).await.unwrap();
    house.letters().await;
    let it = activity(&house, id).await;
    let asked = it.questions().asked();
    let typed = |cells: [&str; 2]| TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: "6.B".into(),
        grade: "grade-6".into(),
        pupils: "20".into(),
        name: "Lone".into(),
        email: "lone@skole.dk".into(),
        agrees: true,
        answers: TypedAnswers {
            of: TypedAnswers::name_of(asked),
            cells: [cells[0].into(), cells[1].into(), String::new()],
        },
        ..TypedParty::default()
    };
    let date = it.occurrences()[0].id;
    let send = async |key: &str, typed: &TypedParty| {
        let key = format!("{key:a>20}").parse().unwrap();
        sign_up(&house.ports, date, key, typed, domain::identity::LetterLanguage::Danish).await
    };
    let wrong = send("1", &typed(["", "mange"])).await;
    let Err(SignUpError::Fields(faults)) = wrong else { panic!("{wrong:?}") };
    let expected =
        [(Field::Question1, FieldFault::Missing), (Field::Question2, FieldFault::NoNumber)];
    assert_eq!(faults, expected);
    send("2", &typed(["yes", "4"])).await.unwrap();
    let letters = house.letters().await;
    let [(_, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
    let own = confirm_sign_up(&house.ports, letter.secret.as_ref().unwrap()).await.unwrap().secret;
    let shown = show_sign_up(&house.ports, &own).await.unwrap();
    assert_eq!(TypedAnswers::of(&shown.sign_up.answers, asked), typed(["yes", "4"]).answers);
    let half = change_answers(&house.ports, &own, &typed(["no", ""]).answers).await;
    assert!(matches!(half, Err(SignUpError::Fields(_))), "both are needed");
    change_answers(&house.ports, &own, &typed(["no", "0"]).answers).await.unwrap();
    let shown = show_sign_up(&house.ports, &own).await.unwrap();
    assert_eq!(TypedAnswers::of(&shown.sign_up.answers, asked), typed(["no", "0"]).answers);
}
