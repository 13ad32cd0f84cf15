//! Where what was found happens, on a drawn Denmark.

use application::ports::MapDot;
use domain::{
    catalogue::Coordinates,
    pact::Locality,
    search::{Filter, PageNumber, Query},
};
use leptos::prelude::*;

use crate::{
    Ask, Place,
    design::denmark::{MapMarker, denmark_map},
};

/// Places so near to each other that their numbers would overlap are one.
const APART_KM: f64 = 45.0;

/// A map of all that was found, in step with the list: each number leads to the list of its place.
#[component]
pub fn FoundMap(ask: Ask, query: Query, map: Vec<MapDot>) -> impl IntoView {
    let t = ask.speech();
    let clusters = clustered(map);
    let path = |dot: &MapDot| {
        let near = Locality::find(&dot.city)?;
        let filter = Filter { near: Some(near), within_km: None, ..query.filter.clone() };
        Some(ask.path(&Place::Catalogue(Query {
            filter,
            page: PageNumber::FIRST,
            ..query.clone()
        })))
    };
    let markers: Vec<MapMarker> = clusters
        .iter()
        .filter_map(|dot| {
            let n = ("n", dot.activities.into());
            Some(MapMarker {
                lat: dot.point.lat(),
                lon: dot.point.lon(),
                label: t.tell("found-map-place", &[("city", dot.city.clone().into()), n]),
                count: dot.activities,
                href: path(dot)?,
            })
        })
        .collect();
    (!markers.is_empty()).then(|| {
        let drawn = denmark_map(&markers, t.say("found-map-title"), t.say("found-map-description"));
        view! {
            <details class="fold found-map">
                <summary>{t.say("found-map-show")}</summary>
                <div class="panel" inner_html=drawn></div>
            </details>
        }
    })
}

/// The dots with those beside them added; the largest give their names.
fn clustered(map: Vec<MapDot>) -> Vec<MapDot> {
    let mut clusters: Vec<MapDot> = Vec::new();
    for dot in map {
        let near = |it: &&mut MapDot| Coordinates::km_to(it.point, dot.point) < APART_KM;
        match clusters.iter_mut().find(near) {
            Some(cluster) => cluster.activities += dot.activities,
            None => clusters.push(dot),
        }
    }
    clusters
}
