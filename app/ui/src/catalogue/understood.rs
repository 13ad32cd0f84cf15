//! How the words of a search were taken: never silently.

use application::search::{Corrected, Understanding, Understood as Part};
use domain::search::{Filter, Parameter, Query};
use leptos::prelude::*;

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
        super::chips::list_of(&ask, &query, Filter { words, ..query.filter.clone() })
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
    view! {
        {corrected}
        {understood}
    }
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
