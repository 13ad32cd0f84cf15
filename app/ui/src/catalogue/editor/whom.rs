//! For whom it is.

use application::catalogue::Column;
use domain::{
    catalogue::{Audience, Level},
    pact::Campaign,
};
use leptos::prelude::*;

use super::controls::{Sheet, words};
use crate::Ask;

#[component]
pub(super) fn Whom(ask: Ask, sheet: Sheet, campaigns: Vec<Campaign>) -> impl IntoView {
    let t = sheet.t;
    let audience: Vec<&str> = Audience::ALL.iter().map(|it| it.key()).collect();
    let levels: Vec<&str> = Level::ALL.iter().map(|it| it.key()).collect();
    // What is over or closed is shown where it is chosen already, and not offered.
    let chosen = sheet.answers.get(Column::Campaign.name()).trim().to_owned();
    let campaigns: Vec<_> = campaigns
        .iter()
        .filter(|it| it.is_offered_on(ask.today()) || it.key.as_str() == chosen)
        .map(|it| (it.key.to_string(), ask.words_of(it).name.to_string(), None))
        .collect();
    let campaigns =
        (!campaigns.is_empty()).then(|| sheet.select(Column::Campaign, None, campaigns));
    view! {
        {sheet.boxes(Column::Audience, None, words(t, "audience", &audience))}
        {sheet.boxes(Column::Levels, Some("edit-levels-hint"), words(t, "level", &levels))}
        <div class="two">
            {sheet.number(Column::AgeMin, None)}
            {sheet.number(Column::AgeMax, None)}
        </div>
        <p class="hint">{t.say("edit-ages-hint")}</p>
        {sheet.tick(Column::GirlsFocus, "true")}
        {campaigns}
    }
}
