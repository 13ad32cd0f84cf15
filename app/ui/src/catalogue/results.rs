//! A page of a list with the way to the others.

use application::ports::Found;
use domain::search::{PageNumber, Query};
use leptos::prelude::*;

use super::CardList;
use crate::{
    Ask, Place,
    design::pagination::{PageLabels, Pagination},
};

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
    let t = ask.speech();
    let pages = found.total.div_ceil(query.per_page).max(1);
    let current = query.page.get();
    let labels = PageLabels {
        nav: t.say("pages-nav").to_owned(),
        previous: t.say("pages-previous").to_owned(),
        next: t.say("pages-next").to_owned(),
        page: t.say("pages-page").to_owned(),
    };
    let link_ask = ask.clone();
    let href = move |n: u32| {
        let page = PageNumber::new(n).unwrap_or(PageNumber::FIRST);
        link_ask.path(&page_at(&query, page))
    };
    view! {
        <CardList ask list=found.hits labelled_by class />
        {(pages > 1).then(|| view! { <Pagination current pages href labels /> })}
    }
}
