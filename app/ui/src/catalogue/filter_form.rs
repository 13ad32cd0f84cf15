//! The catalogue's filters, as one plain form whose address is its whole state.

use application::{
    partners::by_danish_alphabet,
    ports::{Facets, Found},
};
use chrono::Months;
use domain::{
    catalogue::{Phase, Topic},
    pact::{Municipality, Region},
    partners::Sector,
    search::{Filter, PageNumber, Parameter, Query},
};
use leptos::prelude::*;

use super::{LiveCount, SearchBox};
use crate::{
    Ask, Place, Speech,
    design::{art::Family, icon::Icon},
};

/// The catalogue's filters, with how much each further choice leads to.
#[component]
pub fn FilterForm(ask: Ask, query: Query, found: Found) -> impl IntoView {
    let t = ask.speech();
    let filter = query.filter.clone();
    let chosen = filter.pairs().len();
    let action = Place::catalogue().action(ask.locale);
    let label = t.tell("catalogue-show", &[("n", found.total.into())]);
    let facets = found.facets;
    // What other pages chose for the visitor is kept, though the form has no field for it.
    let kept: Vec<_> = filter
        .pairs()
        .into_iter()
        .filter(|(parameter, _)| {
            matches!(parameter, Parameter::Partner | Parameter::Full | Parameter::Past)
        })
        .chain(query.sort.map(|sort| (Parameter::Sort, sort.to_string())))
        .map(
            |(parameter, value)| view! { <input type="hidden" name=parameter.key() value=value /> },
        )
        .collect();
    let kinds = ticks("kind", &filter.kinds, &facets.kinds, domain::catalogue::Kind::key, |it| {
        t.word("kind", it.key()).to_owned()
    });
    let audiences = ticks(
        "audience",
        &filter.audiences,
        &facets.audiences,
        domain::catalogue::Audience::key,
        |it| crate::speech::capitalised(t.word("audience", it.key())),
    );
    let girls = flag(t, Parameter::Girls, "filter-girls", filter.girls, facets.girls);
    let free = flag(t, Parameter::Free, "filter-free", filter.free, facets.free);
    let months = months(&ask, &query, &facets);
    let sectors = ticks("sector", &filter.sectors, &facets.sectors, Sector::key, |it| {
        t.word("sector", it.key()).to_owned()
    });
    let languages: Vec<_> = facets
        .languages
        .iter()
        .map(|(it, n)| {
            let checked = filter.languages.contains(it);
            tick(
                "language",
                it.code().to_owned(),
                crate::speech::capitalised(&t.language(*it)),
                checked,
                *n,
            )
        })
        .collect();
    let campaigns: Vec<_> = facets
        .campaigns
        .iter()
        .map(|(key, n)| {
            let checked = filter.campaigns.contains(key);
            let label = super::chips::label(t, &(Parameter::Campaign, key.to_string()));
            tick("campaign", key.to_string(), label, checked, *n)
        })
        .collect();
    let (levels, topics) = (levels(t, &filter, &facets), topics(t, &filter, &facets));
    let places = places(t, &filter, &facets);
    view! {
        <details class="unfold">
            <summary class="btn btn--line">
                {Icon::Filter.show()} {t.say("filter-heading")}
                {(chosen > 0).then(|| view! { <span class="muted">{t.tell("filter-chosen", &[("n", chosen.into())])}</span> })}
            </summary>
            <h2 class="t2" id="h-filter">{t.say("filter-heading")}</h2>
            <form action=action method="get" aria-labelledby="h-filter" class="filter">
                {kept}
                <SearchBox
                    label=t.say("filter-words").to_owned()
                    offers_label=t.say("search-suggestions").to_owned()
                    value=filter.words.clone().unwrap_or_default()
                    language=ask.locale.code().to_owned()
                />
                <LiveCount label language=ask.locale.code().to_owned()>
                    <WordsAndDates t filter />
                    <Fold summary=t.say("filter-level") open=true>{levels}</Fold>
                    <Fold summary=t.say("filter-topic") open=true>{topics}</Fold>
                    <Fold summary=t.say("filter-kind") open=false>{kinds}</Fold>
                    <Fold summary=t.say("filter-where") open=false>{places}</Fold>
                    <Fold summary=t.say("filter-for-whom") open=false>{audiences} {girls}</Fold>
                    <Fold summary=t.say("filter-when") open=false>{months}</Fold>
                    <Fold summary=t.say("filter-who") open=false>{campaigns} {sectors} {languages}</Fold>
                    <Fold summary=t.say("filter-price") open=true>{free}</Fold>
                </LiveCount>
            </form>
        </details>
    }
}

