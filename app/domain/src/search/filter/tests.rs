use proptest::prelude::*;

use super::*;

fn parse(pairs: &[(&str, &str)]) -> Result<Query, Vec<InvalidParameter>> {
    Query::parse(pairs)
}

#[test]
fn an_empty_field_of_a_form_asks_for_nothing() {
    let query = parse(&[("q", " "), ("topic", ""), ("from", ""), ("page", "")]).unwrap();
    assert_eq!(query, Query::default());
    assert!(query.pairs().is_empty());
}

#[test]
fn the_same_wish_has_the_same_address_whatever_its_order() {
    let one = parse(&[("topic", "robotics"), ("level", "grade-5"), ("topic", "physics")]).unwrap();
    let two = parse(&[
        ("topic", "physics"),
        ("topic", "robotics"),
        ("level", "grade-5"),
        ("topic", "physics"),
    ]);
    assert_eq!(Ok(one), two);
}

#[test]
fn a_wrong_value_is_named() {
    fn wrong(name: &str, value: &str) -> Reason {
        parse(&[(name, value)]).unwrap_err()[0].reason
    }
    assert_eq!(wrong("topic", "robots"), Reason::UnknownValue);
    assert_eq!(wrong("region", "jylland"), Reason::UnknownValue);
    assert_eq!(wrong("area", "skagen"), Reason::UnknownValue);
    assert_eq!(wrong("from", "2027-02-30"), Reason::NoDate);
    assert_eq!(wrong("month", "2027-13"), Reason::NoMonth);
    assert_eq!(wrong("week", "2027-W53"), Reason::NoWeek);
    assert_eq!(wrong("age", "-1"), Reason::NoNumber { min: 0, max: 99 });
    assert_eq!(wrong("price_max", "49.50"), Reason::NoNumber { min: 0, max: 100_000 });
    assert_eq!(wrong("page", "0"), Reason::NoNumber { min: 1, max: 1_000_000 });
    assert_eq!(wrong("page", "1000000000"), Reason::NoNumber { min: 1, max: 1_000_000 });
    assert_eq!(wrong("free", "perhaps"), Reason::NoFlag);
    assert_eq!(wrong("q", "a\0b"), Reason::ControlCharacter);
    assert_eq!(wrong("q", &"x".repeat(10_000)), Reason::TooLong { max: 200 });
    assert_eq!(wrong("sort", "price"), Reason::UnknownValue);
    assert_eq!(wrong("near", "Atlantis"), Reason::NoPlace);
    assert_eq!(wrong("within_km", "10"), Reason::NeedsPlace);
    assert_eq!(wrong("within_km", "-5"), Reason::NoNumber { min: 1, max: 400 });
    assert_eq!(wrong("sort", "distance"), Reason::NeedsPlace);
    assert_eq!(wrong("filter", "1=1"), Reason::UnknownParameter);
}

#[test]
fn a_period_does_not_end_before_it_starts() {
    let faults = parse(&[("from", "2027-03-02"), ("to", "2027-03-01")]).unwrap_err();
    let (name, value) = ("to".to_owned(), "2027-03-01".to_owned());
    let reason = Reason::EndsBeforeItStarts;
    assert_eq!(faults[0], InvalidParameter { name, value, reason });
}

#[test]
fn what_is_wrong_comes_back_as_it_was_typed_and_the_rest_is_asked_for() {
    let typed = [("topic", "robotics"), ("near", "Atlantis"), ("within_km", "10")];
    let (query, faults) = Query::parse_leniently(&typed);
    assert_eq!(query.filter.pairs(), [(Parameter::Topic, "robotics".to_owned())]);
    let told: Vec<_> = faults.iter().map(|it| (it.name.as_str(), it.value.as_str())).collect();
    assert_eq!(told, [("near", "Atlantis"), ("within_km", "10")]);
    assert_eq!(faults[1].reason, Reason::NeedsPlace);
}

#[test]
fn what_is_said_once_is_not_said_twice() {
    assert_eq!(parse(&[("age", "9"), ("age", "10")]).unwrap_err()[0].reason, Reason::Repeated);
}

#[test]
fn a_chip_takes_away_one_wish_only() {
    let filter =
        parse(&[("topic", "robotics"), ("topic", "physics"), ("free", "true")]).unwrap().filter;
    let rest = filter.without(&(Parameter::Topic, "physics".to_owned()));
    assert_eq!((rest.topics.as_slice(), rest.free), ([Topic::Robotics].as_slice(), true));
}

