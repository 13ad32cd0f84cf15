//! The page on which synonyms are looked at, tried and put in force.

use application::search::{SynonymsError, SynonymsPage, SynonymsTrial};
use domain::search::SynonymList;
use leptos::prelude::*;

use super::{fault, trial::Trial};
use crate::{
    Ask, Desk, Page, Place, Speech,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
};

/// What was typed, and what came of it.
#[derive(Clone, Debug, Default)]
pub struct TypedSynonyms {
    /// The lines as they were typed; nothing where those in force are shown.
    pub lines: Option<String>,
    pub faults: Vec<WordsFault>,
    pub trial: Option<SynonymsTrial>,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordsFault {
    Line(SynonymsError),
    TooLong,
    /// Another list is in force since.
    LookAgain,
}

impl WordsFault {
    fn sentence(self, t: &'static Speech) -> String {
        match self {
            Self::Line(error) => fault(t, error),
            Self::TooLong => {
                t.tell("words-fault-long", &[("max", (SynonymList::MOST_BYTES / 1024).into())])
            }
            Self::LookAgain => t.say("words-fault-look-again").to_owned(),
        }
    }
}

/// The synonyms that are in force, and what was typed in their place. What has just happened is
/// said above, by the key of its sentence.
#[must_use]
pub fn synonyms_page(
    ask: &Ask,
    it: SynonymsPage,
    told: Option<&'static str>,
    typed: TypedSynonyms,
) -> Page {
    let t = ask.speech();
    let status = if typed.faults.is_empty() { 200 } else { 422 };
    let place = Place::Desk(Desk::Synonyms);
    let head = Head::new(t.say("words-title"), t.say("words-lead"), place).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Queue)), t.say("queue-name").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let faults: Vec<_> =
            typed.faults.iter().map(|it| ("lines".to_owned(), it.sentence(t))).collect();
        let title = t.tell("form-errors", &[("n", faults.len().into())]);
        let summary = (!faults.is_empty()).then(|| view! { <Summary title faults /> });
        let trial = typed.trial.clone().map(|trial| view! { <Trial t trial /> });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1>{t.say("words-title")}</h1>
                    <p class="lead">{t.say("words-lead")}</p>
                    {told}
                    {summary}
                    <Lines ask=ask.clone() it=it.clone() typed />
                    {trial}
                    <Back ask=ask.clone() it=it.clone() />
                    <Base t it=it.clone() />
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history=it.history.clone() place=Place::Desk(Desk::Synonyms) />
                    </section>
                </div>
            </div>
        }
    })
}

/// The lines that stand on top of the operator's list, to be changed, tried and put in force.
#[component]
fn Lines(ask: Ask, it: SynonymsPage, typed: TypedSynonyms) -> impl IntoView {
    let t = ask.speech();
    let errors: Vec<String> = typed.faults.iter().map(|it| it.sentence(t)).collect();
    let text = FieldText {
        label: t.say("words-lines").to_owned(),
        hint: Some(t.say("words-lines-hint").to_owned()),
        error: (!errors.is_empty()).then(|| errors.join(" ")),
        error_word: t.say("form-error").to_owned(),
    };
    let line = FieldText {
        label: t.say("words-line").to_owned(),
        hint: Some(t.say("words-line-hint").to_owned()),
        ..FieldText::default()
    };
    let is_tried = typed.trial.is_some() && typed.faults.is_empty();
    let value = typed.lines.unwrap_or_else(|| it.lines().to_owned());
    // What was not tried is not put in force: nobody knows yet what it does.
    let put = is_tried.then(|| {
        let action = ask.path(&Place::Desk(Desk::PutSynonyms));
        view! { <button class="btn" type="submit" formaction=action>{t.say("words-put")}</button> }
    });
    let class = if put.is_some() { "btn btn--line" } else { "btn" };
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Synonyms)) novalidate>
            <input type="hidden" name="seen" value=it.number().to_string() />
            <TextArea name="lines" text value rows=12 />
            <Field name="line" text=line />
            <p class="row">
                <button class=class type="submit">{t.say("words-try")}</button>
                {put}
            </p>
        </form>
    }
}

/// The way back to what was in force before.
#[component]
fn Back(ask: Ask, it: SynonymsPage) -> impl IntoView {
    let t = ask.speech();
    if it.list.is_none() {
        return ().into_any();
    }
    let earlier = it.earlier.map_or_else(String::new, |it| it.text);
    let earlier = if earlier.is_empty() {
        view! { <p>{t.say("words-back-empty")}</p> }.into_any()
    } else {
        let lines: Vec<_> =
            earlier.lines().map(|line| view! { <li>{line.to_owned()}</li> }).collect();
        view! {
            <details class="fold">
                <summary>{t.say("words-back-see")}</summary>
                <ul>{lines}</ul>
            </details>
        }
        .into_any()
    };
    let number = it.list.map_or(0, |it| it.number);
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::TakeSynonymsBack))>
            <h2 class="t2">{t.say("words-back")}</h2>
            <p>{t.say("words-back-what")}</p>
            {earlier}
            <input type="hidden" name="seen" value=number.to_string() />
            <button class="btn btn--line" type="submit">{t.say("words-back-go")}</button>
        </form>
    }
    .into_any()
}

/// The list on which the lines stand.
#[component]
fn Base(t: &'static Speech, it: SynonymsPage) -> impl IntoView {
    let groups: Vec<_> =
        it.base.iter().map(|group| view! { <li>{group.to_string()}</li> }).collect();
    let n = groups.len();
    view! {
        <section class="panel stack" aria-labelledby="h-grund">
            <h2 class="t2" id="h-grund">{t.say("words-base")}</h2>
            <p>{t.say("words-base-what")}</p>
            <details class="fold">
                <summary>{t.tell("words-base-see", &[("n", n.into())])}</summary>
                <ul>{groups}</ul>
            </details>
        </section>
    }
}
