//! Nothing fits: say it kindly and give ways out, with numbers.

use application::{catalogue::count_activities, ports::StoreError};
use domain::search::{Filter, Parameter};
use leptos::prelude::*;

use crate::{Ask, Place, design::icon::Icon};

/// A choice that could be dropped, and what would be seen then.
pub(super) struct WayOut {
    pub(super) pair: (Parameter, String),
    pub(super) rest: Filter,
    pub(super) hits: u32,
}

/// The most ways out that are looked for: each is a question of its own.
const MOST: usize = 8;

/// What dropping each single choice would lead to, the most hits first.
pub(super) async fn ways_out(ask: &Ask, filter: &Filter) -> Result<Vec<WayOut>, StoreError> {
    let mut ways = Vec::new();
    for pair in filter.pairs().into_iter().take(MOST) {
        let rest = filter.without(&pair);
        let hits = count_activities(&ask.ports, &rest).await?;
        if hits > 0 {
            ways.push(WayOut { pair, rest, hits });
        }
    }
    ways.sort_by_key(|way| std::cmp::Reverse(way.hits));
    Ok(ways)
}

/// What stands in place of the list when nothing fits.
#[component]
pub fn Nothing(ask: Ask, ways: Vec<WayOut>) -> impl IntoView {
    let t = ask.speech();
    let links: Vec<_> = ways
        .into_iter()
        .map(|way| {
            let choice = super::chips::label(t, &way.pair);
            let sentence = t.tell("empty-without", &[("choice", choice.into()), ("n", way.hits.into())]);
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
    view! {
        <div class="panel stack">
            <p class="lead">{t.say("empty-lead")}</p>
            {advice}
            <p>
                <a class="btn" href=ask.path(&Place::catalogue())>{t.say("empty-all")}</a>
            </p>
        </div>
    }
}
