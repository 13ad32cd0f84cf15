//! The only place that writes a `<textarea>`.
//!
//! Leptos 0.8 does not escape text inside it on the server, so a stored text could
//! end the field and go on as HTML; here it is escaped by hand.

use leptos::prelude::*;

use super::{field::FieldText, field_error::FieldError};

/// A field for several lines, with its label, a hint and what is wrong with it.
#[component]
pub fn TextArea(
    name: &'static str,
    text: FieldText,
    value: String,
    #[prop(default = 5)] rows: u32,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{name}-h"), format!("{name}-e"));
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
    // The parser drops one line end right after the tag.
    let escaped = value.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let value = format!("\n{escaped}");
    view! {
        <div class="field">
            <label for=name>{text.label}</label>
            {hint}
            {error}
            <textarea id=name name=name rows=rows.to_string() aria-describedby=described aria-invalid=invalid inner_html=value></textarea>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_cannot_end_the_field() {
        let attack = "</textarea><script>alert(1)</script>";
        let html = crate::page::write(
            || view! { <TextArea name="text" text=FieldText::default() value=attack.to_owned() /> },
        );
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    }
}
