//! Activities, told from outside.

use proptest::prelude::*;

use super::*;
use crate::catalogue::OccurrenceId;

#[test]
fn a_slug_is_what_a_dane_would_type() {
    assert_eq!(
        Slug::of_name("Bibliotekerne ved Åen & Søen").as_str(),
        "bibliotekerne-ved-aaen-soeen"
    );
    assert_eq!(Slug::of_name("Girls' Day: Æbler").as_str(), "girls-day-aebler");
    assert_eq!(Slug::of_name("!!!").as_str(), "x");
}

fn at(day: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(day * 86_400, 0).unwrap()
}

fn occurrence(id: u128, day: i64) -> Occurrence {
    Occurrence::new(OccurrenceId(Uuid::from_u128(id)), (at(day), at(day + 1)), None, None).unwrap()
}

fn activity(days: &[(u128, i64)]) -> Activity {
    let particulars = crate::catalogue::particulars::tests::visit();
    let dates = days.iter().map(|(id, day)| occurrence(*id, *day)).collect();
    let (id, partner) = (ActivityId(Uuid::from_u128(1)), PartnerId(Uuid::nil()));
    Activity::draft(id, partner, "R-1".try_into().unwrap(), particulars, dates, at(0))
}

#[test]
fn saying_the_same_again_changes_nothing() {
    let mut activity = activity(&[(1, 10), (2, 20)]);
    let said = activity.particulars().clone();
    assert!(!activity.revise(said, vec![occurrence(8, 20), occurrence(9, 10)], at(5)));
    assert_eq!(activity.updated_at(), at(0));
}

#[test]
fn a_date_keeps_its_id_and_what_has_been_stays() {
    let mut activity = activity(&[(1, 10), (2, 20), (3, 30)]);
    let said = activity.particulars().clone();
    assert!(activity.revise(said, vec![occurrence(9, 30), occurrence(8, 40)], at(15)));
    let dates: Vec<u128> = activity.occurrences().iter().map(|it| it.id.0.as_u128()).collect();
    assert_eq!(dates, [1, 3, 8]);
}

#[test]
fn what_is_said_in_part_drops_no_date_and_moves_none() {
    let mut activity = activity(&[(1, 10), (2, 20), (3, 30)]);
    let said = activity.particulars().clone();
    let ids = |it: &Activity| -> Vec<u128> {
        it.occurrences().iter().map(|it| it.id.0.as_u128()).collect()
    };
    let named = vec![occurrence(8, 30), occurrence(9, 21)];
    assert!(activity.revise_in_part(said.clone(), named, at(5)));
    assert_eq!(ids(&activity), [1, 2, 9, 3]);
    assert!(!activity.revise_in_part(said.clone(), vec![occurrence(8, 10)], at(5)));
    assert!(activity.revise(said, vec![occurrence(8, 20)], at(5)));
    assert_eq!(ids(&activity), [2]);
}

#[test]
fn what_is_said_in_part_changes_the_dates_that_are_named() {
    let mut activity = activity(&[(1, 10), (2, 20)]);
    let said = activity.particulars().clone();
    let id = OccurrenceId(Uuid::from_u128(8));
    let longer = Occurrence::new(id, (at(20), at(22)), None, None).unwrap();
    assert!(activity.revise_in_part(said, vec![longer], at(5)));
    let second = &activity.occurrences()[1];
    assert_eq!((second.id.0.as_u128(), second.end()), (2, at(22)));
}

proptest! {
    #[test]
    fn a_slug_needs_no_escaping(name in any::<String>()) {
        let slug = Slug::of_name(&name);
        prop_assert!(!slug.as_str().is_empty());
        prop_assert!(slug.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
    }
}
