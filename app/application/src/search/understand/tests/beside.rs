//! What is understood beside what is chosen, and parts beside each other.

use super::*;
use crate::search::search_activities::strict;

fn now() -> DateTime<Utc> {
    DateTime::parse_from_rfc3339("2026-11-24T12:00:00Z").unwrap().to_utc()
}

fn chosen(pairs: &[(&str, &str)]) -> Filter {
    Query::parse(pairs).unwrap().filter
}

/// What must be met of what is typed beside what is chosen, as an address says it.
fn asked(typed: &str, chosen: &Filter) -> (Understanding, String) {
    let understood = understand(typed, chosen, now());
    let pairs = strict(chosen, &understood).pairs();
    let pairs = pairs.iter().map(|(parameter, value)| format!("{parameter}={value}"));
    let pairs = pairs.collect::<Vec<_>>().join("&");
    (understood, pairs)
}

#[test]
fn days_that_clash_with_those_chosen_are_left_out_and_all_else_holds() {
    let late = chosen(&[("from", "2027-05-01")]);
    let (understood, pairs) = asked("gratis robot i marts", &late);
    assert_eq!(pairs, "from=2027-05-01&free=true");
    assert_eq!(understood.parts.len(), 1, "{understood:?}");
    let overruled = &understood.overruled[0];
    assert_eq!(overruled.text, "i marts");
    assert_eq!(overruled.by, [(Parameter::From, "2027-05-01".to_owned())]);
    assert_eq!(understood.words.words.len(), 1);
}

#[test]
fn how_near_holds_around_the_place_that_is_chosen() {
    let there = chosen(&[("near", "viborg")]);
    let (understood, pairs) = asked("gratis robot 20 km fra viborg", &there);
    assert_eq!(pairs, "free=true&near=viborg&within_km=20");
    assert!(understood.overruled.is_empty(), "{understood:?}");
    assert_eq!(understood.wished.radius_km(), Some(20));
}

#[test]
fn a_place_or_an_age_other_than_what_is_chosen_is_told_and_does_not_count() {
    let there = chosen(&[("near", "aarhus")]);
    let (understood, pairs) = asked("gratis robot 20 km fra viborg", &there);
    assert_eq!(pairs, "free=true&near=aarhus");
    let overruled = &understood.overruled[0];
    assert_eq!(overruled.text, "20 km fra viborg");
    assert_eq!(overruled.by, [(Parameter::Near, "aarhus".to_owned())]);

    let (understood, pairs) = asked("robot 12 år", &chosen(&[("age", "9")]));
    assert_eq!((pairs.as_str(), &understood.wished), ("age=9", &Filter::default()));
    assert_eq!(understood.overruled[0].text, "12 år");
    assert_eq!(understood.words.words.len(), 1, "nobody looks for »12« and »år« as words");
}

#[test]
fn what_is_chosen_and_typed_alike_needs_no_telling() {
    let alike = chosen(&[("age", "12"), ("near", "viborg")]);
    let (understood, _) = asked("robot 12 år viborg", &alike);
    assert!(understood.overruled.is_empty() && understood.parts.is_empty(), "{understood:?}");
}

#[test]
fn without_what_overrules_it_a_part_counts() {
    let there = chosen(&[("near", "aarhus"), ("topic", "robotics")]);
    let (understood, _) = asked("robot viborg", &there);
    let by = &understood.overruled[0].by;
    let freed = by.iter().fold(there, |filter, pair| filter.without(pair));
    assert_eq!(asked("robot viborg", &freed).1, "topic=robotics&near=viborg");
}

#[test]
fn of_words_that_clash_with_each_other_the_later_stay_words() {
    let (understood, pairs) = asked("gratis efter 1. maj inden 1. marts", &Filter::default());
    assert_eq!(pairs, "from=2027-05-02&free=true");
    assert_eq!(understood.parts.len(), 2, "{understood:?}");
    assert!(understood.words.words.iter().any(|word| word.folded == "marts"));
}

proptest! {
    #[test]
    fn every_part_that_is_shown_as_understood_holds(
        typed in prop::collection::vec(prop::sample::select(vec![
            "gratis", "robot", "i marts", "efter 1. maj", "inden 1. marts", "uge 7 eller 8",
            "12 år", "9 år", "viborg", "20 km fra viborg", "inden for 5 km af Århus", "8800",
            "under 100 kr", "klasse 4-6", "for 24 elever", "ikke online", "viborg kommune",
            "1.-5. marts", "ikke gratis",
        ]), 0..7),
        choices in prop::collection::vec(prop::sample::select(vec![
            ("near", "viborg"), ("near", "aarhus"), ("within_km", "10"), ("from", "2027-05-01"),
            ("from", "2027-03-03"), ("to", "2027-03-04"), ("to", "2027-02-01"), ("age", "9"),
            ("price_max", "50"), ("level", "grade-5"), ("seats", "30"), ("week", "2027-W07"),
        ]), 0..6),
    ) {
        let typed = typed.join(" ");
        let words = [("q", typed.as_str())];
        let pairs = words.into_iter().chain(choices).collect::<Vec<_>>();
        let (query, _) = Query::parse_leniently(&pairs);
        let understood = understand(&typed, &query.filter, now());
        let met = strict(&query.filter, &understood).pairs();
        for pair in understood.parts.iter().flat_map(|part| &part.pairs) {
            prop_assert!(met.contains(pair), "{typed}: {pair:?} of {met:?}");
        }
        let is_near = understood.wished.near.is_some() || query.filter.near.is_some();
        for pair in (Filter { words: None, ..query.filter }).pairs() {
            let stands = pair.0 != Parameter::WithinKm || is_near;
            prop_assert!(!stands || met.contains(&pair), "{typed}: {pair:?} of {met:?}");
        }
    }
}
