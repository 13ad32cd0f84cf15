//! Told histories, and random ones against a plain model.

mod coming;
mod control;
mod drawing;
mod holds;
mod model;

use chrono::{DateTime, TimeDelta, Utc};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::signup::{Reason, trials::trials};
use model::Model;

/// An instant, in minutes.
fn at(minutes: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + minutes * 60, 0).unwrap()
}

const DAY: i64 = 24 * 60;
/// Sign-up closes after twenty days, and the date begins a day later.
const CLOSES: i64 = 20 * DAY;
const STARTS: i64 = 21 * DAY;
const ENDS: i64 = STARTS + 120;

fn date(limit: u32) -> Date {
    Date {
        occurrence: OccurrenceId(Uuid::nil()),
        activity: ActivityId(Uuid::nil()),
        start: at(STARTS),
        end: at(ENDS),
        closes_at: at(CLOSES),
        limit,
        is_on: true,
    }
}

fn id(n: u8) -> SignUpId {
    SignUpId(Uuid::from_u128(n.into()))
}

fn wish(n: u8, seats: u16) -> Wish {
    let key = PartyKey::kept(n.to_string());
    Wish { id: id(n), key, seats, patience: TimeDelta::minutes(30), waits: true }
}

fn roster(limit: u32, rule: WaitingRule) -> Roster {
    Roster::open(date(limit), rule)
}

fn stage(roster: &Roster, n: u8) -> StageOf {
    match roster.entry(id(n)).map(|it| it.stage) {
        Some(Stage::Gone(why)) => Err(Some(why)),
        Some(stage) => Ok(stage.word().key()),
        None => Err(None),
    }
}

type StageOf = Result<&'static str, Option<Gone>>;

/// Signs a party up and answers its letter.
fn comes(roster: &mut Roster, n: u8, seats: u16, now: i64) {
    roster.sign_up(wish(n, seats), at(now)).unwrap();
    roster.confirm(id(n), at(now)).unwrap();
}

#[test]
fn seats_are_kept_for_half_an_hour_and_then_go_to_others() {
    let mut roster = roster(10, WaitingRule::StrictOrder);
    let held = roster.sign_up(wish(1, 10), at(0));
    assert_eq!(held, Ok(Admission::Held { until: at(30) }));
    assert_eq!(roster.sign_up(wish(2, 1), at(29)), Ok(Admission::Queued { until: at(59) }));
    assert_eq!(roster.confirm(id(2), at(30)), Ok(Stage::Confirmed), "there are seats by now");
    assert_eq!(stage(&roster, 1), Err(Some(Gone::Lapsed)));
    assert_eq!(roster.confirm(id(1), at(31)), Err(Refusal::Gone(Gone::Lapsed)));
    assert_eq!(roster.next_at(), None);
}

#[test]
fn a_party_stays_whole_and_is_told_where_it_stands() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 19, 0);
    let full = Refusal::Full { free: 11, others_wait: false };
    let sent_away = Wish { waits: false, ..wish(2, 24) };
    assert_eq!(roster.sign_up(sent_away, at(1)), Err(full));
    comes(&mut roster, 2, 24, 1);
    comes(&mut roster, 3, 24, 2);
    let second = Position { place: 2, free: 11, asked: 24 };
    assert_eq!(roster.position(id(3)), Some(second));
    assert_eq!(roster.line(), Line { free: 11, parties: vec![24, 24] });
    // Eleven seats are free, but whoever is first keeps its turn.
    comes(&mut roster, 4, 5, 3);
    assert_eq!(stage(&roster, 4), Ok("waiting"));
    roster.leave(id(1), Gone::Cancelled, at(4)).unwrap();
    assert_eq!(stage(&roster, 2), Ok("offered"));
    assert_eq!(stage(&roster, 3), Ok("waiting"));
    roster.decline(id(2), at(5)).unwrap();
    assert_eq!((stage(&roster, 3), stage(&roster, 4)), (Ok("offered"), Ok("offered")));
    roster.accept(id(4), at(6)).unwrap();
    assert_eq!(stage(&roster, 4), Ok("confirmed"));
    let why: Vec<Reason> =
        roster.steps().iter().filter(|it| it.sign_up == id(4)).map(|it| it.reason).collect();
    let told = [Reason::OthersWait, Reason::LetterAnswered, Reason::InTurn, Reason::OfferAccepted];
    assert_eq!(why, told);
}

