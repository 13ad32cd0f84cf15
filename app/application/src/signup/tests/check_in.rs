//! The day itself, at a door with two phones and one page without scripts.

use domain::{
    Uuid,
    catalogue::OccurrenceId,
    identity::{Role, Subject},
    signup::{Arriving, CheckIn, DeviceId, PartyKind, SignUpId, Tick},
};

use super::*;
use crate::{
    deeds::history_about, identity::Viewer, pact::house::House as Desk, testing::partner_id,
};

/// The morning of a date to which two classes come, and who offers it.
struct Morning {
    desk: Desk,
    ida: Viewer,
    date: OccurrenceId,
}

async fn morning() -> Morning {
    let desk = Desk::new();
    let date = fill_visits(&*desk.ports.store, &[60]).await[0];
    desk.clock.set(visit_now());
    for class in ["6a", "6b"] {
        let key = format!("{class:a>20}").parse().unwrap();
        let typed = typed(class, 24);
        sign_up(&desk.ports, date, key, &typed, LetterLanguage::Danish).await.unwrap();
        let asked = desk.letters().await.into_iter().find_map(|(_, it)| match it {
            Letter::SignUp { letter } => letter.secret,
            _ => None,
        });
        confirm_sign_up(&desk.ports, &asked.unwrap()).await.unwrap();
        desk.letters().await;
    }
    let start = desk.ports.sign_ups.roster(date).await.unwrap().unwrap().date().start;
    desk.clock.set(start - TimeDelta::minutes(30));
    let ida = desk.person("ida@firma.dk", &[Role::Editor(partner_id(4))]).await;
    desk.letters().await;
    Morning { desk, ida, date }
}

impl Morning {
    async fn shown(&self) -> ShownCheckIn {
        show_check_in(&self.desk.ports, &self.ida, self.date).await.unwrap()
    }

    async fn party(&self, class: &str) -> SignUpId {
        let there = self.shown().await.parties;
        there.into_iter().find(|it| it.sign_up.party.title() == class).unwrap().sign_up.id
    }

    async fn ticks(&self, typed: TypedTick) -> Result<Ticked, CheckInError> {
        tick_off(&self.desk.ports, &self.ida, self.date, typed).await
    }

    async fn tells(&self, ticks: Vec<Tick>) -> Result<CheckIn, CheckInError> {
        merge_check_in(&self.desk.ports, &self.ida, self.date, ticks).await
    }

    /// How often somebody began to tick off.
    async fn deeds(&self) -> usize {
        let activity = self.shown().await.details.activity.id;
        let about = Subject::Activity(activity);
        let told = history_about(&self.desk.ports, about).await.unwrap().deeds;
        told.iter().filter(|it| it.deed.kind == domain::identity::DeedKind::CheckedIn).count()
    }
}

fn phone(n: u128) -> DeviceId {
    DeviceId(Uuid::from_u128(n))
}

#[tokio::test]
async fn whoever_stands_at_the_door_ticks_off_corrects_and_takes_back() {
    let morning = morning().await;
    let (a, b) = (morning.party("6a").await, morning.party("6b").await);
    let shown = morning.shown().await;
    assert_eq!((shown.here(), shown.expected(), shown.is_open), (0, 48, true));
    morning.ticks(TypedTick::Party(a, 23)).await.unwrap();
    let shown = morning.shown().await;
    let order: Vec<_> = shown.parties.iter().map(|it| it.sign_up.id).collect();
    assert_eq!((shown.here(), order), (23, vec![b, a]), "the missing come first");
    let ticked = morning.ticks(TypedTick::Party(a, 24)).await.unwrap();
    assert_eq!((ticked.before, ticked.here), (23, 24));
    morning.ticks(TypedTick::Party(a, 24)).await.unwrap();
    assert_eq!(morning.shown().await.check_in.len(), 2, "the same twice is said once");
    morning.ticks(TypedTick::Party(a, 0)).await.unwrap();
    assert_eq!(morning.shown().await.here(), 0);

    assert!(matches!(
        morning.ticks(TypedTick::WalkIn(PartyKind::One, 0)).await,
        Err(CheckInError::Number)
    ));
    assert!(matches!(morning.ticks(TypedTick::Party(a, 1_000)).await, Err(CheckInError::Number)));
    let came = morning.ticks(TypedTick::WalkIn(PartyKind::One, 3)).await.unwrap();
    let Arriving::WalkIn { id, kind } = came.about else { panic!("{came:?}") };
    assert_eq!(morning.shown().await.here(), 3);
    morning.ticks(TypedTick::WalkInAgain(id, kind, 0)).await.unwrap();
    let shown = morning.shown().await;
    assert_eq!((shown.here(), shown.walk_ins.len()), (0, 0));
    assert_eq!(morning.deeds().await, 1, "one deed tells of a whole morning");
}

