//! What is counted, and what is told of it.

use proptest::prelude::*;

use super::*;
use crate::signup::trials::trials;

fn at(hours: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000 + hours * 3_600, 0).unwrap()
}

fn answer(before: i32, after: i32) -> InterestAnswer {
    InterestAnswer { before: before.try_into().unwrap(), after: after.try_into().unwrap() }
}

#[test]
fn nothing_is_told_before_five_have_answered() {
    let mut interest = Interest::default();
    for n in 1..=5 {
        assert_eq!(interest.figures(), None, "{n}");
        interest.count(answer(2, 4), 1);
    }
    assert_eq!(interest.figures(), Some(InterestFigures { answers: 5, before: 20, after: 40 }));
    interest.count(answer(5, 1), 1);
    assert_eq!(interest.figures(), Some(InterestFigures { answers: 6, before: 25, after: 35 }));
}

#[test]
fn pupils_answer_from_the_beginning_until_a_week_after() {
    let time = |hours| Interest::time(at(0), at(3), at(hours));
    assert_eq!((time(-1), time(0)), (InterestTime::NotYet, InterestTime::Open));
    assert_eq!((time(7 * 24 + 2), time(7 * 24 + 3)), (InterestTime::Open, InterestTime::Closed));
}

#[test]
fn a_fifth_more_than_came_can_answer() {
    let rooms = [0, 1, 5, 24, 100].map(Interest::room);
    assert_eq!(rooms, [0, 2, 6, 29, 120]);
}

#[test]
fn only_numbers_from_one_to_five_are_answers() {
    let typed = |before: &str, after: &str| {
        TypedInterest { before: before.to_owned(), after: after.to_owned() }.read()
    };
    assert_eq!(typed("1", "5"), Ok(answer(1, 5)));
    let missing = |it: Field| (it, FieldFault::Missing);
    assert_eq!(typed("", "6"), Err(vec![missing(Field::Before), missing(Field::After)]));
    assert_eq!(typed("3", "x"), Err(vec![missing(Field::After)]));
    assert_eq!(typed("0", "3"), Err(vec![missing(Field::Before)]));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(trials()))]

    #[test]
    fn means_are_those_of_the_answers_in_whatever_order_they_come(
        answers in prop::collection::vec((1i32..=5, 1i32..=5), 0..60),
    ) {
        let (mut there, mut back) = (Interest::default(), Interest::default());
        for (before, after) in &answers {
            there.count(answer(*before, *after), 1);
        }
        for (before, after) in answers.iter().rev() {
            back.count(answer(*before, *after), 1);
        }
        prop_assert_eq!(there, back);
        let n = answers.len();
        prop_assert_eq!(there.answers() as usize, n);
        match there.figures() {
            None => prop_assert!(n < 5),
            Some(told) => {
                // Half a tenth away at the most.
                let is_mean = |told: u32, of: fn(&(i32, i32)) -> i32| {
                    let sum: u32 = answers.iter().map(|it| of(it).unsigned_abs()).sum();
                    (told * there.answers()).abs_diff(sum * 10) * 2 <= there.answers()
                };
                prop_assert!(is_mean(told.before, |it| it.0));
                prop_assert!(is_mean(told.after, |it| it.1));
                prop_assert!((10..=50).contains(&told.before) && (10..=50).contains(&told.after));
            }
        }
    }
}
