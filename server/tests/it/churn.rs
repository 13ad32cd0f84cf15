//! Many people do everything that can be done with a few dates, at once and often twice: nothing
//! is oversold, nothing is lost, every step is written down, and whoever waits is not forgotten.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use application::{
    signup::{
        SignUpError, answer_offer, cancel_sign_up, change_number, confirm_sign_up, settle_rosters,
        sign_up,
    },
    testing::sign_up_contract::{a_visit, fill_visits, visit_date, visit_now},
};
use chrono::TimeDelta;
use domain::{
    catalogue::OccurrenceId,
    identity::{Letter, LetterLanguage, Secret},
    signup::{Stage, Step, TypedParty},
};

use crate::{
    people::{Person, letters, location},
    testbed::{On, Testbed, times},
};

/// Numbers that look like chance, and are the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963);
        (self.0 >> 33) % sides
    }
}

fn typed(who: u64, pupils: u64) -> TypedParty {
    TypedParty {
        kind: "class".into(),
        school: "Munkebjergskolen".into(),
        class: format!("{who}"),
        grade: "grade-6".into(),
        pupils: pupils.to_string(),
        name: "Lone".into(),
        email: format!("lone{who}@skole.dk"),
        agrees: true,
        waits: true,
        ..TypedParty::default()
    }
}

/// What people may be told that is no fault of the portal.
fn is_fine<T>(told: Result<T, SignUpError>) {
    match told {
        Ok(_)
        | Err(
            SignUpError::Refused(_)
            | SignUpError::DeadLink
            | SignUpError::TooOften
            | SignUpError::OtherForm
            | SignUpError::Fields(_),
        ) => {}
        Err(error) => panic!("{error:?}"),
    }
}

/// So many do so much in each round.
const HANDS: u64 = 8;
const STEPS: u64 = 25;

/// The same over HTTP, as a browser without scripts asks it; answers the secret of a page that was
/// opened so. Nothing that anybody sends is a fault of the portal.
async fn in_a_browser(
    portal: &Testbed,
    date: OccurrenceId,
    (kind, secret): (u64, Option<&Secret>),
    (key, typed): (&str, &TypedParty),
) -> Option<Secret> {
    let at = |place: &str, rest: &str| {
        let secret = secret.map(Secret::text).unwrap_or_default();
        format!("/{place}/{secret}{rest}")
    };
    let (path, fields) = match (kind, secret) {
        (0..=3, _) | (_, None) => {
            let fields = vec![
                ("kind", typed.kind.as_str()),
                ("key", key),
                ("school", &typed.school),
                ("class", &typed.class),
                ("grade", &typed.grade),
                ("pupils", &typed.pupils),
                ("name", &typed.name),
                ("email", &typed.email),
                ("agrees", "yes"),
                ("waits", "yes"),
            ];
            (format!("/tilmelding/{}", date.0), fields)
        }
        (4 | 5, _) => (at("bekraeft-tilmelding", ""), vec![]),
        (6, _) => (at("min-tilmelding", "/afmeld"), vec![]),
        (7, _) => (at("min-tilmelding", "/antal"), vec![("pupils", typed.pupils.as_str())]),
        _ => (at("min-tilmelding", "/tilbud"), vec![("answer", "yes")]),
    };
    let answer = Person::default().submits(portal, &path, &fields).await;
    assert!(answer.0.as_u16() < 500, "{path}: {} {}", answer.0, answer.2);
    let own = location(&answer).strip_prefix("/min-tilmelding/")?.split('?').next()?;
    own.parse().ok()
}

/// One of many who sign up, and who do with whatever page or letter is at hand what can be done;
/// one in ten does so in a browser.
async fn somebody(portal: Arc<Testbed>, dates: Vec<OccurrenceId>, n: u64, found: Arc<Found>) {
    let (ports, mut dice) = (portal.plugs.ports.clone(), Dice(n + 1));
    for step in 0..STEPS {
        let times = if dice.roll(5) == 0 { 2 } else { 1 };
        let date = dates[usize::try_from(dice.roll(dates.len() as u64)).expect("a date")];
        let (kind, pupils) = (dice.roll(10), 1 + dice.roll(6));
        let secret = {
            let pages = if kind < 6 { &found.letters } else { &found.pages };
            let pages = pages.lock().expect("nobody broke it");
            let n = usize::try_from(dice.roll(1 + pages.len() as u64)).expect("a page");
            pages.get(n).cloned()
        };
        let (key, typed) = (format!("churn-{n:04}-{step:04}-key"), typed(n * 100 + step, pupils));
        if dice.roll(10) == 0 {
            for _ in 0..times {
                found.in_browsers.fetch_add(1, Ordering::Relaxed);
                let page = (kind, secret.as_ref());
                let opened = in_a_browser(&portal, date, page, (&key, &typed)).await;
                found.pages.lock().expect("nobody broke it").extend(opened);
            }
            continue;
        }
        for _ in 0..times {
            match (kind, &secret) {
                (0..=3, _) | (_, None) => {
                    let key = key.parse().expect("a key");
                    is_fine(sign_up(&ports, date, key, &typed, LetterLanguage::Danish).await);
                }
                (4 | 5, Some(secret)) => match confirm_sign_up(&ports, secret).await {
                    Ok(done) => found.pages.lock().expect("nobody broke it").push(done.secret),
                    told => is_fine(told),
                },
                (6, Some(secret)) => is_fine(cancel_sign_up(&ports, secret, false).await),
                (7, Some(secret)) => {
                    let pupils = u16::try_from(pupils).expect("few");
                    is_fine(change_number(&ports, secret, pupils).await);
                }
                (8, Some(secret)) => is_fine(answer_offer(&ports, secret, dice.roll(3) > 0).await),
                (_, Some(_)) => is_fine(settle_rosters(&ports).await),
            }
        }
    }
}

