//! The page on which an organiser puts somebody on the roster who has called.

use application::signup::DateShown;
use domain::signup::{Field, PartyKind};
use leptos::prelude::*;

use super::{
    date_card::DateCard,
    faults,
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

/// The form, with what was typed and what is wrong with it.
#[must_use]
pub fn add_page(ask: &Ask, shown: &DateShown, typed: &TypedForm) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let place = Place::TakingPart(TakingPart::AddParty(id));
    let head = Head::new(t.say("roster-add-title"), t.say("roster-add-lead"), place);
    let (ask, shown, typed) = (ask.clone(), shown.clone(), typed.clone());
    frame::page(&ask.clone(), typed.status(), head.unlisted(), move || {
        let title = shown.details.activity.particulars().title.to_string();
        let roster = ask.path(&Place::TakingPart(TakingPart::Roster(id)));
        let crumbs = vec![(roster, title)];
        let line = Some(shown.line.clone());
        let card = view! { <DateCard ask=ask.clone() details=shown.details.clone() date=shown.date line /> };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
            </div>
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{t.say("roster-add-title")}</h1>
                    {asked(&ask, &shown, &typed)}
                </div>
                <aside class="stack">{card}</aside>
            </div>
        }
    })
}

fn asked(ask: &Ask, shown: &DateShown, typed: &TypedForm) -> AnyView {
    let t = ask.speech();
    let kind = typed.party.kind.parse().ok().filter(|it| shown.kinds.contains(it));
    let kind: Option<PartyKind> = kind.or(shown.kinds.first().copied());
    let Some(kind) = kind.filter(|_| shown.is_open) else {
        return view! { <Notice tone=Tone::Info><p>{t.say("roster-add-over")}</p></Notice> }
            .into_any();
    };
    let of_all = if kind == PartyKind::Class { Field::Pupils } else { Field::Name };
    let of_all = typed.refusal.map(|refusal| (of_all.key(), faults::organisers(t, refusal)));
    let summary = typed.summary(t, of_all);
    let lead = if kind == PartyKind::Child { "roster-add-lead-child" } else { "roster-add-lead" };
    let others = shown.kinds.iter().copied().filter(|it| *it != kind);
    let others: Vec<_> = others
        .map(|it| {
            let path = ask.path(&Place::TakingPart(TakingPart::AddPartyAs(shown.date.id, it)));
            view! { <li><a href=path>{t.word("roster-add-as", it.key())}</a></li> }
        })
        .collect();
    let others = (!others.is_empty()).then(|| view! { <ul class="s stack">{others}</ul> });
    let about = FormAbout {
        purpose: Purpose::Adding,
        action: ask.path(&Place::TakingPart(TakingPart::AddParty(shown.date.id))),
        details: shown.details.clone(),
        line: None,
    };
    view! {
        {summary}
        <p class="lead">{t.say(lead)}</p>
        {others}
        <PartyForm ask=ask.clone() about typed=typed.clone() kind />
    }
    .into_any()
}