#[test]
fn a_gap_is_filled_after_two_days_where_that_is_the_rule() {
    for (rule, expected) in
        [(WaitingRule::FillGaps, "offered"), (WaitingRule::StrictOrder, "waiting")]
    {
        let mut roster = roster(30, rule);
        comes(&mut roster, 1, 19, 0);
        comes(&mut roster, 2, 24, 10);
        comes(&mut roster, 3, 5, 20);
        roster.settle(at(10 + 2 * DAY - 1));
        assert_eq!(stage(&roster, 3), Ok("waiting"));
        let next = (rule == WaitingRule::FillGaps).then(|| at(10 + 2 * DAY));
        assert_eq!(roster.next_at().filter(|it| *it < at(CLOSES)), next);
        roster.settle(at(10 + 2 * DAY));
        assert_eq!(stage(&roster, 3), Ok(expected));
        // Whoever comes now and fits need not wait where gaps are filled.
        let six = roster.sign_up(wish(4, 6), at(10 + 2 * DAY)).unwrap();
        assert_eq!(matches!(six, Admission::Held { .. }), rule == WaitingRule::FillGaps);
    }
}

#[test]
fn each_offer_runs_out_once_however_the_clock_jumps() {
    let mut roster = roster(5, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 5, 0);
    comes(&mut roster, 2, 5, 1);
    roster.leave(id(1), Gone::Cancelled, at(2)).unwrap();
    for minutes in [2, 2 + 60, 2 - 60, 2 + 2 * DAY, 2 + 2 * DAY, 0, 400 * DAY, 3, 400 * DAY] {
        roster.settle(at(minutes));
    }
    let passed = roster.steps().iter().filter(|it| it.reason == Reason::OfferPassed);
    assert_eq!(passed.count(), 1);
    assert_eq!(roster.taken(), 0);
    assert_eq!(roster.decline(id(2), at(400 * DAY)), Ok(()));
    assert_eq!(roster.accept(id(2), at(5)), Err(Refusal::Gone(Gone::OfferPassed)));
}

#[test]
fn fewer_seats_take_none_away_and_more_go_to_whoever_waits() {
    let mut roster = roster(10, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 6, 0);
    comes(&mut roster, 2, 3, 1);
    comes(&mut roster, 3, 4, 2);
    roster.give(5.try_into().unwrap(), at(3));
    assert_eq!((stage(&roster, 1), stage(&roster, 2)), (Ok("confirmed"), Ok("confirmed")));
    assert_eq!((roster.kept().seats, roster.free()), (9, 0));
    roster.leave(id(2), Gone::Cancelled, at(4)).unwrap();
    assert_eq!((roster.kept().seats, roster.free()), (6, 0), "what came back is gone");
    assert_eq!(stage(&roster, 3), Ok("waiting"));
    roster.give(10.try_into().unwrap(), at(5));
    assert_eq!(stage(&roster, 3), Ok("offered"));
    assert_eq!(roster.faults(at(5)), []);
}

#[test]
fn whoever_can_never_fit_stands_in_nobodys_way() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 28, 0);
    comes(&mut roster, 2, 25, 1);
    comes(&mut roster, 3, 3, 2);
    assert_eq!(roster.sign_up(wish(4, 31), at(2)), Err(Refusal::NeverFits { seats: 30 }));
    roster.give(20.try_into().unwrap(), at(3));
    roster.leave(id(1), Gone::Cancelled, at(4)).unwrap();
    assert_eq!((stage(&roster, 2), stage(&roster, 3)), (Ok("waiting"), Ok("offered")));
}

#[test]
fn a_party_made_smaller_fits_and_one_made_bigger_needs_seats() {
    let mut roster = roster(30, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 19, 0);
    comes(&mut roster, 2, 24, 1);
    assert_eq!(roster.change_number(id(2), 11, at(2)), Ok(()));
    assert_eq!(stage(&roster, 2), Ok("offered"));
    let full = Refusal::Full { free: 0, others_wait: false };
    assert_eq!(roster.change_number(id(1), 20, at(3)), Err(full));
    roster.accept(id(2), at(4)).unwrap();
    roster.change_number(id(2), 10, at(5)).unwrap();
    assert_eq!(roster.change_number(id(1), 20, at(6)), Ok(()));
    assert_eq!(roster.change_number(id(1), 0, at(6)), Err(Refusal::Nobody));
    assert_eq!(roster.taken(), 30);
}

