//! What is taken along on paper, by those who come and by those who offer the date.

use domain::{
    identity::Role,
    signup::{PartyKind, SignUp},
};

use super::*;
use crate::{identity::Viewer, pact::house::House as Desk, testing::partner_id};

/// A date with room for thirty, its organiser, and somebody of another partner.
struct Day {
    desk: Desk,
    ida: Viewer,
    bo: Viewer,
    date: OccurrenceId,
}

async fn day() -> Day {
    let desk = Desk::new();
    let date = organiser_contract::fill_trip(&*desk.ports.store, 30).await;
    desk.clock.set(visit_now());
    let ida = desk.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    let bo = desk.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    desk.letters().await;
    Day { desk, ida, bo, date }
}

impl Day {
    /// Signs up and answers the letter; answers the secret of the party's page.
    async fn comes(&self, key: &str, typed: &TypedParty) -> Secret {
        let key = format!("{key:a>20}").parse().unwrap();
        let ports = &self.desk.ports;
        sign_up(ports, self.date, key, typed, LetterLanguage::Danish).await.unwrap();
        let asked = self.desk.letters().await.into_iter().find_map(|(_, it)| match it {
            Letter::SignUp { letter } => letter.secret,
            _ => None,
        });
        let secret = confirm_sign_up(ports, &asked.unwrap()).await.unwrap().secret;
        self.desk.letters().await;
        secret
    }

    async fn sheet(&self) -> ShownDaySheet {
        show_day_sheet(&self.desk.ports, &self.ida, self.date).await.unwrap()
    }
}

#[tokio::test]
async fn a_class_takes_its_day_sheet_and_its_letter_along() {
    let day = day().await;
    let secret = day.comes("b", &typed("6.B", 24)).await;
    let ports = &day.desk.ports;
    let own = show_own_day_sheet(ports, &secret).await.unwrap();
    assert_eq!((own.sign_up.party.title(), own.date.id), ("6.B", day.date));
    change_number(ports, &secret, 22).await.unwrap();
    let letter = show_release_letter(ports, &secret).await.unwrap();
    let class = &letter.class;
    assert_eq!((class.school.as_str(), class.name.as_str()), ("Munkebjergskolen", "6.B"));
    assert_eq!((class.pupils, class.adults), (22, 2), "as many as come now");
    assert_eq!(class.teacher.as_str(), "Lone");
}

#[tokio::test]
async fn whoever_has_no_seat_or_is_no_class_takes_nothing_along() {
    let day = day().await;
    let ports = &day.desk.ports;
    day.comes("a", &typed("6.A", 20)).await;
    let alma = day.comes("c", &child()).await;
    let waits = day.comes("b", &typed("6.B", 20)).await;
    assert!(matches!(show_own_day_sheet(ports, &waits).await, Err(SignUpError::Unknown)));
    assert!(matches!(show_release_letter(ports, &waits).await, Err(SignUpError::Unknown)));
    assert!(show_own_day_sheet(ports, &alma).await.is_ok());
    assert!(matches!(show_release_letter(ports, &alma).await, Err(SignUpError::Unknown)));
    cancel_sign_up(ports, &alma, false).await.unwrap();
    assert!(matches!(show_own_day_sheet(ports, &alma).await, Err(SignUpError::Unknown)));
    let nobodys = Secret::of([7; 32]);
    assert!(matches!(show_own_day_sheet(ports, &nobodys).await, Err(SignUpError::DeadLink)));
}

#[tokio::test]
async fn a_class_that_stays_at_its_school_needs_no_letter() {
    let house = House::with_seats(30).await;
    let secret = house.comes("6b", 24).await;
    assert!(show_own_day_sheet(&house.ports, &secret).await.is_ok());
    let letter = show_release_letter(&house.ports, &secret).await;
    assert!(matches!(letter, Err(SignUpError::Unknown)), "it is online");
}

#[tokio::test]
async fn a_day_sheet_counts_who_comes_and_who_waits() {
    let day = day().await;
    let none = day.sheet().await;
    assert_eq!((none.persons(), none.adults(), none.waiting), (0, 0, 0));
    day.comes("b", &typed("6.B", 20)).await;
    let child = TypedParty { kin: with_kin("ali@hjem.dk"), ..child() };
    day.comes("c", &child).await;
    day.comes("a", &typed("6.A", 20)).await;
    let sheet = day.sheet().await;
    let names: Vec<_> = sheet.parties.iter().map(|it| it.party.title()).collect();
    assert_eq!(names, ["6.B", "Alma"]);
    assert_eq!((sheet.persons(), sheet.adults(), sheet.waiting), (21, 2, 20));
    assert_eq!(PartyKind::ALL.iter().map(|it| sheet.parties_as(*it)).sum::<usize>(), 2);
    let called = |it: &SignUp| it.kin.emergency.is_some();
    assert!(!sheet.parties.iter().any(called), "as on the roster, not before two days before");
    day.desk.clock.set(sheet.date.start - TimeDelta::days(1));
    assert!(day.sheet().await.parties.iter().any(called));
}

#[tokio::test]
async fn a_day_sheet_is_nobodys_who_does_not_see_who_comes() {
    let day = day().await;
    let seen = show_day_sheet(&day.desk.ports, &day.bo, day.date).await;
    assert!(matches!(seen, Err(SignUpError::Unknown)));
}
