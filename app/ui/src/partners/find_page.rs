//! Somebody looks for the partner for which they want to act, or asks for a new one.

use domain::{
    InvalidText, InvalidUrl,
    pact::InvalidPostcode,
    partners::{Partner, Standing},
};
use leptos::prelude::*;

use super::partner_fields::PartnerFields;
use crate::{
    Ask, Desk, Page, Place, Speech,
    design::{
        field::{Field, FieldText},
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What somebody types about a partner that is not known.
#[derive(Clone, Debug, Default)]
pub struct TypedPartner {
    pub name: String,
    pub sector: String,
    pub website: String,
    pub postcode: String,
    /// What it tells of itself; nothing where it is only asked for.
    pub about: String,
    /// What is wrong; empty before the form was sent.
    pub faults: Vec<PartnerFault>,
}

/// What is wrong with what was typed about a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PartnerFault {
    Name(InvalidText),
    Sector,
    Website(InvalidUrl),
    Postcode(Option<InvalidPostcode>),
    /// The person has asked for as many as one may.
    TooMany,
    About(InvalidText),
    /// Another partner is at that web address.
    Taken,
}

impl PartnerFault {
    pub(super) fn field(&self) -> &'static str {
        match self {
            Self::Name(_) | Self::TooMany => "name",
            Self::Sector => "sector",
            Self::Website(_) | Self::Taken => "website",
            Self::About(_) => "about",
            Self::Postcode(_) => "postcode",
        }
    }

    pub(super) fn sentence(&self, t: &'static Speech) -> String {
        let key = match self {
            Self::Name(InvalidText::TooLong { .. }) => "partner-fault-name-long",
            Self::Name(_) => "partner-fault-name",
            Self::Sector => "partner-fault-sector",
            Self::Website(_) => "partner-fault-website",
            Self::Postcode(_) => "partner-fault-postcode",
            Self::TooMany => "partner-fault-too-many",
            Self::About(InvalidText::TooLong { .. }) => "partner-fault-about-long",
            Self::About(_) => "partner-fault-about",
            Self::Taken => "partner-fault-taken",
        };
        t.say(key).to_owned()
    }
}

/// Looking for a partner; nothing was looked for where `found` is none.
#[must_use]
pub fn find_partner_page(ask: &Ask, typed: &str, found: Option<Vec<Partner>>) -> Page {
    let t = ask.speech();
    let title = t.say("find-partner-title").to_owned();
    let head = Head::new(title.clone(), t.say("find-partner-lead"), Place::Desk(Desk::Find));
    let (ask, typed) = (ask.clone(), typed.to_owned());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let text = FieldText {
            label: t.say("find-partner-q").to_owned(),
            hint: Some(t.say("find-partner-q-hint").to_owned()),
            ..FieldText::default()
        };
        let results =
            found.map(|found| view! { <Results ask=ask.clone() typed=typed.clone() found /> });
        view! {
            <div class="wrap stack desk edit">
                <h1>{title}</h1>
                <p class="lead">{t.say("find-partner-lead")}</p>
                <form class="panel stack" method="get" action=ask.path(&Place::Desk(Desk::Find))>
                    <Field name="q" text value=typed.clone() autocomplete="organization" />
                    <button class="btn" type="submit">{t.say("find-partner-go")}</button>
                </form>
                {results}
            </div>
        }
    })
}

#[component]
fn Results(ask: Ask, typed: String, found: Vec<Partner>) -> impl IntoView {
    let t = ask.speech();
    let heading = t.tell("find-partner-found", &[("n", found.len().into())]);
    let rows: Vec<_> = found
        .into_iter()
        .map(|it| view! { <li><Known ask=ask.clone() partner=it /></li> })
        .collect();
    let new = form_urlencoded::Serializer::new(String::new()).append_pair("navn", &typed).finish();
    let new = format!("{}?{new}", ask.path(&Place::Desk(Desk::Introduce)));
    view! {
        <section class="stack" aria-labelledby="h-fund">
            <h2 class="t2" id="h-fund">{heading}</h2>
            <ul class="stack">{rows}</ul>
            <p>{t.say("find-partner-not-there")}</p>
            <p><a class="btn btn--line" href=new>{t.say("find-partner-new")}</a></p>
        </section>
    }
}

