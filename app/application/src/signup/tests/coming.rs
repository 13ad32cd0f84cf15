//! Whether parties still come, from the letter to the seats that others get.

use domain::{
    identity::Role,
    signup::{ComingStand, Field, FieldFault, SignUpPurpose},
};

use super::*;
use crate::{
    identity::Viewer,
    pact::house::House as Desk,
    testing::{coming_contract, sign_up_contract::visit_date},
};

#[tokio::test]
async fn memory_keeps_the_promises_of_whether_parties_come() {
    let store = MemoryStore::default();
    coming_contract::keeps_whether_they_come(&store, &store).await;
}

fn before(days: i64) -> chrono::DateTime<chrono::Utc> {
    visit_date(0, 1).start() - TimeDelta::days(days)
}

impl House {
    /// What the clock does at an instant, and the letters of it.
    async fn asked_at(&self, at: chrono::DateTime<chrono::Utc>) -> Vec<SignUpLetter> {
        self.clock.set(at);
        while ask_whether_coming(&self.ports).await.unwrap() > 0 {}
        self.letters().await
    }

    async fn chooses(&self, asks: u8, frees: Option<u8>) {
        let mut tx = self.ports.store.begin().await.unwrap();
        let mut roster = tx.rosters().lock(self.date).await.unwrap().unwrap();
        let rule = domain::signup::ComingRule::new(Some(asks), frees).unwrap();
        roster.ask_by(rule, self.clock.now());
        tx.rosters().save(&roster).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn news_of(letters: &[SignUpLetter]) -> Vec<SignUpNews> {
    letters.iter().map(|it| it.news).collect()
}

#[tokio::test]
async fn a_party_is_asked_once_and_keeps_its_seats_with_one_tap_or_with_none() {
    let house = House::with_seats(30).await;
    let own = house.comes("6a", 20).await;
    assert_eq!(house.asked_at(before(6)).await, []);
    let letters = house.asked_at(before(5)).await;
    assert_eq!(news_of(&letters), [SignUpNews::StillComing]);
    assert_eq!(letters[0].until, None, "whoever is silent keeps the seats");
    let secret = letters[0].secret.clone().unwrap();
    let asked = asked_whether_coming(&house.ports, &secret).await.unwrap();
    assert!(matches!(asked.stand, Some(ComingStand::Silent { until: None, .. })));
    assert!(matches!(show_sign_up(&house.ports, &secret).await, Err(SignUpError::DeadLink)));

    assert_eq!(house.asked_at(before(2)).await, [], "once");
    assert_eq!(house.stage(&own).await, Stage::Confirmed);
    for _ in 0..2 {
        answer_whether_coming(&house.ports, &secret, true).await.unwrap();
    }
    assert_eq!(house.letters().await, [], "a yes needs no letter");
    let shown = show_sign_up(&house.ports, &own).await.unwrap();
    assert_eq!(shown.coming, Some(ComingStand::SaidYes(before(2))));
}

#[tokio::test]
async fn seats_of_whoever_says_no_go_to_the_next_in_line() {
    let house = House::with_seats(30).await;
    let own = house.comes("6a", 20).await;
    let next = house.comes("6b", 20).await;
    let secret = house.asked_at(before(5)).await.remove(0).secret.unwrap();
    answer_whether_coming(&house.ports, &secret, true).await.unwrap();
    for _ in 0..2 {
        answer_whether_coming(&house.ports, &secret, false).await.unwrap();
    }
    let mut told = news_of(&house.letters().await);
    told.sort_unstable_by_key(|it| it.key());
    assert_eq!(told, [SignUpNews::Cancelled, SignUpNews::Offered], "once each");
    assert_eq!(house.stage(&own).await, Stage::Gone(Gone::NotComing));
    assert!(matches!(house.stage(&next).await, Stage::Offered { .. }));
    let back = answer_whether_coming(&house.ports, &secret, true).await;
    let gone = Refusal::Gone(Gone::NotComing);
    assert!(matches!(back, Err(SignUpError::Refused(refusal)) if refusal == gone));
    let steps = house.ports.sign_ups.steps_of(asked_id(&house, &own).await).await.unwrap();
    let reason = domain::signup::Reason::NotComing;
    assert_eq!(steps.last().map(|it| it.reason), Some(reason));
}

async fn asked_id(house: &House, own: &Secret) -> domain::signup::SignUpId {
    show_sign_up(&house.ports, own).await.unwrap().sign_up.id
}

#[tokio::test]
async fn the_silent_lose_their_seats_where_the_organiser_chose_so_after_a_second_letter_by_day() {
    let house = House::with_seats(30).await;
    house.chooses(6, Some(4)).await;
    let own = house.comes("6a", 20).await;
    let said = house.comes("6c", 10).await;
    let next = house.comes("6b", 20).await;
    let letters = house.asked_at(before(6)).await;
    assert_eq!(news_of(&letters), [SignUpNews::StillComingBy; 2]);
    assert_eq!(letters[0].until, Some(before(4)));
    answer_whether_coming(&house.ports, &said, true).await.unwrap();
    let night = before(5) + TimeDelta::hours(12);
    assert!(house.asked_at(night).await.is_empty(), "quiet at night");
    let again = house.asked_at(before(5) + TimeDelta::hours(24)).await;
    assert_eq!(news_of(&again), [SignUpNews::StillComingLast], "who said yes hears nothing");
    assert_eq!(again[0].until, Some(before(3)), "a day after the letter that says so");
    assert_eq!(house.asked_at(before(3) - TimeDelta::minutes(1)).await, []);
    let mut told = news_of(&house.asked_at(before(3)).await);
    told.sort_unstable_by_key(|it| it.key());
    assert_eq!(told, [SignUpNews::NotHeardFrom, SignUpNews::Offered]);
    assert_eq!(house.stage(&own).await, Stage::Gone(Gone::NotHeardFrom));
    assert!(matches!(house.stage(&next).await, Stage::Offered { .. }));
    assert_eq!(house.stage(&said).await, Stage::Confirmed);
}

#[tokio::test]
async fn whoever_signs_up_after_the_day_of_the_question_or_changes_the_number_is_not_asked() {
    let house = House::with_seats(30).await;
    house.chooses(6, Some(4)).await;
    house.clock.set(before(6) + TimeDelta::hours(1));
    house.comes("6a", 20).await;
    assert_eq!(house.asked_at(before(6) + TimeDelta::hours(2)).await, []);
    house.clock.set(visit_now());
    let other = house.comes("6b", 10).await;
    let asked = house.asked_at(before(6) + TimeDelta::hours(2)).await;
    assert_eq!(news_of(&asked), [SignUpNews::StillComingBy]);
    change_number(&house.ports, &other, 9).await.unwrap();
    let _ = house.letters().await;
    assert_eq!(house.asked_at(before(3)).await, [], "whoever says how many comes");
}

#[tokio::test]
async fn both_guardians_are_asked_and_the_links_of_one_who_is_taken_off_answer_nothing() {
    let house = House::with_seats(3).await;
    house.send("k", &TypedParty { kin: with_kin("ali@hjem.dk"), ..child() }).await.unwrap();
    let asked = house.letters().await.remove(0).secret.unwrap();
    let first = confirm_sign_up(&house.ports, &asked).await.unwrap().secret;
    let _ = house.letters().await;
    let letters = house.asked_at(before(5)).await;
    let by: Vec<_> = letters.iter().map(|it| it.named_by.is_some()).collect();
    assert_eq!(by, [false, true]);
    let second = letters[1].secret.clone().unwrap();
    let link = house.ports.sign_ups.sign_up_link(&second.mark()).await.unwrap().unwrap();
    assert_eq!(link.purpose, SignUpPurpose::SecondComing);
    change_kin(&house.ports, &first, &TypedKin::default()).await.unwrap();
    let gone = answer_whether_coming(&house.ports, &second, false).await;
    assert!(matches!(gone, Err(SignUpError::DeadLink)));
    assert_eq!(house.stage(&first).await, Stage::Confirmed);
}

#[tokio::test]
async fn an_organiser_chooses_days_that_leave_time_for_two_letters() {
    let desk = Desk::new();
    let date = fill_visits(&*desk.ports.store, &[24]).await[0];
    desk.clock.set(visit_now());
    let ida: Viewer =
        desk.person("ida@firma.dk", &[Role::Editor(crate::testing::partner_id(4))]).await;
    let bo = desk.person("bo@andre.dk", &[Role::Editor(crate::testing::partner_id(1))]).await;
    let typed = |asks: &str, frees: &str| TypedAsking { asks: asks.into(), frees: frees.into() };
    choose_asking(&desk.ports, &ida, date, &typed("7", "3")).await.unwrap();
    let rule = show_roster(&desk.ports, &ida, date).await.unwrap().roster.kept().coming;
    assert_eq!((rule.asks(), rule.frees()), (Some(7), Some(3)));
    let wrong = choose_asking(&desk.ports, &ida, date, &typed("4", "3")).await.unwrap_err();
    let expected = [(Field::Frees, FieldFault::Missing)];
    assert!(matches!(wrong, SignUpError::Fields(faults) if faults == expected));
    let odd = choose_asking(&desk.ports, &ida, date, &typed("snart", "")).await.unwrap_err();
    let expected = [(Field::Asks, FieldFault::NoNumber)];
    assert!(matches!(odd, SignUpError::Fields(faults) if faults == expected));
    let theirs = choose_asking(&desk.ports, &bo, date, &typed("7", "")).await.unwrap_err();
    assert!(matches!(theirs, SignUpError::Unknown));
    choose_asking(&desk.ports, &ida, date, &typed("", "")).await.unwrap();
    let rule = show_roster(&desk.ports, &ida, date).await.unwrap().roster.kept().coming;
    assert_eq!((rule.asks(), rule.frees()), (None, None));
}
