//! Taking activities out of the catalogue, told from outside.

use chrono::TimeDelta;
use domain::{
    catalogue::{ActivityId, OccurrenceId},
    identity::{Letter, LetterLanguage, Role},
    partners::CoOwner,
    search::PageNumber,
    signup::{SignUpNews, TypedParty},
};

use super::*;
use crate::{
    catalogue::{Shown, cancel_activity, revise_activity, see_activity},
    deeds::history_about,
    pact::house::House,
    partners::{show_desk, show_shelf},
    signup::{ask, confirm_request, confirm_sign_up, settle_rosters, sign_up},
    testing::{
        organiser_contract::fill_two_dates,
        partner_id,
        request_contract::{an_asked_visit, fill_asked_visits},
        sign_up_contract::{a_visit, visit_now},
    },
};

struct Visit {
    house: House,
    ida: Viewer,
    dates: [OccurrenceId; 2],
    id: ActivityId,
}

/// A visit with two dates that Ida's partner leads.
async fn visit() -> Visit {
    let house = House::new();
    let (one, two) = fill_two_dates(&*house.ports.store, (20, 20)).await;
    house.clock.set(visit_now());
    let ida = house.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    Visit { house, ida, dates: [one, two], id: a_visit(0, 20).id }
}

fn one() -> TypedParty {
    TypedParty {
        kind: "one".into(),
        name: "Bo".into(),
        age: "17".into(),
        email: "bo@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    }
}

impl Visit {
    async fn archives(&self, who: &Viewer) -> Result<(), DeskError> {
        archive_activity(&self.house.ports, who, self.id).await
    }

    /// Somebody signs up for a date and answers the letter.
    async fn comes(&self, n: usize) {
        let (ports, key) = (&self.house.ports, "the-form-of-somebody".parse().unwrap());
        sign_up(ports, self.dates[n], key, &one(), LetterLanguage::Danish).await.unwrap();
        let letters = self.house.letters().await;
        let [(_, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
        confirm_sign_up(ports, letter.secret.as_ref().unwrap()).await.unwrap();
        self.house.letters().await;
    }

    async fn is_gone(&self) -> bool {
        let shown = see_activity(&self.house.ports, &a_visit(0, 20).slug).await.unwrap();
        matches!(shown, Shown::Gone)
    }
}

#[tokio::test]
async fn what_nobody_counts_on_is_taken_out_with_all_that_hangs_on_it() {
    let it = visit().await;
    let ports = &it.house.ports;
    revise_activity(ports, &it.ida, it.id).await.unwrap();
    let now = it.house.ports.clock.now();
    let mut tx = ports.store.begin().await.unwrap();
    tx.co_owners().put(&CoOwner::asked(it.id, partner_id(1), now)).await.unwrap();
    tx.commit().await.unwrap();
    assert!(show_archiving(ports, &it.ida, it.id).await.unwrap().is_free());
    it.archives(&it.ida).await.unwrap();
    assert!(it.is_gone().await);
    let desk = show_desk(ports, &it.ida).await.unwrap();
    assert_eq!((desk.coming.len(), desk.drafts.len()), (0, 0));
    let shelf = show_shelf(ports, &it.ida, (None, PageNumber::FIRST)).await.unwrap().unwrap();
    let states: Vec<State> = shelf.activities.iter().map(Activity::state).collect();
    assert_eq!(states, [State::Archived]);
    let mona = it.house.person("mona@andre.dk", &[Role::Editor(partner_id(1))]).await;
    assert!(show_desk(ports, &mona).await.unwrap().asked.is_empty(), "nobody is asked any more");
    let history = history_about(ports, Subject::Activity(it.id)).await.unwrap();
    assert_eq!(history.deeds[0].deed.kind, DeedKind::ActivityArchived);
    let again = it.archives(&it.ida).await;
    assert!(matches!(again, Err(DeskError::Forbidden(_))), "nothing comes back, or goes twice");
}

#[tokio::test]
async fn whoever_counts_on_it_is_told_first() {
    let it = visit().await;
    let ports = &it.house.ports;
    it.comes(1).await;
    let shown = show_archiving(ports, &it.ida, it.id).await.unwrap();
    let told: Vec<_> = shown.expected.iter().map(|(date, n)| (date.id, *n)).collect();
    assert_eq!(told, [(it.dates[1], 1)]);
    assert!(matches!(it.archives(&it.ida).await, Err(DeskError::Expected)));
    assert!(!it.is_gone().await);
    // Called off, it may go at once: they hear of it all the same.
    cancel_activity(ports, &it.ida, it.id).await.unwrap();
    it.archives(&it.ida).await.unwrap();
    settle_rosters(ports).await.unwrap();
    let letters = it.house.letters().await;
    let [(to, Letter::SignUp { letter })] = letters.as_slice() else { panic!("{letters:?}") };
    assert_eq!((to.as_str(), letter.news), ("bo@hjem.dk", SignUpNews::DateCancelled));
}

#[tokio::test]
async fn whoever_has_been_there_hears_nothing_when_it_goes() {
    let it = visit().await;
    it.comes(0).await;
    it.house.passes(TimeDelta::days(40));
    let ida = it.house.person("ida2@firma.dk", &[Role::Editor(partner_id(4))]).await;
    it.archives(&ida).await.unwrap();
    settle_rosters(&it.house.ports).await.unwrap();
    assert_eq!(it.house.letters().await, []);
}

#[tokio::test]
async fn only_the_lead_takes_it_out() {
    let it = visit().await;
    let now = it.house.ports.clock.now();
    let part = CoOwner { joined_at: Some(now), ..CoOwner::asked(it.id, partner_id(1), now) };
    let mut tx = it.house.ports.store.begin().await.unwrap();
    tx.co_owners().put(&part).await.unwrap();
    tx.commit().await.unwrap();
    let beside = it.house.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    assert!(matches!(it.archives(&beside).await, Err(DeskError::Unknown)));
    let shown = show_archiving(&it.house.ports, &beside, it.id).await;
    assert!(matches!(shown, Err(DeskError::Unknown)));
}

#[tokio::test]
async fn whoever_asks_gets_an_answer_first() {
    let house = House::new();
    fill_asked_visits(&*house.ports.store, 1).await;
    house.clock.set(visit_now());
    let ida = house.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    let (ports, visit) = (&house.ports, an_asked_visit(0));
    let key = "the-form-of-somebody".parse().unwrap();
    ask(ports, &visit.slug, key, (&one(), ""), LetterLanguage::Danish).await.unwrap();
    let letters = house.letters().await;
    let [(_, Letter::Request { letter })] = letters.as_slice() else { panic!("{letters:?}") };
    confirm_request(ports, &letter.secret).await.unwrap();
    assert_eq!(show_archiving(ports, &ida, visit.id).await.unwrap().asking, 1);
    let refused = archive_activity(ports, &ida, visit.id).await;
    assert!(matches!(refused, Err(DeskError::Expected)));
}
