//! Requests in memory, told in sentences.

use chrono::TimeDelta;
use domain::{
    Uuid,
    catalogue::Slug,
    identity::{Letter, LetterLanguage, Role, Secret},
    signup::{
        Field, FieldFault, Refusal, Request, RequestId, RequestLetter, RequestNews,
        RequestPatience, RequestRefusal, RequestStage, Stage, TypedParty,
    },
};

use super::*;
use crate::{
    identity::Viewer,
    pact::house::House,
    partners::show_desk,
    ports::{Clock as _, OccurrenceSummary},
    signup::{show_own_sign_ups, show_roster, show_sign_up},
    testing::{
        partner_id,
        request_contract::{self, an_asked_visit, fill_asked_visits},
        sign_up_contract::visit_now,
    },
};

fn slug() -> Slug {
    an_asked_visit(0).slug
}

fn one(email: &str) -> TypedParty {
    TypedParty {
        kind: "one".into(),
        name: "Bo".into(),
        age: "17".into(),
        email: email.into(),
        agrees: true,
        ..TypedParty::default()
    }
}

async fn house() -> (House, Viewer) {
    let house = House::new();
    fill_asked_visits(&*house.ports.store, 1).await;
    house.clock.set(visit_now());
    let ida = house.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    house.letters().await;
    (house, ida)
}

async fn asks(house: &House, typed: &TypedParty, key: &str) -> Result<(), SignUpError> {
    let key = format!("{key:a>20}").parse().unwrap();
    ask(&house.ports, &slug(), key, (typed, "En onsdag"), LetterLanguage::Danish).await
}

