//! The use cases in memory, told in sentences.

mod check_in;
mod coming;
mod drawing;
mod interest;
mod papers;
mod report;
mod second_guardian;

use std::sync::Arc;

use chrono::TimeDelta;
use domain::{
    catalogue::OccurrenceId,
    identity::{Addressed, Letter, LetterLanguage, Secret},
    signup::{Admission, Gone, Refusal, SignUpLetter, SignUpNews, Stage, TypedKin, TypedParty},
};

use super::*;
use crate::{
    Ports,
    outbox::deliver_letters,
    ports::Clock as _,
    testing::{
        KeptPost, MemoryStore, StoppedClock, interest_contract, organiser_contract, ports,
        report_contract,
        sign_up_contract::{self, fill_visits, visit_now},
    },
};

struct House {
    ports: Ports,
    clock: StoppedClock,
    post: KeptPost,
    date: OccurrenceId,
}

impl House {
    async fn with_seats(seats: u32) -> Self {
        let (store, clock) = (MemoryStore::default(), StoppedClock::at("2026-12-01T08:00:00Z"));
        clock.set(visit_now());
        let mut ports = ports(&store);
        ports.clock = Arc::new(clock.clone());
        let date = fill_visits(&store, &[seats]).await[0];
        Self { ports, clock, post: KeptPost::default(), date }
    }

    fn passes(&self, time: TimeDelta) {
        self.clock.set(self.clock.now() + time);
    }

    async fn letters(&self) -> Vec<SignUpLetter> {
        let before = self.post.letters().len();
        while deliver_letters(&self.ports, &self.post).await.unwrap().sent > 0 {}
        let told = |it: Addressed| match it.letter {
            Letter::SignUp { letter } => letter,
            other => panic!("{other:?}"),
        };
        self.post.letters().split_off(before).into_iter().map(told).collect()
    }

    async fn news(&self) -> Vec<(String, SignUpNews)> {
        self.letters().await.into_iter().map(|it| (it.party, it.news)).collect()
    }

    async fn send(&self, key: &str, typed: &TypedParty) -> Result<Sent, SignUpError> {
        let key = format!("{key:a>20}").parse().unwrap();
        sign_up(&self.ports, self.date, key, typed, LetterLanguage::Danish).await
    }

    /// A class signs up and answers its letter; answers the secret of its page.
    async fn comes(&self, class: &str, pupils: u16) -> Secret {
        let _ = self.letters().await;
        self.send(class, &typed(class, pupils)).await.unwrap();
        let letter = self.letters().await.remove(0);
        assert!(letter.news.asks());
        let secret = confirm_sign_up(&self.ports, &letter.secret.unwrap()).await.unwrap().secret;
        let _ = self.letters().await;
        secret
    }

    async fn stage(&self, secret: &Secret) -> Stage {
        show_sign_up(&self.ports, secret).await.unwrap().sign_up.entry.stage
    }
}

fn typed(class: &str, pupils: u16) -> TypedParty {
    TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: class.into(),
        grade: "grade-6".into(),
        pupils: pupils.to_string(),
        adults: "2".into(),
        name: "Lone".into(),
        email: format!("{class}@skole.dk"),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    }
}

fn child() -> TypedParty {
    TypedParty {
        kind: "child".into(),
        child: "Alma".into(),
        age: "11".into(),
        name: "Mette Holm".into(),
        email: "mette@hjem.dk".into(),
        agrees: true,
        ..TypedParty::default()
    }
}

fn with_kin(second: &str) -> TypedKin {
    TypedKin {
        second_name: "Ali Holm".into(),
        second_email: second.into(),
        emergency_name: "Farmor".into(),
        emergency_phone: "20 12 34 56".into(),
    }
}

