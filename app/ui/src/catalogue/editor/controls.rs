//! Fields of the editor, each with its words, what was typed and what is wrong with it.

use application::catalogue::{AnswerFault, Column, Fault};
use domain::catalogue::{Answers, TypedAgain};
use leptos::prelude::*;

use super::{label, what_is_wrong};
use crate::{
    Speech,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
        text_area::TextArea,
    },
    speech::capitalised,
};

/// What was typed into a form, and what is wrong with it.
#[derive(Clone)]
pub(super) struct Sheet {
    pub(super) t: &'static Speech,
    pub(super) answers: Answers,
    pub(super) faults: Vec<AnswerFault>,
    /// How dates would have come again, where something about that was wrong.
    pub(super) again: TypedAgain,
}

/// A choice: its key, what it is called, and what more there is to say.
pub(super) type Choice = (String, String, Option<String>);

impl Sheet {
    pub(super) fn fault(&self, column: Column, date: Option<usize>) -> Option<String> {
        // What is asked of those who sign up, and how dates come again, have fields of their own.
        let is_elsewhere =
            |it: &AnswerFault| matches!(it.fault, Fault::Question { .. } | Fault::Again(_));
        let is_it = |it: &&AnswerFault| it.column == column && it.date == date && !is_elsewhere(it);
        let fault = self.faults.iter().find(is_it)?;
        Some(what_is_wrong(self.t, fault))
    }

    fn text(&self, column: Column, hint: Option<&str>) -> FieldText {
        FieldText {
            label: label(self.t, column).to_owned(),
            hint: hint.map(|key| self.t.say(key).to_owned()),
            error: self.fault(column, None),
            error_word: self.t.say("form-error").to_owned(),
        }
    }

    fn value(&self, column: Column) -> String {
        self.answers.get(column.name()).to_owned()
    }

    fn is_chosen(&self, column: Column, key: &str) -> bool {
        self.answers.get(column.name()).split(';').any(|it| it.trim() == key)
    }

    pub(super) fn field(&self, column: Column, hint: Option<&str>) -> AnyView {
        let (text, value) = (self.text(column, hint), self.value(column));
        view! { <Field name=column.name() text value /> }.into_any()
    }

    pub(super) fn email(&self, column: Column, hint: Option<&str>) -> AnyView {
        let (text, value) = (self.text(column, hint), self.value(column));
        view! { <Field name=column.name() text value kind="email" autocomplete="email" /> }
            .into_any()
    }

    pub(super) fn number(&self, column: Column, hint: Option<&str>) -> AnyView {
        let (text, value) = (self.text(column, hint), self.value(column));
        view! { <div class="w-s"><Field name=column.name() text value numeric=true /></div> }
            .into_any()
    }

    pub(super) fn area(&self, column: Column, hint: Option<&str>, rows: u32) -> AnyView {
        let (text, value) = (self.text(column, hint), self.value(column));
        view! { <TextArea name=column.name() text value rows /> }.into_any()
    }

    /// A choice of one from a long list; `first` is chosen where nothing else is.
    pub(super) fn select(
        &self,
        column: Column,
        first: Option<&str>,
        choices: Vec<Choice>,
    ) -> AnyView {
        let mut chosen = self.value(column);
        if chosen.is_empty() {
            first.unwrap_or_default().clone_into(&mut chosen);
        }
        let none = first
            .is_none()
            .then(|| view! { <option value="">{self.t.say("editor-choose")}</option> });
        let options: Vec<_> = choices
            .into_iter()
            .map(|(key, name, _)| {
                let selected = key == chosen;
                view! { <option value=key selected=selected>{name}</option> }
            })
            .collect();
        let error = self.error(column);
        let (described, invalid) = (error.is_some().then(|| error_id(column)), error.is_some());
        let invalid = invalid.then_some("true");
        let name = column.name();
        view! {
            <div class="field">
                <label for=name>{label(self.t, column)}</label>
                {error}
                <select class="w-m" id=name name=name aria-describedby=described aria-invalid=invalid>
                    {none}
                    {options}
                </select>
            </div>
        }
        .into_any()
    }

    /// A choice of one, with a word about each.
    pub(super) fn radios(&self, column: Column, choices: Vec<Choice>) -> AnyView {
        let rows: Vec<_> = choices
            .into_iter()
            .map(|(key, name, more)| {
                let checked = self.is_chosen(column, &key);
                let more = more.map(|more| view! { <small>{more}</small> });
                view! {
                    <label class="choice">
                        <input type="radio" name=column.name() value=key checked=checked />
                        <span><strong>{name}</strong>" "{more}</span>
                    </label>
                }
            })
            .collect();
        self.group(column, None, view! { <div class="choices">{rows}</div> }.into_any())
    }

    /// A choice of several.
    pub(super) fn boxes(
        &self,
        column: Column,
        hint: Option<&str>,
        choices: Vec<Choice>,
    ) -> AnyView {
        let boxes: Vec<_> = choices
            .into_iter()
            .map(|(key, name, _)| {
                let checked = self.is_chosen(column, &key);
                view! {
                    <label class="pick">
                        <input type="checkbox" name=column.name() value=key checked=checked />
                        <span>{name}</span>
                    </label>
                }
            })
            .collect();
        self.group(column, hint, view! { <div class="picks">{boxes}</div> }.into_any())
    }

    /// One box for yes.
    pub(super) fn tick(&self, column: Column, key: &'static str) -> AnyView {
        let checked = self.is_chosen(column, key);
        view! {
            <label class="tick">
                <input type="checkbox" name=column.name() value=key checked=checked />
                <span>{label(self.t, column)}</span>
            </label>
        }
        .into_any()
    }

    fn group(&self, column: Column, hint: Option<&str>, inside: AnyView) -> AnyView {
        let hint = hint.map(|key| view! { <p class="hint">{self.t.say(key)}</p> });
        let error = self.error(column);
        let described = error.is_some().then(|| error_id(column));
        view! {
            <fieldset id=column.name() aria-describedby=described>
                <legend class="legend">{label(self.t, column)}</legend>
                {hint}
                {error}
                {inside}
            </fieldset>
        }
        .into_any()
    }

    fn error(&self, column: Column) -> Option<AnyView> {
        let error = self.fault(column, None)?;
        Some(error_view(self.t, error_id(column), error))
    }
}

fn error_id(column: Column) -> String {
    format!("{}-e", column.name())
}

/// What is wrong, beside its field.
pub(super) fn error_view(t: &'static Speech, id: String, error: String) -> AnyView {
    view! { <FieldError id word=t.say("form-error") error /> }.into_any()
}

/// Choices of a vocabulary.
pub(super) fn words(t: &'static Speech, vocabulary: &str, keys: &[&str]) -> Vec<Choice> {
    let choice = |key: &&str| ((*key).to_owned(), capitalised(t.word(vocabulary, key)), None);
    keys.iter().map(choice).collect()
}

/// Choices with a word about each, in the editor's own words.
pub(super) fn told(t: &'static Speech, vocabulary: &str, keys: &[&str]) -> Vec<Choice> {
    let choice = |key: &&str| {
        let name = t.say(&format!("edit-{vocabulary}-{}", key.replace('_', "-"))).to_owned();
        let more = t.say(&format!("edit-{vocabulary}-{}-what", key.replace('_', "-"))).to_owned();
        ((*key).to_owned(), name, Some(more))
    };
    keys.iter().map(choice).collect()
}
