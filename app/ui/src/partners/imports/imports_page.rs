//! Where a sheet is handed in, and what was handed in before.

use application::catalogue::{FileFault, ImportsPage, MOST_ROWS_AT_A_DESK};
use domain::catalogue::{Import, ImportStage};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech,
    catalogue::file_fault,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// Why a file that was handed in is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UploadFault {
    /// No file was chosen.
    Nothing,
    File(FileFault),
}

impl UploadFault {
    fn sentence(&self, t: &'static Speech) -> String {
        match self {
            Self::Nothing => t.say("imports-no-file").to_owned(),
            Self::File(fault) => file_fault(t, fault),
        }
    }
}

/// Where a sheet is handed in; `megabytes` is the most that a file may have.
#[must_use]
pub fn imports_page(
    ask: &Ask,
    page: ImportsPage,
    megabytes: u64,
    fault: Option<UploadFault>,
    told: Option<&'static str>,
) -> Page {
    let t = ask.speech();
    let title = t.say("imports-title").to_owned();
    let place = Place::Desk(Desk::Imports(page.partner.id));
    let head = Head::new(title.clone(), t.say("imports-lead"), place).unlisted();
    let (ask, status) = (ask.clone(), if fault.is_some() { 422 } else { 200 });
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let fault = fault.map(|it| it.sentence(t));
        let summary = fault.clone().map(|what| {
            let title = t.tell("form-errors", &[("n", 1.into())]);
            view! { <Summary title faults=vec![("file".to_owned(), what)] /> }
        });
        let limits = [("rows", MOST_ROWS_AT_A_DESK.into()), ("mb", megabytes.into())];
        let (limits, name) = (t.tell("imports-file-hint", &limits), page.partner.name.to_string());
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="mt2">{name}</p>
                    </div>
                    {told}
                    {summary}
                    <HandIn ask=ask.clone() page=page.clone() limits fault />
                    <Take ask=ask.clone() page=page.clone() />
                    <Earlier ask=ask.clone() imports=page.imports.clone() />
                </div>
            </div>
        }
    })
}

#[component]
fn HandIn(ask: Ask, page: ImportsPage, limits: String, fault: Option<String>) -> impl IntoView {
    let t = ask.speech();
    let described = if fault.is_some() { "file-h file-e" } else { "file-h" };
    let invalid = fault.is_some().then_some("true");
    let error = fault.map(|fault| {
        view! { <FieldError id="file-e" word=t.say("form-error") error=fault /> }
    });
    let action = ask.path(&Place::Desk(Desk::Imports(page.partner.id)));
    view! {
        <form class="panel stack" method="post" enctype="multipart/form-data" action=action>
            <p>{t.say("imports-how")}</p>
            <div class="field">
                <label for="file">{t.say("imports-file")}</label>
                <span class="hint" id="file-h">{limits}</span>
                {error}
                <input
                    type="file"
                    id="file"
                    name="file"
                    accept=".csv,.xlsx"
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </div>
            <button class="btn" type="submit">{t.say("imports-go")}</button>
        </form>
    }
}

/// What is here already, as a file to change and hand in again.
#[component]
fn Take(ask: Ask, page: ImportsPage) -> impl IntoView {
    let t = ask.speech();
    let id = page.partner.id;
    view! {
        <section class="panel stack" aria-labelledby="h-hent">
            <h2 class="t2" id="h-hent">{t.say("export-title")}</h2>
            <p>{t.say("export-what")}</p>
            <p class="row">
                <a class="btn btn--line" href=ask.path(&Place::Desk(Desk::Xlsx(id))) download="">
                    {t.say("export-xlsx")}
                </a>
                <a class="btn btn--line" href=ask.path(&Place::Desk(Desk::Csv(id))) download="">
                    {t.say("export-csv")}
                </a>
            </p>
        </section>
    }
}

#[component]
fn Earlier(ask: Ask, imports: Vec<Import>) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = imports
        .iter()
        .map(|it| {
            let moment = t.moment(it.handed_in_at);
            let what = match it.stage {
                ImportStage::Open => t.say("imports-open").to_owned(),
                ImportStage::Written => t.tell("imports-figures", &figures(it)),
                ImportStage::Undone => t.say("imports-undone").to_owned(),
            };
            view! {
                <li>
                    <a href=ask.path(&Place::Desk(Desk::Import(it.id)))>{named(t, it)}</a>
                    <span class="s">{what}</span>
                    <span class="s muted">{moment}</span>
                </li>
            }
        })
        .collect();
    let list = if rows.is_empty() {
        view! { <p>{t.say("imports-none")}</p> }.into_any()
    } else {
        view! { <ul class="partners">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-foer">
            <h2 class="t2" id="h-foer">{t.say("imports-earlier")}</h2>
            {list}
        </section>
    }
}

/// What a file is called.
pub(super) fn named(t: &'static Speech, import: &Import) -> String {
    if import.file_name.is_empty() {
        t.say("imports-no-name").to_owned()
    } else {
        import.file_name.clone()
    }
}

/// What became of an import, for a sentence.
pub(super) fn figures(import: &Import) -> [crate::speech::Filling<'static>; 5] {
    let it = import.figures;
    [
        ("rows", it.rows.into()),
        ("refused", it.rows_refused.into()),
        ("new", it.new.into()),
        ("changed", it.changed.into()),
        ("unchanged", it.unchanged.into()),
    ]
}
