//! What in an address nobody can have meant.

use domain::search::{InvalidParameter, Parameter, Reason};
use leptos::prelude::*;

use crate::{
    Ask, Speech,
    design::notice::{Notice, Tone},
};

/// What in the address nobody can have meant, and what to do instead; what was typed into
/// a field leads to it.
#[component]
pub fn Faults(ask: Ask, faults: Vec<InvalidParameter>) -> impl IntoView {
    let t = ask.speech();
    let sentences: Vec<_> = faults
        .iter()
        .filter_map(|fault| {
            let sentence = sentence(t, &faults, fault)?;
            let field = fault.name.parse().ok().filter(|it| field_name(t, *it).is_some());
            Some(match field {
                Some(field) => {
                    view! { <li><a href=format!("#{field}")>{sentence}</a></li> }.into_any()
                }
                None => view! { <li>{sentence}</li> }.into_any(),
            })
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

/// What is wrong with a parameter.
pub(super) fn fault_of(
    faults: &[InvalidParameter],
    parameter: Parameter,
) -> Option<&InvalidParameter> {
    faults.iter().find(|fault| fault.name == parameter.key())
}

/// What a field of the filter form is called; none for what is not typed into a field.
pub(super) fn field_name(t: &'static Speech, parameter: Parameter) -> Option<&'static str> {
    let key = match parameter {
        Parameter::Words => "filter-words",
        Parameter::From => "filter-from",
        Parameter::To => "filter-to",
        Parameter::Seats => "filter-seats",
        Parameter::Age => "filter-age",
        Parameter::Near => "filter-near",
        Parameter::WithinKm => "filter-within",
        Parameter::PriceMax => "filter-price-max",
        _ => return None,
    };
    Some(t.say(key))
}

/// What is wrong and what to do; none where that is said of another field already.
pub(super) fn sentence(
    t: &'static Speech,
    faults: &[InvalidParameter],
    fault: &InvalidParameter,
) -> Option<String> {
    let field = fault.name.parse().ok().and_then(|it| field_name(t, it));
    let name = ("name", field.map_or_else(|| fault.name.clone(), str::to_owned).into());
    Some(match fault.reason {
        Reason::UnknownParameter => t.tell("fault-unknown-parameter", &[name]),
        Reason::UnknownValue => t.tell("fault-unknown-value", &[name]),
        Reason::NoDate => t.tell("fault-no-date", &[name]),
        Reason::NoMonth => t.tell("fault-no-month", &[name]),
        Reason::NoWeek => t.tell("fault-no-week", &[name]),
        Reason::EndsBeforeItStarts => t.say("fault-ends-before").to_owned(),
        Reason::NoNumber { min, max } => {
            t.tell("fault-no-number", &[name, ("min", min.into()), ("max", max.into())])
        }
        Reason::NoPlace => t.tell("fault-no-place", &[name]),
        // How far from a place that nobody knows is asked again once the place is known.
        Reason::NeedsPlace if fault_of(faults, Parameter::Near).is_some() => return None,
        Reason::NeedsPlace => t.tell("fault-needs-place", &[name]),
        Reason::NoFlag => t.tell("fault-no-flag", &[name]),
        Reason::TooLong { max } => t.tell("fault-too-long", &[name, ("max", max.into())]),
        Reason::Repeated => t.tell("fault-repeated", &[name]),
        Reason::ControlCharacter => t.tell("fault-control-character", &[name]),
        Reason::TooMany { max } => t.tell("fault-too-many", &[("max", max.into())]),
    })
}
