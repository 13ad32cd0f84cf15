//! Where a picture is handed in, and told in words.

use application::{
    catalogue::{DraftPage, PictureProblem, Step},
    ports::PictureFault,
};
use domain::{
    InvalidText,
    catalogue::{AltText, DraftId},
};
use leptos::prelude::*;

use super::heading;
use crate::{
    Ask, Desk, Page, Place, Speech,
    catalogue::photo::{Photo, Wall},
    design::{
        breadcrumbs::Breadcrumbs,
        field::FieldText,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
        text_area::TextArea,
    },
    frame::{self, Head},
};

/// A form with a picture as it comes back.
#[derive(Clone, Debug, Default)]
pub struct PictureForm {
    /// What was typed; what is kept where nothing was sent.
    pub alt: Option<String>,
    pub problems: Vec<PictureProblem>,
    /// What has just happened, by the key of its sentence.
    pub told: Option<&'static str>,
}

/// Where a picture is handed in; `megabytes` is the most that a file may have.
#[must_use]
pub fn picture_page(ask: &Ask, page: &DraftPage, megabytes: u64, form: PictureForm) -> Page {
    let t = ask.speech();
    let id = page.draft.id;
    let title = format!("{}: {}", heading(t, page), t.say("picture-title"));
    let head = Head::new(title, t.say("picture-lead"), Place::Desk(Desk::Picture(id))).unlisted();
    let status = if form.problems.is_empty() { 200 } else { 422 };
    let (ask, page) = (ask.clone(), page.clone());
    frame::page(&ask.clone(), status, head, move || {
        let send = ask.path(&Place::Desk(Desk::Write(id, Step::Send)));
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
            (send.clone(), heading(t, &page)),
        ];
        let told = form.told.map(|key| {
            view! {
                <Notice tone=Tone::Good>
                    <p>{t.say(key)}</p>
                    <p><a href=send>{t.say("picture-on")}</a></p>
                </Notice>
            }
        });
        let faults: Vec<_> =
            form.problems.iter().map(|it| (field(*it).to_owned(), sentence(t, *it))).collect();
        let summary = (!faults.is_empty()).then(|| {
            let title = t.tell("form-errors", &[("n", faults.len().into())]);
            view! { <Summary title faults /> }
        });
        let remove = page.picture.is_some().then(|| view! { <Remove ask=ask.clone() id /> });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack edit desk">
                    <div>
                        <h1 class="t3">{t.say("picture-title")}</h1>
                        <p class="mt2">{t.say("picture-lead")}</p>
                    </div>
                    {told}
                    {summary}
                    <HandIn ask=ask.clone() page=page.clone() megabytes form=form.clone() />
                    {remove}
                </div>
            </div>
        }
    })
}

#[component]
fn HandIn(ask: Ask, page: DraftPage, megabytes: u64, form: PictureForm) -> impl IntoView {
    let t = ask.speech();
    let id = page.draft.id;
    let kept = page.picture.as_ref().and_then(|it| it.alt.as_ref()).map(ToString::to_string);
    let alt = form.alt.or(kept).unwrap_or_default();
    let of = |name: &str| {
        let it = form.problems.iter().find(|it| field(**it) == name)?;
        Some(sentence(t, *it))
    };
    let fault = of("file");
    let described = if fault.is_some() { "file-h file-e" } else { "file-h" };
    let invalid = fault.is_some().then_some("true");
    let error = fault.map(|error| {
        view! { <FieldError id="file-e" word=t.say("form-error") error /> }
    });
    let text = FieldText {
        label: t.say("picture-alt").to_owned(),
        hint: Some(t.say("picture-alt-hint").to_owned()),
        error: of("alt"),
        error_word: t.say("form-error").to_owned(),
    };
    let label = if page.picture.is_some() { "picture-other" } else { "picture-file" };
    let shown = match page.picture {
        Some(picture) => {
            let (wall, sizes) = (Wall::Draft(id), "(width >= 48rem) 40rem, calc(100vw - 4rem)");
            view! { <Photo ask=ask.clone() picture wall sizes /> }.into_any()
        }
        None => view! { <p>{t.say("picture-none")}</p> }.into_any(),
    };
    let back = ask.path(&Place::Desk(Desk::Write(id, Step::Send)));
    view! {
        <form
            class="panel stack"
            method="post"
            enctype="multipart/form-data"
            action=ask.path(&Place::Desk(Desk::Picture(id)))
            novalidate
        >
            {shown}
            <div class="field">
                <label for="file">{t.say(label)}</label>
                <span class="hint" id="file-h">
                    {t.tell("picture-file-hint", &[("mb", megabytes.into())])}
                </span>
                {error}
                <input
                    type="file"
                    id="file"
                    name="file"
                    accept="image/jpeg,image/png,image/webp"
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </div>
            <TextArea name="alt" text value=alt rows=2 />
            <p class="hint">{t.say("picture-people")}</p>
            <p class="row">
                <button class="btn" type="submit">{t.say("picture-save")}</button>
                <a class="btn btn--line" href=back>{t.say("picture-back")}</a>
            </p>
        </form>
    }
}

