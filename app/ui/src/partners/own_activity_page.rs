//! An activity, as those see it who offer it.

use application::catalogue::{OwnActivity, Step, VIEWED_DAYS};
use domain::{
    catalogue::{SignUpMode, State},
    signup::CheckIn,
};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech, TakingPart,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
};

/// Where on its page an activity is cancelled.
pub(super) const CANCEL: &str = "aflys";

/// An activity, as those see it who offer it: where it stands, what can be done, what was done.
#[must_use]
pub fn own_activity_page(ask: &Ask, own: OwnActivity, told: Option<&'static str>) -> Page {
    let t = ask.speech();
    let activity = &own.details.activity;
    let title = activity.particulars().title.to_string();
    let lang = ask.foreign(activity.particulars().language);
    let place = Place::Desk(Desk::Activity(activity.id));
    let head = Head::new(title.clone(), t.say("own-lead"), place).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let state = own.details.activity.state();
        let views = state.is_public().then(|| views(t, own.views));
        let history = own.history.clone();
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <div>
                        <h1 class="t3" lang=lang>{title}</h1>
                        <p class="mt2"><span class="tag">{t.word("state", state.key())}</span> " " {own.partner.name.to_string()}</p>
                        {views.map(|said| view! { <p class="s muted mt2">{said}</p> })}
                    </div>
                    {told}
                    <Doing ask=ask.clone() own=own.clone() />
                    <Dates ask=ask.clone() own=own.clone() />
                    <Owners ask=ask.clone() own=own.clone() />
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history place=Place::Desk(Desk::Activity(own.details.activity.id)) />
                    </section>
                </div>
            </div>
        }
    })
}

/// How often a page was looked at lately, as one says it.
pub(super) fn views(t: &'static Speech, n: u32) -> String {
    t.tell("desk-views", &[("n", n.into()), ("days", VIEWED_DAYS.into())])
}

/// What can be done with it as it stands.
#[component]
fn Doing(ask: Ask, own: OwnActivity) -> impl IntoView {
    let t = ask.speech();
    let activity = own.details.activity;
    let (id, state) = (activity.id, activity.state());
    let press = |place: Desk, key: &str, class: &'static str| {
        view! {
            <form method="post" action=ask.path(&Place::Desk(place))>
                <button class=class type="submit">{t.say(key)}</button>
            </form>
        }
        .into_any()
    };
    let revise = match (state, own.draft) {
        (State::Draft | State::Published, Some(draft)) => {
            let path = ask.path(&Place::Desk(Desk::Write(draft, Step::Send)));
            Some(view! { <a class="btn" href=path>{t.say("desk-write-on")}</a> }.into_any())
        }
        (State::Draft | State::Published, None) => {
            Some(press(Desk::Revise(id), "desk-revise", "btn"))
        }
        _ => None,
    };
    let see = state.is_public().then(|| {
        let path = ask.path(&Place::Activity(activity.slug.clone()));
        view! { <a class="btn btn--line" href=path>{t.say("own-see")}</a> }
    });
    let back = (state == State::Submitted)
        .then(|| press(Desk::TakeBack(id), "own-take-back", "btn btn--line"));
    let copy = press(Desk::Copy(id), "own-copy", "btn btn--line");
    let cancel = (state == State::Published).then(|| {
        view! {
            <details class="fold">
                <summary>{t.say("own-cancel")}</summary>
                <div class="stack">
                    <p id=CANCEL>{t.say("own-cancel-sure")}</p>
                    {press(Desk::Cancel(id), "own-cancel", "btn btn--bad")}
                </div>
            </details>
        }
    });
    let archive = (own.leads && state != State::Archived).then(|| {
        let path = ask.path(&Place::Desk(Desk::Archive(id)));
        view! { <p><a class="go" href=path>{t.say("archive-title")}</a></p> }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-goer">
            <h2 class="t2" id="h-goer">{t.say("own-do")}</h2>
            <p>{t.word("own-state", state.key())}</p>
            <div class="row">{revise} {see} {back} {copy}</div>
            {cancel}
            {archive}
        </section>
    }
}

/// Which partners own it, and the way to where that is changed.
#[component]
fn Owners(ask: Ask, own: OwnActivity) -> impl IntoView {
    let t = ask.speech();
    let path = ask.path(&Place::Desk(Desk::CoOwners(own.details.activity.id)));
    let others: Vec<_> =
        own.details.co_owners.iter().map(|it| view! { <li>{it.link.name.clone()}</li> }).collect();
    let lead = own.partner.name.to_string();
    let key = if own.leads { "co-owners-change" } else { "co-owners-see" };
    view! {
        <section class="panel stack" aria-labelledby="h-ejere">
            <h2 class="t2" id="h-ejere">{t.say("co-owners-title")}</h2>
            <ul class="plan">
                <li>{lead} <span class="s muted">" · " {t.say("co-owners-leads")}</span></li>
                {others}
            </ul>
            <p><a class="go" href=path>{t.say(key)}</a></p>
        </section>
    }
}

#[component]
fn Dates(ask: Ask, own: OwnActivity) -> impl IntoView {
    let t = ask.speech();
    let sign_up = own.details.activity.particulars().sign_up;
    let requests = (sign_up == SignUpMode::Request).then(|| {
        let id = own.details.activity.id;
        let path = ask.path(&Place::TakingPart(TakingPart::Requests(id)));
        view! { <p><a class="btn btn--line" href=path>{t.say("requests-see")}</a></p> }
    });
    let rows: Vec<_> = own
        .details
        .occurrences
        .iter()
        .map(|date| {
            let seats = date.capacity.map(|n| {
                let taken = n.saturating_sub(date.seats_left.unwrap_or(n));
                t.tell("desk-seats-taken", &[("taken", taken.into()), ("n", n.into())])
            });
            let keeps_seats = match sign_up {
                SignUpMode::Portal => date.capacity.is_some(),
                SignUpMode::Request => true,
                SignUpMode::External | SignUpMode::None => false,
            };
            let roster = own.sees_rosters && keeps_seats;
            let roster = roster.then(|| {
                let path = ask.path(&Place::TakingPart(TakingPart::Roster(date.id)));
                let when = t.period(date.start, date.end);
                view! { <a href=path>{t.say("roster-see")} <span class="vh">" "{when}</span></a> }
            });
            let is_soon = CheckIn::is_open(date.start, date.end, ask.ports.clock.now());
            let check_in = (own.sees_rosters && keeps_seats && is_soon).then(|| {
                let path = ask.path(&Place::TakingPart(TakingPart::CheckIn(date.id)));
                let when = t.period(date.start, date.end);
                view! { " · " <a href=path>{t.say("checkin-open")} <span class="vh">" "{when}</span></a> }
            });
            view! { <li>{t.period(date.start, date.end)} {seats.map(|it| format!(", {it}"))} " " {roster} {check_in}</li> }
        })
        .collect();
    (!rows.is_empty() || requests.is_some()).then(|| {
        view! {
            <section class="panel stack" aria-labelledby="h-datoer">
                <h2 class="t2" id="h-datoer">{t.say("dates-heading")}</h2>
                <ul class="plan">{rows}</ul>
                {requests}
            </section>
        }
    })
}