#[test]
fn two_filters_ask_for_both() {
    let one = parse(&[("topic", "robotics"), ("age", "9")]).unwrap().filter;
    let two = parse(&[("topic", "physics"), ("age", "12"), ("free", "true")]).unwrap().filter;
    let both = [("topic", "robotics"), ("topic", "physics"), ("age", "9"), ("free", "true")];
    assert_eq!(one.and(&two), parse(&both).unwrap().filter);
}

#[test]
fn days_that_clash_are_left_out_alone() {
    let chosen = parse(&[("from", "2027-05-01"), ("topic", "robotics")]).unwrap().filter;
    let wished = parse(&[("to", "2027-03-31"), ("free", "true")]).unwrap().filter;
    let both = [("from", "2027-05-01"), ("topic", "robotics"), ("free", "true")];
    assert_eq!(chosen.and(&wished), parse(&both).unwrap().filter);
    let both = [("to", "2027-03-31"), ("topic", "robotics"), ("free", "true")];
    assert_eq!(wished.and(&chosen), parse(&both).unwrap().filter);
}

#[test]
fn how_near_is_said_of_one_place_and_not_of_another() {
    let here = parse(&[("near", "aarhus")]).unwrap().filter;
    let there = parse(&[("near", "viborg"), ("within_km", "5"), ("free", "true")]).unwrap().filter;
    let both = [("near", "aarhus"), ("free", "true")];
    assert_eq!(here.and(&there), parse(&both).unwrap().filter);
    let same = parse(&[("near", "viborg")]).unwrap().filter;
    assert_eq!(same.and(&there), there);
}

#[test]
fn with_the_words_goes_only_what_cannot_stand_without_them() {
    let pairs = [("q", "robot viborg"), ("within_km", "20"), ("topic", "robotics")];
    let filter = parse(&pairs).unwrap().filter;
    let rest = filter.without(&(Parameter::Words, "robot viborg".to_owned()));
    assert_eq!(rest, parse(&[("topic", "robotics")]).unwrap().filter);
}

/// A parameter with a value that may be one of its own.
fn a_pair() -> impl Strategy<Value = (Parameter, &'static str)> {
    let values = vec![
        "robotics",
        "physics",
        "grade-5",
        "stx",
        "camp",
        "pupils",
        "midtjylland",
        "0791",
        "viborg",
        "2027-03-01",
        "2027-05-01",
        "2027-03",
        "2027-W07",
        "2026-W53",
        "online",
        "en",
        "true",
        "24",
        "7",
        "8800",
        "Aarhus",
        "business",
        "date",
        "distance",
        "girlsday-2027",
        "robot i skolen",
        "",
    ];
    (prop::sample::select(Parameter::ALL), prop::sample::select(values))
}

fn filter_of(pairs: Vec<(Parameter, &'static str)>) -> Filter {
    Filter::of(pairs.into_iter().map(|(parameter, value)| (parameter, value.to_owned())))
}

proptest! {
    #[test]
    fn what_asks_for_both_leaves_out_of_the_other_only_what_clashes(
        one in prop::collection::vec(a_pair(), 0..8),
        other in prop::collection::vec(a_pair(), 0..8),
    ) {
        let (one, other) = (filter_of(one), filter_of(other));
        let both = one.and(&other).pairs();
        for pair in one.pairs() {
            prop_assert!(both.contains(&pair), "{pair:?}");
        }
        for pair in other.pairs() {
            let is_said = one.pairs().iter().any(|it| it.0 == pair.0) && !pair.0.may_repeat();
            let may_clash = matches!(pair.0, Parameter::From | Parameter::To | Parameter::WithinKm);
            prop_assert!(is_said || may_clash || both.contains(&pair), "{pair:?}");
        }
    }

    #[test]
    fn an_address_read_and_written_is_read_the_same(
        pairs in prop::collection::vec(a_pair(), 0..12)
    ) {
        let named: Vec<(&str, &str)> = pairs.iter().map(|(name, value)| (name.key(), *value)).collect();
        if let Ok(query) = Query::parse(&named) {
            let written: Vec<(&str, String)> =
                query.pairs().into_iter().map(|(name, value)| (name.key(), value)).collect();
            prop_assert_eq!(Query::parse(&written), Ok(query));
        }
    }

    #[test]
    fn no_address_makes_it_stumble(pairs in prop::collection::vec((any::<String>(), any::<String>()), 0..20)) {
        let _ = Query::parse(&pairs);
    }
}
