//! The way to the other pages of a list, in the reader's language.

use leptos::prelude::*;

use domain::search::Parameter;

use crate::{
    Speech,
    design::pagination::{PageLabels, Pagination},
    routes::with_query,
};

/// The address of a page of a list that stands somewhere on a page, where the list begins: the
/// page's path, what else its address says, and the name of the list's heading.
pub(crate) fn page_of_list(path: &str, pairs: &[(&str, &str)], n: u32, heading: &str) -> String {
    let number = n.to_string();
    let mut pairs = pairs.to_vec();
    if n > 1 {
        pairs.push((Parameter::Page.key(), &number));
    }
    format!("{}#{heading}", with_query(path, &pairs))
}

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
