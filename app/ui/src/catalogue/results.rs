//! A page of a list with the way to the others.

use application::ports::Found;
use domain::search::{PageNumber, Query};
use leptos::prelude::*;

use super::CardList;
use crate::{Ask, Place, pages::Pages};

/// A page of a list with the way to the others.
#[component]
pub fn Results(
    ask: Ask,
    found: Found,
    query: Query,
    /// The id of the heading that names the list.
    labelled_by: &'static str,
    class: &'static str,
    /// The address of another page of the same list.
    page_at: fn(&Query, PageNumber) -> Place,
) -> impl IntoView {
    let pages = PageNumber::pages(found.total, query.per_page);
    let current = query.page.get();
    let t = ask.speech();
    let link_ask = ask.clone();
    let href = move |n: u32| {
        let page = PageNumber::new(n).unwrap_or(PageNumber::FIRST);
        link_ask.path(&page_at(&query, page))
    };
    view! {
        <CardList ask list=found.hits labelled_by class />
        <Pages t current pages href />
    }
}
