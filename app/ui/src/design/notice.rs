//! A notice that stands in the page.

use leptos::prelude::*;

use super::icon::Icon;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Info,
    Good,
    Bad,
}

/// A notice that stands in the page; its words say what its colour does.
#[component]
pub fn Notice(tone: Tone, children: Children) -> impl IntoView {
    let (class, icon) = match tone {
        Tone::Info => ("notice", Icon::Info),
        Tone::Good => ("notice notice--ok", Icon::Check),
        Tone::Bad => ("notice notice--bad", Icon::Alert),
    };
    view! {
        <div class=class>
            {icon.show()}
            <div>{children()}</div>
        </div>
    }
}
