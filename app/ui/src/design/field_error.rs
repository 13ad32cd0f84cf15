//! What is wrong with one field, beside it.

use leptos::prelude::*;

use super::icon::Icon;

/// What is wrong with one field: a sentence, after the word that says aloud that it is an error.
/// The field names it by its id in `aria-describedby`.
#[component]
pub fn FieldError(
    #[prop(into)] id: String,
    #[prop(into)] word: String,
    error: String,
) -> impl IntoView {
    view! {
        <span class="err" id=id>
            {Icon::Alert.show()}
            <span><span class="vh">{word} " "</span>{error}</span>
        </span>
    }
}
