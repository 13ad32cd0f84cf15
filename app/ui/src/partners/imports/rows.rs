//! The rows of a sheet, each with what becomes of it and what is wrong with it.

use application::catalogue::{Preview, PreviewRow, RowFate};
use domain::catalogue::ImportId;
use leptos::prelude::*;

use super::column_name;
use crate::{Ask, Desk, Place, Speech, catalogue::cell_fault, pages::Pages, routes::RowsShown};

/// How many rows stand on a page.
const ON_A_PAGE: usize = 100;

/// Which rows of which import are shown.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) import: ImportId,
    pub(super) rows: RowsShown,
}

const FATES: [(RowFate, &str); 4] = [
    (RowFate::Refused, "row-refused"),
    (RowFate::New, "row-new"),
    (RowFate::Changed, "row-changed"),
    (RowFate::Unchanged, "row-unchanged"),
];

/// The rows, a hundred a page, all of them or those of one sort.
#[component]
pub(super) fn Rows(ask: Ask, preview: Preview, shown: Shown) -> impl IntoView {
    let t = ask.speech();
    let path = {
        let ask = ask.clone();
        move |rows| ask.path(&Place::Desk(Desk::ImportRows(shown.import, rows)))
    };
    let count = |fate| preview.rows.iter().filter(|it| it.fate == fate).count();
    let tab = |fate: Option<RowFate>, key: &str, n: usize| {
        let here = (shown.rows.fate == fate).then_some("page");
        let href = format!("{}#linjer", path(RowsShown { fate, page: 1 }));
        view! { <a href=href aria-current=here>{t.say(key)} " " <span class="muted">{t.number(n as u64)}</span></a> }
    };
    let all = tab(None, "row-all", preview.rows.len());
    let tabs: Vec<_> = FATES
        .into_iter()
        .map(|(fate, key)| (fate, key, count(fate)))
        .filter(|(_, _, n)| *n > 0)
        .map(|(fate, key, n)| tab(Some(fate), key, n))
        .collect();
    let wanted: Vec<&PreviewRow> = preview
        .rows
        .iter()
        .filter(|it| shown.rows.fate.is_none_or(|fate| it.fate == fate))
        .collect();
    let pages = u32::try_from(wanted.len().div_ceil(ON_A_PAGE)).unwrap_or(u32::MAX).max(1);
    let page = shown.rows.page.clamp(1, pages);
    let rows: Vec<_> = wanted
        .into_iter()
        .skip((page as usize - 1) * ON_A_PAGE)
        .take(ON_A_PAGE)
        .map(|it| row(t, it))
        .collect();
    let more = (preview.faults_not_listed > 0).then(|| {
        let n = preview.faults_not_listed.into();
        view! { <p class="s">{t.tell("import-more-faults", &[("n", n)])}</p> }
    });
    let fate = shown.rows.fate;
    let href = move |page| format!("{}#linjer", path(RowsShown { fate, page }));
    view! {
        <section class="stack" aria-labelledby="linjer">
            <h2 class="t2" id="linjer">{t.say("import-rows-heading")}</h2>
            <nav class="tabs" aria-label=t.say("import-rows-which")>{all} {tabs}</nav>
            <Table t rows />
            {more}
            <Pages t current=page pages href />
        </section>
    }
}

/// The rows of a page.
#[component]
pub(super) fn Table(t: &'static Speech, rows: Vec<AnyView>) -> impl IntoView {
    view! {
        <div class="panel">
            <table class="table table--cards">
                <caption class="vh">{t.say("import-rows-heading")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t.say("import-line")}</th>
                        <th scope="col">{t.say("desk-activity")}</th>
                        <th scope="col">{t.say("import-becomes")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

/// A row with what becomes of it; what is wrong stands with what was written there.
pub(super) fn row(t: &'static Speech, it: &PreviewRow) -> AnyView {
    let (key, class) = match it.fate {
        RowFate::New => ("row-new", "tag tag--ok"),
        RowFate::Changed => ("row-changed", "tag tag--warn"),
        RowFate::Unchanged => ("row-unchanged", "tag"),
        RowFate::Refused => ("row-refused", "tag tag--bad"),
    };
    let faults: Vec<_> = it
        .faults
        .iter()
        .map(|(column, cell, fault)| {
            let cell = (!cell.is_empty()).then(|| view! { <q class="cell">{cell.clone()}</q> " " });
            view! {
                <li><strong>{column_name(t, *column)}</strong> ": " {cell} {cell_fault(t, fault)}</li>
            }
        })
        .collect();
    let faults = (!faults.is_empty()).then(|| view! { <ul class="faults">{faults}</ul> });
    let title =
        if it.title.is_empty() { t.say("desk-no-title").to_owned() } else { it.title.clone() };
    let beside: Vec<&str> =
        [it.key.as_str(), &it.start].into_iter().filter(|it| !it.is_empty()).collect();
    let beside = beside.join(" · ");
    view! {
        <tr>
            <td class="num">{it.line}</td>
            <th scope="row">{title} <br /> <span class="s muted">{beside}</span></th>
            <td>
                <span class=class>{t.say(key)}</span>
                {faults}
            </td>
        </tr>
    }
    .into_any()
}
