//! Told draws, and what is proved of random ones.

mod markets;
mod plain;

use proptest::prelude::*;

use self::markets::{Markets, market, party, seeds};
use super::{
    Draw, InvalidDraw, InvalidSeed, LotNumber, Outcome, PriorityClass, Promise, PublicNumber,
    Ranked, Refused, Room, Seed, Standing,
};
use crate::signup::trials::trials;

/// The lots of eight parties under it, as another program worked them out: party 8 is first.
fn seed() -> Seed {
    Seed::of(std::array::from_fn(|n| u8::try_from(n).unwrap()))
}

const ORDER: [u32; 8] = [8, 3, 4, 7, 1, 2, 6, 5];

fn lot(n: u32) -> Standing {
    Standing { class: PriorityClass::FIRST, lot: LotNumber(n) }
}

#[test]
fn lots_are_what_anybody_can_work_out() {
    let hex = "630dcd2966c4336691125448bbb25b4ff412a49c732db2c8abc1b8581bd710dd";
    assert_eq!(seed().promise().hex(), hex);
    assert_eq!(hex.parse::<Promise>(), Ok(seed().promise()));
    assert_eq!(seed().hex().parse::<Seed>(), Ok(seed()));
    let numbers: Vec<PublicNumber> = (1..=8).map(PublicNumber).collect();
    let lots = seed().lots(&numbers);
    let mut order: Vec<_> = lots.iter().zip(1..).map(|(lot, n)| (lot.0, n)).collect();
    order.sort_unstable();
    assert_eq!(order.into_iter().map(|it| it.1).collect::<Vec<u32>>(), ORDER);
}

#[test]
fn a_seed_is_64_hexadecimal_digits_and_shows_in_no_log() {
    for wrong in ["", "0", &"0".repeat(63), &"0".repeat(65), &"g".repeat(64), &"æ".repeat(32)] {
        assert_eq!(wrong.parse::<Seed>(), Err(InvalidSeed), "{wrong}");
    }
    assert_eq!(format!("{:?}", seed()), "Seed(…)");
}

#[test]
fn a_party_gets_the_best_of_what_is_left_when_its_turn_comes_and_hears_why() {
    // 30 seats at the first date, 24 at the second; the lots say 8, 3, 4, 7.
    let draw = Draw::new(
        vec![Room::Seats(30), Room::Seats(24)],
        vec![party(8, 20, &[0]), party(3, 24, &[0, 1]), party(4, 10, &[0]), party(7, 1, &[1, 0])],
    );
    let outcomes = draw.unwrap().run(&seed());
    let given: Vec<Option<usize>> = outcomes.iter().map(|it| it.given).collect();
    assert_eq!(given, [Some(0), Some(1), Some(0), None]);
    let why = |standing, last_in, left, seats| Refused {
        standing: lot(standing),
        last_in: Some(lot(last_in)),
        left,
        room: Room::Seats(seats),
    };
    assert_eq!(outcomes[1].refused, [why(2, 1, 10, 30)], "10 seats are too few for 24");
    assert_eq!(outcomes[3].refused, [why(4, 2, 0, 24), why(4, 3, 0, 30)], "both are full");
}

#[test]
fn a_priority_comes_before_every_lot_and_visits_are_counted_whole() {
    let classed = markets::classed;
    // One visit at each date, of 28 at the most. Party 5 has the last lot and priority at the
    // first date; party 8, who has the first lot, at the second one.
    let draw = Draw::new(
        vec![Room::Visits { count: 1, largest: 28 }, Room::Visits { count: 1, largest: 20 }],
        vec![
            classed(party(5, 20, &[0, 1]), &[1, 2]),
            classed(party(8, 20, &[0, 1]), &[2, 1]),
            classed(party(3, 21, &[1, 0]), &[2, 2]),
        ],
    );
    let outcomes = draw.unwrap().run(&seed());
    let given: Vec<Option<usize>> = outcomes.iter().map(|it| it.given).collect();
    assert_eq!(given, [Some(0), Some(1), None]);
    assert_eq!(outcomes[2].refused[0].left, 0, "it is too large for the visit, which is taken too");
}

