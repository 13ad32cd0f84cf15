//! A partner's certificate, and the proof that somebody took part, as pages that are printed.

use domain::paper::{Paper, Part};
use leptos::prelude::*;

use super::papers::{PlacedPaper, part, said};
use crate::{
    Ask, Page, Place, Speech, TakingPart,
    design::{breadcrumbs::Breadcrumbs, field::FieldText, text_area::TextArea},
    frame::{self, Head},
};

/// That partners held a date for so many.
#[must_use]
pub fn certificate_page(ask: &Ask, placed: &PlacedPaper) -> Page {
    let t = ask.speech();
    let PlacedPaper { paper, place, file, from } = placed.clone();
    let place = Place::TakingPart(place);
    let head = Head::new(t.say("paper-certificate"), t.say("paper-certificate-lead"), place);
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let report = ask.path(&Place::TakingPart(from));
        let crumbs = vec![(report, t.say("after-title").to_owned())];
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <div class="stack no-print">
                        <h1>{t.say("paper-certificate")}</h1>
                        <p>{t.say("paper-print")}</p>
                        {as_file(&ask, file)}
                    </div>
                    <div class="sheets">{sheet(paper)}</div>
                </div>
            </div>
        }
    })
}

/// That somebody took part. It names nobody: there is a line to write on, and a field whose words
/// a script writes there, in the browser alone.
#[must_use]
pub fn proof_page(ask: &Ask, placed: &PlacedPaper) -> Page {
    let t = ask.speech();
    let PlacedPaper { paper, place, file, from } = placed.clone();
    let place = Place::TakingPart(place);
    let head = Head::new(t.say("paper-proof"), t.say("paper-proof-own"), place).unlisted();
    let ask = ask.clone();
    frame::private_page(&ask.clone(), 200, head, move || {
        let crumbs = vec![(ask.path(&Place::TakingPart(from)), t.say("paper-own").to_owned())];
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk" id="bevis">
                    <div class="stack no-print">
                        <h1>{t.say("paper-proof")}</h1>
                        <p data-asleep="">{t.say("paper-write")}</p>
                        {names(t)}
                        <p>{t.say("paper-pdf-name")}</p>
                        {as_file(&ask, file)}
                    </div>
                    <div class="sheets" data-sheets="">{sheet(paper)}</div>
                </div>
            </div>
        }
    })
}

/// Where names are typed, for whom a script is awake.
fn names(t: &'static Speech) -> impl IntoView {
    let text = FieldText {
        label: t.say("paper-names").to_owned(),
        hint: Some(t.say("paper-names-hint").to_owned()),
        ..FieldText::default()
    };
    view! {
        <div class="panel stack" data-awake="" hidden=true>
            <TextArea name="navne" text value=String::new() rows=4 />
            <p><button class="btn" type="button" data-print="">{t.say("paper-print-go")}</button></p>
        </div>
    }
}

fn as_file(ask: &Ask, file: TakingPart) -> impl IntoView + use<> {
    let t = ask.speech();
    let to = ask.path(&Place::TakingPart(file));
    view! { <p><a class="btn btn--line" href=to download="">{t.say("paper-pdf")}</a></p> }
}

/// The paper itself: one sheet with a frame.
fn sheet(paper: Paper) -> impl IntoView {
    let Paper { title, lead, sections, foot, .. } = paper;
    let label = title.clone();
    let lead = (!lead.is_empty()).then(|| view! { <p class="proof__name">{said(lead)}</p> });
    let parts: Vec<_> = sections.into_iter().flat_map(|it| it.parts).map(on_sheet).collect();
    view! {
        <article class="proof" aria-label=label>
            <p class="proof__what">{title}</p>
            {lead}
            {parts}
            <p class="s">{foot}</p>
        </article>
    }
}

/// One thing on it. What is filled in by hand is a line whose name the script may write.
fn on_sheet(it: Part) -> AnyView {
    match it {
        Part::Heading(words) => view! { <p class="proof__what">{said(words)}</p> }.into_any(),
        Part::Blanks(blanks) => {
            let line = |_| view! { <p class="proof__name" data-name=""></p> };
            let lines: Vec<_> = blanks.into_iter().map(line).collect();
            lines.into_any()
        }
        it => part(it),
    }
}
