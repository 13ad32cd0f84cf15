//! Where what was found takes place, on a drawn Denmark.

use application::ports::MapDot;
use domain::search::{PageNumber, Query};
use leptos::prelude::*;

use crate::{
    Ask, Place,
    design::denmark::{MapMarker, denmark_map},
};

/// A map of all that was found, in step with the list: each number leads to the list of as many.
#[component]
pub fn FoundMap(ask: Ask, query: Query, map: Vec<MapDot>) -> impl IntoView {
    let t = ask.speech();
    let marker = |dot: &MapDot| {
        let town = dot.area.town()?;
        let (city, n) = (town.name().to_owned().into(), dot.activities.into());
        let list =
            Query { filter: dot.behind(&query.filter), page: PageNumber::FIRST, ..query.clone() };
        Some(MapMarker {
            lat: town.middle().lat(),
            lon: town.middle().lon(),
            label: t.tell("found-map-place", &[("city", city), ("n", n)]),
            count: dot.activities,
            href: ask.path(&Place::Catalogue(list)),
        })
    };
    let markers: Vec<MapMarker> = map.iter().filter_map(marker).collect();
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