#[component]
fn WordsAndDates(t: &'static Speech, filter: Filter) -> impl IntoView {
    let date = |day: Option<chrono::NaiveDate>| day.map(|it| it.to_string());
    view! {
        <div class="two">
            <div class="field">
                <label for="from">{t.say("filter-from")}</label>
                <input type="date" id="from" name="from" value=date(filter.from) />
            </div>
            <div class="field">
                <label for="to">{t.say("filter-to")}</label>
                <input type="date" id="to" name="to" value=date(filter.to) />
            </div>
        </div>
        <div class="two">
            <div class="field">
                <label for="seats">{t.say("filter-seats")}</label>
                <input type="number" id="seats" name="seats" min="1" max="1000" inputmode="numeric" value=filter.seats />
            </div>
            <div class="field">
                <label for="age">{t.say("filter-age")}</label>
                <input type="number" id="age" name="age" min="0" max="99" inputmode="numeric" value=filter.age />
            </div>
        </div>
    }
}

#[component]
fn Fold(summary: &'static str, open: bool, children: Children) -> impl IntoView {
    view! {
        <details class="fold" open=open>
            <summary>{summary}</summary>
            <fieldset>
                <legend class="vh">{summary}</legend>
                {children()}
            </fieldset>
        </details>
    }
}

/// One box that can be ticked, with how many it leads to.
fn tick(
    name: &'static str,
    value: impl Into<String>,
    label: String,
    checked: bool,
    n: u32,
) -> AnyView {
    let value = value.into();
    view! {
        <label class="tick">
            <input type="checkbox" name=name value=value checked=checked />
            <span>{label}</span>
            <span class="n">{n}</span>
        </label>
    }
    .into_any()
}

fn flag(
    t: &'static Speech,
    parameter: Parameter,
    key: &'static str,
    raised: bool,
    n: u32,
) -> AnyView {
    tick(parameter.key(), "true", t.say(key).to_owned(), raised, n)
}

/// A box for each choice that leads somewhere, and for those that are made.
fn ticks<T: Copy + PartialEq + Ord>(
    name: &'static str,
    chosen: &[T],
    counted: &[(T, u32)],
    key: impl Fn(T) -> &'static str,
    label: impl Fn(T) -> String,
) -> Vec<AnyView> {
    let mut all: Vec<(T, u32)> = counted.to_vec();
    let missing = chosen.iter().filter(|it| !counted.iter().any(|(known, _)| known == *it));
    all.extend(missing.map(|it| (*it, 0)));
    all.into_iter().map(|(it, n)| tick(name, key(it), label(it), chosen.contains(&it), n)).collect()
}

fn levels(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    Phase::ALL
        .iter()
        .map(|phase| {
            let of_phase = |list: &[(domain::catalogue::Level, u32)]| {
                list.iter().copied().filter(|(it, _)| it.phase() == *phase).collect::<Vec<_>>()
            };
            let chosen: Vec<_> =
                filter.levels.iter().copied().filter(|it| it.phase() == *phase).collect();
            let boxes = ticks(
                "level",
                &chosen,
                &of_phase(&facets.levels),
                domain::catalogue::Level::key,
                |it| crate::speech::capitalised(t.word("level", it.key())),
            );
            group(crate::speech::capitalised(t.phase(*phase)), boxes)
        })
        .collect()
}

