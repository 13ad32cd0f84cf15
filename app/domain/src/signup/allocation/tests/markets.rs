//! Random draws, small enough to be crowded.

use proptest::{prelude::*, sample::subsequence};

use super::super::{Draw, DrawnParty, PriorityClass, PublicNumber, Ranked, Room, Seed};

/// How many of each there are at most.
#[derive(Clone, Copy, Debug)]
pub(super) struct Markets {
    pub(super) dates: usize,
    pub(super) parties: usize,
}

impl Markets {
    pub(super) const LARGE: Self = Self { dates: 6, parties: 24 };
    /// All that could be given can be listed.
    pub(super) const SMALL: Self = Self { dates: 3, parties: 5 };
}

/// Most dates that any of them has.
const DATES: usize = 6;
/// As many sorts of parties as a priority may tell apart.
const CLASSES: u8 = 3;

pub(super) fn party(number: u32, seats: u16, dates: &[usize]) -> DrawnParty {
    let ranked = |date: &usize| Ranked { date: *date, class: PriorityClass::FIRST };
    let ranking = dates.iter().map(ranked).collect();
    DrawnParty { number: PublicNumber(number), seats, ranking }
}

/// The same party with a priority at each of its dates, in the order of its wishes.
pub(super) fn classed(mut party: DrawnParty, classes: &[u8]) -> DrawnParty {
    for (ranked, class) in party.ranking.iter_mut().zip(classes) {
        ranked.class = PriorityClass(*class);
    }
    party
}

pub(super) fn seeds() -> impl Strategy<Value = Seed> {
    any::<[u8; 32]>().prop_map(Seed::of)
}

/// All dates, in some order, and how many of them are ranked.
pub(super) fn rankings() -> impl Strategy<Value = Vec<usize>> {
    let order = Just((0..DATES).collect::<Vec<_>>()).prop_shuffle();
    order.prop_flat_map(|all| {
        let n = all.len().min(Draw::MOST_WISHES);
        subsequence(all, 1..=n).prop_shuffle()
    })
}

/// One of two sorts: one order everywhere and rooms of both kinds, or visits and an order at each
/// date.
pub(super) fn market(most: Markets) -> impl Strategy<Value = (Draw, Seed)> {
    let sizes = prop_oneof![3 => Just(1u16), 2 => 2u16..6, 3 => 15u16..29];
    let seats = prop_oneof![(0u32..8).prop_map(Room::Seats), (8u32..64).prop_map(Room::Seats)];
    let visits = (0u32..4, 1u16..30).prop_map(|(count, largest)| Room::Visits { count, largest });
    let parties = (sizes, rankings(), prop::array::uniform6(1u8..=CLASSES));
    (
        any::<bool>(),
        prop::collection::vec((any::<bool>(), seats, visits), 1..=most.dates),
        prop::collection::vec(parties, 1..=most.parties),
        subsequence((1u32..400).collect::<Vec<_>>(), most.parties),
        seeds(),
    )
        .prop_map(|(has_one_order, rooms, parties, numbers, seed)| {
            let rooms: Vec<Room> = rooms
                .into_iter()
                .map(
                    |(counts_seats, seats, visits)| {
                        if has_one_order && counts_seats { seats } else { visits }
                    },
                )
                .collect();
            let parties = parties.into_iter().zip(numbers).map(|((seats, dates, classes), n)| {
                let dates = within(&dates, rooms.len());
                let class = |date: usize| classes[if has_one_order { 0 } else { date }];
                let classes: Vec<u8> = dates.iter().map(|date| class(*date)).collect();
                classed(party(n, seats, &dates), &classes)
            });
            let parties = parties.collect();
            (Draw::new(rooms, parties).unwrap(), seed)
        })
}

/// The same dates in the same order, as far as there are such dates.
fn within(dates: &[usize], n: usize) -> Vec<usize> {
    let mut some = Vec::new();
    for date in dates.iter().map(|date| date % n) {
        if !some.contains(&date) {
            some.push(date);
        }
    }
    some
}

/// What a party would rank if it did not tell the truth; its priorities are not its to choose.
pub(super) fn instead(draw: &Draw, at: usize, dates: &[usize]) -> Vec<Ranked> {
    let truly = &draw.parties[at].ranking;
    let fallback = truly[0].class;
    let class = |date| truly.iter().find(|it| it.date == date).map_or(fallback, |it| it.class);
    let dates = within(dates, draw.rooms.len());
    dates.into_iter().map(|date| Ranked { date, class: class(date) }).collect()
}
