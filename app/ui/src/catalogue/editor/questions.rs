//! What is asked of those who sign up, as organisers write it.

use application::catalogue::{AnswerFault, Fault};
use domain::catalogue::{InvalidQuestion, Question, QuestionKind, QuestionPart, TypedQuestion};
use leptos::prelude::*;

use super::controls::{Sheet, error_view};
use crate::{
    Speech,
    catalogue::cell_fault,
    design::{
        field::{Field, FieldText},
        text_area::TextArea,
    },
    speech::capitalised,
};

/// The field of a part of a question by its name in the page.
pub(super) fn field_of(n: usize, part: QuestionPart) -> &'static str {
    let place = match part {
        QuestionPart::Words => 0,
        QuestionPart::Kind => 1,
        QuestionPart::Choices => 2,
    };
    TypedQuestion::NAMES[n][place]
}

/// What is wrong with a question, and what to do.
pub(in crate::catalogue) fn sentence(t: &'static Speech, why: InvalidQuestion) -> String {
    match why {
        InvalidQuestion::Text(text) => capitalised(&cell_fault(t, &Fault::Text(text))),
        InvalidQuestion::NoKind => t.say("question-fault-kind").to_owned(),
        InvalidQuestion::Choices => {
            t.tell("question-fault-choices", &[("n", Question::MOST_CHOICES.into())])
        }
        InvalidQuestion::Private => t.say("question-fault-private").to_owned(),
        InvalidQuestion::CprNumber => t.say("question-fault-cpr").to_owned(),
        InvalidQuestion::Twice => t.say("question-fault-twice").to_owned(),
    }
}

fn fault(sheet: &Sheet, n: usize, part: QuestionPart) -> Option<String> {
    let told = |it: &AnswerFault| match it.fault {
        Fault::Question { n: at, part: of, why } if (at, of) == (n, part) => Some(why),
        _ => None,
    };
    sheet.faults.iter().find_map(told).map(|why| sentence(sheet.t, why))
}

/// The questions, those that are written open and the next one too.
#[component]
pub(super) fn Questions(sheet: Sheet) -> impl IntoView {
    let t = sheet.t;
    let rows: Vec<_> = (0..Question::MOST).map(|n| one(&sheet, n)).collect();
    view! {
        <fieldset class="stack" id="questions">
            <legend class="legend">{t.say("question-edit")}</legend>
            <p class="hint">{t.say("question-edit-what")}</p>
            {rows}
        </fieldset>
    }
}

fn one(sheet: &Sheet, n: usize) -> AnyView {
    let t = sheet.t;
    let typed = TypedQuestion::of(&sheet.answers, n);
    let [words, kind, choices, needed] = TypedQuestion::NAMES[n];
    let is_wrong =
        sheet.faults.iter().any(|it| matches!(it.fault, Fault::Question { n: at, .. } if at == n));
    let is_open = !typed.is_empty() || is_wrong;
    let text = |key: &str, hint: Option<&str>, part| FieldText {
        label: t.say(key).to_owned(),
        hint: hint.map(|it| t.say(it).to_owned()),
        error: fault(sheet, n, part),
        error_word: t.say("form-error").to_owned(),
    };
    let error_id = format!("{kind}-e");
    let error = fault(sheet, n, QuestionPart::Kind);
    let described = error.is_some().then(|| error_id.clone());
    let error = error.map(|it| error_view(t, error_id, it));
    let kinds: Vec<_> = QuestionKind::ALL
        .iter()
        .enumerate()
        .map(|(place, it)| {
            let checked = typed.kind == it.key() || (typed.kind.is_empty() && place == 0);
            view! {
                <label class="tick">
                    <input type="radio" name=kind value=it.key() checked=checked />
                    <span>{t.word("question-kind", it.key())}</span>
                </label>
            }
        })
        .collect();
    let asks = text("question-words", Some("question-words-hint"), QuestionPart::Words);
    let lists = text("question-choices", Some("question-choices-hint"), QuestionPart::Choices);
    view! {
        <details class="fold" open=is_open>
            <summary>{t.tell("question-number", &[("n", (n + 1).into())])}</summary>
            <div class="stack">
                <Field name=words text=asks value=typed.words />
                <fieldset id=kind aria-describedby=described>
                    <legend class="legend">{t.say("question-kind")}</legend>
                    {error}
                    {kinds}
                </fieldset>
                <TextArea name=choices text=lists value=typed.choices rows=4 />
                <label class="tick">
                    <input type="checkbox" name=needed value="yes" checked=typed.is_needed />
                    <span>{t.say("question-needed")}</span>
                </label>
            </div>
        </details>
    }
    .into_any()
}
