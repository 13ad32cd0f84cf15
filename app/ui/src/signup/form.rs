//! The fields of the form, for each way to come.

use application::ports::ActivityDetails;
use domain::{
    catalogue::Particulars,
    signup::{Field as Name, Line, PartyKind},
};
use leptos::prelude::*;

use super::{faults, form_page::TypedForm, kin::kin_fold, questions::question_fields};
use crate::{
    Ask, Speech,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
        text_area::TextArea,
    },
};

/// Why a party is told of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// It signs up for a date.
    SigningUp,
    /// The organiser, who was called, puts it on a roster.
    Adding,
    /// It asks whether it may come.
    Asking,
}

/// What a form is about.
#[derive(Clone)]
pub(super) struct FormAbout {
    pub(super) purpose: Purpose,
    /// Where it is sent.
    pub(super) action: String,
    pub(super) details: ActivityDetails,
    /// How many seats are free and who waits, where a date is meant.
    pub(super) line: Option<Line>,
}

/// The form, for one way to come.
#[component]
pub(super) fn PartyForm(
    ask: Ask,
    about: FormAbout,
    typed: TypedForm,
    kind: PartyKind,
) -> impl IntoView {
    let t = ask.speech();
    let FormAbout { purpose, action, details, line } = about;
    let particulars = details.activity.particulars().clone();
    let who = match kind {
        PartyKind::Class => class(t, &particulars, &typed).into_any(),
        PartyKind::Child => child(t, &typed).into_any(),
        PartyKind::One => one(t, &typed).into_any(),
    };
    let needs = text(t, &typed, Name::Needs, kind);
    let asked = details.activity.questions().asked().to_vec();
    let questions = (purpose != Purpose::Asking)
        .then(|| question_fields(t, &asked, &typed.party.answers, &typed.faults));
    let kin = (kind == PartyKind::Child && purpose != Purpose::Asking)
        .then(|| kin_fold(t, &typed.party.kin, &typed.faults));
    let party = typed.party.clone();
    let is_full = line.as_ref().is_some_and(|it| it.free == 0);
    let waits = line.filter(|_| purpose == Purpose::SigningUp);
    let waits = waits.and_then(|it| waits_tick(t, &it, &typed));
    let wish = (purpose == Purpose::Asking).then(|| {
        let text = text(t, &typed, Name::Wish, kind);
        view! { <TextArea name="wish" text value=typed.wish.clone() rows=3 /> }
    });
    let agrees = agrees(t, &typed, (purpose != Purpose::Adding).then_some(kind));
    let go = match purpose {
        Purpose::Adding => t.say("roster-add-go"),
        Purpose::Asking => t.say("request-go"),
        Purpose::SigningUp if is_full => t.say("signup-go-wait"),
        Purpose::SigningUp => t.word("signup-go", kind.key()),
    };
    let (mut email, phone) =
        (text(t, &typed, Name::Email, kind), text(t, &typed, Name::Phone, kind));
    let (mut who_heading, mut you_heading) =
        (t.word("signup-who", kind.key()), t.word("signup-you", kind.key()));
    if purpose == Purpose::Adding {
        let is_child = kind == PartyKind::Child;
        let hint = if is_child { "roster-add-email-child" } else { "roster-add-email" };
        email.hint = Some(t.say(hint).to_owned());
        (who_heading, you_heading) = (t.say("roster-add-who"), t.say("roster-add-contact"));
    }
    let partner = details.partner.name.clone();
    let privacy = match purpose {
        Purpose::Adding => None,
        Purpose::SigningUp => Some("signup-privacy"),
        Purpose::Asking => Some("request-privacy"),
    };
    let privacy = privacy.map(|key| {
        view! { <p class="s muted">{t.tell(key, &[("partner", partner.into())])}</p> }
    });
    let name = text(t, &typed, Name::Name, kind);
    view! {
        <form class="stack" method="post" action=action novalidate>
            <input type="hidden" name="kind" value=kind.key() />
            <input type="hidden" name="key" value=typed.key.clone() />
            <section class="panel stack" aria-labelledby="h-hvem">
                <h2 class="t3" id="h-hvem">{who_heading}</h2>
                {who}
                {questions}
                {waits}
                {wish}
                <TextArea name="needs" text=needs value=party.needs rows=3 />
            </section>
            <section class="panel stack" aria-labelledby="h-dig">
                <h2 class="t3" id="h-dig">{you_heading}</h2>
                {(kind != PartyKind::One).then(|| view! { <Field name="name" text=name value=party.name autocomplete="name" /> })}
                <Field name="email" kind="email" text=email value=party.email autocomplete="email" />
                <Field name="phone" kind="tel" text=phone value=party.phone autocomplete="tel" />
            </section>
            {kin}
            <div class="panel stack">
                {agrees}
                <button class="btn btn--big" type="submit">{go}</button>
                {privacy}
            </div>
        </form>
    }
}

fn error(t: &'static Speech, typed: &TypedForm, name: Name) -> Option<String> {
    let fault = typed.faults.iter().find(|(field, _)| *field == name);
    fault.map(|(field, fault)| faults::sentence(t, *field, *fault))
}

