//! What other synonyms would find, as a page shows it.

use application::search::{Effect, SynonymsTrial};
use leptos::prelude::*;

use super::{change, counts, hits, some_titles};
use crate::Speech;

/// How many titles are named of those that come and of those that go, for each search.
const TITLES: usize = 3;

/// What other synonyms would find.
#[component]
pub(super) fn Trial(t: &'static Speech, trial: SynonymsTrial) -> impl IntoView {
    let rows: Vec<_> = trial.effects.iter().map(|it| effect(t, it)).collect();
    let told = if trial.effects.is_empty() {
        t.say("words-no-change").to_owned()
    } else {
        counts(t, &trial.effects)
    };
    let more = (trial.not_searched > 0).then(|| {
        let more = t.tell("words-not-searched", &[("n", trial.not_searched.into())]);
        view! { <p class="s muted">{more}</p> }
    });
    let list = (!rows.is_empty()).then(|| view! { <ul class="stack">{rows}</ul> });
    view! {
        <section class="panel stack" aria-labelledby="h-virkning">
            <h2 class="t2" id="h-virkning">{t.say("words-trial")}</h2>
            <p>{told}</p>
            {list}
            {more}
        </section>
    }
}

fn effect(t: &'static Speech, it: &Effect) -> AnyView {
    let (what, was) = change(t, &it.change);
    let was = was.map(|was| view! { <p class="s muted">{was}</p> });
    let searches: Vec<_> = it
        .searches
        .iter()
        .map(|(words, found)| {
            let titles = |key: &str, titles: &[String]| {
                let titles = some_titles(t, titles, TITLES);
                (!titles.is_empty()).then(|| {
                    let told = format!("{} {}", t.say(key), titles.join("; "));
                    view! { <span class="s muted"><br />{told}</span> }
                })
            };
            let (come, gone) =
                (titles("words-come", &found.come), titles("words-gone", &found.gone));
            view! { <li>{hits(t, words, found)} {come} {gone}</li> }
        })
        .collect();
    let searches = (!searches.is_empty()).then(|| view! { <ul class="plan">{searches}</ul> });
    view! { <li><p><strong>{what}</strong></p> {was} {searches}</li> }.into_any()
}
