//! The map of what was found, in step with the lists behind its numbers.

use application::{
    catalogue::{ImportMode, import_activities},
    search::{rebuild_index, search_activities},
};
use axum::http::StatusCode;
use domain::search::Query;
use proptest::{
    prelude::*,
    strategy::ValueTree as _,
    test_runner::{Config, TestRunner},
};
use server::adapters::spreadsheet;
use ui::{Locale, Place};

use crate::testbed::{On, Testbed};

/// Parameters of every sort; any of them may meet any other.
const PAIRS: &[(&str, &str)] = &[
    ("q", "robot"),
    ("q", "robbot"),
    ("q", "gratis besøg på skolen"),
    ("q", "kemi nær aarhus"),
    ("q", "vand 20 km fra viborg"),
    ("q", "for 24 elever i midtjylland"),
    ("q", "5. klasse"),
    ("topic", "robotics"),
    ("topic", "biology"),
    ("kind", "camp"),
    ("kind", "guest_lesson"),
    ("level", "grade-5"),
    ("age", "12"),
    ("region", "midtjylland"),
    ("region", "syddanmark"),
    ("municipality", "0791"),
    ("municipality", "0101"),
    ("area", "viborg"),
    ("area", "koebenhavn"),
    ("near", "viborg"),
    ("near", "odense"),
    ("within_km", "60"),
    ("format", "on_site"),
    ("format", "at_school"),
    ("free", "true"),
    ("seats", "24"),
    ("full", "true"),
    ("past", "true"),
    ("sort", "date"),
];

/// The numbers on a page's map, each with the address that it leads to.
fn numbers(page: &str) -> Vec<(u32, String)> {
    let marks = page.split(r#"<a class="cnt" href=""#).skip(1);
    let marks = marks.map(|mark| {
        let (href, rest) = mark.split_once('"').expect("an address");
        let text = rest.split_once("<text").and_then(|(_, rest)| rest.split_once('>'));
        let number = text.and_then(|(_, rest)| rest.split_once('<')).expect("a number").0;
        (number.parse().expect("a number"), href.replace("&amp;", "&"))
    });
    marks.collect()
}

#[tokio::test]
async fn every_number_on_the_map_is_that_of_the_list_behind_it() {
    let portal = Testbed::start(On::Sqlite).await;
    let ports = &portal.plugs.ports;
    for text in [
        include_str!("../../demo/activities_west.csv"),
        include_str!("../../demo/activities_east.csv"),
    ] {
        let sheet = spreadsheet::sheet(text.as_bytes()).unwrap();
        import_activities(ports, sheet, ImportMode::Write, &mut |_| {}).await.unwrap();
    }
    rebuild_index(ports, &portal.plugs.index).await.unwrap();

    let searches = prop::collection::vec(prop::sample::select(PAIRS), 0..4);
    let mut chance = TestRunner::new_with_rng(
        Config::default(),
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let mut followed = 0;
    for _ in 0..150 {
        let mut pairs = searches.new_tree(&mut chance).unwrap().current();
        while Query::parse(&pairs).is_err() {
            pairs.pop();
        }
        let query = Query::parse(&pairs).unwrap_or_default();
        let address = Place::Catalogue(query).path(Locale::Da);
        let (status, _, page) = portal.get(&address).await;
        assert_eq!(status, StatusCode::OK, "{address}");
        for (number, path) in numbers(&page) {
            let asked = path.split_once('?').map_or("", |(_, query)| query);
            let behind = Query::parse(&ui::routes::decode_query(asked)).expect("a query");
            let listed = search_activities(ports, &behind).await.unwrap().found.total;
            assert_eq!(listed, number, "{path} on the map of {address}");
            followed += 1;
        }
    }
    assert!(followed > 200, "{followed}");
}
