//! The editor: an activity in five steps, each of which saves by itself.

mod again;
mod controls;
mod date_rows;
mod how;
mod picture;
mod questions;
mod send;
mod what;
mod when;
mod whom;

use application::catalogue::{
    ActivityPage, AnswerFault, Column, DraftPage, Fault, LookedOver, Step,
};
use chrono::{DateTime, Utc};
use domain::{
    InvalidText,
    catalogue::{InvalidParticulars, Keeping, TypedAgain},
};
use leptos::prelude::*;

use super::{KeptForm, activity_page::Activity, cell_fault, photo::Wall};
use crate::{
    Ask, Desk, Page, Place, Speech,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
    speech::capitalised,
};
use controls::Sheet;

pub(super) use again::sentence as again_sentence;
pub(super) use questions::sentence as question_sentence;

pub use picture::{PictureForm, picture_page};

/// One step of the editor, with what was typed and what is wrong with it, and how dates would have
/// come again. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn editor_page(
    ask: &Ask,
    page: DraftPage,
    step: Step,
    (faults, again): (Vec<AnswerFault>, TypedAgain),
    told: Option<&'static str>,
) -> Page {
    let (asked, shown, wrong) = (ask.clone(), page.clone(), faults.clone());
    let told = told.map(|key| (Tone::Good, key, None));
    framed(ask, page, step, &faults, told, move || {
        view! { <StepForm ask=asked page=shown step faults=wrong again keeps_itself=true /> }
            .into_any()
    })
}

/// Why what was typed in a step is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// Another window wrote it since.
    Crossed,
    /// It is more than can be kept.
    TooMuch,
}

/// A step whose words could not be kept: they stand in it all the same. Whether they take the
/// place of somebody else's is for a person to decide, so nothing is kept before a button is
/// pressed.
#[must_use]
pub fn unkept_page(ask: &Ask, page: DraftPage, step: Step, why: Unkept) -> Page {
    let (asked, shown) = (ask.clone(), page.clone());
    let kept = ask.path(&Place::Desk(Desk::Write(page.draft.id, step)));
    let (key, see) = match why {
        Unkept::Crossed => ("editor-crossed", Some((kept, "editor-crossed-see"))),
        Unkept::TooMuch => ("editor-too-much", None),
    };
    let told = Some((Tone::Bad, key, see));
    let mut page = framed(ask, page, step, &[], told, move || {
        let faults = Vec::new();
        view! { <StepForm ask=asked page=shown step faults again=TypedAgain::default() keeps_itself=false /> }.into_any()
    });
    page.status = if why == Unkept::Crossed { 409 } else { 422 };
    page
}

/// What a page says by itself once its words are kept: »Gemt 14.32.«
#[must_use]
pub fn kept_sentence(ask: &Ask, at: DateTime<Utc>) -> String {
    let t = ask.speech();
    t.tell("editor-kept-at", &[("at", t.o_clock(at).into())])
}

/// What a page says by itself where its words are not kept.
#[must_use]
pub fn unkept_sentence(ask: &Ask, why: Unkept) -> &'static str {
    ask.speech().say(match why {
        Unkept::Crossed => "editor-crossed-quietly",
        Unkept::TooMuch => "editor-too-much",
    })
}

/// The last step: all of a draft, and what its writers should know before they send it.
#[must_use]
pub fn look_over_page(ask: &Ask, look: LookedOver, faults: &[AnswerFault]) -> Page {
    let (asked, page) = (ask.clone(), look.page.clone());
    framed(ask, page, Step::Send, faults, None, move || {
        view! { <send::Send ask=asked look /> }.into_any()
    })
}

/// What has just happened: how it is meant, its sentence, and where more is seen, by their keys.
type Word = (Tone, &'static str, Option<(String, &'static str)>);