#[tokio::test]
async fn a_second_guardian_is_told_what_the_first_is_told_once_the_first_has_consented() {
    let house = House::with_seats(3).await;
    house.send("k", &TypedParty { kin: with_kin("ali@hjem.dk"), ..child() }).await.unwrap();
    let asked = house.letters().await;
    assert_eq!(asked.len(), 1, "one guardian is asked");
    let first = confirm_sign_up(&house.ports, asked[0].secret.as_ref().unwrap()).await.unwrap();
    let told = house.letters().await;
    let by: Vec<_> = told.iter().map(|it| it.named_by.is_some()).collect();
    assert_eq!((told.len(), by), (2, vec![false, true]));
    assert!(told.iter().all(|it| it.news == SignUpNews::Confirmed));
    let second = told[1].secret.clone().unwrap();
    assert_eq!(house.stage(&second).await, Stage::Confirmed, "each has a link of their own");

    change_kin(&house.ports, &first.secret, &with_kin("bo@hjem.dk")).await.unwrap();
    let gone = show_sign_up(&house.ports, &second).await;
    assert!(matches!(gone, Err(SignUpError::DeadLink)), "whoever is taken off sees nothing more");
    let named = house.letters().await;
    assert_eq!((named.len(), named[0].news), (1, SignUpNews::NamedSecond));
    change_kin(&house.ports, &first.secret, &with_kin("bo@hjem.dk")).await.unwrap();
    assert_eq!(house.letters().await, [], "nothing new is not told");
    let third = named[0].secret.clone().unwrap();
    cancel_sign_up(&house.ports, &third, true).await.unwrap();
    assert_eq!(house.stage(&first.secret).await, Stage::Gone(Gone::ConsentWithdrawn));
    let told = house.letters().await;
    let by_second = |it: &SignUpLetter| it.news == SignUpNews::ConsentWithdrawnBySecond;
    assert!(told.len() == 2 && told.iter().all(by_second), "{told:?}");
    let left = show_sign_up(&house.ports, &first.secret).await.unwrap().sign_up;
    assert_eq!(left.kin.emergency, None, "nobody is called about a child that does not come");
    let late = change_kin(&house.ports, &first.secret, &with_kin("")).await;
    assert!(matches!(late, Err(SignUpError::DeadLink)));
}

#[tokio::test]
async fn a_second_guardian_gets_no_more_letters_from_forms_than_anybody() {
    let house = House::with_seats(9).await;
    let form = |n: u32| TypedParty {
        child: format!("Barn {n}"),
        email: format!("forælder{n}@hjem.dk"),
        kin: with_kin("ali@hjem.dk"),
        ..child()
    };
    for n in 0..5 {
        let email = format!("f{n}@hjem.dk");
        house.send(&format!("k{n}"), &TypedParty { email, ..form(n) }).await.unwrap();
    }
    let email = "f9@hjem.dk".to_owned();
    let told = house.send("k9", &TypedParty { email, ..form(9) }).await;
    assert!(matches!(told, Err(SignUpError::TooOften)));
    let refused = TypedParty { kin: with_kin("0112071234@hjem.dk"), ..child() };
    let told = house.send("cpr", &refused).await;
    assert!(matches!(told, Err(SignUpError::Fields(_))));
}

#[tokio::test]
async fn a_class_signs_up_is_confirmed_by_its_letter_changes_and_cancels() {
    let house = House::with_seats(30).await;
    let sent = house.send("k", &typed("6b", 24)).await.unwrap();
    let until = visit_now() + TimeDelta::minutes(30);
    assert_eq!(sent.admission, Admission::Held { until });
    let letter = house.letters().await.remove(0);
    assert_eq!((letter.news, letter.seats, letter.until), (SignUpNews::SeatsHeld, 24, Some(until)));
    let secret = letter.secret.unwrap();
    asked_to_confirm(&house.ports, &secret).await.unwrap();
    let done = confirm_sign_up(&house.ports, &secret).await.unwrap();
    assert_eq!(done.stage, Stage::Confirmed);
    let again = confirm_sign_up(&house.ports, &secret).await;
    assert!(matches!(again, Err(SignUpError::DeadLink)), "a link works once");
    let wrong = show_sign_up(&house.ports, &secret).await;
    assert!(matches!(wrong, Err(SignUpError::DeadLink)), "and for one thing");

    change_number(&house.ports, &done.secret, 26).await.unwrap();
    let shown = show_sign_up(&house.ports, &done.secret).await.unwrap();
    assert_eq!((shown.sign_up.entry.seats, shown.sign_up.party.seats(), shown.free), (26, 26, 4));
    let too_many = change_number(&house.ports, &done.secret, 31).await;
    assert!(matches!(too_many, Err(SignUpError::Refused(Refusal::NeverFits { seats: 30 }))));
    cancel_sign_up(&house.ports, &done.secret, false).await.unwrap();
    cancel_sign_up(&house.ports, &done.secret, false).await.unwrap();
    let news: Vec<_> = house.news().await.into_iter().map(|it| it.1).collect();
    let told = [SignUpNews::Confirmed, SignUpNews::NumberChanged, SignUpNews::Cancelled];
    assert_eq!(news, told, "once each");
}

