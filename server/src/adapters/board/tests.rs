//! Whatever changes, and however it is compared: the board says the same.

use std::collections::BTreeMap;

use application::ports::{Match, Matches};
use chrono::{DateTime, TimeDelta, Utc};
use domain::{
    catalogue::{
        ActivityId, AgeRange, Format, GroupSize, Kind, Language, Level, Price, Topic,
        TravelDistance, Venue, ages_meant,
    },
    pact::Municipalities,
    search::{Query, Sort},
};
use proptest::prelude::*;

use super::{
    block::Entry,
    fact::topic_bit,
    find::Wish,
    maker::{Blocks, Maker},
    patch::patched,
    survey::Pass,
    *,
};

fn noon() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-12-20T11:00:00Z").expect("an instant").to_utc()
}

/// An activity of whatever sort, made from an id and a number.
fn entry(id: u128, seed: u64) -> Entry {
    let pick = |step: u64, of: usize| {
        let mixed = (seed ^ step).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 33;
        usize::try_from(mixed).unwrap_or_default() % of
    };
    let postcodes = ["8800", "5000", "9000", "1050", "4000", "3700", "6700"];
    let postcode = (pick(1, 4) > 0).then(|| postcodes[pick(2, 7)].parse().expect("a postcode"));
    let venue = Venue { postcode, ..Venue::default() };
    let format = Format::ALL[pick(3, Format::ALL.len())];
    let travel = (pick(4, 2) == 0).then(|| TravelDistance::new(60)).flatten();
    let levels = &Level::ALL[pick(5, 20)..][..pick(6, 4)];
    let ages = AgeRange::new((pick(7, 3) == 0).then_some(9), None).expect("ages");
    let dates = (0..pick(8, 4)).map(|n| {
        let days = i64::try_from(n * 30 + pick(9, 90)).unwrap_or_default() - 40;
        let start = noon() + TimeDelta::days(days);
        let seats = u32::try_from(pick(10 + n as u64, 40)).unwrap_or_default();
        Date {
            id: Uuid::from_u128(id.wrapping_mul(10) + n as u128),
            start,
            end: start + TimeDelta::hours(3),
            closes_at: start - TimeDelta::days(i64::from(n > 0) * 3),
            seats: (n != 1).then_some((seats, seats / 3)),
        }
    });
    let fact = Fact {
        version: i64::try_from(seed % 1_000).unwrap_or_default(),
        partner: u32::try_from(pick(14, 5)).unwrap_or_default(),
        co_owners: u32::from(pick(25, 4) == 0),
        sector: Sector::ALL[pick(14, 5) % Sector::ALL.len()],
        topics: 1 << pick(15, Topic::ALL.len()) | 1,
        first_topic: Topic::ALL[0],
        levels: levels.iter().fold(0, |bits, it| bits | fact::level_bit(*it)),
        audience: 1 << pick(16, 5),
        kind: Kind::ALL[pick(17, Kind::ALL.len())],
        format,
        language: [Language::DANISH, Language::ENGLISH][pick(18, 2)],
        campaign: (pick(19, 5) == 0).then_some(0),
        girls: pick(20, 4) == 0,
        price: [Price::FREE, "80".parse().expect("a price")][pick(21, 2)],
        group: GroupSize::new((pick(22, 3) == 0).then_some(10), None).expect("a size"),
        point: venue.point(),
        city: venue.postcode.map(|_| u32::try_from(pick(2, 7)).unwrap_or_default()),
        is_flexible: pick(23, 3) == 0,
        is_free_to_come: pick(24, 4) == 0,
        travel,
    };
    Entry {
        id,
        fact,
        ages: ages_meant(ages, levels),
        reach: Municipalities::reached(format, &venue, travel),
        dates: dates.collect(),
    }
}

fn board(blocks: Vec<Arc<Block>>) -> Board {
    let mut maker = Maker::of(&Board::empty());
    maker.meet((0..5).map(application::testing::partner).collect());
    let mut board = maker.board(1, blocks, Vec::new());
    board.groups = vec![Box::default(), Box::new([2])];
    board.cities = (0..7).map(|n| Arc::from(format!("By {n}"))).collect();
    board.campaigns = vec!["girlsday-2027".try_into().expect("a key")];
    board
}

fn board_of(entries: impl IntoIterator<Item = Entry>) -> Board {
    let mut blocks = Blocks::default();
    entries.into_iter().for_each(|entry| blocks.push(entry));
    board(blocks.finish())
}

