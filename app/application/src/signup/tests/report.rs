//! After a date to which a class and a grown-up had seats: its report, filled in already.

use domain::{
    catalogue::{Level, OccurrenceId},
    identity::{DeedKind, Role, Subject},
    signup::{CameAs, Field, FieldFault, PartyKind, ReportTime, TypedReport},
};

use super::*;
use crate::{
    deeds::history_about, identity::Viewer, pact::house::House as Desk, partners::show_desk,
    testing::partner_id,
};

/// The evening of a date, and who offers it.
struct Evening {
    desk: Desk,
    ida: Viewer,
    date: OccurrenceId,
    end: chrono::DateTime<chrono::Utc>,
    /// Opens the page of the class, and of the one.
    pages: Vec<Secret>,
}

async fn evening() -> Evening {
    let desk = Desk::new();
    let date = fill_visits(&*desk.ports.store, &[60]).await[0];
    desk.clock.set(visit_now());
    let one = TypedParty {
        kind: "one".into(),
        age: "47".into(),
        name: "Bo".into(),
        email: "bo@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    };
    let mut pages = Vec::new();
    for (class, typed) in [("6a", typed("6a", 24)), ("bo", one)] {
        let key = format!("{class:a>20}").parse().unwrap();
        sign_up(&desk.ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
        let asked = desk.letters().await.into_iter().find_map(|(_, it)| match it {
            Letter::SignUp { letter } => letter.secret,
            _ => None,
        });
        let page = confirm_sign_up(&desk.ports, &asked.unwrap()).await.unwrap();
        pages.push(page.secret);
        desk.letters().await;
    }
    let end = desk.ports.sign_ups.roster(date).await.unwrap().unwrap().date().end;
    desk.clock.set(end);
    let ida = desk.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    Evening { desk, ida, date, end, pages }
}

impl Evening {
    async fn shown(&self) -> ShownReport {
        show_report(&self.desk.ports, &self.ida, self.date).await.unwrap()
    }

    async fn tells(&self, typed: &TypedReport) -> Result<(), DateReportError> {
        write_report(&self.desk.ports, &self.ida, self.date, typed).await
    }

    /// So many hours after the date ended, somebody who offers it comes in.
    async fn at(&mut self, hours: i64) {
        self.desk.clock.set(self.end + TimeDelta::hours(hours));
        let who = format!("ida{hours}@firma.dk");
        self.ida = self.desk.person(&who, &[Role::Editor(partner_id(4))]).await;
    }

    async fn ticks(&self, typed: TypedTick) {
        tick_off(&self.desk.ports, &self.ida, self.date, typed).await.unwrap();
    }

    async fn deeds(&self) -> usize {
        let about = Subject::Activity(self.shown().await.details.activity.id);
        let told = history_about(&self.desk.ports, about).await.unwrap().deeds;
        told.iter().filter(|it| it.deed.kind == DeedKind::DateReported).count()
    }
}

fn counted(it: &ShownReport) -> [u16; 4] {
    [CameAs::Pupils, CameAs::Students, CameAs::Teachers, CameAs::Adults]
        .map(|who| it.told().came.of(who))
}

#[tokio::test]
async fn a_report_is_filled_in_from_the_roster_and_where_somebody_was_ticked_off_from_the_door() {
    let evening = evening().await;
    let shown = evening.shown().await;
    assert_eq!((counted(&shown), shown.filled_in.is_ticked), ([24, 0, 2, 1], false));
    assert_eq!((shown.told().levels, shown.report), (vec![Level::Grade6], None));

    let there = evening.desk.ports.sign_ups.sign_ups_of(evening.date).await.unwrap();
    let class = there.iter().find(|it| it.entry.seats == 24).unwrap().id;
    evening.ticks(TypedTick::Party(class, 22)).await;
    evening.ticks(TypedTick::WalkIn(PartyKind::Child, 3)).await;
    let shown = evening.shown().await;
    assert_eq!((counted(&shown), shown.filled_in.is_ticked), ([25, 0, 2, 0], true));
}

#[tokio::test]
async fn what_is_told_is_kept_mended_and_written_down() {
    let evening = evening().await;
    let mut typed = TypedReport::of(&evening.shown().await.told());
    typed.girls = "12".into();
    evening.tells(&typed).await.unwrap();
    evening.tells(&typed).await.unwrap();
    assert_eq!(evening.deeds().await, 1, "told twice, it is told once");
    typed.came[0] = "23".into();
    typed.better = "Flere kabler".into();
    evening.tells(&typed).await.unwrap();
    let shown = evening.shown().await;
    assert_eq!((counted(&shown), evening.deeds().await), ([23, 0, 2, 1], 2));
    assert_eq!(shown.told().girls_of_hundred(), Some(52));

    typed.girls = "24".into();
    typed.well = "Ring til Ida, 010203-1234".into();
    let Err(DateReportError::Fields(faults)) = evening.tells(&typed).await else { panic!() };
    let more = FieldFault::MoreThanCame { n: 23 };
    assert_eq!(faults, [(Field::Girls, more), (Field::Well, FieldFault::CprNumber)]);
    assert_eq!(evening.shown().await.report.unwrap().told.well, None);
}

#[tokio::test]
async fn nobody_else_tells_and_nobody_before_the_end_or_a_month_after_it() {
    let mut evening = evening().await;
    let bo = evening.desk.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    let (ports, date) = (evening.desk.ports.clone(), evening.date);
    let typed = TypedReport::of(&evening.shown().await.told());
    assert!(matches!(show_report(&ports, &bo, date).await, Err(DateReportError::Unknown)));
    let told = write_report(&ports, &bo, date, &typed).await;
    assert!(matches!(told, Err(DateReportError::Unknown)));
    for (hours, time) in [(-1, ReportTime::NotYet), (30 * 24, ReportTime::Closed)] {
        evening.at(hours).await;
        assert_eq!(evening.shown().await.time, time);
        let told = evening.tells(&typed).await;
        assert!(matches!(told, Err(DateReportError::NotNow(it)) if it == time), "{told:?}");
    }
    evening.at(30 * 24 - 1).await;
    evening.tells(&typed).await.unwrap();
}

#[tokio::test]
async fn a_desk_says_which_dates_lack_a_report_and_what_is_told_of_the_others() {
    let mut evening = evening().await;
    let back =
        async |evening: &Evening| show_desk(&evening.desk.ports, &evening.ida).await.unwrap().back;
    evening.at(-1).await;
    let before = back(&evening).await;
    assert_eq!((before.missing.len(), before.reported.len()), (0, 0));
    evening.at(1).await;
    let after = back(&evening).await;
    assert_eq!((after.missing.len(), after.reported.len()), (1, 0));
    assert_eq!(after.missing[0].date, evening.date);
    evening.tells(&TypedReport::of(&evening.shown().await.told())).await.unwrap();
    let told = back(&evening).await;
    assert_eq!((told.missing.len(), told.reported.len()), (0, 1));
    assert_eq!(told.reported[0].report.told.came.total(), 27);
    let bo = evening.desk.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    let theirs = show_desk(&evening.desk.ports, &bo).await.unwrap().back;
    assert_eq!((theirs.missing.len(), theirs.reported.len()), (0, 0));
}

#[tokio::test]
async fn remarks_are_forgotten_after_a_year_and_counts_are_not() {
    let mut evening = evening().await;
    let typed =
        TypedReport { well: "Tak, Ida!".into(), ..TypedReport::of(&evening.shown().await.told()) };
    evening.tells(&typed).await.unwrap();
    for (days, is_there) in [(365, true), (366, false)] {
        evening.at(days * 24).await;
        forget_old_remarks(&evening.desk.ports).await.unwrap();
        let told = evening.shown().await.report.unwrap().told;
        assert_eq!((told.well.is_some(), told.came.total()), (is_there, 27), "{days}");
    }
}

#[tokio::test]
async fn a_report_unlocks_the_certificate_and_the_proof_of_those_who_came() {
    let evening = evening().await;
    let (ports, ida) = (&evening.desk.ports, &evening.ida);
    let certificate = show_certificate(ports, ida, evening.date).await;
    assert!(matches!(certificate, Err(DateReportError::Unknown)));
    for page in &evening.pages {
        assert!(matches!(show_proof(ports, page).await, Err(SignUpError::Unknown)));
    }
    evening.tells(&TypedReport::of(&evening.shown().await.told())).await.unwrap();
    let certificate = show_certificate(ports, ida, evening.date).await.unwrap();
    assert_eq!((certificate.came.total(), certificate.of.partners.len()), (27, 1));
    for page in &evening.pages {
        assert_eq!(show_proof(ports, page).await.unwrap().of, certificate.of);
        assert!(show_sign_up(ports, page).await.unwrap().has_proof);
    }

    // Once somebody is ticked off at the door, those who are not were not there.
    let there = ports.sign_ups.sign_ups_of(evening.date).await.unwrap();
    let class = there.iter().find(|it| it.entry.seats == 24).unwrap().id;
    evening.ticks(TypedTick::Party(class, 22)).await;
    let [of_class, of_one] = &evening.pages[..] else { panic!() };
    assert!(show_proof(ports, of_class).await.is_ok());
    assert!(matches!(show_proof(ports, of_one).await, Err(SignUpError::Unknown)));
    assert!(!show_sign_up(ports, of_one).await.unwrap().has_proof);
}

#[tokio::test]
async fn where_nobody_came_there_is_no_certificate() {
    let evening = evening().await;
    evening.tells(&TypedReport::default()).await.unwrap();
    let (ports, ida) = (&evening.desk.ports, &evening.ida);
    let certificate = show_certificate(ports, ida, evening.date).await;
    assert!(matches!(certificate, Err(DateReportError::Unknown)));
    assert!(matches!(show_proof(ports, &evening.pages[0]).await, Err(SignUpError::Unknown)));
}
