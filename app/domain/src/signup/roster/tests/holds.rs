//! Seats that are kept unanswered: many can be, but not again and again, and nobody is sent away
//! for it.

use super::*;

/// A party for which seats are kept for so long; each is another one.
fn asks(n: u32, seats: u16, hours: i64) -> Wish {
    let id = SignUpId(Uuid::from_u128(n.into()));
    let patience = if hours == 0 { TimeDelta::minutes(30) } else { TimeDelta::hours(hours) };
    Wish { id, key: PartyKey::kept(n.to_string()), seats, patience, waits: false }
}

fn is_kept(told: Result<Admission, Refusal>) -> bool {
    matches!(told, Ok(Admission::Held { .. }))
}

fn is_for_who_answers(told: Result<Admission, Refusal>) -> bool {
    matches!(told, Ok(Admission::FirstToAnswer { .. }))
}

#[test]
fn the_first_time_all_seats_can_be_kept_and_the_next_time_a_third() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    assert!((0..30).all(|n| is_kept(roster.sign_up(asks(n, 1, 0), at(0)))));
    // Nobody answers; half an hour later the seats are back.
    let kept = (30..60).filter(|n| is_kept(roster.sign_up(asks(*n, 1, 0), at(30)))).count();
    assert_eq!((kept, roster.free()), (10, 20));
    // Whoever comes now and answers has a seat, and is not asked twice.
    assert!(is_for_who_answers(roster.sign_up(asks(60, 20, 0), at(31))));
    let it = asks(60, 20, 0).id;
    assert_eq!(roster.confirm(it, at(32)), Ok(Stage::Confirmed));
    assert_eq!(roster.free(), 0);
    let why: Vec<_> = roster.steps().iter().filter(|step| step.sign_up == it).collect();
    assert_eq!((why.len(), why[0].reason), (2, Reason::FirstToAnswer));
}

#[test]
fn a_few_who_forget_are_felt_by_few_and_forgotten_after_six_hours() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    assert!((0..3).all(|n| is_kept(roster.sign_up(asks(n, 1, 0), at(0)))));
    let kept = (10..40).filter(|n| is_kept(roster.sign_up(asks(*n, 1, 0), at(40)))).count();
    assert_eq!(kept, 27);
    for n in 10..40 {
        roster.leave(asks(n, 1, 0).id, Gone::Cancelled, at(41)).unwrap();
    }
    let kept =
        (50..80).filter(|n| is_kept(roster.sign_up(asks(*n, 1, 0), at(40 + 6 * 60)))).count();
    assert_eq!(kept, 30);
}

#[test]
fn half_of_the_seats_are_kept_for_two_days_and_a_guardian_who_answers_gets_one_of_the_others() {
    let mut roster = roster(5, WaitingRule::StrictOrder);
    let kept = (0..5).filter(|n| is_kept(roster.sign_up(asks(*n, 1, 48), at(0)))).count();
    assert_eq!(kept, 3);
    assert_eq!(roster.confirm(asks(4, 1, 48).id, at(1)), Ok(Stage::Confirmed));
    let mut alone = super::roster(1, WaitingRule::StrictOrder);
    assert!(is_kept(alone.sign_up(asks(0, 1, 48), at(0))), "one is half of one");
}

#[test]
fn whoever_has_not_answered_stands_in_nobodys_way() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 2, 0);
    // Somebody wants more than there is, and does not answer.
    let wants = Wish { waits: true, ..asks(100, 29, 0) };
    assert!(matches!(roster.sign_up(wants, at(1)), Ok(Admission::Queued { .. })));
    assert!(is_for_who_answers(roster.sign_up(asks(101, 20, 0), at(2))), "28 are free");
    assert_eq!(roster.confirm(asks(101, 20, 0).id, at(3)), Ok(Stage::Confirmed));
    // Whoever has answered and waits is before others.
    assert_eq!(roster.confirm(asks(100, 29, 0).id, at(4)), Ok(Stage::Waiting));
    let full = Refusal::Full { free: 8, others_wait: true };
    assert_eq!(roster.sign_up(asks(102, 1, 0), at(5)), Err(full));
}

