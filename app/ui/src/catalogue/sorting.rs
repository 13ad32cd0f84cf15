//! What stands first, and what is not shown unless one asks.

use application::search::Understanding;
use domain::search::{Filter, PageNumber, Query, Sort};
use leptos::prelude::*;

use crate::{Ask, Place, design::icon::Icon};

/// The ways in which the list can be sorted, the one in force marked.
#[component]
pub fn Sorting(ask: Ask, query: Query, understanding: Understanding) -> impl IntoView {
    let t = ask.speech();
    let has_words = !understanding.words.words.is_empty();
    let has_place = query.filter.near.is_some() || understanding.wished.near.is_some();
    let first = if has_words { Sort::Relevance } else { Sort::Date };
    let current = query.sort.unwrap_or(first);
    let links: Vec<_> = Sort::ALL
        .iter()
        .copied()
        .filter(|sort| match sort {
            Sort::Relevance => has_words,
            Sort::Date => true,
            Sort::Distance => has_place,
        })
        .map(|sort| {
            let name = t.word("sort", sort.key());
            let sorted = Query {
                sort: Some(sort).filter(|sort| *sort != first),
                page: PageNumber::FIRST,
                ..query.clone()
            };
            let path = ask.path(&Place::Catalogue(sorted));
            let is_current = (sort == current).then_some("true");
            view! { <li><a href=path aria-current=is_current>{name}</a></li> }
        })
        .collect();
    if links.len() > 1 {
        view! {
            <nav class="row s sorting" aria-label=t.say("sort-heading")>
                <span class="muted" aria-hidden="true">{t.say("sort-heading")}</span>
                <ul class="row">{links}</ul>
            </nav>
        }
        .into_any()
    } else {
        view! { <p class="s muted">{t.say("catalogue-order")}</p> }.into_any()
    }
}

/// What is full or over, which lists leave out unless one asks.
#[component]
pub fn MoreToSee(ask: Ask, query: Query, full: u32, past: u32) -> impl IntoView {
    let t = ask.speech();
    let path = |filter: Filter| {
        ask.path(&Place::Catalogue(Query { filter, page: PageNumber::FIRST, ..query.clone() }))
    };
    let offers: Vec<_> = [
        (full, "more-full", Filter { full: true, ..query.filter.clone() }),
        (past, "more-past", Filter { past: true, ..query.filter.clone() }),
    ]
    .into_iter()
    .filter(|(n, ..)| *n > 0)
    .map(|(n, key, filter)| {
        let sentence = t.tell(key, &[("n", n.into())]);
        view! { <li><a class="go" href=path(filter)>{sentence} {Icon::ArrowRight.show()}</a></li> }
    })
    .collect();
    (!offers.is_empty()).then(|| view! { <ul class="stack s">{offers}</ul> })
}