#[tokio::test]
async fn what_phones_ticked_without_a_network_is_taken_in_once() {
    let morning = morning().await;
    let about = Arriving::Party(morning.party("6a").await);
    let now = morning.desk.clock.now();
    let (mut one, mut two) = (CheckIn::default(), CheckIn::default());
    one.say(phone(1), about, 24, now);
    two.say(phone(2), about, 24, now);
    let ticks = |it: &CheckIn| it.ticks().cloned().collect::<Vec<_>>();
    for it in [&one, &two, &one] {
        morning.tells(ticks(it)).await.unwrap();
    }
    let all = morning.tells(Vec::new()).await.unwrap();
    assert_eq!((all.len(), morning.shown().await.here()), (2, 24));
    // The page without scripts knows of both, and so takes both back.
    let Arriving::Party(a) = about else { panic!() };
    morning.ticks(TypedTick::Party(a, 0)).await.unwrap();
    assert_eq!(morning.tells(ticks(&one)).await.unwrap().standing()[&about].here, 0);
    assert_eq!(morning.deeds().await, 3, "two phones and a page");
}

#[tokio::test]
async fn what_nobody_can_mean_is_passed_over() {
    let morning = morning().await;
    let about = Arriving::Party(morning.party("6a").await);
    let now = morning.desk.clock.now();
    let elsewhere = Arriving::Party(SignUpId(Uuid::from_u128(99)));
    let mut odd = CheckIn::default();
    odd.say(DeviceId::PORTAL, about, 24, now);
    odd.say(phone(1), elsewhere, 24, now);
    odd.say(phone(2), about, 1_000, now);
    let all = morning.tells(odd.ticks().cloned().collect()).await.unwrap();
    assert!(all.is_empty(), "{all:?}");
}

#[tokio::test]
async fn nobody_else_ticks_and_nobody_long_before_or_after() {
    let mut morning = morning().await;
    let a = morning.party("6a").await;
    let start = morning.shown().await.date.start;
    let bo = morning.desk.person("bo@andre.dk", &[Role::Editor(partner_id(1))]).await;
    let ports = &morning.desk.ports;
    let date = morning.date;
    assert!(matches!(show_check_in(ports, &bo, date).await, Err(CheckInError::Unknown)));
    let tick = TypedTick::Party(a, 1);
    assert!(matches!(tick_off(ports, &bo, date, tick).await, Err(CheckInError::Unknown)));
    let told = merge_check_in(ports, &bo, date, Vec::new()).await;
    assert!(matches!(told, Err(CheckInError::Unknown)));
    let other = TypedTick::Party(SignUpId(Uuid::from_u128(99)), 1);
    assert!(matches!(morning.ticks(other).await, Err(CheckInError::Unknown)));
    for days in [-3, 9] {
        morning.desk.clock.set(start + TimeDelta::days(days));
        let who = format!("ida{days}@firma.dk");
        morning.ida = morning.desk.person(&who, &[Role::Editor(partner_id(4))]).await;
        assert!(!morning.shown().await.is_open);
        assert!(matches!(morning.ticks(tick).await, Err(CheckInError::NotNow)));
    }
}
