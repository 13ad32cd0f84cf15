//! Whom a guardian names for a child beside themselves: in a form, on its page, on the roster.

use application::signup::ShownSignUp;
use domain::{
    identity::Secret,
    signup::{Field as Name, FieldFaults, Kin, TypedKin},
};
use leptos::prelude::*;

use super::{faults, own_page::OwnFault};
use crate::{
    Ask, Place, Speech, TakingPart,
    design::field::{Field, FieldText},
};

const FIELDS: [Name; 4] =
    [Name::SecondName, Name::SecondEmail, Name::EmergencyName, Name::EmergencyPhone];

fn text(t: &'static Speech, told: &FieldFaults, name: Name) -> FieldText {
    let fault = told.iter().find(|(field, _)| *field == name);
    FieldText {
        label: t.word("signup-label", name.key()).to_owned(),
        hint: t.find_word("signup-hint", name.key()).map(str::to_owned),
        error: fault.map(|(field, fault)| faults::sentence(t, *field, *fault)),
        error_word: t.say("form-error").to_owned(),
    }
}

/// The tick that takes somebody off, where somebody is named.
fn off(t: &'static Speech, who: &'static str, is_named: bool) -> Option<AnyView> {
    let shown = is_named.then(|| {
        view! {
            <label class="tick">
                <input type="checkbox" name="off" value=who />
                <span>{t.word("signup-kin-off", who)}</span>
            </label>
        }
    });
    shown.map(IntoAny::into_any)
}

fn fields(t: &'static Speech, typed: &TypedKin, told: &FieldFaults, named: &Kin) -> AnyView {
    let [second_name, second_email, emergency_name, emergency_phone] =
        FIELDS.map(|name| text(t, told, name));
    let typed = typed.clone();
    view! {
        <fieldset class="stack">
            <legend class="legend">{t.say("signup-kin-second")}</legend>
            <p class="hint">{t.say("signup-kin-second-what")}</p>
            <Field name="second_name" text=second_name value=typed.second_name />
            <Field name="second_email" kind="email" text=second_email value=typed.second_email />
            {off(t, "second", named.second.is_some())}
        </fieldset>
        <fieldset class="stack">
            <legend class="legend">{t.say("signup-kin-emergency")}</legend>
            <p class="hint">{t.say("signup-kin-emergency-what")}</p>
            <Field name="emergency_name" text=emergency_name value=typed.emergency_name />
            <Field name="emergency_phone" kind="tel" text=emergency_phone value=typed.emergency_phone />
            {off(t, "emergency", named.emergency.is_some())}
        </fieldset>
    }
    .into_any()
}

/// In the form in which a child is signed up; folded away until somebody wants to.
pub(super) fn kin_fold(t: &'static Speech, typed: &TypedKin, told: &FieldFaults) -> AnyView {
    let is_open = !typed.is_empty() || told.iter().any(|it| FIELDS.contains(&it.0));
    view! {
        <details class="panel fold" open=is_open>
            <summary>{t.say("signup-kin-fold")}</summary>
            <div class="stack">{fields(t, typed, told, &Kin::default())}</div>
        </details>
    }
    .into_any()
}

/// On a child's own page, where they are added, changed and taken off.
pub(super) fn kin_panel(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownSignUp,
    fault: &OwnFault,
) -> AnyView {
    let t = ask.speech();
    let named = &shown.sign_up.kin;
    let typed = fault.kin.clone().unwrap_or_else(|| TypedKin::of(named));
    let mut told = fault.faults.clone();
    told.retain(|it| FIELDS.contains(&it.0));
    let action = ask.path(&Place::TakingPart(TakingPart::ChangeKin(secret.clone())));
    view! {
        <form class="panel stack" method="post" action=action novalidate>
            <h2 class="t3">{t.say("signup-kin-title")}</h2>
            {fields(t, &typed, &told, named)}
            <p><button class="btn btn--line" type="submit">{t.say("signup-kin-go")}</button></p>
        </form>
    }
    .into_any()
}

/// On the roster.
pub(super) fn kin_lines(t: &'static Speech, kin: &Kin) -> AnyView {
    let second = kin.second.as_ref().map(|it| {
        let (name, email) = (it.name.to_string(), it.email.to_string());
        let line = t.tell("roster-second", &[("name", name.into()), ("email", email.into())]);
        view! { <p class="s muted">{line}</p> }
    });
    let emergency = kin.emergency.as_ref().map(|it| {
        let (name, phone) = (it.name.to_string(), it.phone.as_str().to_owned());
        let line = t.tell("roster-emergency", &[("name", name.into()), ("phone", phone.into())]);
        view! { <p><strong>{line}</strong></p> }
    });
    view! {
        {second}
        {emergency}
    }
    .into_any()
}