#[test]
fn what_makes_no_draw_is_refused_by_name() {
    let rooms = || vec![Room::Seats(10), Room::Seats(10)];
    let (n, two) = (PublicNumber(1), party(1, 1, &[0]));
    let refused = |parties| Draw::new(rooms(), parties).unwrap_err();
    assert_eq!(refused(vec![two.clone(), two]), InvalidDraw::SameNumber(n));
    assert_eq!(refused(vec![party(1, 0, &[0])]), InvalidDraw::Nobody(n));
    for ranking in [&[][..], &[0, 0], &[0, 1, 0, 1, 0, 1]] {
        assert_eq!(refused(vec![party(1, 1, ranking)]), InvalidDraw::Ranking(n), "{ranking:?}");
    }
    assert_eq!(refused(vec![party(1, 1, &[2])]), InvalidDraw::UnknownDate(n));
    let odd = markets::classed(party(1, 1, &[0, 1]), &[1, 2]);
    assert_eq!(refused(vec![odd]), InvalidDraw::TwoOrders);
}

/// Why dates that order parties differently must count visits: this is such a draw, and whatever
/// is given, some party is refused what it could have beside those who stand before it.
#[test]
fn with_seats_and_two_orders_there_may_be_nothing_stable() {
    let rooms = vec![Room::Seats(2), Room::Seats(1)];
    let parties = vec![
        markets::classed(party(1, 2, &[0]), &[2]),
        markets::classed(party(2, 1, &[1, 0]), &[2, 1]),
        markets::classed(party(3, 1, &[0, 1]), &[3, 1]),
    ];
    assert_eq!(Draw::new(rooms.clone(), parties.clone()).unwrap_err(), InvalidDraw::TwoOrders);
    let draw = Draw { rooms, parties };
    assert_eq!(plain::all_stable(&draw, &seed()), Vec::<Vec<_>>::new());
}

