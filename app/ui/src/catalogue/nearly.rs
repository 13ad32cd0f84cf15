//! What comes near, and what it lacks.

use application::ports::Nearly;
use domain::search::Parameter;
use leptos::prelude::*;

use super::CardList;
use crate::{Ask, Speech};

/// What comes near to a search without meeting all of it, with what it lacks.
#[component]
pub fn NearlyList(ask: Ask, nearly: Vec<Nearly>) -> impl IntoView {
    let t = ask.speech();
    let notes: Vec<String> = nearly.iter().map(|it| lacks(t, &it.misses)).collect();
    let list: Vec<_> = nearly.into_iter().map(|it| it.activity).collect();
    (!list.is_empty()).then(|| {
        view! {
            <section class="stack mt6" aria-labelledby="h-naesten">
                <h2 class="t2" id="h-naesten">{t.say("nearly-heading")}</h2>
                <CardList ask=ask.clone() list labelled_by="h-naesten" class="cards--list" notes />
            </section>
        }
    })
}

/// »Passer ikke på: pris og klassetrin«.
fn lacks(t: &'static Speech, misses: &[Parameter]) -> String {
    let mut names: Vec<String> = misses
        .iter()
        .map(|parameter| {
            t.say(match parameter {
                Parameter::Words => "lacks-words",
                Parameter::Level => "lacks-level",
                Parameter::Age => "lacks-age",
                Parameter::From | Parameter::To | Parameter::Month | Parameter::Week => {
                    "lacks-time"
                }
                Parameter::Region | Parameter::Municipality | Parameter::Area | Parameter::Near => {
                    "lacks-place"
                }
                Parameter::Format => "lacks-format",
                Parameter::Language => "lacks-language",
                Parameter::Free | Parameter::PriceMax => "lacks-free",
                Parameter::Girls => "lacks-girls",
                Parameter::Seats => "lacks-seats",
                Parameter::Audience => "lacks-audience",
                _ => "lacks-other",
            })
            .to_owned()
        })
        .collect();
    names.dedup();
    t.tell("nearly-lacks", &[("what", t.list(&names).into())])
}