/// A step in the frame that all steps share.
fn framed(
    ask: &Ask,
    page: DraftPage,
    step: Step,
    faults: &[AnswerFault],
    told: Option<Word>,
    body: impl FnOnce() -> AnyView,
) -> Page {
    let t = ask.speech();
    let title = format!("{}: {}", heading(t, &page), t.say(step_key(step)));
    let status = if faults.is_empty() { 200 } else { 422 };
    let place = Place::Desk(Desk::Write(page.draft.id, step));
    let head = Head::new(title, t.say("editor-lead"), place).unlisted();
    let (ask, summary) = (ask.clone(), summary(t, faults));
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
        ];
        let told = told.map(|(tone, key, see)| {
            let see = see.map(|(path, key)| view! { <p><a href=path>{t.say(key)}</a></p> });
            view! { <Notice tone><p>{t.say(key)}</p>{see}</Notice> }
        });
        let is_new = page.draft.activity.is_none();
        let kept = if page.is_public { "editor-kept-public" } else { "editor-kept" };
        let moment = t.moment(page.draft.changed_at);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack edit desk">
                    <div>
                        <h1 class="t3">{heading(t, &page)}</h1>
                        <p class="muted mt2">{t.tell(kept, &[("time", moment.into())])}</p>
                    </div>
                    {told}
                    {summary}
                    <Way ask=ask.clone() page=page.clone() step />
                    {body()}
                    <Discard ask=ask.clone() page is_new />
                </div>
            </div>
        }
    })
}

/// What the draft is called so far.
fn heading(t: &'static Speech, page: &DraftPage) -> String {
    let title = page.draft.answers.get(Column::Title.name()).trim();
    let title: String = title.chars().take(120).collect();
    match (title.is_empty(), page.draft.activity.is_some()) {
        (true, _) => t.say("editor-new").to_owned(),
        (false, false) => t.tell("editor-draft", &[("title", title.into())]),
        (false, true) => t.tell("editor-change", &[("title", title.into())]),
    }
}

const fn step_key(step: Step) -> &'static str {
    match step {
        Step::What => "editor-step-what",
        Step::Whom => "editor-step-whom",
        Step::When => "editor-step-when",
        Step::How => "editor-step-how",
        Step::Send => "editor-step-send",
    }
}

/// What is wrong, above the form: one link to each field.
fn summary(t: &'static Speech, faults: &[AnswerFault]) -> Option<impl IntoView + use<>> {
    let title = t.tell("form-errors", &[("n", faults.len().into())]);
    let links: Vec<_> = faults.iter().map(|it| (field_of(it), sentence(t, it))).collect();
    (!links.is_empty()).then(|| view! { <Summary title faults=links /> })
}

/// The field at which a fault is said, by its name in the page.
fn field_of(fault: &AnswerFault) -> String {
    if let Fault::Question { n, part, .. } = fault.fault {
        return questions::field_of(n, part).to_owned();
    }
    if let Fault::Again(why) = fault.fault {
        return again::field_of(why).to_owned();
    }
    let of_date = match fault.column {
        Column::Start => "day",
        Column::End => "to",
        Column::Capacity => "seats",
        Column::Deadline => "deadline",
        column => return column.name().to_owned(),
    };
    format!("{of_date}-{}", fault.date.unwrap_or(0))
}

/// What is wrong, in the words of a form: it has no lines, and what can be chosen is not written.
fn what_is_wrong(t: &'static Speech, fault: &AnswerFault) -> String {
    let is_chosen = matches!(
        fault.column,
        Column::Kind | Column::Topics | Column::Audience | Column::Format | Column::SignUp
    );
    let said = match &fault.fault {
        Fault::SameStart { line } => t.tell("edit-same-start", &[("n", (*line).into())]),
        Fault::Missing
        | Fault::Text(InvalidText::Blank)
        | Fault::Together(InvalidParticulars::NoAudience)
            if is_chosen =>
        {
            t.say("edit-nothing-chosen").to_owned()
        }
        other => cell_fault(t, other),
    };
    capitalised(&said)
}

/// What is wrong and where: »Titel: Her skal stå noget.«
fn sentence(t: &'static Speech, fault: &AnswerFault) -> String {
    let of_question = match fault.fault {
        Fault::Question { n, .. } => Some(t.tell("question-number", &[("n", (n + 1).into())])),
        Fault::Again(_) => Some(t.say("edit-again").to_owned()),
        _ => None,
    };
    let column = label(t, fault.column).trim_end_matches('?').to_owned();
    let label = of_question.unwrap_or(column);
    let what = what_is_wrong(t, fault);
    match fault.date {
        Some(n) => t.tell(
            "editor-fault-date",
            &[("n", (n + 1).into()), ("label", label.into()), ("what", what.into())],
        ),
        None => t.tell("editor-fault", &[("label", label.into()), ("what", what.into())]),
    }
}

