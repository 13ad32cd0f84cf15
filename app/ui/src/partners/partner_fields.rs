//! Fields for what is told of a partner, new or known.

use domain::partners::Sector;
use leptos::prelude::*;

use super::find_page::TypedPartner;
use crate::{
    Speech,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
        text_area::TextArea,
    },
};

/// What was typed of a partner, as fields with what is wrong in them.
pub(super) struct PartnerFields<'a> {
    pub(super) t: &'static Speech,
    pub(super) typed: &'a TypedPartner,
}

impl PartnerFields<'_> {
    fn error(&self, field: &str) -> Option<String> {
        let fault = self.typed.faults.iter().find(|it| it.field() == field);
        fault.map(|it| it.sentence(self.t))
    }

    pub(super) fn text(&self, field: &str, label: &str, hint: Option<&str>) -> FieldText {
        FieldText {
            label: self.t.say(label).to_owned(),
            hint: hint.map(|key| self.t.say(key).to_owned()),
            error: self.error(field),
            error_word: self.t.say("form-error").to_owned(),
        }
    }

    pub(super) fn sector(&self) -> AnyView {
        let t = self.t;
        let sectors: Vec<_> = Sector::ALL
            .iter()
            .map(|it| {
                let checked = it.key() == self.typed.sector;
                view! {
                    <label class="pick">
                        <input type="radio" name="sector" value=it.key() checked=checked />
                        <span>{t.word("sector", it.key())}</span>
                    </label>
                }
            })
            .collect();
        let error = self.error("sector").map(|error| {
            view! { <FieldError id="sector-e" word=t.say("form-error") error /> }
        });
        let described = error.is_some().then_some("sector-e");
        view! {
            <fieldset id="sector" aria-describedby=described>
                <legend class="legend">{t.say("introduce-sector")}</legend>
                {error}
                <div class="picks">{sectors}</div>
            </fieldset>
        }
        .into_any()
    }

    pub(super) fn website(&self) -> AnyView {
        let text = self.text("website", "introduce-website", Some("introduce-website-hint"));
        let value = self.typed.website.clone();
        view! { <Field name="website" text value autocomplete="url" /> }.into_any()
    }

    pub(super) fn postcode(&self) -> AnyView {
        let text = self.text("postcode", "introduce-postcode", None);
        let value = self.typed.postcode.clone();
        view! {
            <div class="w-s">
                <Field name="postcode" text value autocomplete="postal-code" numeric=true />
            </div>
            <p class="hint">{self.t.say("introduce-postcode-hint")}</p>
        }
        .into_any()
    }

    pub(super) fn about(&self) -> AnyView {
        let text = self.text("about", "profile-about", Some("profile-about-hint"));
        let value = self.typed.about.clone();
        view! { <TextArea name="about" text value rows=8 /> }.into_any()
    }
}
