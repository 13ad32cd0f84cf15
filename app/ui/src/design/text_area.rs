//! The only place that writes a `<textarea>`.
//!
//! Leptos 0.8 does not escape text inside it on the server, so a stored text could
//! end the field and go on as HTML; here it is escaped by hand.

use leptos::prelude::*;

/// A field for several lines, with its label and what is wrong with it.
#[component]
pub fn TextArea(
    name: &'static str,
    label: String,
    value: String,
    #[prop(optional_no_strip)] error: Option<String>,
) -> impl IntoView {
    let error_id = format!("{name}-fejl");
    let described = error.is_some().then(|| error_id.clone());
    let invalid = error.is_some().then_some("true");
    // The parser drops one line end right after the tag.
    let value = format!("\n{}", value.replace('&', "&amp;").replace('<', "&lt;"));
    view! {
        <div class="field">
            <label for=name>{label}</label>
            {error.map(|error| view! { <span class="err" id=error_id>{error}</span> })}
            <textarea id=name name=name aria-describedby=described aria-invalid=invalid inner_html=value></textarea>
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
            || view! { <TextArea name="text" label="Tekst".to_owned() value=attack.to_owned() error=None /> },
        );
        assert!(!html.contains("<script"), "{html}");
        assert_eq!(html.matches("</textarea>").count(), 1, "{html}");
    }
}
