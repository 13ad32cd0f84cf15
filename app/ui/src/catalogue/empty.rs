//! Nothing fits: say it kindly and give ways out, with numbers.

use application::search::{
    LeftOut, Nearest, Offer, Search, SearchError, WayOut, count_choices, nearest, ways_out,
};
use domain::{
    catalogue::Topic,
    search::{Filter, Parameter, Query},
};
use leptos::prelude::*;

use super::chips::list_of;
use crate::{Ask, Speech, design::icon::Icon};

/// What leads on from a list on which nothing stands.
#[derive(Default)]
pub(super) struct WaysOut {
    nearest: Nearest,
    ways: Vec<WayOut>,
    /// Where nothing else leads on: the topics of the most activities, with their numbers.
    topics: Vec<(Topic, u32)>,
}

/// How many topics are offered where nothing else leads on.
const MOST_TOPICS: usize = 6;

impl WaysOut {
    /// The ways out of an empty list; none where something was found.
    pub(super) async fn of(ask: &Ask, query: &Query, search: &Search) -> Result<Self, SearchError> {
        if search.found.total > 0 {
            return Ok(Self::default());
        }
        let nearest = nearest(&ask.ports, &query.filter, search).await?;
        let ways = ways_out(&ask.ports, &query.filter, search).await?;
        let leads_on = nearest != Nearest::default() || !ways.is_empty();
        let topics = if leads_on { Vec::new() } else { largest_topics(ask).await? };
        Ok(Self { nearest, ways, topics })
    }
}

async fn largest_topics(ask: &Ask) -> Result<Vec<(Topic, u32)>, SearchError> {
    let mut topics = count_choices(&ask.ports, &Filter::default()).await?.facets.topics;
    topics.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    topics.truncate(MOST_TOPICS);
    Ok(topics)
}

/// »Uden »gratis«: 12 aktiviteter«, or without two things.
fn without(ask: &Ask, way: &WayOut) -> String {
    let t = ask.speech();
    let names = way.left_out.iter().map(|it| match it {
        LeftOut::Part(part) => part.text.clone(),
        // The sentence puts them in quotes itself.
        LeftOut::Choice((Parameter::Words, words)) => words.clone(),
        LeftOut::Choice(pair) => super::chips::label(ask, pair),
    });
    let names: Vec<String> = names.collect();
    let hits = ("n", way.hits.into());
    match names.as_slice() {
        [first, second] => {
            let (first, second) = (first.clone().into(), second.clone().into());
            t.tell("empty-without-both", &[("first", first), ("second", second), hits])
        }
        names => t.tell("empty-without", &[("choice", names.join(" ").into()), hits]),
    }
}

/// What stands in place of the list when nothing fits.
#[component]
pub fn Nothing(
    ask: Ask,
    /// What was looked for in vain.
    query: Query,
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
            let path = list_of(&ask, &query, filter);
            view! { <li><a class="go" href=path>{sentence} {Icon::ArrowRight.show()}</a></li> }
        })
        .collect();
    let takes_two = ways.ways.iter().any(|way| way.left_out.len() > 1);
    let links: Vec<_> = ways
        .ways
        .into_iter()
        .map(|way| {
            let sentence = without(&ask, &way);
            let path = list_of(&ask, &query, way.filter);
            view! { <li><a class="go" href=path>{sentence} {Icon::ArrowRight.show()}</a></li> }
        })
        .collect();
    let advice = (!links.is_empty()).then(|| {
        view! {
            <p>{t.say(if takes_two { "empty-drop-two" } else { "empty-drop-one" })}</p>
            <ul class="stack">{links}</ul>
        }
    });
    let topics: Vec<_> = ways
        .topics
        .iter()
        .map(|(topic, n)| {
            let filter = Filter { topics: vec![*topic], ..Filter::default() };
            let path = list_of(&ask, &query, filter);
            let name = t.word("topic", topic.key());
            let told = t.tell("empty-topic", &[("topic", name.into()), ("n", (*n).into())]);
            view! { <li><a class="chip" href=path>{told}</a></li> }
        })
        .collect();
    let topics = (!topics.is_empty()).then(|| {
        view! {
            <p>{t.say("empty-topics")}</p>
            <ul class="row">{topics}</ul>
        }
    });
    let lead = if comes_near { "empty-lead-near" } else { "empty-lead" };
    view! {
        <div class="panel stack">
            <p class="lead">{t.say(lead)}</p>
            {(!offers.is_empty()).then(|| view! { <ul class="stack">{offers}</ul> })}
            {advice}
            {topics}
            <p>
                <a class="btn" href=list_of(&ask, &query, Filter::default())>{t.say("empty-all")}</a>
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
