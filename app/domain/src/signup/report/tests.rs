//! What is counted of whom, what may be typed, and when.

use proptest::prelude::*;

use super::*;
use crate::signup::trials::trials;

fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
}

fn class(grade: Option<Level>, adults: u16) -> Party {
    Party::Class {
        school: "Munkebjergskolen".try_into().unwrap(),
        class: "6.B".try_into().unwrap(),
        grade,
        pupils: 24,
        adults,
        contact: "Lone".try_into().unwrap(),
    }
}

fn one(age: u8) -> Party {
    Party::One { name: "Bo".try_into().unwrap(), age }
}

fn came(n: [u16; 4]) -> Came {
    Came(n)
}

fn typed(came: [&str; 4], girls: &str) -> TypedReport {
    let came = came.map(str::to_owned);
    TypedReport { came, girls: girls.to_owned(), ..TypedReport::default() }
}

#[test]
fn parties_are_counted_as_what_they_come_as() {
    let meant = [Level::Grade5, Level::Grade6];
    let none = Came::default();
    assert_eq!(none.and_party(&class(Some(Level::Grade6), 2), 23, &meant), came([23, 0, 2, 0]));
    assert_eq!(none.and_party(&class(Some(Level::Stx), 1), 20, &meant), came([0, 20, 1, 0]));
    assert_eq!(none.and_party(&class(None, 1), 20, &meant), came([20, 0, 1, 0]));
    assert_eq!(none.and_party(&class(None, 1), 20, &[Level::Htx]), came([0, 20, 1, 0]));
    assert_eq!(none.and_party(&class(None, 1), 20, &[]), came([20, 0, 1, 0]));
    assert_eq!(none.and_party(&class(None, 3), 0, &[]), none, "nobody came along with nobody");
    assert_eq!(none.and_party(&one(17), 1, &[]), came([0, 1, 0, 0]));
    assert_eq!(none.and_party(&one(47), 1, &[]), came([0, 0, 0, 1]));
    let child = Party::Child {
        name: "Alma".try_into().unwrap(),
        age: 11,
        guardian: "Mette".try_into().unwrap(),
    };
    assert_eq!(none.and_party(&child, 1, &[]), came([1, 0, 0, 0]));
    assert_eq!(none.and_walk_ins(PartyKind::Class, 5, &[Level::Eud]), came([0, 5, 0, 0]));
    assert_eq!(none.and_walk_ins(PartyKind::Child, 5, &[]), came([5, 0, 0, 0]));
    assert_eq!(none.and_walk_ins(PartyKind::One, 5, &[]), came([0, 0, 0, 5]));
    let sum = came([23, 4, 2, 1]);
    assert_eq!((sum.total(), sum.young()), (30, 27));
}

#[test]
fn what_is_typed_is_read_and_what_is_wrong_is_told_by_field() {
    let told = TypedReport {
        levels: vec!["grade-6".into(), "x".into(), "grade-5".into(), "grade-6".into()],
        well: "Robotterne virkede.".into(),
        ..typed(["23", "", " 2 ", "0"], "11")
    };
    let read = told.read().unwrap();
    assert_eq!((read.came, read.girls), (came([23, 0, 2, 0]), Some(11)));
    assert_eq!(read.levels, [Level::Grade5, Level::Grade6]);
    assert_eq!(read.well.unwrap().as_str(), "Robotterne virkede.");
    assert_eq!(read.better, None);

    let wrong = |it: &TypedReport| it.read().unwrap_err();
    let odd = typed(["mange", "-1", "10000", "3"], "x");
    let faults = [Field::Pupils, Field::Students, Field::Teachers, Field::Girls]
        .map(|it| (it, FieldFault::NoNumber));
    assert_eq!(wrong(&odd), faults);
    let girls = typed(["3", "", "9", ""], "4");
    assert_eq!(wrong(&girls), [(Field::Girls, FieldFault::MoreThanCame { n: 3 })]);
    let remarks = TypedReport {
        well: "x".into(),
        better: "Ring til 010203-1234".into(),
        ..typed(["3", "", "", ""], "")
    };
    assert_eq!(
        wrong(&remarks),
        [(Field::Well, FieldFault::Missing), (Field::Better, FieldFault::CprNumber)]
    );
    let long = TypedReport { better: "x".repeat(501), ..TypedReport::default() };
    assert_eq!(wrong(&long), [(Field::Better, FieldFault::TooLong { max: 500 })]);
}

#[test]
fn a_date_is_reported_from_its_end_on_for_thirty_days_and_not_where_it_was_called_off() {
    let time = |hours| DateReport::time(at(0), true, at(hours));
    assert_eq!((time(-1), time(0)), (ReportTime::NotYet, ReportTime::Open));
    assert_eq!((time(30 * 24 - 1), time(30 * 24)), (ReportTime::Open, ReportTime::Closed));
    assert_eq!(DateReport::time(at(0), false, at(1)), ReportTime::CalledOff);
}

#[test]
fn no_share_is_told_of_a_few() {
    let share = |pupils, girls| {
        DateTold { came: came([pupils, 0, 9, 9]), girls, ..DateTold::default() }.girls_of_hundred()
    };
    assert_eq!((share(4, Some(2)), share(5, Some(2)), share(5, None)), (None, Some(40), None));
    assert_eq!((share(0, Some(0)), share(24, Some(11))), (None, Some(46)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn what_was_told_is_typed_and_read_again(
        n in prop::array::uniform4(0u16..=Came::MOST),
        girls in prop::option::of(0u16..=Came::MOST),
        levels in prop::collection::btree_set(0usize..Level::ALL.len(), 0..6),
        well in prop::option::of("[a-zæøå]{2,40}"),
    ) {
        let told = DateTold {
            came: came(n),
            girls: girls.filter(|it| u32::from(*it) <= came(n).young()),
            levels: levels.into_iter().map(|it| Level::ALL[it]).collect(),
            well: well.map(|it| it.as_str().try_into().unwrap()),
            better: None,
        };
        prop_assert!(told.girls_of_hundred().is_none_or(|it| it <= 100));
        prop_assert_eq!(TypedReport::of(&told).read(), Ok(told));
    }

    #[test]
    fn nothing_that_is_typed_breaks_it_or_tells_of_more_girls_than_came(
        n in prop::array::uniform4(".{0,6}"),
        girls in "[0-9]{0,5}",
        better in ".{0,20}",
    ) {
        let typed = TypedReport { came: n, girls, better, ..TypedReport::default() };
        match typed.read() {
            Ok(told) => prop_assert!(told.girls.is_none_or(|it| u32::from(it) <= told.came.young())),
            Err(faults) => prop_assert!(!faults.is_empty()),
        }
    }
}