fn topics(t: &'static Speech, filter: &Filter, facets: &Facets) -> Vec<AnyView> {
    Family::ALL
        .iter()
        .map(|family| {
            let of_family = |topic: &Topic| Family::of(*topic) == *family;
            let counted: Vec<_> =
                facets.topics.iter().copied().filter(|(it, _)| of_family(it)).collect();
            let chosen: Vec<_> = filter.topics.iter().copied().filter(of_family).collect();
            let boxes = ticks("topic", &chosen, &counted, Topic::key, |it| {
                t.word("topic", it.key()).to_owned()
            });
            group(t.word("family", family.key()).to_owned(), boxes)
        })
        .collect()
}

/// A few boxes under a name of their own; nothing where there are none.
fn group(name: String, boxes: Vec<AnyView>) -> AnyView {
    (!boxes.is_empty())
        .then(|| {
            view! {
                <fieldset class="ticks">
                    <legend class="legend s">{name}</legend>
                    {boxes}
                </fieldset>
            }
        })
        .into_any()
}

fn places(t: &'static Speech, filter: &Filter, facets: &Facets) -> AnyView {
    let formats =
        ticks("format", &filter.formats, &facets.formats, domain::catalogue::Format::key, |it| {
            t.format(it).to_owned()
        });
    let regions =
        ticks("region", &filter.regions, &facets.regions, Region::key, |it| region_name(t, it));
    let mut homes = facets.municipalities.clone();
    homes.sort_by(|(a, _), (b, _)| by_danish_alphabet(a.name(), b.name()));
    let municipalities =
        ticks("municipality", &filter.municipalities, &homes, Municipality::code, |it| {
            it.name().to_owned()
        });
    let open = !filter.municipalities.is_empty();
    let near = filter.near.as_ref().map(|place| place.name().to_owned());
    view! {
        <div class="two">
            <div class="field">
                <label for="near">{t.say("filter-near")}</label>
                <span class="hint" id="near-hint">{t.say("filter-near-hint")}</span>
                <input type="text" id="near" name="near" value=near maxlength="60" aria-describedby="near-hint" autocomplete="off" />
            </div>
            <div class="field">
                <label for="within_km">{t.say("filter-within")}</label>
                <input type="number" id="within_km" name="within_km" min="1" max="400" inputmode="numeric" value=filter.within_km />
            </div>
        </div>
        {group(t.say("filter-format").to_owned(), formats)}
        {group(t.say("filter-region").to_owned(), regions)}
        <details class="fold" open=open>
            <summary>{t.say("filter-municipality")}</summary>
            <fieldset class="ticks">
                <legend class="vh">{t.say("filter-municipality")}</legend>
                {municipalities}
            </fieldset>
        </details>
    }
    .into_any()
}

/// The months in which something happens, each a link to the list of that month.
fn months(ask: &Ask, query: &Query, facets: &Facets) -> AnyView {
    let t = ask.speech();
    let links: Vec<_> = facets
        .months
        .iter()
        .map(|(first, n)| {
            let last = first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt());
            let filter = Filter { from: Some(*first), to: last, ..query.filter.clone() };
            let path = ask.path(&Place::Catalogue(Query {
                filter,
                page: PageNumber::FIRST,
                ..query.clone()
            }));
            let is_current =
                (query.filter.from == Some(*first) && query.filter.to == last).then_some("true");
            view! {
                <li class="tick">
                    <a href=path aria-current=is_current>{t.month(*first)}</a>
                    <span class="n">{*n}</span>
                </li>
            }
        })
        .collect();
    view! { <ul>{links}</ul> }.into_any()
}

/// A region's name, with the day on which it ends or begins where that matters.
pub fn region_name(t: &'static Speech, region: Region) -> String {
    let name = || region.name().into();
    match (region.first_day(), region.last_day()) {
        (_, Some(last)) => {
            t.tell("region-until", &[("region", name()), ("day", t.short_date(last).into())])
        }
        (Some(first), None) => {
            t.tell("region-from", &[("region", name()), ("day", t.short_date(first).into())])
        }
        (None, None) => region.name().to_owned(),
    }
}
