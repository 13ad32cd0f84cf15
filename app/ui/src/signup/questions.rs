//! What the organiser asks, and what is answered: in a form, on a sign-up's page, on the roster.

use application::signup::ShownSignUp;
use domain::{
    catalogue::{Question, QuestionChoice, QuestionKind},
    identity::Secret,
    signup::{Answer, Answered, Field as Name, FieldFaults, TypedAnswers},
};
use leptos::prelude::*;

use super::{faults, own_page::OwnFault};
use crate::{
    Ask, Place, Speech, TakingPart,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
    },
};

/// The field of a question by its name in the page.
fn id(field: Name) -> &'static str {
    field.key()
}

/// The fields in which questions are answered; nothing where nothing is asked.
pub(super) fn question_fields(
    t: &'static Speech,
    asked: &[Question],
    typed: &TypedAnswers,
    told: &FieldFaults,
) -> Option<AnyView> {
    if asked.is_empty() {
        return None;
    }
    let is_same = typed.of == TypedAnswers::name_of(asked);
    let fields: Vec<_> = asked
        .iter()
        .zip(TypedAnswers::FIELDS)
        .zip(&typed.cells)
        .map(|((question, field), cell)| {
            let value = if is_same { cell.clone() } else { String::new() };
            let fault = told.iter().find(|it| it.0 == field);
            let error = fault.map(|it| faults::sentence(t, it.0, it.1));
            one_field(t, question, field, value, error)
        })
        .collect();
    let shown = view! {
        <input type="hidden" name="questions" value=TypedAnswers::name_of(asked) />
        {fields}
    };
    Some(shown.into_any())
}

fn label(t: &'static Speech, question: &Question) -> String {
    let words = question.words.to_string();
    if question.is_needed {
        words
    } else {
        t.tell("question-may-be-empty", &[("question", words.into())])
    }
}

fn one_field(
    t: &'static Speech,
    question: &Question,
    field: Name,
    value: String,
    error: Option<String>,
) -> AnyView {
    let error_word = t.say("form-error").to_owned();
    let label = label(t, question);
    match question.kind {
        QuestionKind::Text | QuestionKind::Number => {
            let text = FieldText { label, hint: None, error, error_word };
            let numeric = question.kind == QuestionKind::Number;
            view! { <Field name=id(field) text value numeric /> }.into_any()
        }
        QuestionKind::YesNo => {
            let choices = [(Answer::YES, "question-yes"), (Answer::NO, "question-no")];
            let choices = choices.map(|(key, words)| (key.to_owned(), t.say(words).to_owned()));
            radios(t, (label, error), field, value, choices.into())
        }
        QuestionKind::Choice => {
            let choices = question.choices.iter();
            let choices = choices.map(|it: &QuestionChoice| (it.to_string(), it.to_string()));
            radios(t, (label, error), field, value, choices.collect())
        }
    }
}

fn radios(
    t: &'static Speech,
    (label, error): (String, Option<String>),
    field: Name,
    value: String,
    choices: Vec<(String, String)>,
) -> AnyView {
    let error_id = format!("{}-e", id(field));
    let described = error.is_some().then(|| error_id.clone());
    let error = error.map(|error| {
        view! { <FieldError id=error_id word=t.say("form-error") error /> }
    });
    let rows: Vec<_> = choices
        .into_iter()
        .map(|(key, words)| {
            let checked = key == value;
            view! {
                <label class="tick">
                    <input type="radio" name=id(field) value=key checked=checked />
                    <span>{words}</span>
                </label>
            }
        })
        .collect();
    view! {
        <fieldset id=id(field) aria-describedby=described>
            <legend class="legend">{label}</legend>
            {error}
            {rows}
        </fieldset>
    }
    .into_any()
}

/// On a sign-up's own page, where answers are seen and changed.
pub(super) fn answers_panel(
    ask: &Ask,
    secret: &Secret,
    shown: &ShownSignUp,
    fault: &OwnFault,
) -> Option<AnyView> {
    let t = ask.speech();
    let asked = shown.details.activity.questions().asked();
    let known = TypedAnswers::of(&shown.sign_up.answers, asked);
    let typed = fault.answers.clone().unwrap_or(known);
    let mut told = fault.faults.clone();
    told.retain(|it| TypedAnswers::FIELDS.contains(&it.0));
    let fields = question_fields(t, asked, &typed, &told)?;
    let action = ask.path(&Place::TakingPart(TakingPart::ChangeAnswers(secret.clone())));
    let shown = view! {
        <form class="panel stack" method="post" action=action novalidate>
            <h2 class="t3">{t.say("question-title")}</h2>
            {fields}
            <p><button class="btn btn--line" type="submit">{t.say("question-go")}</button></p>
        </form>
    };
    Some(shown.into_any())
}

/// An answer, as somebody reads it.
pub(super) fn answer(t: &'static Speech, it: &Answer) -> String {
    match it {
        Answer::YesNo(true) => t.say("question-yes").to_owned(),
        Answer::YesNo(false) => t.say("question-no").to_owned(),
        other => other.typed(),
    }
}

/// On the roster.
pub(super) fn answer_lines(t: &'static Speech, answered: &[Answered]) -> Option<AnyView> {
    let rows: Vec<_> = answered
        .iter()
        .map(|it| {
            view! {
                <dt>{it.question.to_string()}</dt>
                <dd>{answer(t, &it.answer)}</dd>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <dl class="s">{rows}</dl> }.into_any())
}

/// Questions as moderators read them, or whoever sends them: »Hvilket hold? En af: Morgen, Aften«.
#[must_use]
pub fn question_list(t: &'static Speech, questions: &[Question]) -> AnyView {
    let rows: Vec<_> = questions
        .iter()
        .map(|it| {
            let mut how = t.word("question-kind", it.kind.key()).to_owned();
            if !it.choices.is_empty() {
                let choices: Vec<&str> = it.choices.iter().map(QuestionChoice::as_str).collect();
                how = format!("{how}: {}", choices.join(", "));
            }
            if it.is_needed {
                how = format!("{how}. {}", t.say("question-is-needed"));
            }
            view! { <li><strong>{it.words.to_string()}</strong> " " <span class="muted">{how}</span></li> }
        })
        .collect();
    view! { <ul class="stack plain">{rows}</ul> }.into_any()
}