#[component]
fn Remove(ask: Ask, id: DraftId) -> impl IntoView {
    let t = ask.speech();
    let action = ask.path(&Place::Desk(Desk::RemovePicture(id)));
    view! {
        <details class="fold">
            <summary>{t.say("picture-remove")}</summary>
            <form method="post" action=action>
                <p>{t.say("picture-remove-sure")}</p>
                <button class="btn btn--line mt4" type="submit">{t.say("picture-remove")}</button>
            </form>
        </details>
    }
}

/// At which field something is wrong.
const fn field(problem: PictureProblem) -> &'static str {
    match problem {
        PictureProblem::NoFile | PictureProblem::File(_) => "file",
        PictureProblem::Alt(_) => "alt",
    }
}

/// What is wrong, and what to do.
fn sentence(t: &'static Speech, problem: PictureProblem) -> String {
    let (min, max) = (("min", AltText::MIN_CHARS.into()), ("max", AltText::MAX_CHARS.into()));
    match problem {
        PictureProblem::NoFile => t.say("picture-fault-none").to_owned(),
        PictureProblem::File(fault) => of_file(t, fault),
        PictureProblem::Alt(InvalidText::Blank) => t.say("picture-fault-untold").to_owned(),
        PictureProblem::Alt(InvalidText::TooLong { .. }) => t.tell("picture-fault-long", &[max]),
        PictureProblem::Alt(InvalidText::TooShort { .. }) => t.tell("picture-fault-short", &[min]),
        PictureProblem::Alt(_) => t.say("picture-fault-letters").to_owned(),
    }
}

fn of_file(t: &'static Speech, fault: PictureFault) -> String {
    let key = match fault {
        PictureFault::TooLarge { max } => {
            return t.tell("picture-fault-large", &[("mb", (max / 1024 / 1024).into())]);
        }
        PictureFault::OtherKind { kind } => {
            return t.tell("picture-fault-kind", &[("kind", kind.into())]);
        }
        PictureFault::TooManyPoints { megapixels } => {
            return t.tell("picture-fault-many-points", &[("n", megapixels.into())]);
        }
        PictureFault::TooFewPoints { width, height } => {
            let size = [("width", width.into()), ("height", height.into())];
            return t.tell("picture-fault-few-points", &size);
        }
        PictureFault::Empty => "picture-fault-empty",
        PictureFault::NotAPicture => "picture-fault-no-picture",
        PictureFault::Moves => "picture-fault-moves",
        PictureFault::TooIntricate => "picture-fault-intricate",
        PictureFault::ForPrint => "picture-fault-print",
        PictureFault::Broken => "picture-fault-broken",
        PictureFault::Busy => "picture-fault-busy",
    };
    t.say(key).to_owned()
}
