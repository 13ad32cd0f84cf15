//! A short way to many dates: the last one comes again.

use application::catalogue::Fault;
use domain::catalogue::{AgainFault, TypedAgain};
use leptos::prelude::*;

use super::controls::{Sheet, error_view};
use crate::{
    Speech,
    design::field::{Field, FieldText},
};

/// The field at which a fault is said, by its name in the page.
pub(super) const fn field_of(fault: AgainFault) -> &'static str {
    match fault {
        AgainFault::Weeks => "every",
        _ => "until",
    }
}

/// What is wrong with how dates come again, and what to do.
pub(in crate::catalogue) fn sentence(t: &'static Speech, fault: AgainFault) -> &'static str {
    t.say(match fault {
        AgainFault::NoDay => "cell-no-such-day",
        AgainFault::Weeks => "edit-again-fault-weeks",
        AgainFault::NoEnd => "edit-again-fault-end",
        AgainFault::Nothing => "edit-again-fault-nothing",
        AgainFault::Full => "edit-again-fault-full",
    })
}

fn fault(sheet: &Sheet, name: &str) -> Option<String> {
    let told = |it: &Fault| match it {
        Fault::Again(why) if field_of(*why) == name => Some(sentence(sheet.t, *why).to_owned()),
        _ => None,
    };
    sheet.faults.iter().find_map(|it| told(&it.fault))
}

/// Letting the last date come again; open where something about that is wrong.
pub(super) fn again(sheet: &Sheet) -> AnyView {
    let (t, typed) = (sheet.t, sheet.again.clone());
    let wrong_weeks = fault(sheet, "every");
    let until = FieldText {
        label: t.say("edit-again-until").to_owned(),
        hint: None,
        error: fault(sheet, "until"),
        error_word: t.say("form-error").to_owned(),
    };
    let is_open = wrong_weeks.is_some() || until.error.is_some();
    let (described, invalid) = (wrong_weeks.as_ref().map(|_| "every-e"), wrong_weeks.is_some());
    let invalid = invalid.then_some("true");
    let error = wrong_weeks.map(|it| error_view(t, "every-e".to_owned(), it));
    let weeks: Vec<_> = (1..=TypedAgain::MOST_WEEKS)
        .map(|n| {
            let selected = typed.every == n.to_string();
            let said = t.tell("edit-again-weeks", &[("n", n.into())]);
            view! { <option value=n.to_string() selected=selected>{said}</option> }
        })
        .collect();
    let weekdays: Vec<_> = ["1", "2", "3", "4", "5", "6", "7"]
        .map(|n| {
            let checked = typed.weekdays.iter().any(|it| it == n);
            view! {
                <label class="pick">
                    <input type="checkbox" name="weekday" value=n checked=checked />
                    <span>{t.word("weekday", n)}</span>
                </label>
            }
        })
        .into_iter()
        .collect();
    view! {
        <details class="fold" open=is_open>
            <summary>{t.say("edit-again")}</summary>
            <div class="stack">
                <p class="hint">{t.say("edit-again-hint")}</p>
                <div class="two">
                    <div class="field">
                        <label for="every">{t.say("edit-again-every")}</label>
                        {error}
                        <select id="every" name="every" aria-describedby=described aria-invalid=invalid>
                            {weeks}
                        </select>
                    </div>
                    <Field name="until" text=until value=typed.until kind="date" />
                </div>
                <fieldset>
                    <legend class="legend">{t.say("edit-again-weekdays")}</legend>
                    <p class="hint">{t.say("edit-again-weekdays-hint")}</p>
                    <div class="picks">{weekdays}</div>
                </fieldset>
                <button class="btn btn--line btn--s" type="submit" name="do" value="again">{t.say("edit-again-go")}</button>
            </div>
        </details>
    }
    .into_any()
}