#[tokio::test]
async fn whoever_waits_is_offered_seats_in_turn_and_answers() {
    let house = House::with_seats(30).await;
    let first = house.comes("6a", 28).await;
    let second = house.comes("6b", 24).await;
    let third = house.comes("6c", 2).await;
    let shown = show_sign_up(&house.ports, &third).await.unwrap();
    let position = shown.position.unwrap();
    assert_eq!((position.place, position.free, position.asked), (2, 2, 2));
    cancel_sign_up(&house.ports, &first, false).await.unwrap();
    let news = house.news().await;
    let told = |party: &str, news| (party.to_owned(), news);
    let expected = [
        told("6a", SignUpNews::Cancelled),
        told("6b", SignUpNews::Offered),
        told("6c", SignUpNews::Offered),
    ];
    assert_eq!(news, expected);
    answer_offer(&house.ports, &third, true).await.unwrap();
    assert_eq!(house.stage(&third).await, Stage::Confirmed);

    house.passes(TimeDelta::hours(48));
    for _ in 0..2 {
        settle_rosters(&house.ports).await.unwrap();
    }
    let passed = told("6b", SignUpNews::OfferPassed);
    assert_eq!(house.news().await, [told("6c", SignUpNews::Confirmed), passed]);
    let late = answer_offer(&house.ports, &second, true).await;
    assert!(matches!(late, Err(SignUpError::Refused(Refusal::Gone(_)))));
}

#[tokio::test]
async fn a_form_sent_twice_does_it_once_and_another_one_under_its_key_is_refused() {
    let house = House::with_seats(30).await;
    let first = house.send("k", &typed("6b", 24)).await.unwrap();
    house.passes(TimeDelta::minutes(5));
    for _ in 0..4 {
        assert_eq!(house.send("k", &typed("6b", 24)).await.unwrap(), first);
    }
    let other = house.send("k", &typed("6b", 23)).await;
    assert!(matches!(other, Err(SignUpError::OtherForm)));
    assert_eq!(house.letters().await.len(), 1);
    // The same party under another key is in already, and hears of it in a letter alone.
    let again = house.send("other", &typed("6b", 5)).await.unwrap();
    assert!(matches!(again.admission, Admission::Held { .. }));
    let news = house.news().await;
    assert_eq!(news, [("6b".to_owned(), SignUpNews::AlreadyIn)]);
    let roster = house.ports.sign_ups.roster(house.date).await.unwrap().unwrap();
    assert_eq!((roster.taken(), roster.entries().len()), (24, 1));
}

#[tokio::test]
async fn a_guardian_has_two_days_and_can_take_the_consent_back() {
    let house = House::with_seats(3).await;
    house.send("k", &child()).await.unwrap();
    let letter = house.letters().await.remove(0);
    assert_eq!(letter.news, SignUpNews::ConsentAsked);
    assert_eq!(letter.until, Some(visit_now() + TimeDelta::hours(48)));
    house.passes(TimeDelta::hours(47));
    settle_rosters(&house.ports).await.unwrap();
    let done = confirm_sign_up(&house.ports, &letter.secret.unwrap()).await.unwrap();
    let shown = show_sign_up(&house.ports, &done.secret).await.unwrap();
    let consent = shown.sign_up.consent.unwrap();
    assert_eq!((consent.given_at, consent.withdrawn_at), (house.clock.now(), None));
    cancel_sign_up(&house.ports, &done.secret, true).await.unwrap();
    let shown = show_sign_up(&house.ports, &done.secret).await.unwrap();
    assert_eq!(shown.sign_up.consent.unwrap().withdrawn_at, Some(house.clock.now()));
    let news: Vec<_> = house.news().await.into_iter().map(|it| it.1).collect();
    assert_eq!(news, [SignUpNews::Confirmed, SignUpNews::ConsentWithdrawn]);
}