/// Everything that a board says about a query.
fn said(
    board: &Board,
    query: &Query,
    now: DateTime<Utc>,
    found: Option<&Matches>,
    few: usize,
) -> String {
    let wish = Wish::new(board, &query.filter, now);
    let sort = query.sort.unwrap_or(Sort::Relevance);
    let pass = Pass { few, ..Pass::first(20, sort) };
    let survey = board.survey(&wish, found, pass);
    let total = survey.total;
    assert_eq!(board.survey(&wish, found, Pass { few, ..Pass::number() }).total, total);
    let map = survey.tally.map();
    for dot in &map {
        let there = dot.behind(&query.filter);
        let wish = Wish::new(board, &there, now);
        let listed = board.survey(&wish, found, Pass { few, ..Pass::number() }).total;
        assert_eq!(u32::try_from(listed), Ok(dot.activities), "{there:?}");
    }
    let (tally, hits) = survey.page(board, &wish, 1, 20);
    let hits: Vec<_> = hits
        .iter()
        .map(|hit| (board.row(hit.place()).id(), hit.order.1, hit.order.2, hit.order.3, hit.found))
        .collect();
    format!("{total} {hits:?} {:?} {map:?}", tally.facets(board, &wish))
}

/// Parameters of every sort; any of them may meet any other.
const PAIRS: &[(&str, &str)] = &[
    ("topic", "physics"),
    ("topic", "mathematics"),
    ("level", "grade-5"),
    ("level", "stx"),
    ("age", "10"),
    ("kind", "camp"),
    ("kind", "workshop"),
    ("audience", "pupils"),
    ("region", "midtjylland"),
    ("region", "oestdanmark"),
    ("municipality", "0791"),
    ("municipality", "0461"),
    ("area", "viborg"),
    ("area", "roenne"),
    ("from", "2026-12-24"),
    ("to", "2027-01-31"),
    ("month", "2027-01"),
    ("month", "2027-03"),
    ("month", "2026-10"),
    ("week", "2026-W53"),
    ("week", "2027-W03"),
    ("format", "at_school"),
    ("format", "on_site"),
    ("language", "en"),
    ("free", "true"),
    ("price_max", "0"),
    ("price_max", "80"),
    ("girls", "true"),
    ("seats", "12"),
    ("partner", "zoo-2"),
    ("sector", "public"),
    ("campaign", "girlsday-2027"),
    ("near", "8800"),
    ("full", "true"),
    ("past", "true"),
    ("sort", "date"),
    ("sort", "relevance"),
];

fn queries() -> impl Strategy<Value = Query> {
    prop::collection::vec(prop::sample::select(PAIRS), 0..5).prop_map(|mut pairs| {
        while Query::parse(&pairs).is_err() {
            pairs.pop();
        }
        Query::parse(&pairs).unwrap_or_default()
    })
}

/// Ids that lie anywhere, and often the same again.
fn ids() -> impl Strategy<Value = u128> {
    (0u128..4_000).prop_map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_0C58_1D2B_3A47))
}

