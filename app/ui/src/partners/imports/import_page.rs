//! One import: what its sheet would do, or what it did.

use application::catalogue::{ImportPage, Preview, TouchedParties};
use domain::{
    catalogue::{ImportFigures, ImportStage},
    partners::Partner,
};
use leptos::prelude::*;

use super::{
    done::Done,
    imports_page::named,
    meanings::Meanings,
    rows::{Rows, Shown},
};
use crate::{
    Ask, Desk, Page, Place,
    catalogue::file_fault,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
    routes::RowsShown,
};

/// One import: what its sheet would do, row by row, or what it did. `comes_back` says that its
/// columns were just said, and do not suffice.
#[must_use]
pub fn import_page(
    ask: &Ask,
    page: ImportPage,
    shown: RowsShown,
    comes_back: bool,
    told: Option<(Tone, &'static str)>,
) -> Page {
    let t = ask.speech();
    let title = named(t, &page.import);
    let place = Place::Desk(Desk::Import(page.import.id));
    let head = Head::new(title.clone(), t.say("import-lead"), place).unlisted();
    let fault = page.preview.as_ref().and_then(|it| it.as_ref().err());
    let fault = fault.map(|it| file_fault(t, it));
    let status = if comes_back && fault.is_some() { 422 } else { 200 };
    let ask = ask.clone();
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
            (
                ask.path(&Place::Desk(Desk::Imports(page.partner.id))),
                t.say("imports-title").to_owned(),
            ),
        ];
        let told = told.map(|(tone, key)| {
            view! { <Notice tone><p>{t.say(key)}</p></Notice> }
        });
        let summary = fault.clone().map(|what| {
            let title = t.say("import-columns-first").to_owned();
            view! { <Summary title faults=vec![("kolonner".to_owned(), what)] /> }
        });
        let preview = page.preview.clone().and_then(Result::ok);
        let body = if page.import.stage == ImportStage::Open {
            view! { <Open ask=ask.clone() page=page.clone() preview shown /> }.into_any()
        } else {
            view! { <Done ask=ask.clone() page=page.clone() preview /> }.into_any()
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="mt2">{page.partner.name.to_string()}</p>
                    </div>
                    {told}
                    {summary}
                    {body}
                </div>
            </div>
        }
    })
}

#[component]
fn Open(ask: Ask, page: ImportPage, preview: Option<Preview>, shown: RowsShown) -> impl IntoView {
    let go = preview.as_ref().map(|it| {
        view! { <Go ask=ask.clone() page=page.clone() figures=it.figures touched=it.touched.clone() /> }
    });
    let rows = preview.map(|preview| {
        let shown = Shown { import: page.import.id, rows: shown };
        view! { <Rows ask=ask.clone() preview shown /> }
    });
    view! {
        {go}
        <Meanings ask=ask.clone() page is_open=rows.is_none() />
        {rows}
    }
}

/// What would happen, in figures, and the button that lets it.
#[component]
fn Go(
    ask: Ask,
    page: ImportPage,
    figures: ImportFigures,
    touched: Vec<TouchedParties>,
) -> impl IntoView {
    let t = ask.speech();
    let counts = [
        ("import-count-new", figures.new),
        ("import-count-changed", figures.changed),
        ("import-count-unchanged", figures.unchanged),
        ("import-count-refused", figures.rows_refused),
    ];
    let counts: Vec<_> = counts
        .into_iter()
        .map(|(key, n)| view! { <li>{t.tell(key, &[("n", n.into())])}</li> })
        .collect();
    let warning = warning(&ask, touched);
    let touched = figures.new + figures.changed;
    let refused =
        (figures.rows_refused > 0).then(|| view! { <p>{t.say("import-refused-what")}</p> });
    let press = if touched > 0 {
        let action = ask.path(&Place::Desk(Desk::WriteImport(page.import.id)));
        view! {
            <p>{t.say(what_follows(&page.partner, figures))}</p>
            <form method="post" action=action>
                <button class="btn btn--spark" type="submit">
                    {t.tell("import-go", &[("n", touched.into())])}
                </button>
            </form>
        }
        .into_any()
    } else {
        view! { <p>{t.say("import-nothing")}</p> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-tal">
            <h2 class="t2" id="h-tal">{t.say("import-would")}</h2>
            <ul class="counts">{counts}</ul>
            {refused}
            {warning}
            {press}
        </section>
    }
}

/// So many are shown one by one.
const MOST_SHOWN: usize = 20;

/// Who is told, and of what, before anything is written.
fn warning(ask: &Ask, mut touched: Vec<TouchedParties>) -> Option<AnyView> {
    let t = ask.speech();
    let n: u64 = touched.iter().map(|it| it.dropped + it.changed).sum();
    let more = touched.len().saturating_sub(MOST_SHOWN);
    touched.truncate(MOST_SHOWN);
    let rows: Vec<_> = touched
        .into_iter()
        .map(|it| {
            let path = ask.path(&Place::Desk(Desk::Activity(it.activity)));
            let told = |key, n: u64| (n > 0).then(|| t.tell(key, &[("n", n.into())]));
            let told = [
                told("import-touched-dropped", it.dropped),
                told("import-touched-changed", it.changed),
            ];
            let told: Vec<String> = told.into_iter().flatten().collect();
            view! { <li><a href=path>{it.title}</a> ": " {told.join(" ")}</li> }
        })
        .collect();
    let more =
        (more > 0).then(|| view! { <p>{t.tell("import-touched-more", &[("n", more.into())])}</p> });
    (n > 0).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <h3 class="t1">{t.tell("import-touched", &[("n", n.into())])}</h3>
                <ul>{rows}</ul>
                {more}
                <p>{t.say("editor-touched-instead")}</p>
            </Notice>
        }
        .into_any()
    })
}

fn what_follows(partner: &Partner, figures: ImportFigures) -> &'static str {
    match (partner.publishes_at_once(), figures.changed) {
        (true, _) => "import-follows-at-once",
        (false, 0) => "import-follows-waits",
        (false, _) => "import-follows-waits-changed",
    }
}
