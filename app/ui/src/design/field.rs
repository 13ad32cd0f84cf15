//! A field of one line, with its label, a hint and what is wrong with it.

use leptos::prelude::*;

use super::field_error::FieldError;

/// What a field is made of.
#[derive(Clone, Debug, Default)]
pub struct FieldText {
    pub label: String,
    pub hint: Option<String>,
    /// What is wrong with what was typed, and what to do.
    pub error: Option<String>,
    /// Said before an error to whoever hears it.
    pub error_word: String,
}

/// A field of one line.
#[component]
pub fn Field(
    name: &'static str,
    text: FieldText,
    /// The kind of field by the HTML standard.
    #[prop(default = "text")]
    kind: &'static str,
    /// What a browser may fill in by itself (HTML, 4.10.18.7.1).
    #[prop(default = "off")]
    autocomplete: &'static str,
    #[prop(optional)] value: String,
    #[prop(optional)] numeric: bool,
    /// Its name in the page, where another field of the same name stands beside it.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let id = id.unwrap_or(name);
    let (hint_id, error_id) = (format!("{id}-h"), format!("{id}-e"));
    let described: Vec<String> = [
        text.hint.is_some().then(|| hint_id.clone()),
        text.error.is_some().then(|| error_id.clone()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    let invalid = text.error.is_some().then_some("true");
    let hint = text.hint.map(|hint| view! { <span class="hint" id=hint_id>{hint}</span> });
    let error = text.error.map(|error| {
        view! { <FieldError id=error_id word=text.error_word error /> }
    });
    let inputmode = numeric.then_some("numeric");
    // What was typed comes back, but for what nobody else may read.
    let value = (kind != "password" && !value.is_empty()).then_some(value);
    view! {
        <div class="field">
            <label for=id>{text.label}</label>
            {hint}
            {error}
            <input
                type=kind
                id=id
                name=name
                autocomplete=autocomplete
                inputmode=inputmode
                value=value
                aria-describedby=described
                aria-invalid=invalid
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kind: &'static str, error: Option<&str>) -> String {
        let text = FieldText {
            label: "Felt".to_owned(),
            error: error.map(str::to_owned),
            ..FieldText::default()
        };
        let value = "\"><script>".to_owned();
        crate::page::write(move || view! { <Field name="x" text kind value /> })
    }

    #[test]
    fn what_is_wrong_is_tied_to_its_field() {
        let html = shown("text", Some("Ret det"));
        assert!(
            html.contains(r#"aria-describedby="x-e""#) && html.contains(r#"id="x-e""#),
            "{html}"
        );
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(!html.contains("<script"), "{html}");
    }

    #[test]
    fn a_password_never_comes_back() {
        assert!(!shown("password", None).contains("script"));
    }
}
