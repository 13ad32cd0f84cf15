//! By which rule the waiting list of a date is served: what an organiser chooses.

use application::signup::ShownRoster;
use domain::signup::WaitingRule;
use leptos::prelude::*;

use crate::{Ask, Place, TakingPart};

/// The rules, and the one that is in force.
#[component]
pub(super) fn Rule(ask: Ask, shown: ShownRoster) -> impl IntoView {
    let t = ask.speech();
    let now = shown.roster.kept().rule;
    let picks: Vec<_> = WaitingRule::ALL
        .iter()
        .map(|it| {
            let key = match it {
                WaitingRule::StrictOrder => "signup-rule-strict",
                WaitingRule::FillGaps => "signup-rule-gaps",
            };
            let checked = *it == now;
            view! {
                <label class="tick">
                    <input type="radio" name="rule" value=it.key() checked=checked />
                    <span>{t.say(key)}</span>
                </label>
            }
        })
        .collect();
    let action = ask.path(&Place::TakingPart(TakingPart::SetRule(shown.date.id)));
    view! {
        <form class="panel stack" method="post" action=action>
            <fieldset class="stack">
                <legend class="legend">{t.say("roster-rule")}</legend>
                {picks}
            </fieldset>
            <p><button class="btn btn--line" type="submit">{t.say("roster-rule-go")}</button></p>
        </form>
    }
}