/// The letters that leave, to whom, and those to whoever asked apart.
async fn letters(house: &House) -> (Vec<RequestLetter>, Vec<(String, &'static str)>) {
    let (mut asked, mut others) = (Vec::new(), Vec::new());
    for (to, letter) in house.letters().await {
        match letter {
            Letter::Request { letter } => asked.push(letter),
            Letter::RequestArrived { .. } => others.push((to, "arrived")),
            Letter::RequestLate { is_again: false, .. } => others.push((to, "late")),
            Letter::RequestLate { is_again: true, .. } => others.push((to, "late again")),
            Letter::RequestOverdue { .. } => others.push((to, "overdue")),
            other => panic!("{other:?}"),
        }
    }
    (asked, others)
}

async fn sent(house: &House) -> Secret {
    asks(house, &one("bo@hjem.dk"), "k").await.unwrap();
    let letter = letters(house).await.0.remove(0);
    confirm_request(&house.ports, &letter.secret).await.unwrap()
}

async fn stage(house: &House, own: &Secret) -> RequestStage {
    show_request(&house.ports, own).await.unwrap().request.stage
}

fn yes() -> TypedAnswer {
    TypedAnswer {
        answer: "yes".into(),
        day: "2027-01-13".into(),
        time: "09:30".into(),
        until: "11:30".into(),
        date: String::new(),
        words: "Kom til porten.".into(),
    }
}

#[tokio::test]
async fn whoever_asks_answers_a_letter_and_is_told_what_the_organiser_says() {
    let (house, ida) = house().await;
    asks(&house, &one("bo@hjem.dk"), "k").await.unwrap();
    asks(&house, &one("bo@hjem.dk"), "k").await.unwrap();
    let (asked, others) = letters(&house).await;
    assert_eq!((asked.len(), others.len()), (1, 0), "sent twice, asked once");
    assert_eq!(asked[0].news, RequestNews::Asked);
    let activity = an_asked_visit(0).id;
    let shown = show_requests(&house.ports, &ida, activity).await.unwrap();
    assert!(shown.waiting.is_empty(), "its letter is not answered");
    let own = confirm_request(&house.ports, &asked[0].secret).await.unwrap();
    let again = confirm_request(&house.ports, &asked[0].secret).await;
    assert!(matches!(again, Err(SignUpError::DeadLink)));
    let (asked, others) = letters(&house).await;
    assert_eq!(asked[0].news, RequestNews::Sent);
    assert_eq!(others, [("ida@firma.dk".to_owned(), "arrived")]);

    let shown = show_requests(&house.ports, &ida, activity).await.unwrap();
    let id = shown.waiting[0].request.id;
    let eve = house.person("eve@andre.dk", &[Role::Editor(partner_id(1))]).await;
    let foreign = answer_request(&house.ports, &eve, id, &yes()).await;
    assert!(matches!(foreign, Err(SignUpError::Unknown)));
    let empty = answer_request(&house.ports, &ida, id, &TypedAnswer::default()).await;
    let Err(SignUpError::Fields(faults)) = empty else { panic!("{empty:?}") };
    assert_eq!(faults, [(Field::Answer, FieldFault::Missing)]);
    let number = TypedAnswer { words: "Tag 011207-1234 med".into(), ..yes() };
    let refused = answer_request(&house.ports, &ida, id, &number).await;
    let Err(SignUpError::Fields(faults)) = refused else { panic!("{refused:?}") };
    assert_eq!(faults, [(Field::Words, FieldFault::CprNumber)]);
    let mute = TypedAnswer { answer: "no".into(), ..TypedAnswer::default() };
    assert!(answer_request(&house.ports, &ida, id, &mute).await.is_err(), "a no says why");

    answer_request(&house.ports, &ida, id, &yes()).await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!(asked[0].news, RequestNews::Seated);
    assert_eq!(asked[0].when.unwrap().to_rfc3339(), "2027-01-13T08:30:00+00:00");
    assert_eq!(asked[0].words.as_ref().unwrap().as_str(), "Kom til porten.");
    assert_eq!(stage(&house, &own).await, RequestStage::Accepted);
    let twice = answer_request(&house.ports, &ida, id, &yes()).await;
    assert!(matches!(twice, Err(SignUpError::Request(RequestRefusal::Answered))));
    withdraw_request(&house.ports, &own).await.unwrap();
    assert_eq!(stage(&house, &own).await, RequestStage::Withdrawn);
}

/// The request that waits, as its organiser sees it.
async fn waiting(house: &House, ida: &Viewer) -> RequestId {
    let activity = an_asked_visit(0).id;
    show_requests(&house.ports, ida, activity).await.unwrap().waiting[0].request.id
}

async fn dates(house: &House) -> Vec<OccurrenceSummary> {
    let id = an_asked_visit(0).id;
    house.ports.desk.activity_by_id(id).await.unwrap().unwrap().occurrences
}

#[tokio::test]
async fn a_yes_for_a_day_is_a_sign_up_whose_seats_are_counted() {
    let (house, ida) = house().await;
    let own = sent(&house).await;
    letters(&house).await;
    let id = waiting(&house, &ida).await;
    let half = TypedAnswer { until: "09:00".into(), ..yes() };
    let told = answer_request(&house.ports, &ida, id, &half).await;
    let Err(SignUpError::Fields(faults)) = told else { panic!("{told:?}") };
    assert_eq!(faults, [(Field::Until, FieldFault::Missing)], "it ends after it begins");
    assert!(open_seat(&house.ports, &own).await.is_err(), "there is none yet");
    answer_request(&house.ports, &ida, id, &yes()).await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!(asked.len(), 1, "one letter says all of it");
    let [date] = dates(&house).await[..] else { panic!("the day joined the activity's") };
    assert_eq!((date.capacity, date.seats_left), (Some(1), Some(0)));
    assert!(date.closes_at <= house.clock.now(), "it is nobody else's");

    // The letter leads to the sign-up's page, and so does the request's.
    let page = show_sign_up(&house.ports, &asked[0].secret).await.unwrap().sign_up;
    assert_eq!((page.entry.stage, page.occurrence), (Stage::Confirmed, date.id));
    assert_eq!(page.contact.email.unwrap().to_string(), "bo@hjem.dk");
    let secret = open_seat(&house.ports, &own).await.unwrap();
    assert_eq!(show_sign_up(&house.ports, &secret).await.unwrap().sign_up.id, page.id);
    let roster = show_roster(&house.ports, &ida, date.id).await.unwrap();
    assert_eq!(roster.sign_ups.len(), 1);

    // Another one finds the date full, and nothing of the answer stays.
    asks(&house, &one("eva@hjem.dk"), "k2").await.unwrap();
    let letter = letters(&house).await.0.remove(0);
    let hers = confirm_request(&house.ports, &letter.secret).await.unwrap();
    letters(&house).await;
    let id = waiting(&house, &ida).await;
    let at = |date: String| TypedAnswer {
        answer: "yes".into(),
        date,
        words: "Kom glad.".into(),
        ..TypedAnswer::default()
    };
    let full = answer_request(&house.ports, &ida, id, &at(date.id.0.to_string())).await;
    assert!(matches!(full, Err(SignUpError::Refused(Refusal::Full { .. }))), "{full:?}");
    let none = answer_request(&house.ports, &ida, id, &at(Uuid::nil().to_string())).await;
    assert!(matches!(none, Err(SignUpError::Unknown)));
    assert_eq!(stage(&house, &hers).await, RequestStage::Waiting);

    // Whoever takes the request back gives the seats back, and the next one gets them.
    withdraw_request(&house.ports, &own).await.unwrap();
    withdraw_request(&house.ports, &own).await.unwrap();
    house.letters().await;
    assert_eq!(dates(&house).await[0].seats_left, Some(1));
    answer_request(&house.ports, &ida, id, &at(date.id.0.to_string())).await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!((asked[0].news, asked[0].when), (RequestNews::Seated, Some(date.start)));
}

#[tokio::test]
async fn a_yes_without_a_day_is_a_yes_and_requests_are_found_beside_sign_ups() {
    let (house, ida) = house().await;
    let bo = house.person("bo@hjem.dk", &[]).await;
    asks(&house, &one("bo@hjem.dk"), "k").await.unwrap();
    assert_eq!(show_own_sign_ups(&house.ports, &bo).await.unwrap().requests, []);
    let letter = letters(&house).await.0.remove(0);
    confirm_request(&house.ports, &letter.secret).await.unwrap();
    letters(&house).await;
    let own = show_own_sign_ups(&house.ports, &bo).await.unwrap();
    let found = &own.requests[0].request;
    assert_eq!(found.stage, RequestStage::Waiting);
    let secret = open_own_request(&house.ports, &bo, found.id).await.unwrap();
    assert_eq!(stage(&house, &secret).await, RequestStage::Waiting);
    let theirs = open_own_request(&house.ports, &ida, found.id).await;
    assert!(matches!(theirs, Err(SignUpError::Unknown)));
    let later = TypedAnswer { answer: "yes".into(), ..TypedAnswer::default() };
    answer_request(&house.ports, &ida, found.id, &later).await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!((asked[0].news, asked[0].when), (RequestNews::Accepted, None));
    assert_eq!(dates(&house).await, []);
    assert_eq!(show_own_sign_ups(&house.ports, &bo).await.unwrap().requests.len(), 1);
}

#[tokio::test]
async fn the_same_question_is_open_once_and_a_letter_is_answered_in_time() {
    let (house, _) = house().await;
    asks(&house, &one("bo@hjem.dk"), "k1").await.unwrap();
    asks(&house, &one("bo@hjem.dk"), "k2").await.unwrap();
    let (asked, _) = letters(&house).await;
    let news: Vec<_> = asked.iter().map(|it| it.news).collect();
    assert_eq!(news, [RequestNews::Asked, RequestNews::Asked], "the first may be lost");
    house.clock.set(visit_now() + Request::PATIENCE);
    let late = confirm_request(&house.ports, &asked[1].secret).await;
    assert!(matches!(late, Err(SignUpError::DeadLink)));
    asks(&house, &one("bo@hjem.dk"), "k3").await.unwrap();
    let (asked, _) = letters(&house).await;
    confirm_request(&house.ports, &asked[0].secret).await.unwrap();
    letters(&house).await;
    asks(&house, &one("bo@hjem.dk"), "k4").await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!(asked[0].news, RequestNews::AlreadyAsked);
    let child = TypedParty {
        kind: "child".into(),
        child: "Alma".into(),
        age: "12".into(),
        name: "Mette".into(),
        email: "mette@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    };
    asks(&house, &child, "k5").await.unwrap();
    let (asked, _) = letters(&house).await;
    assert_eq!(asked[0].news, RequestNews::ConsentAsked);
    let own = confirm_request(&house.ports, &asked[0].secret).await.unwrap();
    let shown = show_request(&house.ports, &own).await.unwrap();
    assert!(shown.request.consent.is_some_and(|it| it.withdrawn_at.is_none()));
    withdraw_request(&house.ports, &own).await.unwrap();
    let shown = show_request(&house.ports, &own).await.unwrap();
    assert!(shown.request.consent.is_some_and(|it| it.withdrawn_at.is_some()));
}

#[tokio::test]
async fn organisers_are_reminded_twice_then_their_administrators_are_told_and_all_is_forgotten() {
    let (house, ida) = house().await;
    let per = house.person("per@firma.dk", &[Role::PartnerAdministrator(partner_id(4))]).await;
    house.letters().await;
    let own = sent(&house).await;
    letters(&house).await;
    let (late, again, overdue) = (&["late"; 2][..], &["late again"; 2][..], &["overdue"][..]);
    // It is a Tuesday: two working days later it is a Thursday, four a Monday, five a Tuesday.
    for (days, told) in
        [(1, &[][..]), (2, late), (3, &[]), (4, &[]), (6, again), (7, overdue), (8, &[])]
    {
        house.clock.set(visit_now() + TimeDelta::days(days) + TimeDelta::minutes(1));
        let n = remind_organisers(&house.ports).await.unwrap();
        assert_eq!(n, usize::from(!told.is_empty()), "{days}");
        assert_eq!(remind_organisers(&house.ports).await.unwrap(), 0, "{days}");
        let (_, others) = letters(&house).await;
        let words: Vec<_> = others.iter().map(|it| it.1).collect();
        assert_eq!(words, told, "{days}");
        if told == overdue {
            assert_eq!(others[0].0, per.account.email.to_string(), "it is for the administrator");
        }
    }
    let activity = an_asked_visit(0).id;
    let shown = show_requests(&house.ports, &ida, activity).await.unwrap();
    assert_eq!(shown.waiting[0].patience(), RequestPatience::Overdue);
    let desk = show_desk(&house.ports, &ida).await.unwrap();
    assert!(desk.requests[0].is_overdue && desk.requests[0].n == 1);
    house.clock.set(visit_now() + TimeDelta::days(91));
    forget_old_requests(&house.ports).await.unwrap();
    assert!(show_request(&house.ports, &own).await.is_err());
}

#[tokio::test]
async fn what_was_not_told_of_in_time_is_told_of_as_late_as_it_is() {
    let (house, _) = house().await;
    sent(&house).await;
    letters(&house).await;
    house.clock.set(visit_now() + TimeDelta::days(9));
    assert_eq!(remind_organisers(&house.ports).await.unwrap(), 1);
    let (_, others) = letters(&house).await;
    let ida = ("ida@firma.dk".to_owned(), "overdue");
    assert_eq!(others, [ida], "where nobody administers, whoever acts for the partner is told");
    assert_eq!(remind_organisers(&house.ports).await.unwrap(), 0);
}

#[tokio::test]
async fn memory_keeps_the_promises_of_requests() {
    let store = crate::testing::MemoryStore::default();
    request_contract::keeps_requests(&store, &store).await;
}