#[test]
fn what_closes_sends_the_line_home_and_what_is_off_sends_all() {
    let mut roster = roster(5, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 5, 0);
    comes(&mut roster, 2, 5, 1);
    assert_eq!(roster.next_at(), Some(at(CLOSES)));
    roster.settle(at(CLOSES));
    assert_eq!(stage(&roster, 2), Err(Some(Gone::ListClosed)));
    assert_eq!(roster.sign_up(wish(3, 1), at(CLOSES)), Err(Refusal::Closed));
    roster.leave(id(1), Gone::Cancelled, at(CLOSES + 1)).unwrap();
    assert_eq!(roster.add(wish(4, 5), at(CLOSES + 2)), Ok(()), "organisers may");
    roster.call_off(at(CLOSES + 3));
    assert_eq!(stage(&roster, 4), Err(Some(Gone::DateCancelled)));
    assert_eq!(roster.sign_up(wish(3, 1), at(5)), Err(Refusal::DateCancelled));
    assert_eq!(roster.next_at(), None);
}

#[test]
fn what_has_been_is_not_called_off() {
    let mut roster = roster(5, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 3, 0);
    assert_eq!(roster.expected(), 3);
    roster.call_off(at(ENDS));
    assert_eq!(stage(&roster, 1), Ok("confirmed"), "they came");
    assert_eq!(roster.sign_up(wish(2, 1), at(ENDS)), Err(Refusal::DateCancelled));
}

#[test]
fn nobody_is_on_a_roster_twice_until_they_have_left() {
    let mut roster = roster(5, WaitingRule::StrictOrder);
    comes(&mut roster, 1, 1, 0);
    let again = Wish { id: id(9), ..wish(1, 1) };
    assert_eq!(roster.sign_up(again.clone(), at(1)), Err(Refusal::AlreadyIn));
    roster.leave(id(1), Gone::Cancelled, at(2)).unwrap();
    assert!(roster.sign_up(again, at(3)).is_ok());
}

/// One move in a history; parties are named by numbers.
#[derive(Clone, Debug)]
enum Move {
    SignUp(u8, u16, bool),
    Confirm(u8),
    Accept(u8),
    Decline(u8),
    Change(u8, u16),
    Leave(u8),
    Add(u8, u16),
    Give(u32),
    Wait(i64),
    CallOff,
}

fn moves() -> impl Strategy<Value = Vec<Move>> {
    let who = 1u8..9;
    let one = prop_oneof![
        6 => (who.clone(), 1u16..8, any::<bool>()).prop_map(|(n, k, waits)| Move::SignUp(n, k, waits)),
        6 => who.clone().prop_map(Move::Confirm),
        3 => who.clone().prop_map(Move::Accept),
        2 => who.clone().prop_map(Move::Decline),
        2 => (who.clone(), 0u16..8).prop_map(|(n, k)| Move::Change(n, k)),
        3 => who.clone().prop_map(Move::Leave),
        1 => (who, 1u16..8).prop_map(|(n, k)| Move::Add(n, k)),
        1 => (1u32..12).prop_map(Move::Give),
        4 => prop_oneof![0i64..40, -90i64..0, Just(DAY), Just(2 * DAY)].prop_map(Move::Wait),
        1 => prop::bool::weighted(0.05).prop_map(|off| if off { Move::CallOff } else { Move::Wait(1) }),
    ];
    prop::collection::vec(one, 0..60)
}

