//! The second factor is asked for.

use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
};
use crate::{Ask, Door, Page, design::field::Field};

/// Asks for a code from the telephone or from paper.
#[must_use]
pub fn code_page(ask: &Ask, typed: &Typed) -> Page {
    let t = ask.speech();
    let text = typed.field(t, "code", "code-label", Some("code-hint"));
    door_page(ask, typed.status(), Door::Code, words(t, "code-title", "code-lead"), || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::Code) novalidate>
                {typed.next_field()}
                <Field name="code" text autocomplete="one-time-code" />
                <button class="btn" type="submit">{t.say("code-go")}</button>
            </form>
            <p class="s muted">{t.say("code-lost")}</p>
        }
    })
}
