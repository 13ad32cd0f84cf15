//! How the words of a search were taken: never silently.

use application::{
    ports::SearchWords,
    search::{Corrected, Understanding, Understood as Part},
};
use domain::search::{Filter, Parameter, Query};
use leptos::prelude::*;

use super::chips::list_of;
use crate::{Ask, design::icon::Icon};

/// What was understood, each part as a chip that takes it away, and what was corrected.
#[component]
pub fn Understood(
    ask: Ask,
    query: Query,
    understanding: Understanding,
    corrections: Vec<Corrected>,
) -> impl IntoView {
    let t = ask.speech();
    let with_words = |words: &str| {
        let words = Some(words.to_owned()).filter(|words| !words.is_empty());
        list_of(&ask, &query, Filter { words, ..query.filter.clone() })
    };
    let chips: Vec<_> = understanding
        .parts
        .iter()
        .map(|part| {
            view! {
                <li>
                    <a class="chip chip--on" href=with_words(&part.without)>
                        <span class="vh">{t.say("understood-remove")} " "</span>
                        {meaning(&ask, &query.filter, part)}
                        {Icon::X.show()}
                    </a>
                </li>
            }
        })
        .collect();
    let fits = understanding.quoted.chars().count() <= Query::MAX_WORDS_CHARS;
    // Of words that were corrected, the parts are those that were meant.
    let literal = fits.then(|| {
        view! { <a class="s" href=with_words(&understanding.quoted)>{t.say("understood-literal")}</a> }
    });
    let understood = (!chips.is_empty()).then(|| {
        view! {
            <div class="row">
                <h2 class="s" id="forstaaet">{t.say("understood-heading")}</h2>
                <ul class="row" aria-labelledby="forstaaet">{chips}</ul>
                {literal}
            </div>
        }
    });
    let corrected: Vec<_> = corrections
        .into_iter()
        .map(|it| {
            let sentence = t.tell(
                "corrected",
                &[("typed", it.typed.clone().into()), ("meant", it.meant.into())],
            );
            let original = with_words(&it.quoted);
            let offer = t.tell("corrected-original", &[("typed", it.typed.into())]);
            view! { <p>{sentence} " " <a href=original>{offer}</a></p> }
        })
        .collect();
    let set_aside = set_aside(&ask, &query, &understanding);
    view! {
        {corrected}
        {understood}
        {set_aside}
    }
}

/// What was typed and does not count, and why: something else is chosen, it says what is not
/// wanted, or there are too many words.
fn set_aside(ask: &Ask, query: &Query, understanding: &Understanding) -> Vec<AnyView> {
    let t = ask.speech();
    let overruled = understanding.overruled.iter().map(|part| {
        let by: Vec<String> = part.by.iter().map(|pair| super::chips::label(ask, pair)).collect();
        let (typed, chosen) = (part.text.clone(), by.join(", "));
        let sentence =
            t.tell("overruled", &[("typed", typed.clone().into()), ("chosen", chosen.into())]);
        let filter = part.by.iter().fold(query.filter.clone(), |rest, pair| rest.without(pair));
        let instead = list_of(ask, query, filter);
        let offer = t.tell("overruled-instead", &[("typed", typed.into())]);
        view! { <p>{sentence} " " <a href=instead>{offer}</a></p> }.into_any()
    });
    let denied = understanding.denied.iter().map(|typed| {
        let sentence = t.tell("denied", &[("typed", typed.clone().into())]);
        view! { <p>{sentence}</p> }.into_any()
    });
    let left_out = (understanding.left_out > 0).then(|| {
        let sentence = t.tell("words-left-out", &[("n", SearchWords::MOST.into())]);
        view! { <p>{sentence}</p> }.into_any()
    });
    overruled.chain(denied).chain(left_out).collect()
}

/// What a part means, as a chip says it: several grades are one span.
fn meaning(ask: &Ask, chosen: &Filter, part: &Part) -> String {
    let t = ask.speech();
    if let [(Parameter::From, from), (Parameter::To, to)] = part.pairs.as_slice() {
        let day = |value: &str| value.parse().map(|day| t.short_date(day)).unwrap_or_default();
        return if from == to {
            day(from)
        } else {
            t.tell("chip-period", &[("from", day(from).into()), ("to", day(to).into())])
        };
    }
    let levels: Vec<_> = part
        .pairs
        .iter()
        .filter(|(parameter, _)| *parameter == Parameter::Level)
        .filter_map(|(_, value)| value.parse().ok())
        .collect();
    if levels.len() > 1 {
        return t.levels(&levels);
    }
    let says_km = part.pairs.iter().any(|(parameter, _)| *parameter == Parameter::WithinKm);
    let is_said = says_km || chosen.within_km.is_some();
    let labels = part.pairs.iter().map(|pair| super::chips::whole_label(ask, pair, is_said));
    labels.collect::<Vec<String>>().join(", ")
}
