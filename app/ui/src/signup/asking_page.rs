//! The page on which somebody asks whether they may come.

use application::signup::ShownAsking;
use domain::signup::PartyKind;
use leptos::prelude::*;

use super::{
    form::{FormAbout, PartyForm, Purpose},
    form_page::TypedForm,
};
use crate::{
    Ask, Page, Place, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
};

/// The form, or that a letter is on its way once it was `sent`.
#[must_use]
pub fn asking_page(ask: &Ask, shown: &ShownAsking, typed: &TypedForm, sent: bool) -> Page {
    let t = ask.speech();
    let activity = &shown.details.activity;
    let place = Place::TakingPart(TakingPart::Ask(activity.slug.clone()));
    let head = Head::new(t.say("request-title"), t.say("request-lead"), place);
    let (ask, shown, typed) = (ask.clone(), shown.clone(), typed.clone());
    frame::page(&ask.clone(), typed.status(), head.unlisted(), move || {
        let activity = &shown.details.activity;
        let title = activity.particulars().title.to_string();
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
            (ask.path(&Place::Activity(activity.slug.clone())), title.clone()),
        ];
        let body = if sent {
            view! {
                <Notice tone=Tone::Good><p>{t.say("request-told-asked")}</p></Notice>
                <p>{t.say("signup-sent-where")}</p>
            }
            .into_any()
        } else {
            asked(&ask, &shown, &typed)
        };
        let words = t.tell("request-about", &[("title", title.into())]);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack edit">
                    <h1>{t.say("request-title")}</h1>
                    <p class="lead">{words}</p>
                    {body}
                </div>
            </div>
        }
    })
}

fn asked(ask: &Ask, shown: &ShownAsking, typed: &TypedForm) -> AnyView {
    let t = ask.speech();
    let kind = typed.party.kind.parse().ok().filter(|it| shown.kinds.contains(it));
    let kind: Option<PartyKind> = kind.or(shown.kinds.first().copied());
    let Some(kind) = kind else {
        return view! { <Notice tone=Tone::Info><p>{t.say("signup-nobody")}</p></Notice> }
            .into_any();
    };
    let summary = typed.summary(t, None);
    let slug = shown.details.activity.slug.clone();
    let others = shown.kinds.iter().copied().filter(|it| *it != kind);
    let others: Vec<_> = others
        .map(|it| {
            let path = ask.path(&Place::TakingPart(TakingPart::AskAs(slug.clone(), it)));
            view! { <li><a href=path>{t.word("request-as", it.key())}</a></li> }
        })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="s stack">{others}</ul> });
    let about = FormAbout {
        purpose: Purpose::Asking,
        action: ask.path(&Place::TakingPart(TakingPart::Ask(slug))),
        details: shown.details.clone(),
        line: None,
    };
    view! {
        {summary}
        <p>{t.say("request-lead")}</p>
        {others}
        <PartyForm ask=ask.clone() about typed=typed.clone() kind />
    }
    .into_any()
}
