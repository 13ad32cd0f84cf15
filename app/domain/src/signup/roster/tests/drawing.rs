//! Seats that are drawn.

use super::*;
use crate::signup::{
    DateDraw, DrawDone, Drawn, LotNumber, Priority, PriorityClass, PublicNumber, Seed, Standing,
    WhyDrawn,
};

/// Of the parties 1 to 8 the order is 8, 3, 4, 7, 1, 2, 6, 5.
fn draw(at_minute: i64) -> DateDraw {
    let seed = Seed::of(std::array::from_fn(|n| u8::try_from(n).unwrap()));
    DateDraw { seed, priority: Priority::ByLot, draws_at: at(at_minute), done: None }
}

fn drawing(limit: u32) -> Roster {
    let mut roster = roster(limit, WaitingRule::StrictOrder);
    roster.have_drawn(Some(draw(DAY)), at(0)).unwrap();
    roster
}

fn by_lot(_: SignUpId) -> PriorityClass {
    PriorityClass::FIRST
}

#[test]
fn until_the_draw_nobody_gets_a_seat_by_coming_early() {
    let mut roster = drawing(30);
    assert_eq!(roster.sign_up(wish(1, 20), at(1)), Ok(Admission::Queued { until: at(31) }));
    assert_eq!(roster.confirm(id(1), at(2)), Ok(Stage::Waiting));
    // Whoever would not wait is in the draw all the same.
    let hurried = Wish { waits: false, ..wish(2, 5) };
    assert_eq!(roster.sign_up(hurried, at(3)), Ok(Admission::Queued { until: at(33) }));
    roster.settle(at(40));
    assert_eq!((stage(&roster, 1), roster.taken()), (Ok("waiting"), 0));
    assert_eq!(stage(&roster, 2), Err(Some(Gone::Lapsed)));
    assert_eq!(roster.next_at(), Some(at(DAY)));
    assert_eq!(roster.faults(at(40)), []);
    assert!(!roster.is_to_be_drawn(at(DAY - 1)) && roster.is_to_be_drawn(at(DAY)));
}

#[test]
fn the_draw_gives_seats_by_lot_and_everybody_can_hear_why() {
    let mut roster = drawing(30);
    for (n, seats) in [(1, 10), (2, 5), (3, 20), (4, 24)] {
        comes(&mut roster, n, seats, 1);
    }
    roster.draw(by_lot, at(DAY));
    // The lots say 3, 4, 1, 2: twenty seats go, then 24 are too many for ten, then ten go.
    let stages: Vec<StageOf> = (1..=4).map(|n| stage(&roster, n)).collect();
    assert_eq!(stages, [Ok("confirmed"), Ok("waiting"), Ok("confirmed"), Ok("waiting")]);
    let line = |n| roster.position(id(n)).unwrap().place;
    assert_eq!((line(4), line(2)), (1, 2), "the line is in the order of the lots");
    let done = DrawDone { at: at(DAY), seats: 30 };
    assert_eq!(roster.kept().draw.unwrap().done, Some(done));
    let why = Drawn::why(roster.drawn(), done, PublicNumber(4));
    let too_many = WhyDrawn { rank: 2, of: 4, seats: 24, is_in: false, last_in: Some(1), left: 10 };
    assert_eq!(why, Some(too_many));
    let why = Drawn::why(roster.drawn(), done, PublicNumber(2)).unwrap();
    assert_eq!((why.rank, why.last_in, why.left), (4, Some(3), 0));
    assert_eq!(Drawn::why(roster.drawn(), done, PublicNumber(9)), None);
    let told: Vec<Reason> = roster.steps().iter().map(|it| it.reason).collect();
    assert_eq!(
        told[told.len() - 4..],
        [Reason::Drawn, Reason::NotDrawn, Reason::Drawn, Reason::NotDrawn]
    );
    assert_eq!(roster.faults(at(DAY)), []);
}

#[test]
fn a_draw_takes_place_once_and_what_follows_goes_as_ever() {
    let mut roster = drawing(10);
    for n in 1..=3 {
        comes(&mut roster, n, 5, 1);
    }
    roster.draw(by_lot, at(DAY));
    let (steps, seed) = (roster.steps().len(), roster.kept().draw.unwrap().seed_for_all());
    assert!(seed.is_some());
    roster.draw(by_lot, at(DAY + 1));
    assert_eq!(roster.steps().len(), steps);
    // Party 2 has the last lot. Whoever comes now stands behind it, and seats that come back are
    // offered to it.
    comes(&mut roster, 4, 5, DAY + 2);
    roster.leave(id(3), Gone::Cancelled, at(DAY + 3)).unwrap();
    assert_eq!((stage(&roster, 2), stage(&roster, 4)), (Ok("offered"), Ok("waiting")));
    assert_eq!(roster.have_drawn(None, at(DAY + 4)), Err(Refusal::NotEmpty));
}