/// What was found in letters, and the pages that were opened with it.
#[derive(Default)]
struct Found {
    letters: std::sync::Mutex<Vec<Secret>>,
    pages: std::sync::Mutex<Vec<Secret>>,
    in_browsers: AtomicUsize,
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn whatever_many_do_at_once_and_twice_nothing_is_wrong_afterwards() {
    let rounds = u64::try_from(times(2_000)).expect("a number").div_ceil(HANDS * STEPS);
    for on in [On::Sqlite, On::PostgreSql] {
        let mut portal = Testbed::start(on).await;
        // However often they ask, they sit everywhere.
        portal.peer = None;
        let portal = Arc::new(portal);
        portal.clock.set(visit_now());
        let dates = fill_visits(&*portal.plugs.ports.store, &[12, 8]).await;
        let found = Arc::new(Found::default());
        for round in 0..rounds {
            let mut running = tokio::task::JoinSet::new();
            for n in 0..HANDS {
                let (portal, dates) = (portal.clone(), dates.clone());
                running.spawn(somebody(portal, dates, round * HANDS + n, found.clone()));
            }
            running.join_all().await;
            let told = letters(&portal).await.into_iter().filter_map(|it| match it.letter {
                Letter::SignUp { letter } if letter.news.asks() => letter.secret,
                _ => None,
            });
            found.letters.lock().expect("nobody broke it").extend(told);
            let faults = portal.plugs.database.verify().await.expect("an answer");
            assert_eq!(faults, Vec::<String>::new(), "{on:?}, round {round}");
            give(&portal, [5, 20, 9, 12][usize::try_from(round % 4).expect("a round")]).await;
            portal.clock.set(visit_now() + TimeDelta::minutes(20 * (1 + round).cast_signed()));
            while settle_rosters(&portal.plugs.ports).await.expect("an answer") > 0 {}
            let now = portal.plugs.ports.clock.now();
            for date in &dates {
                let roster = portal.plugs.ports.sign_ups.roster(*date).await.expect("a read");
                let faults = roster.expect("a roster").faults(now);
                assert_eq!(faults, vec![], "{on:?}, round {round}");
            }
        }
        for date in &dates {
            nobody_was_passed_over(&portal, *date).await;
        }
        let steps =
            steps_of(&portal, dates[0]).await.len() + steps_of(&portal, dates[1]).await.len();
        let asked = found.in_browsers.load(Ordering::Relaxed);
        println!(
            "{on:?}: {} operations, {asked} requests of browsers among them, {steps} steps, 0 faults",
            rounds * HANDS * STEPS
        );
        assert!(asked > 0, "no browser asked anything");
        assert!(!found.pages.lock().expect("nobody broke it").is_empty(), "nothing was tried");
    }
}

/// Every step of a date with whose it was, in the order in which they were taken.
async fn steps_of(portal: &Testbed, date: OccurrenceId) -> Vec<(u64, Step)> {
    let reader = &portal.plugs.ports.sign_ups;
    let mut steps = Vec::new();
    for it in reader.sign_ups_of(date).await.expect("a read") {
        let its = reader.steps_of(it.id).await.expect("a read");
        steps.extend(its.into_iter().map(|step| (it.entry.turn, step)));
    }
    steps.sort_unstable_by_key(|it| it.1.n);
    steps
}

/// The fewest seats that the first date ever has: whoever wants no more has its turn.
const FEWEST: u16 = 5;

/// Told from the steps alone: whenever seats were offered, nobody stood before.
async fn nobody_was_passed_over(portal: &Testbed, date: OccurrenceId) {
    let mut waiting = BTreeMap::new();
    for (turn, step) in steps_of(portal, date).await {
        // Whoever has an offer and comes with fewer keeps it: that is no new one.
        let had_one = matches!(step.from, Some(Stage::Offered { .. }));
        if matches!(step.to, Stage::Offered { .. }) && !had_one {
            let before: Vec<_> = waiting.range(..turn).filter(|it| *it.1 <= FEWEST).collect();
            assert!(before.is_empty(), "{before:?} stood before {turn}: {step:?}");
        }
        if step.to == Stage::Waiting {
            waiting.insert(turn, step.seats);
        } else {
            waiting.remove(&turn);
        }
    }
}

/// The organiser gives another number of seats for the first date.
async fn give(portal: &Testbed, seats: u32) {
    let mut tx = portal.plugs.ports.store.begin().await.expect("a transaction");
    let visit = tx.activities().by_id(a_visit(0, 12).id).await.expect("a read");
    let mut visit = visit.expect("an activity");
    let said = visit.particulars().clone();
    visit.revise(said, vec![visit_date(0, seats)], visit_now());
    tx.activities().save(&[visit]).await.expect("a write");
    tx.commit().await.expect("a commit");
}
