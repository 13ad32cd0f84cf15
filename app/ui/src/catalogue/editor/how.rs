//! How one gets in, what it costs, and who can be there.

use application::catalogue::Column;
use domain::catalogue::{Accessibility, SignUpMode};
use leptos::prelude::*;

use super::{
    controls::{Sheet, told, words},
    questions::Questions,
};

/// The languages that are spoken most at activities; who needs another imports it.
const SPOKEN: [&str; 12] = ["da", "en", "de", "sv", "no", "nl", "fr", "es", "pl", "uk", "ar", "tr"];

#[component]
pub(super) fn How(sheet: Sheet) -> impl IntoView {
    let t = sheet.t;
    let modes: Vec<&str> = SignUpMode::ALL.iter().map(|it| it.key()).collect();
    let mut languages = words(t, "language", &SPOKEN);
    let spoken = sheet.answers.get(Column::Language.name()).to_owned();
    if !spoken.is_empty() && !SPOKEN.contains(&spoken.as_str()) {
        languages.push((spoken.clone(), spoken, None));
    }
    let access: Vec<&str> = Accessibility::ALL.iter().map(|it| it.key()).collect();
    view! {
        {sheet.radios(Column::SignUp, told(t, "signup", &modes))}
        {sheet.field(Column::SignUpUrl, Some("edit-signup-url-hint"))}
        <Questions sheet=sheet.clone() />
        {sheet.email(Column::ContactEmail, Some("edit-contact-email-hint"))}
        {sheet.number(Column::PriceDkk, Some("edit-price-dkk-hint"))}
        <div class="two">
            {sheet.number(Column::GroupMin, None)}
            {sheet.number(Column::GroupMax, None)}
        </div>
        <p class="hint">{t.say("edit-group-hint")}</p>
        {sheet.select(Column::Language, Some("da"), languages)}
        {sheet.boxes(Column::Accessibility, Some("edit-accessibility-hint"), words(t, "accessibility", &access))}
    }
}
