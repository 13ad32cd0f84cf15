//! The fields of the filter form into which anything can be typed.

use domain::search::{InvalidParameter, Parameter};
use leptos::prelude::*;

use super::faults::{fault_of, sentence};
use crate::Speech;

/// What a field takes.
#[derive(Clone, Copy)]
pub(super) enum Takes {
    Date,
    /// A whole number, from the first to the second.
    Number(u32, u32),
    Place,
}

/// A field with its name. What nobody can have meant comes back as it was typed, with
/// what is wrong beside it.
#[component]
pub(super) fn Field(
    t: &'static Speech,
    parameter: Parameter,
    takes: Takes,
    /// What is asked for, where that could be understood.
    value: Option<String>,
    faults: Vec<InvalidParameter>,
    /// The sentence that says what to type.
    #[prop(optional)]
    hint: Option<&'static str>,
) -> impl IntoView {
    let id = parameter.key();
    let fault = fault_of(&faults, parameter);
    let error = fault.and_then(|fault| sentence(t, &faults, fault));
    let is_wrong = fault.is_some();
    let value = fault.map(|fault| fault.value.clone()).or(value);
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-fejl"));
    let mut described: Vec<String> = Vec::new();
    described.extend(hint.is_some().then(|| hint_id.clone()));
    described.extend(error.is_some().then(|| error_id.clone()));
    let described = (!described.is_empty()).then(|| described.join(" "));
    // A field for dates or numbers would show nothing where something else was typed.
    let (kind, min, max) = match takes {
        _ if is_wrong => ("text", None, None),
        Takes::Date => ("date", None, None),
        Takes::Number(min, max) => ("number", Some(min), Some(max)),
        Takes::Place => ("text", None, None),
    };
    let keys = matches!(takes, Takes::Number(..)).then_some("numeric");
    let most = matches!(takes, Takes::Place).then_some("60");
    let name = super::faults::field_name(t, parameter).unwrap_or_default();
    view! {
        <div class="field">
            <label for=id>{name}</label>
            {hint.map(|hint| view! { <span class="hint" id=hint_id>{t.say(hint)}</span> })}
            {error.map(|error| view! { <span class="err" id=error_id>{error}</span> })}
            <input
                type=kind
                id=id
                name=id
                value=value
                min=min
                max=max
                inputmode=keys
                maxlength=most
                autocomplete="off"
                aria-describedby=described
                aria-invalid=is_wrong.then_some("true")
            />
        </div>
    }
}
