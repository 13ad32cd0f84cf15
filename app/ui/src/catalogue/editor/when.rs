//! Where and when it happens.

use application::catalogue::{Column, Rest};
use domain::catalogue::Format;
use leptos::prelude::*;

use super::{
    controls::{Sheet, told},
    date_rows::DateRows,
};

#[component]
pub(super) fn When(sheet: Sheet, rests: Vec<Rest>) -> impl IntoView {
    let t = sheet.t;
    let formats: Vec<&str> = Format::ALL.iter().map(|it| it.key()).collect();
    let has_point =
        [Column::Lat, Column::Lon].iter().any(|it| !sheet.answers.get(it.name()).is_empty());
    view! {
        {sheet.radios(Column::Format, told(t, "format", &formats))}
        {sheet.field(Column::Venue, Some("edit-venue-hint"))}
        {sheet.field(Column::Street, None)}
        <div class="two">
            {sheet.number(Column::Postcode, None)}
            {sheet.field(Column::City, None)}
        </div>
        <p class="hint">{t.say("edit-place-hint")}</p>
        {sheet.number(Column::TravelKm, Some("edit-travel-km-hint"))}
        <details class="fold" open=has_point>
            <summary>{t.say("editor-point")}</summary>
            <div class="two">
                {sheet.field(Column::Lat, None)}
                {sheet.field(Column::Lon, None)}
            </div>
        </details>
        <DateRows sheet rests />
    }
}
