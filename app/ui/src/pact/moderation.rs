//! What moderators look at.

mod asking;
mod bulk;
mod candidate_page;
mod case_page;
mod queue_page;
mod reviews;

pub use bulk::{QueueTold, Ticked, case_of};
pub use candidate_page::{ReasonMissing, candidate_page};
pub use case_page::{Answering, case_page};
pub use queue_page::queue_page;

use leptos::prelude::*;

use crate::{
    Speech,
    design::{
        field::FieldText,
        notice::{Notice, Tone},
        text_area::TextArea,
    },
};

/// Says that a colleague answers, since it is the moderator's own.
fn own_case(t: &'static Speech, key: &'static str) -> impl IntoView {
    view! { <Notice tone=Tone::Info><p>{t.say(key)}</p></Notice> }
}

/// A field for what a moderator writes to whoever it concerns, under a heading of its own.
#[component]
pub(in crate::pact) fn Reason(
    t: &'static Speech,
    label: &'static str,
    value: String,
    /// What is best written, by the key of its sentence.
    #[prop(default = "moderation-reason-hint")]
    hint: &'static str,
    /// Whether it was sent empty or too short.
    is_missing: bool,
) -> impl IntoView {
    let text = FieldText {
        label: t.say(label).to_owned(),
        hint: Some(t.say(hint).to_owned()),
        error: is_missing.then(|| t.say("moderation-reason-missing").to_owned()),
        error_word: t.say("form-error").to_owned(),
    };
    view! { <TextArea name="reason" text value rows=4 /> }
}