/// Plays a history on a roster; the model, where there is one, plays it too.
fn play(roster: &mut Roster, model: &mut Model, moves: &[Move]) -> Result<(), TestCaseError> {
    let mut now = 0i64;
    for it in moves {
        let was: Vec<u64> = roster.entries.iter().map(|it| it.turn).collect();
        let (told, expected) = match *it {
            Move::SignUp(n, k, waits) => {
                // A party that left comes back under another name, but is the same.
                let fresh = Wish {
                    id: id(n + 10 * u8::try_from(roster.last_of(n)).unwrap()),
                    waits,
                    ..wish(n, k)
                };
                let told = roster.sign_up(fresh, at(now)).map(|it| match it {
                    Admission::Queued { .. } => 0,
                    Admission::Held { .. } => 1,
                    Admission::FirstToAnswer { .. } => 2,
                });
                (told.map_err(word), model.sign_up(n, k, waits, now))
            }
            Move::Add(n, k) => {
                let fresh = Wish {
                    id: id(n + 10 * u8::try_from(roster.last_of(n)).unwrap()),
                    ..wish(n, k)
                };
                (roster.add(fresh, at(now)).map(|()| 1).map_err(word), model.add(n, k, now))
            }
            Move::Confirm(n) => {
                let told = roster.confirm(roster.of(n), at(now)).map(|_| 1).map_err(word);
                (told, model.confirm(n, now))
            }
            Move::Accept(n) => (
                roster.accept(roster.of(n), at(now)).map(|()| 1).map_err(word),
                model.accept(n, now),
            ),
            Move::Decline(n) => (
                roster.decline(roster.of(n), at(now)).map(|()| 1).map_err(word),
                model.decline(n, now),
            ),
            Move::Change(n, k) => {
                let told = roster.change_number(roster.of(n), k, at(now));
                (told.map(|()| 1).map_err(word), model.change(n, k, now))
            }
            Move::Leave(n) => {
                let told = roster.leave(roster.of(n), Gone::Cancelled, at(now));
                (told.map(|()| 1).map_err(word), model.leave(n, now))
            }
            Move::Give(limit) => {
                roster.give(limit.try_into().unwrap(), at(now));
                model.give(limit, now);
                (Ok(1), Ok(1))
            }
            Move::Wait(minutes) => {
                now = (now + minutes).max(0);
                roster.settle(at(now));
                model.settle(now);
                (Ok(1), Ok(1))
            }
            Move::CallOff => {
                roster.call_off(at(now));
                model.call_off(now);
                (Ok(1), Ok(1))
            }
        };
        prop_assert_eq!(told, expected, "{:?} at {}", it, now);
        let states: Vec<_> =
            roster.entries.iter().map(|it| (it.seats, it.stage.word().key())).collect();
        prop_assert_eq!(states, model.states(), "{:?} at {}", it, now);
        prop_assert_eq!(roster.faults(at(now)), vec![], "{:?} at {}", it, now);
        let is: Vec<u64> = roster.entries.iter().map(|it| it.turn).take(was.len()).collect();
        prop_assert_eq!(was, is, "nobody changes its turn");
    }
    prop_assert!(roster.steps.iter().map(|it| it.n).eq(1..=roster.kept.steps));
    // Read back from its steps, every party is where it is: one step for each change.
    for entry in &roster.entries {
        let mine: Vec<&Step> = roster.steps.iter().filter(|it| it.sign_up == entry.id).collect();
        prop_assert!(mine.windows(2).all(|two| Some(two[0].to) == two[1].from));
        prop_assert_eq!(mine.last().map(|it| (it.to, it.seats)), Some((entry.stage, entry.seats)));
        prop_assert!(mine.iter().filter(|it| it.reason == Reason::OfferPassed).count() <= 1);
    }
    Ok(())
}

fn word(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::DateCancelled => "off",
        Refusal::Closed => "closed",
        Refusal::AlreadyIn => "twice",
        Refusal::Nobody => "nobody",
        Refusal::NeverFits { .. } => "never",
        Refusal::Full { .. } => "full",
        Refusal::Unknown => "unknown",
        Refusal::Gone(_) => "gone",
        Refusal::NotSure => "not-sure",
        Refusal::NotOffered => "not-offered",
        Refusal::NotEmpty => "not-empty",
        Refusal::DrawTime => "draw-time",
    }
}

impl Roster {
    /// How often a party was here.
    fn last_of(&self, n: u8) -> usize {
        self.entries.iter().filter(|it| it.key.as_str() == n.to_string()).count().min(24)
    }

    /// The last time a party was here.
    fn of(&self, n: u8) -> SignUpId {
        let mine = self.entries.iter().rev().find(|it| it.key.as_str() == n.to_string());
        mine.map_or(id(255), |it| it.id)
    }
}

fn rules() -> impl Strategy<Value = WaitingRule> {
    prop::sample::select(WaitingRule::ALL.to_vec())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn any_history_goes_as_a_plain_model_says_and_nothing_is_ever_wrong(
        limit in 1u32..12, rule in rules(), moves in moves()
    ) {
        let mut roster = roster(limit, rule);
        let mut model = Model::new(limit, rule == WaitingRule::FillGaps);
        play(&mut roster, &mut model, &moves)?;
    }
}
