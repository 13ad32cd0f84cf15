//! Nothing fits: say it kindly and give ways out, with numbers.

use application::search::{
    Nearest, Offer, Search, SearchError, Understanding, count_activities, nearest,
};
use domain::search::{Filter, Query};
use leptos::prelude::*;

use crate::{Ask, Place, Speech, design::icon::Icon};

/// What leads on from a list on which nothing stands.
#[derive(Default)]
pub(super) struct WaysOut {
    nearest: Nearest,
    choices: Vec<WayOut>,
}

impl WaysOut {
    /// The ways out of an empty list; none where something was found.
    pub(super) async fn of(ask: &Ask, query: &Query, search: &Search) -> Result<Self, SearchError> {
        if search.found.total > 0 {
            return Ok(Self::default());
        }
        Ok(Self {
            nearest: nearest(&ask.ports, &query.filter, &search.understanding).await?,
            choices: without_one(ask, &query.filter, &search.understanding).await?,
        })
    }
}

/// A choice that could be dropped, and what would be seen then.
struct WayOut {
    choice: String,
    rest: Filter,
    hits: u32,
}

/// The most ways out that are looked for: each is a question of its own.
const MOST: usize = 8;

/// What dropping each single choice, or part of the words that was understood as one,
/// would lead to, the most hits first.
async fn without_one(
    ask: &Ask,
    filter: &Filter,
    understanding: &Understanding,
) -> Result<Vec<WayOut>, SearchError> {
    let t = ask.speech();
    let parts = understanding.parts.iter().map(|part| {
        let words = Some(part.without.clone()).filter(|words| !words.is_empty());
        (part.text.clone(), Filter { words, ..filter.clone() })
    });
    let choices = filter
        .pairs()
        .into_iter()
        .map(|pair| (super::chips::label(t, &pair), filter.without(&pair)));
    let mut ways = Vec::new();
    for (choice, rest) in parts.chain(choices).take(MOST).collect::<Vec<_>>() {
        if rest.is_empty() {
            continue;
        }
        let hits = count_activities(&ask.ports, &rest).await?;
        if hits > 0 {
            ways.push(WayOut { choice, rest, hits });
        }
    }
    ways.sort_by_key(|way| std::cmp::Reverse(way.hits));
    Ok(ways)
}

/// What stands in place of the list when nothing fits.
#[component]
pub fn Nothing(
    ask: Ask,
    ways: WaysOut,
    /// Whether something that comes near follows.
    comes_near: bool,
) -> impl IntoView {
    let t = ask.speech();
    let offers = [
        ways.nearest.date.map(|offer| (nearest_date(t, &offer), offer.filter)),
        ways.nearest.place.and_then(|offer| Some((nearest_place(t, &offer)?, offer.filter))),
    ];
    let offers: Vec<_> = offers
        .into_iter()
        .flatten()
        .map(|(sentence, filter)| {
            let path = ask.path(&Place::filtered(filter));
            view! { <li><a class="go" href=path>{sentence} {Icon::ArrowRight.show()}</a></li> }
        })
        .collect();
    let links: Vec<_> = ways
        .choices
        .into_iter()
        .map(|way| {
            let sentence = t.tell(
                "empty-without",
                &[("choice", way.choice.into()), ("n", way.hits.into())],
            );
            view! {
                <li>
                    <a class="go" href=ask.path(&Place::filtered(way.rest))>{sentence} {Icon::ArrowRight.show()}</a>
                </li>
            }
        })
        .collect();
    let advice = (!links.is_empty()).then(|| {
        view! {
            <p>{t.say("empty-drop-one")}</p>
            <ul class="stack">{links}</ul>
        }
    });
    let lead = if comes_near { "empty-lead-near" } else { "empty-lead" };
    view! {
        <div class="panel stack">
            <p class="lead">{t.say(lead)}</p>
            {(!offers.is_empty()).then(|| view! { <ul class="stack">{offers}</ul> })}
            {advice}
            <p>
                <a class="btn" href=ask.path(&Place::catalogue())>{t.say("empty-all")}</a>
            </p>
        </div>
    }
}

/// »Nærmeste dato: onsdag 3. marts 2027 i Viborg (12 km)«.
fn nearest_date(t: &'static Speech, offer: &Offer) -> String {
    let day = offer.day.map(|day| t.date(day)).unwrap_or_default();
    let day = ("day", day.into());
    match (&offer.first.city, offer.first.distance_km) {
        (Some(city), Some(km)) => {
            t.tell("nearest-date-km", &[day, ("city", city.clone().into()), ("km", km.into())])
        }
        (Some(city), None) => t.tell("nearest-date-in", &[day, ("city", city.clone().into())]),
        (None, _) => t.tell("nearest-date", &[day]),
    }
}

/// »Nærmeste sted: Viborg (12 km), onsdag 3. marts 2027«; none where nobody knows the town.
fn nearest_place(t: &'static Speech, offer: &Offer) -> Option<String> {
    let city = ("city", offer.first.city.clone()?.into());
    let km = ("km", offer.first.distance_km?.into());
    Some(match offer.day {
        Some(day) => t.tell("nearest-place-day", &[city, km, ("day", t.date(day).into())]),
        None => t.tell("nearest-place", &[city, km]),
    })
}
