//! The catalogue: a list, what is chosen, and the filters.

use application::search::{Search, search_activities};
use domain::search::{InvalidParameter, PageNumber, Query};
use leptos::prelude::*;

use super::{
    CardList,
    chips::{Chips, list_of},
    empty::{Nothing, WaysOut},
    faults::Faults,
    filter_form::FilterForm,
    follow::{Follow, head_feeds},
    found_map::FoundMap,
    nearly::NearlyList,
    sorting::{MoreToSee, Sorting},
    understood::Understood,
};
use crate::{
    Ask, Page, Place, Problem,
    frame::{self, Head},
    pages::Pages,
};

/// The catalogue as an address asks for it. Parameters that nobody can have meant are
/// named above the list, and the list shows what the others ask for.
///
/// # Errors
///
/// [`Problem::NotFound`] for a page behind the last one; [`Problem::Broken`] where the store
/// or the index fails.
pub async fn catalogue_page(
    ask: &Ask,
    query: Query,
    faults: Vec<InvalidParameter>,
) -> Result<Page, Problem> {
    let search = search_activities(&ask.ports, &query).await?;
    let pages = PageNumber::pages(search.found.total + search.nearly_total, query.per_page);
    if query.page.get() > pages {
        return Err(Problem::NotFound);
    }
    let ways = WaysOut::of(ask, &query, &search).await?;

    let t = ask.speech();
    let place = Place::Catalogue(query.clone());
    let head = Head::new(title(ask, &query), t.say("catalogue-description"), place);
    let head = Head { feeds: head_feeds(ask, &query), ..head };
    // Search engines get the whole list and its pages, not each of its endless cuts.
    let head = if query.filter.is_empty() && faults.is_empty() && query.sort.is_none() {
        head
    } else {
        head.unlisted()
    };
    let status = if faults.is_empty() { 200 } else { 400 };
    Ok(frame::page(
        ask,
        status,
        head,
        || view! { <Catalogue ask=ask.clone() query search ways faults /> },
    ))
}

/// What a page of the list is called.
pub(super) fn title(ask: &Ask, query: &Query) -> String {
    let t = ask.speech();
    match (&query.filter.words, query.page.get()) {
        (Some(words), 1) => t.tell("catalogue-title-words", &[("words", words.clone().into())]),
        (None, 1) => t.say("catalogue-title").to_owned(),
        (_, n) => t.tell("catalogue-title-page", &[("n", n.into())]),
    }
}

#[component]
fn Catalogue(
    ask: Ask,
    query: Query,
    search: Search,
    ways: WaysOut,
    faults: Vec<InvalidParameter>,
) -> impl IntoView {
    let t = ask.speech();
    let found = search.found.clone();
    view! {
        <div class="wrap">
            <div class="stack mt6">
                <h1>{t.say("catalogue-title")}</h1>
                <Faults ask=ask.clone() faults=faults.clone() />
            </div>
            <div class="side side--start cat mt6">
                <div>
                    <FilterForm ask=ask.clone() query=query.clone() found faults />
                </div>
                <div class="stack" id="fund">
                    <FoundHere ask query search ways />
                </div>
            </div>
        </div>
    }
}

/// What was found, as it stands on the page: for whoever is still typing.
///
/// # Errors
///
/// [`Problem::Broken`] where the store or the index fails.
pub(super) async fn found(ask: &Ask, query: Query, search: Search) -> Result<String, Problem> {
    let ways = WaysOut::of(ask, &query, &search).await?;
    Ok(crate::page::write(|| view! { <FoundHere ask=ask.clone() query search ways /> }))
}

/// The list with all that is said of it.
#[component]
fn FoundHere(ask: Ask, query: Query, search: Search, ways: WaysOut) -> impl IntoView {
    let t = ask.speech();
    let Search { found, nearly, nearly_total, understanding, corrections, .. } = search;
    let heading = t.tell("catalogue-count", &[("n", found.total.into())]);
    // What comes near stands behind the hits on the same pages, and so does the way to those.
    let way = list_pages(&ask, &query, found.total + nearly_total).into_any();
    let (below_hits, below_all) =
        if nearly_total == 0 { (Some(way), None) } else { (None, Some(way)) };
    let list = if found.total == 0 {
        let comes_near = !nearly.is_empty();
        view! { <Nothing ask=ask.clone() query=query.clone() ways comes_near /> }.into_any()
    } else if found.hits.is_empty() {
        // Only what comes near is left for this page.
        let first = list_of(&ask, &query, query.filter.clone());
        view! { <p><a class="go" href=first>{t.say("catalogue-first-page")}</a></p> }.into_any()
    } else {
        let (ask, list) = (ask.clone(), found.hits);
        view! { <CardList ask list labelled_by="h-res" class="cards--list" /> }.into_any()
    };
    view! {
        <Understood
            ask=ask.clone()
            query=query.clone()
            understanding=understanding.clone()
            corrections
        />
        <Chips ask=ask.clone() query=query.clone() />
        <div class="head">
            <h2 class="t2" id="h-res">{heading}</h2>
            <Sorting ask=ask.clone() query=query.clone() understanding />
        </div>
        <FoundMap ask=ask.clone() query=query.clone() map=found.map />
        {list}
        {below_hits}
        <MoreToSee
            ask=ask.clone()
            query=query.clone()
            full=found.facets.full
            past=found.facets.past
        />
        <Follow ask=ask.clone() query />
        <NearlyList ask nearly />
        {below_all}
    }
}

/// The way to the other pages of a list of so many.
fn list_pages(ask: &Ask, query: &Query, total: u32) -> impl IntoView + use<> {
    let (t, current) = (ask.speech(), query.page.get());
    let pages = PageNumber::pages(total, query.per_page);
    let (ask, query) = (ask.clone(), query.clone());
    let href = move |n: u32| {
        let page = PageNumber::new(n).unwrap_or(PageNumber::FIRST);
        ask.path(&Place::Catalogue(Query { page, ..query.clone() }))
    };
    view! { <Pages t current pages href /> }
}
