//! Dates, one row each.

use application::catalogue::{Column, Rest};
use domain::catalogue::TypedDate;
use leptos::prelude::*;

use super::{
    again::again,
    controls::{Sheet, error_view},
};

/// How many empty rows stand below those that are filled.
const EMPTY: usize = 1;

#[component]
pub(super) fn DateRows(sheet: Sheet, rests: Vec<Rest>) -> impl IntoView {
    let t = sheet.t;
    let dates = sheet.answers.dates.clone();
    let n = dates.len();
    let empty = std::iter::repeat_n(TypedDate::default(), EMPTY);
    let rows: Vec<_> = dates
        .into_iter()
        .chain(empty)
        .enumerate()
        .map(|(i, date)| row(&sheet, i, date, rests.get(i).copied().unwrap_or_default()))
        .collect();
    let missing = sheet.fault(Column::Start, None);
    let missing = missing.map(|error| error_view(t, "start-e".to_owned(), error));
    let again = (n > 0).then(|| again(&sheet));
    view! {
        <fieldset class="stack" id="start">
            <legend class="legend">{t.say("edit-start")}</legend>
            <p class="hint">{t.say("edit-dates-hint")}</p>
            {missing}
            {rows}
            <p class="row">
                <button class="btn btn--line btn--s" type="submit" name="do" value="more">{t.say("edit-date-more")}</button>
            </p>
            {again}
        </fieldset>
    }
}

fn row(sheet: &Sheet, i: usize, date: TypedDate, rest: Rest) -> AnyView {
    let t = sheet.t;
    let n = i + 1;
    let errors: Vec<(Column, String)> =
        [Column::Start, Column::End, Column::Capacity, Column::Deadline]
            .into_iter()
            .filter_map(|column| Some((column, sheet.fault(column, Some(i))?)))
            .collect();
    let has = |column: Column| errors.iter().any(|it| it.0 == column);
    let words: Vec<_> = errors
        .iter()
        .map(|(column, error)| {
            let id = format!("{}-{i}-e", column.name());
            error_view(t, id, error.clone())
        })
        .collect();
    // A public holiday says more than the school holiday around it.
    let holiday = rest.holiday.map(|it| t.word("holiday", it.key()));
    let rests = holiday.or_else(|| rest.school.map(|it| t.word("school-holiday", it.key())));
    let rests = rests.map(|name| {
        view! { <p class="occ__all s"><span class="tag tag--warn">{name}</span></p> }
    });
    let cell = |name: &'static str, kind: &'static str, value: String, column: Option<Column>| {
        let id = format!("{name}-{i}");
        let column = column.filter(|it| has(*it));
        let described = column.map(|it| format!("{}-{i}-e", it.name()));
        let invalid = column.map(|_| "true");
        let inputmode = (kind == "text").then_some("numeric");
        view! {
            <div class="field">
                <label class="s" for=id.clone()>{t.word("edit-date", name)}</label>
                <input
                    type=kind
                    id=id
                    name=name
                    value=value
                    inputmode=inputmode
                    autocomplete="off"
                    aria-describedby=described
                    aria-invalid=invalid
                />
            </div>
        }
        .into_any()
    };
    view! {
        <fieldset class="occ">
            <legend class="legend">{t.tell("edit-date-n", &[("n", n.into())])}</legend>
            {rests}
            {words}
            {cell("day", "date", date.day, Some(Column::Start))}
            {cell("from", "time", date.from, Some(Column::Start))}
            {cell("to", "time", date.to, Some(Column::End))}
            {cell("last_day", "date", date.last_day, None)}
            {cell("seats", "text", date.seats, Some(Column::Capacity))}
            {cell("deadline", "datetime-local", date.deadline, Some(Column::Deadline))}
        </fieldset>
    }
    .into_any()
}
