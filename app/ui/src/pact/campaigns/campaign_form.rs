//! The form in which a campaign is made and changed.

use application::pact::{CampaignFault, CampaignWish};
use domain::{
    InvalidText,
    pact::{Campaign, CampaignKey, CampaignName, CampaignText, InvalidSeason},
};
use leptos::prelude::*;

use crate::{
    Ask, Place, Speech,
    design::{
        field::{Field, FieldText},
        summary::Summary,
        text_area::TextArea,
    },
    routes::Desk,
};

/// What was typed into the form, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct TypedCampaign {
    pub wish: CampaignWish,
    /// Empty before the form was sent.
    pub faults: Vec<CampaignFault>,
}

/// The field of a fault, by its name.
const fn field(fault: CampaignFault) -> &'static str {
    match fault {
        CampaignFault::Name(_) => "name",
        CampaignFault::EnglishName(_) => "name_en",
        CampaignFault::Key | CampaignFault::KeyTaken => "key",
        CampaignFault::FirstDay => "first_day",
        CampaignFault::LastDay | CampaignFault::Season(_) => "last_day",
        CampaignFault::Text(_) => "text",
        CampaignFault::EnglishText(_) => "text_en",
    }
}

fn sentence(t: &'static Speech, fault: CampaignFault) -> String {
    let long = |key, least: usize, most: usize| {
        t.tell(key, &[("min", least.into()), ("max", most.into())])
    };
    let name = |key| long(key, CampaignName::MIN_CHARS, CampaignName::MAX_CHARS);
    let text = |key| long(key, CampaignText::MIN_CHARS, CampaignText::MAX_CHARS);
    match fault {
        CampaignFault::Name(InvalidText::ControlCharacter)
        | CampaignFault::EnglishName(InvalidText::ControlCharacter)
        | CampaignFault::Text(InvalidText::ControlCharacter)
        | CampaignFault::EnglishText(InvalidText::ControlCharacter) => {
            t.say("campaign-fault-control").to_owned()
        }
        CampaignFault::Name(_) => name("campaign-fault-name"),
        CampaignFault::EnglishName(_) => name("campaign-fault-name-en"),
        CampaignFault::Key => {
            t.tell("campaign-fault-key", &[("max", CampaignKey::MAX_CHARS.into())])
        }
        CampaignFault::KeyTaken => t.say("campaign-fault-key-taken").to_owned(),
        CampaignFault::FirstDay => t.say("campaign-fault-first-day").to_owned(),
        CampaignFault::LastDay => t.say("campaign-fault-last-day").to_owned(),
        CampaignFault::Season(InvalidSeason::EndsBeforeItBegins) => {
            t.say("campaign-fault-order").to_owned()
        }
        CampaignFault::Season(InvalidSeason::TooLong) => {
            t.tell("campaign-fault-long", &[("max", Campaign::MOST_DAYS.into())])
        }
        CampaignFault::Text(_) => text("campaign-fault-text"),
        CampaignFault::EnglishText(_) => text("campaign-fault-text-en"),
    }
}

impl TypedCampaign {
    /// The page's status by RFC 9110.
    pub(super) fn status(&self) -> u16 {
        if self.faults.is_empty() { 200 } else { 422 }
    }

    /// What is wrong, above the form.
    pub(super) fn summary(&self, t: &'static Speech) -> AnyView {
        if self.faults.is_empty() {
            return ().into_any();
        }
        let told = self.faults.iter().map(|it| (field(*it).to_owned(), sentence(t, *it)));
        let faults: Vec<_> = told.collect();
        let title = t.tell("form-errors", &[("n", faults.len().into())]);
        view! { <Summary title faults /> }.into_any()
    }
}

/// The form of a campaign; one that is new has no place of its own yet, and its key is asked for.
#[component]
pub(super) fn CampaignForm(ask: Ask, place: Desk, typed: TypedCampaign) -> impl IntoView {
    let t = ask.speech();
    let is_new = place == Desk::NewCampaign;
    let TypedCampaign { wish, faults } = typed;
    let text = |name: &str, label: &str, hint: Option<&str>| {
        let fault = faults.iter().find(|it| field(**it) == name);
        FieldText {
            label: t.say(label).to_owned(),
            hint: hint.map(|key| t.say(key).to_owned()),
            error: fault.map(|it| sentence(t, *it)),
            error_word: t.say("form-error").to_owned(),
        }
    };
    let key = is_new.then(|| {
        let text = text("key", "campaign-key", Some("campaign-key-hint"));
        view! { <Field name="key" text value=wish.key.clone() /> }
    });
    let go = if is_new { "campaign-make-go" } else { "campaign-change-go" };
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(place)) novalidate>
            <Field name="name" text=text("name", "campaign-name", Some("campaign-name-hint")) value=wish.name.clone() />
            <Field name="name_en" text=text("name_en", "campaign-name-en", None) value=wish.english_name.clone() />
            {key}
            <div class="w-m">
                <Field name="first_day" kind="date" text=text("first_day", "campaign-first-day", None) value=wish.first_day.clone() />
            </div>
            <div class="w-m">
                <Field name="last_day" kind="date" text=text("last_day", "campaign-last-day", Some("campaign-last-day-hint")) value=wish.last_day.clone() />
            </div>
            <TextArea name="text" text=text("text", "campaign-text", Some("campaign-text-hint")) value=wish.text.clone() rows=4 />
            <TextArea name="text_en" text=text("text_en", "campaign-text-en", None) value=wish.english_text.clone() rows=4 />
            <label class="tick">
                <input type="checkbox" name="open" value="ja" checked=wish.is_open />
                <span>{t.say("campaign-open")}</span>
            </label>
            <button class="btn" type="submit">{t.say(go)}</button>
        </form>
    }
}
