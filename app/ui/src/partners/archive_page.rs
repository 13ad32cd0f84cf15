//! An activity is taken out of the catalogue.

use application::{catalogue::Archiving, ports::OccurrenceSummary};
use domain::catalogue::State;
use leptos::prelude::*;

use super::own_activity_page::CANCEL;
use crate::{
    Ask, Desk, Page, Place, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
};

/// What becomes of an activity that is taken out of the catalogue, with the button for it; or who
/// counts on it, with the ways to tell them first. `is_refused` where the button was pressed.
#[must_use]
pub fn archive_page(ask: &Ask, it: Archiving, is_refused: bool) -> Page {
    let t = ask.speech();
    let id = it.activity.id;
    let activity = it.activity.particulars().title.to_string();
    let title = t.say("archive-title");
    let head = Head::new(title, t.say("archive-lead"), Place::Desk(Desk::Archive(id)));
    let status = if is_refused { 422 } else { 200 };
    let ask = ask.clone();
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
            (ask.path(&Place::Desk(Desk::Activity(id))), activity.clone()),
        ];
        let lang = ask.foreign(it.activity.particulars().language);
        let body = if it.is_free() {
            view! { <Sure ask=ask.clone() it=it.clone() /> }.into_any()
        } else {
            view! { <Expected ask=ask.clone() it=it.clone() /> }.into_any()
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="lead mt2" lang=lang>{activity}</p>
                    </div>
                    {body}
                </div>
            </div>
        }
    })
}

/// Nobody counts on it: what happens, and the button.
#[component]
fn Sure(ask: Ask, it: Archiving) -> impl IntoView {
    let t = ask.speech();
    let id = it.activity.id;
    let gone =
        if it.activity.state().is_public() { "archive-what-public" } else { "archive-what-hidden" };
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Archive(id)))>
            <h2 class="t2">{t.say("archive-what")}</h2>
            <ul class="plan">
                <li>{t.say(gone)}</li>
                <li>{t.say("archive-what-draft")}</li>
                <li>{t.say("archive-what-again")}</li>
            </ul>
            <p class="row">
                <button class="btn btn--bad" type="submit">{t.say("archive-go")}</button>
                <a class="btn btn--line" href=ask.path(&Place::Desk(Desk::Activity(id)))>{t.say("archive-keep")}</a>
            </p>
        </form>
    }
}

/// Somebody counts on it: who, and what to do first.
#[component]
fn Expected(ask: Ask, it: Archiving) -> impl IntoView {
    let t = ask.speech();
    let id = it.activity.id;
    let row = |date: &OccurrenceSummary, n: u32| {
        let path = ask.path(&Place::TakingPart(TakingPart::Roster(date.id)));
        let when = t.period(date.start, date.end);
        let said = t.tell("archive-expected-people", &[("n", n.into())]);
        view! {
            <li>
                {when.clone()} ", " {said} " "
                <a href=path>{t.say("roster-see")} <span class="vh">" " {when}</span></a>
            </li>
        }
    };
    let rows: Vec<_> = it.expected.iter().map(|(date, n)| row(date, *n)).collect();
    let dates = (!rows.is_empty()).then(|| {
        let cancel = (it.activity.state() == State::Published).then(|| {
            let path = format!("{}#{CANCEL}", ask.path(&Place::Desk(Desk::Activity(id))));
            view! { <p><a class="btn" href=path>{t.say("own-cancel")}</a></p> }
        });
        view! {
            <section class="panel stack" aria-labelledby="h-datoer">
                <h2 class="t2" id="h-datoer">{t.say("archive-expected-dates")}</h2>
                <ul class="plan">{rows}</ul>
                {cancel}
            </section>
        }
    });
    let asking = (it.asking > 0).then(|| {
        let path = ask.path(&Place::TakingPart(TakingPart::Requests(id)));
        view! {
            <section class="panel stack" aria-labelledby="h-spoerger">
                <h2 class="t2" id="h-spoerger">{t.tell("archive-asking", &[("n", it.asking.into())])}</h2>
                <p><a class="btn" href=path>{t.say("requests-see")}</a></p>
            </section>
        }
    });
    view! {
        <Notice tone=Tone::Bad>
            <h2 class="t1">{t.say("archive-expected")}</h2>
            <p>{t.say("archive-expected-what")}</p>
        </Notice>
        {dates}
        {asking}
        <p><a class="go" href=ask.path(&Place::Desk(Desk::Activity(id)))>{t.say("archive-keep")}</a></p>
    }
}
