//! The button of the filter form, which says how much one would see before one asks.

use leptos::{prelude::*, wasm_bindgen::JsCast as _, web_sys};

use super::{
    api::count,
    live::{self, BUTTON, FORM},
};

/// The filter form's fields with its button. Without scripts it is exactly that; awake,
/// the button tells with each change how many activities the choice leads to, and each
/// box how many one would see with it.
#[island]
pub fn LiveCount(
    /// What the button says for the choice that is in force.
    label: String,
    /// The page's language, by its code.
    language: String,
    children: Children,
) -> impl IntoView {
    let (news, announce) = signal(String::new());

    let on_change = move |change: web_sys::Event| {
        let Some(query) = form_around(&change).and_then(|form| live::query_of(&form)) else {
            return;
        };
        let turn = FORM.take();
        let language = language.clone();
        leptos::task::spawn_local(async move {
            if let Ok(counts) = count(query, language).await
                && FORM.is_current(turn)
            {
                announce.set(counts.label.clone());
                live::show(counts);
            }
        });
    };

    view! {
        <div class="stack" on:change=on_change>
            {children()} <p class="filter__go">
                <button class="btn btn--wide" type="submit" id=BUTTON>{label}</button>
            </p> <p class="vh" role="status">{news}</p>
        </div>
    }
}

/// The form around what changed.
fn form_around(change: &web_sys::Event) -> Option<web_sys::HtmlFormElement> {
    let field: web_sys::Element = change.target()?.dyn_into().ok()?;
    field.closest("form").ok()??.dyn_into().ok()
}