/// What a column is called in the editor.
fn label(t: &'static Speech, column: Column) -> &'static str {
    t.word("edit", column.name())
}

/// The steps, those that have nothing wrong in them marked.
#[component]
fn Way(ask: Ask, page: DraftPage, step: Step) -> impl IntoView {
    let t = ask.speech();
    let steps = Step::ALL.map(|it| {
        let is_open = page.faults.iter().any(|fault| Step::of(fault.column) == it);
        let is_done = it != Step::Send && !is_open;
        let current = (it == step).then_some("step");
        let path = ask.path(&Place::Desk(Desk::Write(page.draft.id, it)));
        let done =
            is_done.then(|| view! { <span class="vh">" " {t.say("editor-step-done")}</span> });
        view! {
            <li>
                <a href=path aria-current=current class:is-done=is_done>
                    <span>{t.say(step_key(it))} {done}</span>
                </a>
            </li>
        }
    });
    view! {
        <nav aria-label=t.say("editor-steps")>
            <ol class="way">{steps}</ol>
        </nav>
    }
}

#[component]
fn StepForm(
    ask: Ask,
    page: DraftPage,
    step: Step,
    faults: Vec<AnswerFault>,
    again: TypedAgain,
    keeps_itself: bool,
) -> impl IntoView {
    let t = ask.speech();
    let action = ask.path(&Place::Desk(Desk::Write(page.draft.id, step)));
    let sitting = Keeping { sitting: page.sitting, n: 0 }.to_string();
    let seen = page.draft.sittings.last(step.key()).map(|it| it.to_string());
    let sheet = Sheet { t, answers: page.draft.answers.clone(), faults, again };
    let fields = match step {
        Step::What => view! { <what::What sheet /> }.into_any(),
        Step::Whom => {
            view! { <whom::Whom ask=ask.clone() sheet campaigns=page.campaigns /> }.into_any()
        }
        Step::When => view! { <when::When sheet rests=page.rests /> }.into_any(),
        Step::How | Step::Send => view! { <how::How sheet /> }.into_any(),
    };
    let form = view! {
        <form class="stack" method="post" action=action novalidate>
            <input type="hidden" name="sitting" value=sitting />
            <input type="hidden" name="seen" value=seen.unwrap_or_default() />
            <section class="panel stack" aria-labelledby="h-trin">
                <h2 class="t2" id="h-trin">{t.say(step_key(step))}</h2>
                {fields}
            </section>
            <p class="row">
                <button class="btn" type="submit" name="do" value="next">{t.say("editor-next")}</button>
                <button class="btn btn--line" type="submit" name="do" value="keep">{t.say("editor-keep")}</button>
            </p>
        </form>
    };
    if !keeps_itself {
        return form.into_any();
    }
    let (lost, gone) = (t.say("editor-lost").to_owned(), t.say("editor-gone").to_owned());
    view! { <KeptForm lost gone>{form}</KeptForm> }.into_any()
}

#[component]
fn Discard(ask: Ask, page: DraftPage, is_new: bool) -> impl IntoView {
    let t = ask.speech();
    let action = ask.path(&Place::Desk(Desk::Discard(page.draft.id)));
    let words = if is_new { "editor-discard" } else { "editor-discard-changes" };
    view! {
        <details class="fold">
            <summary>{t.say(words)}</summary>
            <form method="post" action=action>
                <p>{t.say("editor-discard-sure")}</p>
                <button class="btn btn--line mt4" type="submit">{t.say(words)}</button>
            </form>
        </details>
    }
}

/// A draft as visitors will see it.
#[must_use]
pub fn preview_page(ask: &Ask, id: domain::catalogue::DraftId, page: ActivityPage) -> Page {
    let t = ask.speech();
    let title = page.details.activity.particulars().title.to_string();
    let place = Place::Desk(Desk::Preview(id));
    let head = Head::new(title, t.say("preview-lead"), place).unlisted();
    let back = ask.path(&Place::Desk(Desk::Write(id, Step::Send)));
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head, move || {
        view! {
            <div class="wrap mt6">
                <Notice tone=Tone::Info>
                    <p>{t.say("preview-lead")}</p>
                    <p><a href=back>{t.say("preview-back")}</a></p>
                </Notice>
            </div>
            <Activity ask page wall=Wall::Draft(id) />
        }
    })
}
