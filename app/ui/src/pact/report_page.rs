//! Somebody tells that an activity is not as it should be.

use domain::{
    catalogue::{Slug, Title},
    pact::{InvalidReport, ReviewCause},
};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, Speech,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
};

/// What somebody chose and typed.
#[derive(Clone, Debug, Default)]
pub struct TypedReport {
    pub cause: String,
    pub remark: String,
    pub email: String,
    /// What is wrong; empty before the form was sent.
    pub faults: Vec<InvalidReport>,
}

/// What the page tells about a report that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportTold {
    /// A moderator will look.
    Kept,
    /// Enough others have reported it today.
    Enough,
}

const fn field(fault: InvalidReport) -> &'static str {
    match fault {
        InvalidReport::Cause => "cause",
        InvalidReport::Remark(_) | InvalidReport::CprNumber => "remark",
        InvalidReport::Email(_) => "email",
    }
}

fn sentence(t: &'static Speech, fault: InvalidReport) -> String {
    let key = match fault {
        InvalidReport::Cause => "report-fault-cause",
        InvalidReport::Remark(_) => "report-fault-remark",
        InvalidReport::CprNumber => "report-fault-cpr",
        InvalidReport::Email(_) => "report-fault-email",
    };
    t.say(key).to_owned()
}

/// The form for what is wrong with an activity, or a word of thanks.
#[must_use]
pub fn report_page(
    ask: &Ask,
    (slug, title): (&Slug, &Title),
    typed: &TypedReport,
    told: Option<ReportTold>,
) -> Page {
    let t = ask.speech();
    let heading = t.say("report-title").to_owned();
    let head = Head::new(heading.clone(), t.say("report-lead"), Place::Report(slug.clone()));
    let status = if typed.faults.is_empty() { 200 } else { 422 };
    let (ask, slug, title, typed) = (ask.clone(), slug.clone(), title.to_string(), typed.clone());
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let activity = ask.path(&Place::Activity(slug.clone()));
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
            (activity.clone(), title.clone()),
        ];
        let body = match told {
            Some(told) => {
                let (key, tone) = match told {
                    ReportTold::Kept => ("report-kept", Tone::Good),
                    ReportTold::Enough => ("report-enough", Tone::Info),
                };
                let back = t.say("report-back");
                view! {
                    <Notice tone><p>{t.say(key)}</p></Notice>
                    <p><a class="btn btn--line" href=activity>{back}</a></p>
                }
                .into_any()
            }
            None => {
                view! { <Form ask=ask.clone() slug=slug.clone() typed=typed.clone() /> }.into_any()
            }
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1>{heading}</h1>
                    <p class="lead">{title}</p>
                    {body}
                </div>
            </div>
        }
    })
}

#[component]
fn Form(ask: Ask, slug: Slug, typed: TypedReport) -> impl IntoView {
    let t = ask.speech();
    let error = |name: &str| {
        let fault = typed.faults.iter().find(|it| field(**it) == name);
        fault.map(|it| sentence(t, *it))
    };
    let text = |name: &str, label: &str, hint: &str| FieldText {
        label: t.say(label).to_owned(),
        hint: Some(t.say(hint).to_owned()),
        error: error(name),
        error_word: t.say("form-error").to_owned(),
    };
    let faults: Vec<_> =
        typed.faults.iter().map(|it| (field(*it).to_owned(), sentence(t, *it))).collect();
    let words = t.tell("form-errors", &[("n", faults.len().into())]);
    let summary = (!faults.is_empty()).then(|| view! { <Summary title=words faults /> });
    let causes: Vec<_> = ReviewCause::reported()
        .map(|it| {
            let checked = it.key() == typed.cause;
            view! {
                <label class="pick">
                    <input type="radio" name="cause" value=it.key() checked=checked />
                    <span>{t.word("cause", it.key())}</span>
                </label>
            }
        })
        .collect();
    let cause_error = error("cause").map(|error| {
        view! { <FieldError id="cause-e" word=t.say("form-error") error /> }
    });
    let described = cause_error.is_some().then_some("cause-e");
    view! {
        {summary}
        <form class="panel stack" method="post" action=ask.path(&Place::Report(slug)) novalidate>
            <fieldset id="cause" aria-describedby=described>
                <legend class="legend">{t.say("report-cause")}</legend>
                {cause_error}
                <div class="picks">{causes}</div>
            </fieldset>
            <TextArea name="remark" text=text("remark", "report-remark", "report-remark-hint") value=typed.remark.clone() rows=4 />
            <Field name="email" kind="email" text=text("email", "report-email", "report-email-hint") value=typed.email.clone() autocomplete="email" />
            <p class="hint">{t.say("report-privacy")}</p>
            <button class="btn" type="submit">{t.say("report-go")}</button>
        </form>
    }
}
