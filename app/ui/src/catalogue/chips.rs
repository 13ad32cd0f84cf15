//! What is chosen, each as a chip that takes it away.

use application::search::without_placeless;
use domain::{
    catalogue::Language,
    pact::{Area, Locality, Municipality, Region},
    search::{Filter, Month, Parameter, Query},
};
use leptos::prelude::*;

use crate::{Ask, Place, design::icon::Icon};

/// The list of another filter, in the order of `query`, and without what needs a place where none
/// is named: a way begins somewhere.
pub(super) fn list_of(ask: &Ask, query: &Query, filter: Filter) -> String {
    let query = without_placeless(query.over(filter), ask.ports.clock.now());
    ask.path(&Place::Catalogue(query))
}

/// What is chosen, each as a link to the same list without it.
#[component]
pub fn Chips(ask: Ask, query: Query) -> impl IntoView {
    let t = ask.speech();
    let filter = &query.filter;
    let chips: Vec<_> = filter
        .pairs()
        .into_iter()
        .map(|pair| {
            let label = whole_label(&ask, &pair, filter.within_km.is_some());
            let path = list_of(&ask, &query, filter.without(&pair));
            view! {
                <li>
                    <a class="chip chip--on" href=path>
                        <span class="vh">{t.say("chips-remove")} " "</span>
                        {label}
                        {Icon::X.show()}
                    </a>
                </li>
            }
        })
        .collect();
    (!filter.is_empty()).then(|| {
        view! {
            <div class="row">
                <h2 class="vh" id="valgt">{t.say("chips-heading")}</h2>
                <ul class="row" aria-labelledby="valgt">{chips}</ul>
                <a class="btn btn--quiet btn--s" href=list_of(&ask, &query, Filter::default())>
                    {t.say("chips-clear")}
                </a>
            </div>
        }
    })
}

/// What one choice is called where it stands for itself: of a place also how far around it is
/// near, unless that `is_said` already.
pub(super) fn whole_label(ask: &Ask, pair: &(Parameter, String), is_said: bool) -> String {
    let place = Some(&pair.1).filter(|_| pair.0 == Parameter::Near && !is_said);
    let Some(place) = place.and_then(|it| Locality::find(it)) else { return label(ask, pair) };
    let (name, km) = (place.name().to_owned().into(), place.reach_km().into());
    ask.speech().tell("chip-near-within", &[("place", name), ("km", km)])
}

/// What one choice is called.
pub(super) fn label(ask: &Ask, (parameter, value): &(Parameter, String)) -> String {
    let t = ask.speech();
    let day = || value.parse().map(|day| t.short_date(day)).unwrap_or_default();
    let filled = |key, name, value: String| t.tell(key, &[(name, value.into())]);
    match parameter {
        Parameter::Words => filled("chip-words", "words", value.clone()),
        Parameter::Topic => t.word("topic", value).to_owned(),
        Parameter::Level => value.parse().map(|level| t.levels(&[level])).unwrap_or_default(),
        Parameter::Age => filled("ages-one", "age", value.clone()),
        Parameter::Kind => t.word("kind", value).to_owned(),
        Parameter::Audience => {
            filled("chip-audience", "audience", t.word("audience", value).to_owned())
        }
        Parameter::Region => Region::find(value).map(|it| it.name().to_owned()).unwrap_or_default(),
        Parameter::Municipality => {
            Municipality::find(value).map(|it| it.name().to_owned()).unwrap_or_default()
        }
        Parameter::Area => {
            let town = value.parse().ok().and_then(Area::town);
            filled("chip-area", "town", town.map(|it| it.name().to_owned()).unwrap_or_default())
        }
        Parameter::From => filled("chip-from", "day", day()),
        Parameter::To => filled("chip-to", "day", day()),
        Parameter::Month => {
            value.parse().map(|month: Month| t.month(month.first_day())).unwrap_or_default()
        }
        Parameter::Week => value.parse().map(|week| t.week(week)).unwrap_or_default(),
        Parameter::Format => t.word("format", value).to_owned(),
        Parameter::Language => {
            let name = value.parse::<Language>().map(|it| t.language(it)).unwrap_or_default();
            filled("chip-language", "language", name)
        }
        Parameter::Free => t.say("filter-free").to_owned(),
        Parameter::PriceMax => {
            let amount = value.parse::<u32>().map(|kroner| t.number(kroner)).unwrap_or_default();
            filled("chip-price", "amount", amount)
        }
        Parameter::Girls => t.say("filter-girls").to_owned(),
        Parameter::Seats => filled("chip-seats", "n", value.clone()),
        Parameter::Partner => filled("chip-partner", "partner", ask.partner_name(value)),
        Parameter::Campaign => ask.campaign_name(value),
        Parameter::Sector => t.word("sector", value).to_owned(),
        Parameter::Near => {
            let place = Locality::find(value).map(|it| it.name().to_owned()).unwrap_or_default();
            filled("chip-near", "place", place)
        }
        Parameter::WithinKm => filled("chip-within", "km", value.clone()),
        Parameter::Full => t.say("chip-full").to_owned(),
        Parameter::Past => t.say("chip-past").to_owned(),
        Parameter::Sort => t.word("sort", value).to_owned(),
        Parameter::Page | Parameter::PerPage => value.clone(),
    }
}