#[tokio::test]
async fn a_guardian_is_reminded_once_and_whoever_comes_twice_by_day() {
    let house = House::with_seats(30).await;
    house.send("k", &child()).await.unwrap();
    let class = house.comes("6b", 24).await;
    house.passes(TimeDelta::hours(25));
    for _ in 0..2 {
        remind_parties(&house.ports).await.unwrap();
    }
    let letter = house.letters().await.remove(0);
    assert_eq!((letter.news, letter.party.as_str()), (SignUpNews::ConsentReminder, "Alma"));
    confirm_sign_up(&house.ports, &letter.secret.unwrap()).await.unwrap();
    let _ = house.letters().await;
    cancel_sign_up(&house.ports, &class, false).await.unwrap();
    let _ = house.letters().await;
    for (days, news) in [(24, Some(SignUpNews::InAWeek)), (4, Some(SignUpNews::Tomorrow))] {
        house.passes(TimeDelta::days(days) - TimeDelta::hours(13));
        remind_parties(&house.ports).await.unwrap();
        assert_eq!(house.news().await, [], "it is night");
        house.passes(TimeDelta::hours(13));
        remind_parties(&house.ports).await.unwrap();
        remind_parties(&house.ports).await.unwrap();
        assert_eq!(house.news().await.first().map(|it| it.1), news);
    }
}

#[tokio::test]
async fn what_a_form_says_is_checked_whatever_it_showed() {
    let house = House::with_seats(10).await;
    let wrong = TypedParty { grade: "grade-1".into(), ..typed("6b", 8) };
    assert!(matches!(house.send("k", &wrong).await, Err(SignUpError::Fields(_))));
    let no_wait = TypedParty { waits: false, ..typed("6b", 11) };
    let never = house.send("k", &no_wait).await;
    assert!(matches!(never, Err(SignUpError::Refused(Refusal::NeverFits { seats: 10 }))));
    house.comes("6a", 8).await;
    let full = house.send("k", &TypedParty { waits: false, ..typed("6b", 8) }).await;
    let expected = Refusal::Full { free: 2, others_wait: false };
    assert!(matches!(full, Err(SignUpError::Refused(it)) if it == expected));
    house.passes(TimeDelta::days(28));
    let late = house.send("k", &typed("6b", 1)).await;
    assert!(matches!(late, Err(SignUpError::Refused(Refusal::Closed))));
}

#[tokio::test]
async fn lists_hear_of_seats_once() {
    let house = House::with_seats(10).await;
    house.comes("6a", 8).await;
    assert_eq!(tell_seats(&house.ports).await.unwrap(), 1);
    assert_eq!(tell_seats(&house.ports).await.unwrap(), 0);
}

#[tokio::test]
async fn memory_keeps_the_promises() {
    let rosters = MemoryStore::default();
    sign_up_contract::keeps_rosters(&rosters, &rosters).await;
    let due = MemoryStore::default();
    sign_up_contract::tells_which_rosters_are_due(&due, &due).await;
    let sign_ups = MemoryStore::default();
    sign_up_contract::keeps_sign_ups(&sign_ups, &sign_ups).await;
    let moved = MemoryStore::default();
    organiser_contract::moves_parties(&moved, &moved).await;
    let own = MemoryStore::default();
    organiser_contract::finds_own_sign_ups(&own, &own).await;
    let reports = MemoryStore::default();
    report_contract::keeps_reports(&reports, &reports).await;
    let answers = MemoryStore::default();
    interest_contract::counts_answers(&answers, &answers).await;
}
