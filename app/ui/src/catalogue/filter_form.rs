//! The catalogue's filters, as one plain form whose address is its whole state.

use application::ports::Found;
use domain::{
    catalogue::{AgeRange, GroupSize, Price},
    pact::Region,
    search::{Filter, InvalidParameter, Parameter, Query},
};
use leptos::prelude::*;

use super::{
    LiveCount, SearchBox,
    boxes::Boxes,
    faults::{fault_of, sentence},
    field::{Field, Takes},
};
use crate::{Ask, Place, Speech, design::icon::Icon};

/// The catalogue's filters, with how much each further choice leads to.
#[component]
pub fn FilterForm(
    ask: Ask,
    query: Query,
    found: Found,
    /// What of the address nobody can have meant.
    faults: Vec<InvalidParameter>,
) -> impl IntoView {
    let t = ask.speech();
    let filter = query.filter.clone();
    let action = Place::catalogue().action(ask.locale);
    let label = t.tell("catalogue-show", &[("n", found.total.into())]);
    let boxes = Boxes::of(&ask, &filter, &found.facets);
    let fields = Fields { t, faults: faults.clone() };
    let is_wrong = |parameters: &[Parameter]| {
        parameters.iter().any(|parameter| fault_of(&faults, *parameter).is_some())
    };
    let is_near_wrong = is_wrong(&[Parameter::Near, Parameter::WithinKm]);
    let is_typed_wrong = is_near_wrong
        || is_wrong(&[
            Parameter::From,
            Parameter::To,
            Parameter::Seats,
            Parameter::Age,
            Parameter::PriceMax,
        ]);
    let words = fault_of(&faults, Parameter::Words);
    let error = words.and_then(|fault| sentence(t, &faults, fault));
    let typed = words.map(|fault| fault.value.clone()).or(filter.words.clone());
    let is_home_chosen = !filter.municipalities.is_empty();
    let price = Takes::Number(0, Price::MAX_KRONER);
    let price_max = fields.show(Parameter::PriceMax, price, filter.price_max);
    let near = filter.near.as_ref().map(|place| place.name().to_owned());
    view! {
        <form action=action method="get" aria-label=t.say("filter-heading") class="filter">
            {kept(&query)}
            <div class="filter__words">
                <SearchBox
                    label=t.say("filter-words").to_owned()
                    offers_label=t.say("search-suggestions").to_owned()
                    unreached=t.say("search-lost").to_owned()
                    value=typed.unwrap_or_default()
                    language=ask.locale.code().to_owned()
                    error
                />
                <button class="btn" type="submit" aria-label=t.say("filter-search")>
                    {Icon::Search.show()}
                </button>
            </div>
            <details class="unfold" open=is_typed_wrong>
                <summary class="btn btn--line">
                    {Icon::Filter.show()} {t.say("filter-heading")} {boxes.chosen.show_inline()}
                </summary>
                <h2 class="t2">{t.say("filter-heading")}</h2>
                <LiveCount label language=ask.locale.code().to_owned()>
                    <div class="two">
                        {fields.show(Parameter::From, Takes::Date, filter.from)}
                        {fields.show(Parameter::To, Takes::Date, filter.to)}
                    </div>
                    <div class="two">
                        {fields.show(Parameter::Seats, Takes::Number(1, GroupSize::LARGEST.into()), filter.seats)}
                        {fields.show(Parameter::Age, Takes::Number(0, AgeRange::OLDEST.into()), filter.age)}
                    </div>
                    <Fold summary=t.say("filter-level") open=true>{boxes.levels.show()}</Fold>
                    <Fold summary=t.say("filter-topic") open=true>{boxes.topics.show()}</Fold>
                    <Fold summary=t.say("filter-kind") open=false>{boxes.kinds.show()}</Fold>
                    <Fold summary=t.say("filter-where") open=is_near_wrong>
                        <div class="two">
                            <Field
                                t
                                parameter=Parameter::Near
                                takes=Takes::Place
                                value=near
                                faults=faults.clone()
                                hint="filter-near-hint"
                            />
                            {fields.show(Parameter::WithinKm, Takes::Number(1, Filter::MAX_KM.into()), filter.within_km)}
                        </div>
                        {boxes.places.show()}
                        <details class="fold" open=is_home_chosen>
                            <summary>{t.say("filter-municipality")}</summary>
                            <fieldset class="ticks">
                                <legend class="vh">{t.say("filter-municipality")}</legend>
                                {boxes.municipalities.show()}
                            </fieldset>
                        </details>
                    </Fold>
                    <Fold summary=t.say("filter-for-whom") open=false>{boxes.audiences.show()}</Fold>
                    <Fold summary=t.say("filter-when") open=false>{boxes.when.show()}</Fold>
                    <Fold summary=t.say("filter-who") open=false>{boxes.who.show()}</Fold>
                    <Fold summary=t.say("filter-price") open=true>
                        {boxes.price.show()}
                        {price_max}
                    </Fold>
                </LiveCount>
            </details>
        </form>
    }
}

/// Fields of dates and numbers, each with what is wrong with it.
struct Fields {
    t: &'static Speech,
    faults: Vec<InvalidParameter>,
}

impl Fields {
    fn show<T: ToString>(
        &self,
        parameter: Parameter,
        takes: Takes,
        value: Option<T>,
    ) -> impl IntoView + use<T> {
        let value = value.map(|it| it.to_string());
        let faults = self.faults.clone();
        view! { <Field t=self.t parameter takes value faults /> }
    }
}

/// What other pages chose for the visitor is kept, though the form has no field for it.
fn kept(query: &Query) -> Vec<AnyView> {
    let is_kept = |parameter: Parameter| {
        matches!(
            parameter,
            Parameter::Area | Parameter::Partner | Parameter::Full | Parameter::Past
        )
    };
    let chosen = query.filter.pairs().into_iter().filter(|(parameter, _)| is_kept(*parameter));
    chosen
        .chain(query.sort.map(|sort| (Parameter::Sort, sort.to_string())))
        .map(|(parameter, value)| {
            view! { <input type="hidden" name=parameter.key() value=value /> }.into_any()
        })
        .collect()
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
