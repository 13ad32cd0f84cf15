//! The search box, which offers what one may be about to type, and shows what is found.

#![expect(clippy::too_many_lines, reason = "the signals of one island belong together")]

use leptos::prelude::*;
use leptos::web_sys;

use super::api::{Results, Suggested, results, suggest};

/// The field into which words are typed. Without scripts it is exactly that; awake, it
/// offers words and activities, and puts what is found in the place of the list on the page.
#[island]
pub fn SearchBox(
    label: String,
    /// What the offers are called.
    offers_label: String,
    value: String,
    /// The page's language, by its code.
    language: String,
) -> impl IntoView {
    let (suggested, show) = signal(Suggested::default());
    let (is_open, open) = signal(false);
    let (chosen, choose) = signal(None::<usize>);
    let (news, announce) = signal(String::new());
    let turn = StoredValue::new(0u32);
    let field = NodeRef::<leptos::html::Input>::new();

    let on_input = move |event: web_sys::Event| {
        let Some(query) = super::live_count::form_query(&event) else { return };
        let now = turn.get_value() + 1;
        turn.set_value(now);
        choose.set(None);
        let language = language.clone();
        leptos::task::spawn_local(async move {
            leptos::task::tick().await;
            let offers = suggest(query.clone(), language.clone()).await;
            // An older answer may come later than a newer one.
            if turn.get_value() != now {
                return;
            }
            if let Ok(offers) = offers {
                open.set(!offers.is_empty());
                announce.set(offers.sentence.clone());
                show.set(offers);
            }
            let Some(list) = document().get_element_by_id("fund") else { return };
            if let Ok(found) = results(query, language).await
                && turn.get_value() == now
            {
                put(&list, &found);
            }
        });
    };
    let take = move |place: usize| {
        open.set(false);
        let offers = suggested.get_untracked();
        let Some(input) = field.get_untracked() else { return };
        if let Some(words) = offers.searches.get(place) {
            input.set_value(words);
            if let Some(form) = input.form() {
                let _ = form.request_submit();
            }
        } else if let Some((_, path)) = offers.activities.get(place - offers.searches.len()) {
            let _ = window().location().set_href(path);
        }
    };
    let on_key = move |event: web_sys::KeyboardEvent| {
        let n = suggested.with_untracked(Suggested::len);
        let step = |by: usize| match chosen.get_untracked() {
            None if by == 1 => Some(0),
            None => n.checked_sub(1),
            Some(at) => Some((at + by) % n.max(1)),
        };
        match event.key().as_str() {
            "ArrowDown" if n > 0 => {
                event.prevent_default();
                open.set(true);
                choose.set(step(1));
            }
            "ArrowUp" if n > 0 => {
                event.prevent_default();
                open.set(true);
                choose.set(step(n - 1));
            }
            "Enter" if is_open.get_untracked() => {
                if let Some(place) = chosen.get_untracked() {
                    event.prevent_default();
                    take(place);
                }
            }
            "Escape" if is_open.get_untracked() => {
                event.prevent_default();
                open.set(false);
                choose.set(None);
            }
            _ => {}
        }
    };
    let options = move || {
        let offers = suggested.get();
        let titles = offers.activities.into_iter().map(|(title, _)| (title, true));
        let words = offers.searches.into_iter().map(|words| (words, false));
        words
            .chain(titles)
            .enumerate()
            .map(|(n, (text, is_activity))| {
                view! {
                    <li
                        id=format!("q-{n}")
                        role="option"
                        class:offer--activity=is_activity
                        aria-selected=move || (chosen.get() == Some(n)).to_string()
                        on:pointerdown=move |event| {
                            event.prevent_default();
                            take(n);
                        }
                    >
                        {text}
                    </li>
                }
            })
            .collect::<Vec<_>>()
    };
    view! {
        <div class="field offers">
            <label for="q">{label}</label>
            <input
                type="search"
                id="q"
                name="q"
                value=value
                maxlength="200"
                autocomplete="off"
                role="combobox"
                aria-autocomplete="list"
                aria-controls="q-offers"
                aria-expanded=move || is_open.get().to_string()
                aria-activedescendant=move || chosen.get().map(|n| format!("q-{n}"))
                node_ref=field
                on:input=on_input
                on:keydown=on_key
                on:blur=move |_| open.set(false)
            />
            <ul id="q-offers" role="listbox" aria-label=offers_label hidden=move || !is_open.get()>
                {options}
            </ul>
            <p class="vh" role="status">{news}</p>
        </div>
    }
}

/// Puts what is found in the place of the list, and its address in that of the page.
fn put(list: &web_sys::Element, found: &Results) {
    // Our own page, written by the same hand as the whole one.
    list.set_inner_html(&found.html);
    let nothing = leptos::wasm_bindgen::JsValue::NULL;
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&nothing, "", Some(&found.path));
    }
}
