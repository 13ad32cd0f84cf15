//! The button of the filter form, which says how much one would see before one asks.

use leptos::prelude::*;
use leptos::web_sys;

use super::api::count_sentence;

/// The filter form's fields with its button. Without scripts it is exactly that; awake,
/// the button tells with each change how many activities the choice leads to.
#[island]
pub fn LiveCount(
    /// What the button says for the choice that is in force.
    label: String,
    /// The page's language, by its code.
    language: String,
    children: Children,
) -> impl IntoView {
    let (sentence, say) = signal(label);
    let (news, announce) = signal(String::new());
    let asked = StoredValue::new(0u32);

    let on_change = move |change: web_sys::Event| {
        let Some(query) = form_query(&change) else { return };
        let turn = asked.get_value() + 1;
        asked.set_value(turn);
        let language = language.clone();
        leptos::task::spawn_local(async move {
            let answer = count_sentence(query, language).await;
            // An older answer may come later than a newer one.
            if let Ok(answer) = answer
                && asked.get_value() == turn
            {
                say.set(answer.clone());
                announce.set(answer);
            }
        });
    };

    view! {
        <div class="stack" on:change=on_change>
            {children()} <p class="filter__go">
                <button class="btn btn--wide" type="submit">{sentence}</button>
            </p> <p class="vh" role="status">{news}</p>
        </div>
    }
}

/// The form around what changed, as its address would carry it.
pub(super) fn form_query(change: &web_sys::Event) -> Option<String> {
    use leptos::wasm_bindgen::JsCast as _;

    let field: web_sys::Element = change.target()?.dyn_into().ok()?;
    let form: web_sys::HtmlFormElement = field.closest("form").ok()??.dyn_into().ok()?;
    let data = web_sys::FormData::new_with_form(&form).ok()?;
    let query = web_sys::UrlSearchParams::new_with_str_sequence_sequence(&data).ok()?;
    Some(String::from(query.to_string()))
}

#[cfg(feature = "ssr")]
pub(super) async fn answer(
    ports: &application::Ports,
    query: &str,
    language: &str,
) -> Result<String, crate::problem::Problem> {
    use crate::{Locale, Problem, Speech};
    use domain::search::Query;

    let locale = Locale::ALL.into_iter().find(|it| it.code() == language).unwrap_or_default();
    let pairs = crate::routes::decode_query(query);
    let query = Query::parse(&pairs).map_err(|_| Problem::Misunderstood)?;
    let n = application::search::count_activities(ports, &query.filter).await?;
    Ok(Speech::of(locale).tell("catalogue-show", &[("n", n.into())]))
}