#[test]
fn what_a_draw_leaves_goes_to_whoever_comes_first() {
    let mut roster = drawing(10);
    comes(&mut roster, 1, 4, 1);
    roster.draw(by_lot, at(DAY));
    let held = Admission::Held { until: at(DAY + 31) };
    assert_eq!(roster.sign_up(wish(2, 6), at(DAY + 1)), Ok(held));
}

#[test]
fn a_priority_comes_before_the_lots() {
    let mut roster = drawing(5);
    for n in [1, 2, 3] {
        comes(&mut roster, n, 5, 1);
    }
    let class = |it: SignUpId| if it == id(2) { PriorityClass::FIRST } else { PriorityClass::THEN };
    roster.draw(class, at(DAY));
    assert_eq!(stage(&roster, 2), Ok("confirmed"));
    let first = Standing { class: PriorityClass::FIRST, lot: LotNumber(3) };
    assert_eq!(roster.drawn()[0].standing, first);
}

#[test]
fn a_draw_is_chosen_before_anybody_signs_up_and_keeps_its_promise() {
    let mut roster = drawing(10);
    let promise = roster.kept().draw.unwrap().promise();
    let other = DateDraw { seed: Seed::of([9; 32]), ..draw(2 * DAY) };
    roster.have_drawn(Some(other), at(1)).unwrap();
    let kept = roster.kept().draw.unwrap();
    assert_eq!((kept.promise(), kept.draws_at), (promise, at(2 * DAY)));
    for wrong in [0, CLOSES + 1] {
        assert_eq!(roster.have_drawn(Some(draw(wrong)), at(1)), Err(Refusal::DrawTime));
    }
    roster.sign_up(wish(1, 1), at(2)).unwrap();
    assert_eq!(roster.have_drawn(Some(draw(DAY)), at(2)), Err(Refusal::NotEmpty));
    let mut free = roster_of_nobody();
    free.have_drawn(Some(draw(DAY)), at(0)).unwrap();
    free.have_drawn(None, at(1)).unwrap();
    assert_eq!(free.sign_up(wish(1, 1), at(2)), Ok(Admission::Held { until: at(32) }));
}

fn roster_of_nobody() -> Roster {
    roster(10, WaitingRule::StrictOrder)
}

#[test]
fn a_draw_that_comes_late_is_a_draw_until_the_date_begins() {
    let early = || {
        let mut roster = drawing(10);
        comes(&mut roster, 1, 10, 1);
        comes(&mut roster, 2, 10, 1);
        roster
    };
    let mut late = early();
    late.draw(by_lot, at(CLOSES + 5));
    assert_eq!(stage(&late, 1), Ok("confirmed"));
    assert_eq!(stage(&late, 2), Err(Some(Gone::ListClosed)));
    let mut too_late = early();
    too_late.draw(by_lot, at(STARTS));
    assert_eq!(stage(&too_late, 1), Err(Some(Gone::ListClosed)));
    assert!(too_late.kept().draw.unwrap().done.is_some(), "it is looked at once");
    let mut off = early();
    off.call_off(at(2));
    off.draw(by_lot, at(DAY));
    assert_eq!((stage(&off, 1), off.next_at()), (Err(Some(Gone::DateCancelled)), None));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn whoever_is_in_a_draw_of_a_date_is_told_truly_and_no_seats_are_oversold(
        limit in 0u32..60,
        sizes in prop::collection::vec((1u16..28, 1u8..3), 0..20),
        chance in any::<[u8; 32]>(),
    ) {
        let mut roster = roster(limit, WaitingRule::StrictOrder);
        let wanted = DateDraw { seed: Seed::of(chance), ..draw(DAY) };
        roster.have_drawn(Some(wanted), at(0)).unwrap();
        for (n, (seats, _)) in (1..).zip(&sizes) {
            if roster.sign_up(wish(n, *seats), at(1)).is_ok() {
                roster.confirm(id(n), at(1)).unwrap();
            }
        }
        let class = |it: SignUpId| {
            let at = (1..).zip(&sizes).find(|(n, _)| id(*n) == it);
            PriorityClass(at.map_or(1, |(_, (_, class))| *class))
        };
        roster.draw(class, at(DAY));
        prop_assert_eq!(roster.faults(at(DAY)), []);
        let done = roster.kept().draw.unwrap().done.unwrap();
        for it in roster.drawn() {
            let why = Drawn::why(roster.drawn(), done, it.number).unwrap();
            prop_assert_eq!(why.is_in, u32::from(it.seats) <= why.left);
            prop_assert!(why.last_in.is_none_or(|last| last < why.rank));
        }
    }
}