/// A field's label and hint; where a hint is another's for each way to come, that one.
fn text(t: &'static Speech, typed: &TypedForm, name: Name, kind: PartyKind) -> FieldText {
    let key = name.key();
    let own = t.find_word("signup-label", &format!("{key}-{kind}"));
    let hint = t.find_word("signup-hint", &format!("{key}-{kind}"));
    FieldText {
        label: own.unwrap_or_else(|| t.word("signup-label", key)).to_owned(),
        hint: hint.or_else(|| t.find_word("signup-hint", key)).map(str::to_owned),
        error: error(t, typed, name),
        error_word: t.say("form-error").to_owned(),
    }
}

fn class(
    t: &'static Speech,
    particulars: &Particulars,
    typed: &TypedForm,
) -> impl IntoView + use<> {
    let kind = PartyKind::Class;
    let party = typed.party.clone();
    let words = |name| text(t, typed, name, kind);
    let mut pupils = words(Name::Pupils);
    if let (Some(refusal), None) = (typed.refusal, &pupils.error) {
        pupils.error = Some(faults::refusal(t, refusal));
    }
    if let Some(size) = group_hint(t, particulars) {
        pupils.hint = Some(size);
    }
    let grade = (!particulars.levels.is_empty()).then(|| {
        let error = error(t, typed, Name::Grade).map(|error| {
            view! { <FieldError id="grade-e" word=t.say("form-error") error /> }
        });
        let described = error.is_some().then_some("grade-e");
        let chosen = party.grade.clone();
        let options: Vec<_> = particulars
            .levels
            .iter()
            .map(|it| (it.key(), t.word("level", it.key())))
            .chain([("mixed", t.say("signup-grade-mixed"))])
            .map(|(key, words)| {
                let selected = chosen == key;
                view! { <option value=key selected=selected>{words}</option> }
            })
            .collect();
        let invalid = described.map(|_| "true");
        view! {
            <div class="field">
                <label for="grade">{t.say("signup-label-grade")}</label>
                {error}
                <select id="grade" name="grade" aria-describedby=described aria-invalid=invalid>
                    <option value="">{t.say("signup-grade-choose")}</option>
                    {options}
                </select>
            </div>
        }
    });
    let (school, adults) = (words(Name::School), words(Name::Adults));
    view! {
        <Field name="school" text=school value=party.school autocomplete="organization" />
        <div class="two">
            <Field name="class" text=words(Name::Class) value=party.class />
            {grade}
        </div>
        <div class="two">
            <Field name="pupils" text=pupils value=party.pupils numeric=true />
            <Field name="adults" text=adults value=party.adults numeric=true />
        </div>
    }
}

/// How many can come as one class.
fn group_hint(t: &'static Speech, particulars: &Particulars) -> Option<String> {
    let (min, max) = (particulars.group.min(), particulars.group.max());
    Some(match (min.filter(|it| *it > 1), max) {
        (Some(min), Some(max)) => {
            t.tell("signup-size", &[("min", min.into()), ("max", max.into())])
        }
        (Some(min), None) => t.tell("signup-size-from", &[("n", min.into())]),
        (None, Some(max)) => t.tell("signup-size-to", &[("n", max.into())]),
        (None, None) => return None,
    })
}

fn child(t: &'static Speech, typed: &TypedForm) -> impl IntoView + use<> {
    let kind = PartyKind::Child;
    let party = typed.party.clone();
    let (name, age) = (text(t, typed, Name::Child, kind), text(t, typed, Name::Age, kind));
    view! {
        <Field name="child" text=name value=party.child />
        <Field name="age" text=age value=party.age numeric=true />
    }
}

fn one(t: &'static Speech, typed: &TypedForm) -> impl IntoView + use<> {
    let kind = PartyKind::One;
    let party = typed.party.clone();
    let (name, age) = (text(t, typed, Name::Name, kind), text(t, typed, Name::Age, kind));
    view! {
        <Field name="name" text=name value=party.name autocomplete="name" />
        <Field name="age" text=age value=party.age numeric=true />
    }
}

/// Whether the party would rather wait; asked where it may have to.
fn waits_tick(t: &'static Speech, line: &Line, typed: &TypedForm) -> Option<impl IntoView + use<>> {
    let may_have_to = line.free == 0 || !line.parties.is_empty();
    let is_asked = may_have_to || typed.refusal.is_some() || typed.party.waits;
    let checked = typed.party.waits || (line.free == 0 && typed.faults.is_empty());
    is_asked.then(|| {
        view! {
            <label class="tick">
                <input type="checkbox" id="waits" name="waits" value="yes" checked=checked />
                <span>{t.say("signup-waits")}</span>
            </label>
        }
    })
}

/// The tick without which nothing is sent; the organiser's where nobody comes in a way.
fn agrees(t: &'static Speech, typed: &TypedForm, kind: Option<PartyKind>) -> impl IntoView + use<> {
    let words = match kind {
        Some(kind) => t.word("signup-agrees", kind.key()),
        None => t.say("roster-add-agrees"),
    };
    let error = error(t, typed, Name::Agrees)
        .map(|error| view! { <FieldError id="agrees-e" word=t.say("form-error") error /> });
    let described = error.is_some().then_some("agrees-e");
    let invalid = described.map(|_| "true");
    let checked = typed.party.agrees;
    view! {
        <div>
            {error}
            <label class="tick">
                <input type="checkbox" id="agrees" name="agrees" value="yes" checked=checked aria-describedby=described aria-invalid=invalid />
                <span>{words}</span>
            </label>
        </div>
    }
}
