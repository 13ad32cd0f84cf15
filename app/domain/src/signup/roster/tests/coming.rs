//! Seats of the silent that are freed are given by the roster's own rules.

use super::*;
use crate::signup::{Coming, ComingDue, ComingRule};

/// What the clock does about each party of a roster at an hour, as whoever looks after it does.
fn look_after(roster: &mut Roster, coming: &mut [Coming], now: i64) -> u32 {
    roster.settle(at(now));
    let mut freed = 0;
    for (n, it) in (0..).zip(coming.iter_mut()) {
        let Some(stage) = roster.entry(id(n)).map(|it| it.stage) else { continue };
        let rule = roster.kept().coming;
        let due = it.due((rule, roster.date()), (stage, at(0)), at(now));
        let Some(due) = due else { continue };
        if due == ComingDue::Free {
            roster.leave(id(n), Gone::NotHeardFrom, at(now)).unwrap();
            freed += 1;
        }
        *it = it.noting(due, at(now));
    }
    freed
}

#[test]
fn the_next_in_line_is_offered_the_seats_of_the_silent_with_the_reason_written_down() {
    let mut roster = roster(10, WaitingRule::StrictOrder);
    // Asked on the sixteenth day; the list closes on the twentieth.
    roster.ask_by(ComingRule::new(Some(5), Some(3)).unwrap(), at(0));
    comes(&mut roster, 0, 8, 0);
    comes(&mut roster, 1, 6, 0);
    let mut coming = [Coming::default(); 2];
    let mut freed = 0;
    for day in 0..19 {
        freed += look_after(&mut roster, &mut coming, day * DAY);
    }
    assert_eq!(freed, 1);
    assert_eq!(stage(&roster, 0), Err(Some(Gone::NotHeardFrom)));
    assert_eq!(stage(&roster, 1), Ok("offered"));
    let reasons: Vec<Reason> = roster.steps().iter().rev().take(2).map(|it| it.reason).collect();
    assert_eq!(reasons, [Reason::InTurn, Reason::NotHeardFrom]);
    assert_eq!(coming[1], Coming::default(), "whoever waits is not asked");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn nothing_is_ever_wrong_with_a_roster_whose_silent_are_freed(
        limit in 1u32..12,
        sizes in prop::collection::vec(1u16..6, 1..12),
        says_yes in prop::collection::vec(any::<bool>(), 12),
        asks in 2u8..20,
        frees in prop::option::of(1u8..18),
        fills in any::<bool>(),
        every in 1i64..40,
    ) {
        let Ok(rule) = ComingRule::new(Some(asks), frees) else { return Ok(()) };
        let by = if fills { WaitingRule::FillGaps } else { WaitingRule::StrictOrder };
        let mut roster = roster(limit, by);
        roster.ask_by(rule, at(0));
        for (n, seats) in (0..).zip(&sizes) {
            if roster.sign_up(wish(n, *seats), at(0)).is_ok() {
                roster.confirm(id(n), at(0)).unwrap();
            }
        }
        let before: Vec<_> = roster.entries().to_vec();
        let mut coming = vec![Coming::default(); sizes.len()];
        let mut hour = 0;
        while hour * 60 < STARTS {
            let now = hour * 60;
            look_after(&mut roster, &mut coming, now);
            prop_assert_eq!(roster.faults(at(now)), vec![]);
            for ((n, it), yes) in (0..).zip(coming.iter_mut()).zip(&says_yes) {
                let comes = roster.entry(id(n)).is_some_and(|it| it.stage == Stage::Confirmed);
                if *yes && comes {
                    *it = it.saying_yes(at(now));
                }
            }
            hour += every;
        }
        for it in &before {
            let coming = coming[usize::try_from(it.id.0.as_u128()).unwrap()];
            let stage = roster.entry(it.id).unwrap().stage;
            let freed = stage == Stage::Gone(Gone::NotHeardFrom);
            let is_silent = coming.reminded_at.is_some() && coming.yes_at.is_none();
            prop_assert!(!freed || (is_silent && rule.frees().is_some()));
        }
    }
}
