//! A finished page, and how it is written.

use std::sync::Arc;

use hydration_context::{SharedContext, SsrSharedContext};
use leptos::prelude::*;

/// A finished page.
#[derive(Clone, Debug)]
pub struct Page {
    /// The status of the answer by RFC 9110.
    pub status: u16,
    pub html: String,
    /// Whether something on it wakes up in the browser.
    pub has_islands: bool,
    /// Whether a phone keeps it, so that it works without a network.
    pub is_kept: bool,
    /// Whether somebody types on it what must not leave the browser.
    pub is_private: bool,
}

impl Page {
    /// Writes `view` as a whole document.
    #[must_use]
    pub fn write<V: IntoView>(status: u16, view: impl FnOnce() -> V) -> Self {
        let html = write(view);
        let has_islands = html.contains("<leptos-island");
        Self { status, html, has_islands, is_kept: false, is_private: false }
    }
}

/// Writes a view that loads nothing more; islands in it are marked for the browser.
pub(crate) fn write<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let context: Arc<dyn SharedContext + Send + Sync> = Arc::new(SsrSharedContext::new_islands());
    let owner = Owner::new_root(Some(context));
    let html = owner.with(|| view().into_view().to_html());
    owner.cleanup();
    tidy(&html)
}

/// Leptos marks places in the tree with `<!>`, which the HTML standard calls an error.
/// Only islands need the marks, and an empty comment is the same node to them.
fn tidy(html: &str) -> String {
    const MARK: &str = "<!>";
    if !html.contains("<leptos-island") {
        return html.replace(MARK, "");
    }
    let mut tidied = String::with_capacity(html.len());
    let mut depth = 0usize;
    for (i, piece) in html.split(MARK).enumerate() {
        if i > 0 && depth > 0 {
            tidied += "<!---->";
        }
        depth += piece.matches("<leptos-island").count();
        depth = depth.saturating_sub(piece.matches("</leptos-island>").count());
        tidied += piece;
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_islands_only_and_are_valid_there() {
        let html = "<p>a<!>b</p><leptos-island>c<!>d</leptos-island><p><!></p>";
        assert_eq!(tidy(html), "<p>ab</p><leptos-island>c<!---->d</leptos-island><p></p>");
    }

    #[test]
    fn a_page_without_islands_says_so() {
        let page = Page::write(200, || view! { <p>{Some("én")}{None::<&str>}</p> });
        assert_eq!((page.html.as_str(), page.has_islands), ("<p>én</p>", false));
    }
}