/// What one party gets when it ranks otherwise, by its own true wishes: 0 is best.
fn gets(draw: &Draw, at: usize, ranking: Vec<Ranked>, seed: &Seed) -> usize {
    let mut parties = draw.parties.clone();
    let truly = std::mem::replace(&mut parties[at].ranking, ranking);
    let told = Draw { rooms: draw.rooms.clone(), parties };
    let outcome = &told.run(seed)[at];
    let given = outcome.given.map(|wish| told.parties[at].ranking[wish].date);
    let wish = given.and_then(|date| truly.iter().position(|it| it.date == date));
    wish.unwrap_or(usize::MAX)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn an_allocation_is_stable_and_capacity_is_kept((draw, seed) in market(Markets::LARGE)) {
        let outcomes = draw.run(&seed);
        let given: Vec<Option<usize>> = outcomes.iter().map(|it| it.given).collect();
        prop_assert_eq!(plain::fault(&draw, &seed, &given), None);
    }

    #[test]
    fn an_allocation_loses_nobody_and_gives_a_reason_for_every_wish(
        (draw, seed) in market(Markets::LARGE)
    ) {
        let outcomes = draw.run(&seed);
        prop_assert_eq!(outcomes.len(), draw.parties.len());
        let mut lots: Vec<u32> = outcomes.iter().map(|it| it.lot.0).collect();
        lots.sort_unstable();
        prop_assert!(lots.into_iter().eq(1..=u32::try_from(draw.parties.len()).unwrap()));
        for (Outcome { number, given, refused, .. }, party) in outcomes.iter().zip(&draw.parties) {
            prop_assert_eq!(*number, party.number);
            prop_assert_eq!(refused.len(), given.unwrap_or(party.ranking.len()));
            for why in refused {
                let is_too_little = why.room.needs(party.seats).is_none_or(|it| it > why.left);
                prop_assert!(is_too_little, "{why:?} is no reason for {}", party.seats);
                prop_assert!(why.last_in.is_none_or(|it| it < why.standing));
            }
        }
    }

    #[test]
    fn in_an_allocation_no_party_gains_by_another_ranking(
        (draw, seed) in market(Markets::LARGE),
        others in prop::collection::vec((any::<prop::sample::Index>(), markets::rankings()), 8),
    ) {
        let outcomes = draw.run(&seed);
        for (party, dates) in others {
            let at = party.index(draw.parties.len());
            let truly = outcomes[at].given.unwrap_or(usize::MAX);
            let ranking = markets::instead(&draw, at, &dates);
            let told = gets(&draw, at, ranking, &seed);
            prop_assert!(truly <= told, "party {at} gains by {dates:?}");
        }
    }

    #[test]
    fn an_allocation_follows_from_the_seed_whatever_the_order_of_the_rows(
        (draw, seed) in market(Markets::LARGE), turns in any::<usize>()
    ) {
        let mut moved = draw.clone();
        moved.parties.reverse();
        let turns = turns % draw.parties.len();
        moved.parties.rotate_left(turns);
        let by_number = |draw: &Draw| {
            let mut outcomes = draw.run(&seed);
            outcomes.sort_by_key(|it| it.number);
            outcomes
        };
        prop_assert_eq!(by_number(&draw), by_number(&moved));
    }

    #[test]
    fn an_allocation_goes_as_a_plain_model_says((draw, seed) in market(Markets::LARGE)) {
        let given: Vec<Option<usize>> = draw.run(&seed).iter().map(|it| it.given).collect();
        prop_assert_eq!(given, plain::in_rounds(&draw, &seed));
    }

    #[test]
    fn no_stable_allocation_is_better_for_any_party((draw, seed) in market(Markets::SMALL)) {
        let wish = |given: Option<usize>| given.unwrap_or(usize::MAX);
        let given: Vec<Option<usize>> = draw.run(&seed).iter().map(|it| it.given).collect();
        let all = plain::all_stable(&draw, &seed);
        prop_assert!(all.contains(&given));
        for other in all {
            let is_best = given.iter().zip(&other).all(|(it, other)| wish(*it) <= wish(*other));
            prop_assert!(is_best, "{other:?} is stable too");
        }
    }

    #[test]
    fn lots_favour_no_party(seed in seeds()) {
        let numbers: Vec<PublicNumber> = (1..=64).map(PublicNumber).collect();
        let lots = seed.lots(&numbers);
        // Thirty-two of sixty-four in front are even odds; fewer than four by chance once in 10^10.
        let early = lots[..32].iter().filter(|it| it.0 <= 32).count();
        prop_assert!((4..=28).contains(&early));
    }
}

/// The control: where seats are given to whoever ranks a date first, what watches over rankings
/// must cry out.
#[test]
fn where_first_wishes_come_first_a_party_is_seen_to_gain_by_another_ranking() {
    let parties = vec![party(8, 1, &[0]), party(3, 1, &[0, 1]), party(4, 1, &[1])];
    let draw = Draw::new(vec![Room::Seats(1), Room::Seats(1)], parties).unwrap();
    assert_eq!(plain::first_wishes_first(&draw, &seed()), [Some(0), None, Some(0)]);
    let mut untrue = draw;
    untrue.parties[1].ranking.remove(0);
    assert_eq!(plain::first_wishes_first(&untrue, &seed()), [Some(0), Some(0), None]);
}

/// The control: what watches over stability sees a party that was passed over.
#[test]
fn a_party_that_is_passed_over_is_seen() {
    let parties = vec![party(8, 2, &[0]), party(3, 1, &[0])];
    let draw = Draw::new(vec![Room::Seats(2)], parties).unwrap();
    assert_eq!(plain::fault(&draw, &seed(), &[Some(0), None]), None);
    for wrong in [[None, Some(0)], [None, None], [Some(0), Some(0)]] {
        assert!(plain::fault(&draw, &seed(), &wrong).is_some(), "{wrong:?}");
    }
}
