//! What is wrong with a form, above it.

use leptos::prelude::*;

/// What is wrong with a form, above it: one link to each field.
#[component]
pub fn Summary(title: String, faults: Vec<(String, String)>) -> impl IntoView {
    let faults: Vec<_> = faults
        .into_iter()
        .map(|(field, what)| view! { <li><a href=format!("#{field}")>{what}</a></li> })
        .collect();
    view! {
        <div class="summary" role="alert" tabindex="-1" autofocus aria-labelledby="h-fejl" id="fejl">
            <h2 id="h-fejl">{title}</h2>
            <ul>{faults}</ul>
        </div>
    }
}
