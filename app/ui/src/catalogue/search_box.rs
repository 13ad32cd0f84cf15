//! The search box, which offers what one may be about to type, and shows what is found.

#![expect(clippy::too_many_lines, reason = "the signals of one island belong together")]

use std::time::Duration;

use leptos::{prelude::*, wasm_bindgen::JsCast as _, web_sys};

use super::{
    api::{Results, Suggested, results, suggest},
    live::{self, FORM, LIST},
};

/// So long nothing may be typed before the server is asked.
const PAUSE: Duration = Duration::from_millis(120);

/// The field into which words are typed. Without scripts it is exactly that; awake, it
/// offers words and activities, and puts what is found in the place of the list on the page.
#[island]
pub fn SearchBox(
    label: String,
    /// What the offers are called.
    offers_label: String,
    value: String,
    /// What is said where nobody answers.
    unreached: String,
    /// The page's language, by its code.
    language: String,
    /// What is wrong with what was typed.
    #[prop(optional_no_strip)]
    error: Option<String>,
) -> impl IntoView {
    let is_wrong = error.is_some();
    let (suggested, show) = signal(Suggested::default());
    let (is_open, open) = signal(false);
    let (chosen, choose) = signal(None::<usize>);
    let (news, announce) = signal(String::new());
    // What stands below may be of other words then, so everybody sees that it is said.
    let (is_lost, lose) = signal(false);
    let unreached = StoredValue::new(unreached);
    let miss = move |turn: u32| {
        if LIST.is_current(turn) {
            open.set(false);
            announce.set(unreached.get_value());
            lose.set(true);
        }
    };
    let field = NodeRef::<leptos::html::Input>::new();

    let offer = move |offers: Suggested| {
        let is_busy = field.get_untracked().is_some_and(|field| {
            let field: &web_sys::Node = &field;
            document().active_element().is_some_and(|it| field.is_same_node(Some(&it)))
        });
        open.set(is_busy && !offers.is_empty());
        announce.set(offers.sentence.clone());
        lose.set(false);
        show.set(offers);
    };
    let look = move |language: String, turn: u32| {
        let form = field.get_untracked().and_then(|field| field.form());
        let Some(query) = form.and_then(|form| live::query_of(&form)) else { return };
        let list = document().get_element_by_id("fund");
        let form_turn = FORM.take();
        leptos::task::spawn_local(async move {
            let Some(list) = list else {
                match suggest(query, language).await {
                    Ok(offers) if LIST.is_current(turn) => offer(offers),
                    Ok(_) => {}
                    Err(_) => miss(turn),
                }
                return;
            };
            let Ok(found) = results(query, language).await else { return miss(turn) };
            if LIST.is_current(turn) {
                offer(found.offers.clone());
                put(&list, &found);
            }
            if FORM.is_current(form_turn) {
                live::show(found.counts);
            }
        });
    };
    let on_input = move |_| {
        let turn = LIST.take();
        choose.set(None);
        let language = language.clone();
        let once_quiet = move || {
            if LIST.is_current(turn) {
                look(language, turn);
            }
        };
        set_timeout(once_quiet, PAUSE);
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
        } else if let Some((_, path, _)) = offers.activities.get(place - offers.searches.len()) {
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
            "Enter" => {
                // The form is sent at once; nothing that is still under way comes in between.
                LIST.take();
                FORM.take();
                if let Some(place) = chosen.get_untracked().filter(|_| is_open.get_untracked()) {
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
        let titles = offers.activities.into_iter();
        let titles = titles.map(|(title, _, language)| (title, true, language));
        let words = offers.searches.into_iter().map(|words| (words, false, None));
        words
            .chain(titles)
            .enumerate()
            .map(|(n, (text, is_activity, language))| {
                view! {
                    <li
                        id=format!("q-{n}")
                        role="option"
                        lang=language
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
            {error.map(|error| view! { <span class="err" id="q-fejl">{error}</span> })}
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
                aria-describedby=is_wrong.then_some("q-fejl")
                aria-invalid=is_wrong.then_some("true")
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
            <p class="s" class:vh=move || !is_lost.get() role="status">{news}</p>
        </div>
    }
}

/// Puts what is found in the place of the list, and its address and its name in those of the page:
/// whoever changes the language, or hands the page on, is to see the same.
fn put(list: &web_sys::Element, found: &Results) {
    let has_map = |how: &str| list.query_selector(&format!(".found-map{how}")).ok().flatten();
    let is_map_open = has_map("[open]").is_some();
    // Our own page, written by the same hand as the whole one.
    list.set_inner_html(&found.html);
    if is_map_open && let Some(map) = has_map("") {
        let _ = map.set_attribute("open", "");
    }
    let nothing = leptos::wasm_bindgen::JsValue::NULL;
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&nothing, "", Some(&found.path));
    }
    document().set_title(&found.title);
    lead("link[rel=canonical]", &found.path);
    for (language, path) in &found.translations {
        lead(&format!("link[hreflang='{language}'], .lang a[hreflang='{language}']"), path);
    }
}

/// Has links lead to a path.
fn lead(links: &str, path: &str) {
    let Ok(links) = document().query_selector_all(links) else { return };
    for n in 0..links.length() {
        let link = links.get(n).and_then(|it| it.dyn_into::<web_sys::Element>().ok());
        if let Some(link) = link {
            let _ = link.set_attribute("href", path);
        }
    }
}
