//! Nothing fits: say it kindly and give ways out, with numbers.

use application::search::{SearchError, Understanding, count_activities};
use domain::search::Filter;
use leptos::prelude::*;

use crate::{Ask, Place, design::icon::Icon};

/// A choice that could be dropped, and what would be seen then.
pub(super) struct WayOut {
    choice: String,
    rest: Filter,
    hits: u32,
}

/// The most ways out that are looked for: each is a question of its own.
const MOST: usize = 8;

/// What dropping each single choice, or part of the words that was understood as one,
/// would lead to, the most hits first.
pub(super) async fn ways_out(
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
    ways: Vec<WayOut>,
    /// Whether something that comes near follows.
    comes_near: bool,
) -> impl IntoView {
    let t = ask.speech();
    let links: Vec<_> = ways
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
            {advice}
            <p>
                <a class="btn" href=ask.path(&Place::catalogue())>{t.say("empty-all")}</a>
            </p>
        </div>
    }
}