#[test]
fn a_rush_is_answered_as_if_nothing_were_bounded() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    let told: Vec<_> = (0..500).map(|n| roster.sign_up(asks(n, 1, 0), at(0))).collect();
    assert!(told[..30].iter().all(|it| is_kept(*it)), "whoever is among the first has a seat");
    let full = Refusal::Full { free: 0, others_wait: false };
    assert!(told[30..].iter().all(|it| *it == Err(full)), "others hear at once that there is none");
    // As many answer as in any other rush; those who do not are few, and felt by few.
    for n in 0..27 {
        assert_eq!(roster.confirm(asks(n, 1, 0).id, at(10)), Ok(Stage::Confirmed));
    }
    let kept = (500..600).filter(|n| is_kept(roster.sign_up(asks(*n, 1, 0), at(31)))).count();
    assert_eq!(kept, 3, "what was left is kept for whoever comes next");
}

#[test]
fn no_guardian_of_a_rush_is_sent_away_while_there_are_seats_and_all_who_answer_know_where_they_stand()
 {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    for n in 0..500 {
        assert!(roster.sign_up(asks(n, 1, 48), at(0)).is_ok(), "{n}");
    }
    let stages: Vec<_> = (0..500).rev().map(|n| roster.confirm(asks(n, 1, 48).id, at(1))).collect();
    let come = stages.iter().filter(|it| **it == Ok(Stage::Confirmed)).count();
    let wait = stages.iter().filter(|it| **it == Ok(Stage::Waiting)).count();
    assert_eq!((come, wait, roster.free()), (30, 470, 0));
    assert_eq!(roster.faults(at(1)), vec![]);
}

/// Somebody who makes up addresses, minute by minute.
fn made_up() -> impl Strategy<Value = Vec<(u16, i64, i64)>> {
    prop::collection::vec((1u16..12, prop::sample::select(vec![0i64, 48]), 0i64..40), 1..80)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn whatever_is_made_up_seats_are_kept_within_bounds_and_nobody_is_sent_away_while_there_are_some(
        seats in 1u32..40, asked in made_up()
    ) {
        let mut roster = roster(seats, WaitingRule::StrictOrder);
        let mut now = 0;
        for (n, (party, hours, pause)) in (0..).zip(asked) {
            now += pause;
            let told = roster.sign_up(asks(n, party, hours), at(now));
            let kept = |from: i64| -> u32 {
                let is_long = |it: &&Entry| matches!(it.stage, Stage::Held { until } if until > at(from));
                roster.entries().iter().filter(is_long).map(|it| u32::from(it.seats)).sum()
            };
            let lapsed = roster.kept().lapsed.filter(|it| at(now) < it.since + Lapsed::REMEMBERED);
            let most = seats.saturating_sub(lapsed.map_or(0, |it| it.seats)).max(seats.div_ceil(3));
            match told {
                Ok(Admission::Held { .. }) => {
                    prop_assert!(kept(now) <= most, "{} of {} at {}", kept(now), most, now);
                    prop_assert!(hours == 0 || kept(now + 30) <= seats.div_ceil(2));
                }
                Ok(_) => {}
                Err(Refusal::Full { free, .. }) => prop_assert!(free < u32::from(party)),
                Err(why) => prop_assert_eq!(why, Refusal::NeverFits { seats }),
            }
            prop_assert_eq!(roster.faults(at(now)), vec![]);
        }
    }

    #[test]
    fn once_addresses_were_made_up_whoever_answers_at_once_gets_seats_until_few_are_left(
        seats in 3u32..40, every in 1i64..30, hours in prop::sample::select(vec![0i64, 48])
    ) {
        let mut roster = roster(seats, WaitingRule::StrictOrder);
        // They take all that they can, again and again.
        let mut n = 0;
        let mut grab = |roster: &mut Roster, now| {
            loop {
                n += 1;
                if !is_kept(roster.sign_up(asks(n, 1, hours), at(now))) {
                    break;
                }
            }
        };
        grab(&mut roster, 0);
        let first = if hours == 0 { 30 } else { 48 * 60 };
        let (mut come, mut now) = (0, first);
        let kept_for_them = seats.div_ceil(3).max(if hours == 0 { 0 } else { seats.div_ceil(2) });
        while come < seats - kept_for_them && now < first + 5 * 60 {
            grab(&mut roster, now);
            let honest = asks(1_000_000 + come, 1, 0);
            let told = roster.sign_up(honest.clone(), at(now));
            prop_assert!(told.is_ok(), "{:?} at {}", told, now);
            prop_assert_eq!(roster.confirm(honest.id, at(now)), Ok(Stage::Confirmed));
            come += 1;
            now += every;
        }
    }
}
