//! What it is.

use application::catalogue::Column;
use domain::catalogue::{Kind, Topic};
use leptos::prelude::*;

use super::controls::{Sheet, words};

#[component]
pub(super) fn What(sheet: Sheet) -> impl IntoView {
    let t = sheet.t;
    let kinds: Vec<&str> = Kind::ALL.iter().map(|it| it.key()).collect();
    let topics: Vec<&str> = Topic::ALL.iter().map(|it| it.key()).collect();
    view! {
        {sheet.field(Column::Title, Some("edit-title-hint"))}
        {sheet.area(Column::Summary, Some("edit-summary-hint"), 3)}
        {sheet.select(Column::Kind, None, words(t, "kind", &kinds))}
        {sheet.area(Column::Description, Some("edit-description-hint"), 10)}
        {sheet.boxes(Column::Topics, Some("edit-topics-hint"), words(t, "topic", &topics))}
    }
}