fn matches(board: &Board, step: usize) -> Matches {
    let rows = board.rows().step_by(step);
    let found = rows.map(|(place, row)| Match {
        id: ActivityId(Uuid::from_u128(row.id())),
        rank: u16::try_from(place * 37 % 1_000).unwrap_or_default(),
        is_whole: place % 5 > 0,
    });
    Matches { found: found.collect(), corrections: Vec::new() }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn sets_of_rows_say_what_the_rows_say(
        queries in prop::collection::vec(queries(), 8),
        days in 0i64..60,
        seed in any::<u64>(),
        step in 1usize..40,
    ) {
        let board = board_of((0..2_500).map(|n| entry(n, seed ^ u64::try_from(n).unwrap_or_default())));
        let now = noon() + TimeDelta::days(days);
        let some = matches(&board, step);
        for query in &queries {
            for found in [None, Some(&some)] {
                let (rows, sets) = (usize::MAX, 0);
                prop_assert_eq!(
                    said(&board, query, now, found, rows),
                    said(&board, query, now, found, sets),
                    "{:?}", query
                );
            }
        }
    }

    #[test]
    fn nothing_nearer_is_left_out(
        queries in prop::collection::vec((queries(), queries()), 6),
        seed in any::<u64>(),
        step in 1usize..40,
    ) {
        let board = board_of((0..2_500).map(|n| entry(n, seed ^ u64::try_from(n).unwrap_or_default())));
        let some = matches(&board, step);
        for (must, wished) in &queries {
            let must = Wish::new(&board, &must.filter, noon());
            let wished = Wish::new(&board, &wished.filter, noon());
            for found in [None, Some(&some)] {
                let near = board.nearly(&must, &wished, found, 10);
                let near: Vec<_> = near.into_iter().map(|(hit, _)| (hit.order.0, hit.place())).collect();
                let held = |id: u128| found.map_or(Some(None), |found| {
                    let place = found.found.iter().find(|it| it.id.0.as_u128() == id)?;
                    let partial = if place.is_whole { 0 } else { survey::PARTIAL };
                    Some(Some(place.rank | partial))
                });
                let mut plain: Vec<_> = board.rows().filter_map(|(place, row)| {
                    let rank = held(row.id())?;
                    let found = must.compare(row).filter(find::Meeting::is_hit)?;
                    let price = wished.price(&must, row, rank, |_| false)?;
                    Some((price, found.dates.room, found.dates.start(row), place))
                }).collect();
                plain.sort_unstable();
                let plain: Vec<_> = plain.into_iter().take(10).map(|it| (it.0, it.3)).collect();
                prop_assert_eq!(near, plain);
            }
        }
    }

    #[test]
    fn nobody_more_alike_is_left_out(seeds in prop::collection::vec(any::<u64>(), 2..400), most in 1..20usize) {
        let board = board_of((1..).zip(seeds).map(|(id, seed)| entry(id, seed)));
        let wish = Wish::nothing(&board, noon());
        let (place, model) = (0, board.row(0).fact());
        let mut taken = board.most_alike(place, &wish, most);
        taken.sort_unstable();
        let mut all: Vec<i64> = (1..u32::try_from(board.size()).expect("a number"))
            .filter(|n| wish.compare(board.row(*n)).is_some_and(|it| it.dates.alternatives.is_none()))
            .filter(|n| board.row(*n).fact().topics & model.topics != 0)
            .map(|n| -likeness(model, board.row(n).fact()))
            .collect();
        all.sort_unstable();
        let taken: Vec<i64> = taken.into_iter().map(|(score, ..)| score).take(most).collect();
        prop_assert_eq!(&taken[..], &all[..most.min(all.len())]);
    }

    #[test]
    fn a_moment_lasts_as_long_as_it_is_true(seed in any::<u64>(), minutes in prop::collection::vec(-70_000i64..70_000, 6)) {
        let board = board_of((0..200).map(|n| entry(n, seed ^ u64::try_from(n).unwrap_or_default())));
        let query = Query::default();
        for minutes in minutes {
            let now = noon() + TimeDelta::minutes(minutes);
            // The first look is kept; the second is at an instant close by.
            for now in [now, now + TimeDelta::minutes(40)] {
                prop_assert_eq!(said(&board, &query, now, None, usize::MAX), said(&board, &query, now, None, 0));
            }
        }
    }

    #[test]
    fn a_patched_board_is_the_one_made_from_scratch(
        first in prop::collection::btree_map(ids(), any::<u64>(), 0..4_000),
        series in prop::collection::vec(
            prop::collection::vec((ids(), prop::option::weighted(0.6, any::<u64>())), 0..1_500),
            1..5,
        ),
        query in queries(),
    ) {
        let mut all: BTreeMap<u128, Entry> =
            first.into_iter().map(|(id, seed)| (id, entry(id, seed))).collect();
        let mut shown = board_of(all.values().cloned());
        for changes in series {
            let changes: Vec<_> =
                changes.into_iter().map(|(id, seed)| (id, seed.map(|seed| entry(id, seed)))).collect();
            for (id, entry) in &changes {
                match entry {
                    Some(entry) => drop(all.insert(*id, entry.clone())),
                    None => drop(all.remove(id)),
                }
            }
            shown = board(patched(&shown.blocks, changes));
            let kept: Vec<Entry> = shown.blocks.iter().flat_map(|it| it.entries()).collect();
            prop_assert_eq!(&kept, &all.values().cloned().collect::<Vec<_>>());
            prop_assert!(shown.blocks.iter().all(|it| (1..=ROWS).contains(&it.len())));
            prop_assert!(all.keys().all(|id| shown.find(*id).is_some_and(|it| shown.row(it).id() == *id)));
        }
        let anew = board_of(all.into_values());
        prop_assert_eq!(said(&shown, &query, noon(), None, 0), said(&anew, &query, noon(), None, 0));
    }
}

#[test]
fn blocks_without_changes_are_shared() {
    let old = board_of((0..9_000).map(|n| entry(n, 1)));
    let new = patched(&old.blocks, vec![(4_000, Some(entry(4_000, 2))), (4_001, None)]);
    let kept = new.iter().filter(|block| old.blocks.iter().any(|it| Arc::ptr_eq(it, block)));
    assert_eq!(kept.count(), old.blocks.len() - 1);
}

#[test]
fn emptied_blocks_do_not_stay() {
    let old = board_of((0..9_000).map(|n| entry(n, 1)));
    let new = patched(&old.blocks, (10..9_000).map(|n| (n, None)).collect());
    assert_eq!(new.len(), 1);
}

/// How much alike two activities are: topics first, then for whom and what sort.
fn likeness(a: &Fact, b: &Fact) -> i64 {
    let first = i64::from(b.topics & topic_bit(a.first_topic) != 0);
    let topics = i64::from((a.topics & b.topics).count_ones()) + first;
    let levels = i64::from((a.levels & b.levels).count_ones()).min(4);
    let kind = if a.kind == b.kind { 8 } else { 0 };
    let partner = if a.partner == b.partner { 10 } else { 0 };
    20 * topics + 6 * levels + kind - partner
}
