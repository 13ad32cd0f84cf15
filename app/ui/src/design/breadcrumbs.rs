//! The way from the front page to here.

use leptos::prelude::*;

/// The way from the front page to here, each step a link; the page itself is not among them.
#[component]
pub fn Breadcrumbs(
    label: String,
    /// Address and name of each step.
    links: Vec<(String, String)>,
) -> impl IntoView {
    let steps: Vec<_> =
        links.into_iter().map(|(href, name)| view! { <li><a href=href>{name}</a></li> }).collect();
    view! {
        <nav class="crumbs" aria-label=label>
            <ol>{steps}</ol>
        </nav>
    }
}
