//! The second factor: setting it up, and the codes on paper.

use application::identity::Viewer;
use domain::{Inside, identity::FactorKey};
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
};
use crate::{
    Ask, Door, Page,
    design::{
        field::Field,
        notice::{Notice, Tone},
        square_code::{Modules, SquareCode},
    },
};

/// Sets the second factor up: a square for the telephone, and a first code from it.
#[must_use]
pub fn factor_page(
    ask: &Ask,
    viewer: &Viewer,
    key: &FactorKey,
    square: Option<Modules>,
    typed: &Typed,
) -> Page {
    let t = ask.speech();
    let must = viewer.account.needs_factor().then(|| {
        view! { <Notice tone=Tone::Info><p>{t.say("factor-must")}</p></Notice> }
    });
    let square = square.map(|modules| {
        view! { <SquareCode modules name=t.say("factor-square").to_owned() /> }
    });
    let text = typed.field(t, "code", "factor-code", Some("factor-code-hint"));
    // Four letters at a time are easier to copy.
    let key: Vec<String> = key
        .text()
        .as_bytes()
        .chunks(4)
        .map(|it| String::from_utf8_lossy(it).into_owned())
        .collect();
    let heading = words(t, "factor-title", "factor-lead");
    door_page(ask, typed.status(), Door::SecondFactor, heading, || {
        view! {
            {must}
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::SecondFactor) novalidate>
                {typed.next_field()}
                <h2 class="t2">{t.say("factor-step-1")}</h2>
                <p>{t.say("factor-scan")}</p>
                {square}
                <p>{t.say("factor-type")}<br /><code class="key">{key.join(" ")}</code></p>
                <h2 class="t2">{t.say("factor-step-2")}</h2>
                <Field name="code" text autocomplete="one-time-code" numeric=true />
                <p class="row">
                    <button class="btn" type="submit">{t.say("factor-go")}</button>
                    <a href=path(ask, Door::Account)>{t.say("form-back")}</a>
                </p>
            </form>
        }
    })
}

/// The codes on paper, this once, and the way on to where the person wanted to go.
#[must_use]
pub fn recovery_codes_page(ask: &Ask, codes: &[String], next: Option<&Inside>) -> Page {
    let t = ask.speech();
    let heading = words(t, "codes-title", "codes-lead");
    let next = next.map_or_else(|| path(ask, Door::Account), ToString::to_string);
    let codes: Vec<_> = codes.iter().map(|code| view! { <li>{code.clone()}</li> }).collect();
    door_page(ask, 200, Door::SecondFactor, heading, || {
        view! {
            <div class="panel stack">
                <ul class="codes">{codes}</ul>
                <p>{t.say("codes-keep")}</p>
            </div>
            <p><a class="btn" href=next>{t.say("codes-go")}</a></p>
        }
    })
}
