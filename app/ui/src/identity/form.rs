//! How a form at the doors is put together.

use domain::Inside;
use leptos::prelude::*;

use super::Fault;
use crate::{
    Ask, Door, Page, Place, Speech,
    design::{field::FieldText, summary::Summary},
    frame::{self, Head},
    routes::with_query,
};

/// What somebody typed; passwords and codes are not among it.
#[derive(Clone, Debug, Default)]
pub struct Typed {
    pub email: String,
    pub name: String,
    /// Where they wanted to go when they were led here.
    pub next: Option<Inside>,
    /// What is wrong; empty before the form was sent.
    pub faults: Vec<Fault>,
}

impl Typed {
    /// The status of the page: that of the worst fault.
    pub(super) fn status(&self) -> u16 {
        self.faults.iter().map(Fault::status).max().unwrap_or(200)
    }

    /// A field's words, with the fault that is about it.
    pub(super) fn field(
        &self,
        t: &'static Speech,
        name: &str,
        label: &str,
        hint: Option<&str>,
    ) -> FieldText {
        let fault = self.faults.iter().find(|fault| fault.field() == name);
        FieldText {
            label: t.say(label).to_owned(),
            hint: hint.map(|key| t.say(key).to_owned()),
            error: fault.map(|fault| fault.sentence(t)),
            error_word: t.say("form-error").to_owned(),
        }
    }

    /// Takes along where they wanted to go.
    pub(super) fn next_field(&self) -> Option<impl IntoView + use<>> {
        let next = self.next.as_ref().map(ToString::to_string);
        next.map(|next| view! { <input type="hidden" name="next" value=next /> })
    }

    /// The path of a door that takes along where they wanted to go.
    pub(super) fn path(&self, ask: &Ask, door: Door) -> String {
        let pairs: Vec<_> = self.next.iter().map(|next| ("next", next.as_str())).collect();
        with_query(&path(ask, door), &pairs)
    }

    /// What is wrong, above the form.
    pub(super) fn summary(&self, t: &'static Speech) -> Option<impl IntoView + use<>> {
        let faults: Vec<_> =
            self.faults.iter().map(|fault| (fault.field().to_owned(), fault.sentence(t))).collect();
        let title = t.tell("form-errors", &[("n", faults.len().into())]);
        (!faults.is_empty()).then(|| view! { <Summary title faults /> })
    }
}

/// Writes a page at the doors: narrow, unlisted, with a heading and a sentence below it.
pub(super) fn door_page<V: IntoView + 'static>(
    ask: &Ask,
    status: u16,
    place: Door,
    words: (String, String),
    body: impl FnOnce() -> V,
) -> Page {
    let (title, lead) = words;
    let head = Head::new(title.clone(), lead.clone(), Place::Door(place)).unlisted();
    frame::page(ask, status, head, || {
        view! {
            <div class="wrap band">
                <div class="stack doorway">
                    <h1>{title}</h1>
                    <p class="lead">{lead}</p>
                    {body()}
                </div>
            </div>
        }
    })
}

/// The path of a place at the doors in the reader's language.
pub(super) fn path(ask: &Ask, door: Door) -> String {
    ask.path(&Place::Door(door))
}

/// Both words of a heading by their keys.
pub(super) fn words(t: &'static Speech, title: &str, lead: &str) -> (String, String) {
    (t.say(title).to_owned(), t.say(lead).to_owned())
}