/// A partner that is known, and the way to act for it.
#[component]
fn Known(ask: Ask, partner: Partner) -> impl IntoView {
    let t = ask.speech();
    let site = partner.website.as_ref().and_then(domain::SafeUrl::host);
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Claim(partner.id)))>
            <div>
                <h3 class="t1">{partner.name.to_string()}</h3>
                <p class="s muted">{t.word("sector", partner.sector.key())} {site.map(|site| format!(", {site}"))}</p>
            </div>
            <details class="fold">
                <summary>{t.say("claim-remark-open")}</summary>
                <div class="field">
                    <label for=format!("remark-{}", partner.slug)>{t.say("claim-remark")}</label>
                    <input type="text" id=format!("remark-{}", partner.slug) name="remark" autocomplete="off" />
                </div>
            </details>
            <button class="btn btn--line btn--s" type="submit">
                {t.say("claim-go")} <span class="vh">" " {partner.name.to_string()}</span>
            </button>
        </form>
    }
}

/// Asking for a partner that nobody has heard of. Where one is known already, it is offered.
#[must_use]
pub fn introduce_partner_page(ask: &Ask, typed: &TypedPartner, known: Option<Partner>) -> Page {
    let t = ask.speech();
    let title = t.say("introduce-title").to_owned();
    let status = if typed.faults.is_empty() && known.is_none() { 200 } else { 422 };
    let head = Head::new(title.clone(), t.say("introduce-lead"), Place::Desk(Desk::Introduce));
    let (ask, typed) = (ask.clone(), typed.clone());
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let faults: Vec<_> =
            typed.faults.iter().map(|it| (it.field().to_owned(), it.sentence(t))).collect();
        let words = t.tell("form-errors", &[("n", faults.len().into())]);
        let summary = (!faults.is_empty()).then(|| view! { <Summary title=words faults /> });
        let known = known.map(|partner| {
            if partner.standing == Standing::Refused {
                return view! {
                    <Refused t partner=partner.clone() />
                    <Known ask=ask.clone() partner />
                }
                .into_any();
            }
            view! {
                <Notice tone=Tone::Info>
                    <h2 class="t1">{t.say("introduce-known")}</h2>
                    <p>{t.say("introduce-known-what")}</p>
                </Notice>
                <Known ask=ask.clone() partner />
            }
            .into_any()
        });
        view! {
            <div class="wrap stack desk edit">
                <h1>{title}</h1>
                <p class="lead">{t.say("introduce-lead")}</p>
                {summary}
                {known}
                <IntroduceForm ask=ask.clone() typed=typed.clone() />
            </div>
        }
    })
}

/// What has happened to a partner to which a moderator has said no.
#[component]
fn Refused(t: &'static Speech, partner: Partner) -> impl IntoView {
    let title = t.tell("refused-title", &[("partner", partner.name.to_string().into())]);
    view! {
        <Notice tone=Tone::Info>
            <h2 class="t1">{title}</h2>
            <p>{t.say("refused-what")}</p>
            <p>{t.say("refused-claim")}</p>
        </Notice>
    }
}

#[component]
fn IntroduceForm(ask: Ask, typed: TypedPartner) -> impl IntoView {
    let t = ask.speech();
    let fields = PartnerFields { t, typed: &typed };
    let name = fields.text("name", "introduce-name", Some("introduce-name-hint"));
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Introduce)) novalidate>
            <Field name="name" text=name value=typed.name.clone() autocomplete="organization" />
            {fields.sector()}
            {fields.website()}
            {fields.postcode()}
            <button class="btn" type="submit">{t.say("introduce-go")}</button>
        </form>
    }
}
