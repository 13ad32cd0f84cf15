//! The way to the other pages of a list, in the reader's language.

use leptos::prelude::*;

use crate::{
    Speech,
    design::pagination::{PageLabels, Pagination},
};

/// The way to the other pages of a list; nothing, where there is one.
#[component]
pub(crate) fn Pages<F: Fn(u32) -> String>(
    t: &'static Speech,
    current: u32,
    pages: u32,
    /// The address of a page.
    href: F,
) -> impl IntoView {
    let labels = PageLabels {
        nav: t.say("pages-nav").to_owned(),
        previous: t.say("pages-previous").to_owned(),
        next: t.say("pages-next").to_owned(),
        page: t.say("pages-page").to_owned(),
    };
    (pages > 1).then(|| view! { <Pagination current pages href labels /> })
}
