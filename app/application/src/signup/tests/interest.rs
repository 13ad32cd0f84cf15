//! Pupils answer two questions about a date to which a class of ten and one more have seats.

use domain::{
    catalogue::OccurrenceId,
    identity::{DeedKind, Role, Subject},
    signup::{Field, FieldFault, InterestTime, TypedInterest},
};

use super::*;
use crate::{
    deeds::history_about, identity::Viewer, pact::house::House as Desk, testing::partner_id,
};

/// A date that has just begun, and who offers it.
struct Lesson {
    desk: Desk,
    ida: Viewer,
    date: OccurrenceId,
    start: chrono::DateTime<chrono::Utc>,
}

async fn lesson() -> Lesson {
    let desk = Desk::new();
    let date = fill_visits(&*desk.ports.store, &[60]).await[0];
    desk.clock.set(visit_now());
    let key = "a-form-of-a-class-of-ten".parse().unwrap();
    let typed = typed("6a", 10);
    sign_up(&desk.ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
    let asked = desk.letters().await.into_iter().find_map(|(_, it)| match it {
        Letter::SignUp { letter } => letter.secret,
        _ => None,
    });
    confirm_sign_up(&desk.ports, &asked.unwrap()).await.unwrap();
    let start = desk.ports.sign_ups.roster(date).await.unwrap().unwrap().date().start;
    desk.clock.set(start);
    let ida = desk.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    Lesson { desk, ida, date, start }
}

impl Lesson {
    async fn asks(&self) -> Secret {
        ask_interest(&self.desk.ports, &self.ida, self.date).await.unwrap()
    }

    async fn answers(&self, link: &Secret, before: u8, after: u8) -> Result<(), InterestError> {
        let typed = TypedInterest { before: before.to_string(), after: after.to_string() };
        answer_interest(&self.desk.ports, link, &typed).await
    }

    async fn roster(&self) -> ShownRoster {
        show_roster(&self.desk.ports, &self.ida, self.date).await.unwrap()
    }
}

#[tokio::test]
async fn pupils_answer_by_the_link_and_nothing_is_told_before_five_have() {
    let lesson = lesson().await;
    assert_eq!(lesson.roster().await.interest.made_at, None);
    let link = lesson.asks().await;
    let shown = show_question(&lesson.desk.ports, &link).await.unwrap();
    assert_eq!((shown.date.id, shown.time), (lesson.date, InterestTime::Open));
    for n in 1..=5 {
        assert_eq!(lesson.roster().await.interest.figures, None, "{n}");
        lesson.answers(&link, 2, 4).await.unwrap();
    }
    let told = lesson.roster().await.interest.figures.unwrap();
    assert_eq!((told.answers, told.before, told.after), (5, 20, 40));
    let shown = show_report(&lesson.desk.ports, &lesson.ida, lesson.date).await.unwrap();
    assert_eq!(shown.interest, Some(told));

    let Err(InterestError::Fields(faults)) = lesson.answers(&link, 0, 3).await else { panic!() };
    assert_eq!(faults, [(Field::Before, FieldFault::Missing)]);
}

#[tokio::test]
async fn no_more_answer_than_can_have_come_and_not_all_at_once() {
    let lesson = lesson().await;
    let link = lesson.asks().await;
    for _ in 0..12 {
        lesson.answers(&link, 3, 3).await.unwrap();
    }
    assert!(matches!(lesson.answers(&link, 3, 3).await, Err(InterestError::Full)));
    // A hundred more have come along.
    let more = TypedTick::WalkIn(domain::signup::PartyKind::Child, 100);
    tick_off(&lesson.desk.ports, &lesson.ida, lesson.date, more).await.unwrap();
    for _ in 12..60 {
        lesson.answers(&link, 3, 3).await.unwrap();
    }
    assert!(matches!(lesson.answers(&link, 3, 3).await, Err(InterestError::TooOften)));
    lesson.desk.passes(TimeDelta::minutes(1));
    lesson.answers(&link, 3, 3).await.unwrap();
}

#[tokio::test]
async fn a_link_is_one_dates_and_the_last_one_works_from_its_beginning_for_a_week() {
    let lesson = lesson().await;
    let ports = &lesson.desk.ports;
    let old = lesson.asks().await;
    let link = lesson.asks().await;
    assert!(matches!(lesson.answers(&old, 3, 3).await, Err(InterestError::DeadLink)));
    assert!(show_sheet(ports, &lesson.ida, lesson.date, &link).await.is_ok());
    let elsewhere = show_sheet(ports, &lesson.ida, lesson.date, &old).await;
    assert!(matches!(elsewhere, Err(InterestError::DeadLink)));
    let end = lesson.start + TimeDelta::hours(3);
    for (at, time) in [
        (lesson.start - TimeDelta::seconds(1), InterestTime::NotYet),
        (end + TimeDelta::days(7), InterestTime::Closed),
    ] {
        lesson.desk.clock.set(at);
        let answer = lesson.answers(&link, 3, 3).await;
        assert!(matches!(answer, Err(InterestError::NotNow(it)) if it == time), "{answer:?}");
    }
    let ida = lesson.desk.person("ida2@firma.dk", &[Role::Editor(partner_id(4))]).await;
    let late = ask_interest(ports, &ida, lesson.date).await;
    assert!(matches!(late, Err(InterestError::NotNow(InterestTime::Closed))));
    lesson.desk.clock.set(end + TimeDelta::days(7) - TimeDelta::seconds(1));
    lesson.answers(&link, 3, 3).await.unwrap();
}

#[tokio::test]
async fn nobody_else_asks_and_whoever_does_is_written_down() {
    let lesson = lesson().await;
    let ports = &lesson.desk.ports;
    let bo = lesson.desk.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    let asked = ask_interest(ports, &bo, lesson.date).await;
    assert!(matches!(asked, Err(InterestError::Unknown)));
    let link = lesson.asks().await;
    let seen = show_sheet(ports, &bo, lesson.date, &link).await;
    assert!(matches!(seen, Err(InterestError::Unknown)));
    let about = Subject::Activity(lesson.roster().await.details.activity.id);
    let told = history_about(ports, about).await.unwrap().deeds;
    let asked = told.iter().filter(|it| it.deed.kind == DeedKind::InterestAsked).count();
    assert_eq!(asked, 1);
}
