//! What in an address nobody can have meant.

use domain::search::{InvalidParameter, Reason};
use leptos::prelude::*;

use crate::{
    Ask,
    design::notice::{Notice, Tone},
};

/// What in the address nobody can have meant, and what to do instead.
#[component]
pub fn Faults(ask: Ask, faults: Vec<InvalidParameter>) -> impl IntoView {
    let t = ask.speech();
    let sentences: Vec<_> = faults
        .iter()
        .map(|fault| {
            let name = ("name", fault.name.clone().into());
            let sentence = match fault.reason {
                Reason::UnknownParameter => t.tell("fault-unknown-parameter", &[name]),
                Reason::UnknownValue => t.tell("fault-unknown-value", &[name]),
                Reason::NoDate => t.tell("fault-no-date", &[name]),
                Reason::EndsBeforeItStarts => t.say("fault-ends-before").to_owned(),
                Reason::NoNumber { min, max } => {
                    t.tell("fault-no-number", &[name, ("min", min.into()), ("max", max.into())])
                }
                Reason::NoPlace => t.tell("fault-no-place", &[name]),
                Reason::NeedsPlace => t.tell("fault-needs-place", &[name]),
                Reason::NoFlag => t.tell("fault-no-flag", &[name]),
                Reason::TooLong { max } => t.tell("fault-too-long", &[name, ("max", max.into())]),
                Reason::Repeated => t.tell("fault-repeated", &[name]),
                Reason::ControlCharacter => t.tell("fault-control-character", &[name]),
                Reason::TooMany { max } => t.tell("fault-too-many", &[("max", max.into())]),
            };
            view! { <li>{sentence}</li> }
        })
        .collect();
    (!faults.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <h2 class="t1">{t.say("fault-heading")}</h2>
                <ul>{sentences}</ul>
            </Notice>
        }
    })
}
