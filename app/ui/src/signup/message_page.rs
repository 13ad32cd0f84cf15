//! The page on which an organiser writes to those on a roster.

use application::signup::{ShownMessages, TypedMessage};
use domain::signup::{Field, FieldFault, Message, Readers, SignUp};
use leptos::prelude::*;

use super::{faults, roster_page::who};
use crate::{
    Ask, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        field::FieldText,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What somebody typed, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct MessageForm {
    pub typed: TypedMessage,
    pub faults: Vec<(Field, FieldFault)>,
    pub is_too_often: bool,
}

impl MessageForm {
    fn status(&self) -> u16 {
        match (self.is_too_often, self.faults.is_empty()) {
            (true, _) => 429,
            (false, true) => 200,
            (false, false) => 422,
        }
    }

    fn error(&self, t: &'static Speech, field: Field) -> Option<String> {
        let fault = self.faults.iter().find(|(it, _)| *it == field);
        fault.map(|(field, fault)| faults::sentence(t, *field, *fault))
    }
}

/// The form, what was written before, and whether something was just `sent`.
#[must_use]
pub fn message_page(ask: &Ask, shown: &ShownMessages, form: &MessageForm, sent: bool) -> Page {
    let t = ask.speech();
    let id = shown.roster.date.id;
    let place = Place::TakingPart(TakingPart::Write(id));
    let head = Head::new(t.say("roster-write-title"), t.say("roster-write-lead"), place);
    let (ask, shown, form) = (ask.clone(), shown.clone(), form.clone());
    frame::page(&ask.clone(), form.status(), head.unlisted(), move || {
        let title = shown.roster.details.activity.particulars().title.to_string();
        let crumbs = vec![(ask.path(&Place::TakingPart(TakingPart::Roster(id))), title)];
        let newest = shown.written.first().filter(|_| sent);
        let told = newest.map(|it| {
            let words = t.tell("roster-write-sent", &[("n", it.letters.into())]);
            view! { <Notice tone=Tone::Good><p>{words}</p></Notice> }
        });
        let when = shown.roster.date;
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    {summary(t, &form)}
                    <h1>{t.say("roster-write-title")}</h1>
                    <p class="lead">{capitalised(&t.period(when.start, when.end))}</p>
                    {told}
                    {written_form(&ask, &shown, &form)}
                    {written(t, &shown.written)}
                </div>
            </div>
        }
    })
}

fn summary(t: &'static Speech, form: &MessageForm) -> Option<impl IntoView + use<>> {
    let mut told: Vec<(String, String)> = form
        .faults
        .iter()
        .map(|(field, fault)| (field.key().to_owned(), faults::sentence(t, *field, *fault)))
        .collect();
    if form.is_too_often {
        told.push(("words".to_owned(), t.say("roster-write-too-often").to_owned()));
    }
    let title = t.tell("form-errors", &[("n", told.len().into())]);
    (!told.is_empty()).then(|| view! { <Summary title faults=told /> })
}

fn written_form(ask: &Ask, shown: &ShownMessages, form: &MessageForm) -> AnyView {
    let t = ask.speech();
    let there: Vec<SignUp> =
        shown.roster.sign_ups.iter().filter(|it| it.entry.stage.is_sure()).cloned().collect();
    if there.is_empty() {
        return view! { <Notice tone=Tone::Info><p>{t.say("roster-write-nobody")}</p></Notice> }
            .into_any();
    }
    let error = form.error(t, Field::To).map(|error| {
        view! { <FieldError id="to-e" word=t.say("form-error") error /> }
    });
    let described = error.is_some().then_some("to-e");
    let chosen = form.typed.to.parse().unwrap_or(Readers::Coming);
    let picks: Vec<_> = Readers::ALL
        .iter()
        .map(|it| {
            let id = if *it == Readers::Coming { "to".to_owned() } else { format!("to-{it}") };
            let checked = *it == chosen;
            view! {
                <label class="tick">
                    <input type="radio" id=id name="to" value=it.key() checked=checked />
                    <span>{t.word("roster-write-to", it.key())}</span>
                </label>
            }
        })
        .collect();
    let parties: Vec<_> = there
        .into_iter()
        .map(|it| {
            let checked = form.typed.chosen.contains(&it.id);
            let silent = it.contact.email.is_none();
            let no_address = silent.then(|| {
                view! { <span class="n">{t.say("roster-write-no-address")}</span> }
            });
            view! {
                <li>
                    <label class="tick">
                        <input type="checkbox" name="party" value=it.id.0.to_string() checked=checked disabled=silent />
                        <span>{who(t, &it.party)}</span>
                        {no_address}
                    </label>
                </li>
            }
        })
        .collect();
    let text = FieldText {
        label: t.say("roster-write-words").to_owned(),
        hint: Some(t.say("roster-write-words-hint").to_owned()),
        error: form.error(t, Field::Words),
        error_word: t.say("form-error").to_owned(),
    };
    let night = shown.leaves_at.map(|at| {
        let words = t.tell("roster-write-night", &[("when", t.moment(at).into())]);
        view! { <p>{words}</p> }
    });
    let action = ask.path(&Place::TakingPart(TakingPart::Write(shown.roster.date.id)));
    let key = form.typed.key.to_string();
    view! {
        <form class="panel stack" method="post" action=action novalidate>
            <input type="hidden" name="key" value=key />
            <p>{t.say("roster-write-lead")}</p>
            <fieldset class="stack" aria-describedby=described>
                <legend class="legend">{t.say("roster-write-to")}</legend>
                {error}
                {picks}
                <ul class="plain">{parties}</ul>
            </fieldset>
            <TextArea name="words" text value=form.typed.words.clone() rows=8 />
            {night}
            <p><button class="btn" type="submit">{t.say("roster-write-go")}</button></p>
            <p class="s muted">{t.say("roster-write-limit")}</p>
        </form>
    }
    .into_any()
}

fn written(t: &'static Speech, written: &[Message]) -> impl IntoView + use<> {
    let body = if written.is_empty() {
        view! { <p>{t.say("roster-written-none")}</p> }.into_any()
    } else {
        let rows: Vec<_> = written
            .iter()
            .map(|it| {
                let when = t.moment(it.written_at);
                let args = [("when", when.into()), ("n", it.letters.into())];
                let lines: Vec<_> = it
                    .words
                    .as_str()
                    .lines()
                    .map(|line| view! { <p>{line.to_owned()}</p> })
                    .collect();
                view! {
                    <li>
                        <h3>{capitalised(&t.tell("roster-written-when", &args))}</h3>
                        <p class="s muted">{t.word("roster-write-to", it.readers.key())}</p>
                        {lines}
                    </li>
                }
            })
            .collect();
        view! { <ul class="stack plain">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-skrevet">
            <h2 class="t2" id="h-skrevet">{t.say("roster-written")}</h2>
            {body}
        </section>
    }
}
