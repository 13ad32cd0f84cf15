//! What the columns of a sheet mean.

use application::catalogue::{Column, ImportPage, echo};
use leptos::prelude::*;

use super::column_name;
use crate::{Ask, Desk, Place, Speech};

/// What each column of a sheet means, as a form; folded away where nothing must be said.
#[component]
pub(super) fn Meanings(ask: Ask, page: ImportPage, is_open: bool) -> impl IntoView {
    let t = ask.speech();
    let columns = &page.import.columns;
    let unknown = columns.iter().filter(|it| it.column.is_empty()).count();
    let rows: Vec<_> = columns
        .iter()
        .enumerate()
        .map(|(n, it)| {
            let header = if it.header.trim().is_empty() {
                t.tell("import-column-no-name", &[("n", (n + 1).into())])
            } else {
                echo(&it.header)
            };
            let samples = page.samples.get(n).map(|it| it.join(" · ")).unwrap_or_default();
            row(t, n, header, samples, &it.column)
        })
        .collect();
    let says =
        t.tell("import-columns", &[("columns", columns.len().into()), ("left", unknown.into())]);
    let action = ask.path(&Place::Desk(Desk::Import(page.import.id)));
    view! {
        <div class="panel">
            <details class="fold" id="kolonner" open=is_open>
                <summary>{says}</summary>
                <form class="stack" method="post" action=action>
                    <p class="hint">{t.say("import-columns-how")}</p>
                    <div class="meanings">{rows}</div>
                    <p>
                        <button class="btn btn--line" type="submit">{t.say("import-columns-go")}</button>
                    </p>
                </form>
            </details>
        </div>
    }
}

fn row(t: &'static Speech, n: usize, header: String, samples: String, column: &str) -> AnyView {
    let (id, hint) = (format!("c{n}"), format!("c{n}-h"));
    let options: Vec<_> = Column::ALL
        .into_iter()
        .map(|it| {
            let selected = it.name() == column;
            let needed = if it.is_needed() { " *" } else { "" };
            view! { <option value=it.name() selected=selected>{column_name(t, it)} {needed}</option> }
        })
        .collect();
    view! {
        <div class="field">
            <label for=id.clone()>{header}</label>
            <span class="hint" id=hint.clone()>{samples}</span>
            <select id=id name="column" aria-describedby=hint>
                <option value="">{t.say("import-column-none")}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
