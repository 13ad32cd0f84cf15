//! All dates of an activity, and how one gets in.

use application::{copenhagen, ports::OccurrenceSummary};
use chrono::{DateTime, Utc};
use domain::{
    catalogue::{Activity, OccurrenceId, SignUpMode, State},
    signup::DateDraw,
};
use leptos::prelude::*;

use super::card::room;
use crate::{
    Ask, Place, TakingPart,
    design::{icon::Icon, way_out},
};

/// All dates that are not over, the open ones as such and the closed ones as such, and how one gets in.
#[component]
pub fn SignUpPanel(
    ask: Ask,
    activity: Activity,
    occurrences: Vec<OccurrenceSummary>,
    draws: Vec<(OccurrenceId, DateDraw)>,
    now: DateTime<Utc>,
) -> impl IntoView {
    let t = ask.speech();
    let it = activity.particulars();
    let mode = it.sign_up;
    let is_on = activity.state() == State::Published;
    let (over, coming): (Vec<_>, Vec<_>) =
        occurrences.into_iter().partition(|date| date.end <= now);
    let draw = |id| draws.iter().find(|it| it.0 == id).map(|it| it.1);
    let dates: Vec<_> =
        coming.iter().map(|date| entry(&ask, (*date, draw(date.id)), mode, (is_on, now))).collect();
    let has_dates = !dates.is_empty();
    let past = (!over.is_empty()).then(|| {
        let list: Vec<_> =
            over.iter().map(|date| view! { <li>{t.period(date.start, date.end)}</li> }).collect();
        view! {
            <details class="fold">
                <summary>{t.tell("dates-past", &[("n", over.len().into())])}</summary>
                <ul class="s">{list}</ul>
            </details>
        }
    });
    let calendar = has_dates.then(|| {
        view! {
            <p>
                <a class="go" href=ask.path(&Place::ActivityCalendar(activity.slug.clone())) download="">
                    {Icon::CalendarPlus.show()} {t.say("dates-calendar")}
                </a>
            </p>
        }
    });
    let heading = if has_dates { t.say("dates-heading") } else { t.say("dates-heading-any") };
    let none = (!has_dates).then(|| {
        let sentence =
            if it.needs_occurrence() { t.say("dates-none") } else { t.say("card-any-time") };
        view! { <p>{sentence}</p> }
    });
    let door = (activity.state() == State::Published && (has_dates || !it.needs_occurrence()))
        .then(|| door(&ask, &activity));
    view! {
        <section class="panel stack signup" aria-labelledby="h-dage">
            <h2 class="t3" id="h-dage">{heading}</h2>
            {none}
            <ul class="choices">{dates}</ul>
            {past}
            {calendar}
            {door}
        </section>
    }
}

fn entry(
    ask: &Ask,
    (date, draw): (OccurrenceSummary, Option<DateDraw>),
    mode: SignUpMode,
    (is_on, now): (bool, DateTime<Utc>),
) -> impl IntoView + use<> {
    let t = ask.speech();
    let closed = date.closes_at <= now;
    let deadline = (date.closes_at != date.start).then(|| {
        let when = t.deadline(date.closes_at);
        let key = if closed { "dates-deadline-was" } else { "dates-deadline" };
        view! { <small>{t.tell(key, &[("when", when.into())])}</small> }
    });
    let is_collecting = draw.is_some_and(|it| it.is_collecting());
    let seats = (!is_collecting).then(|| room(t, Some(date), mode, now));
    let drawn = draw.map(|it| {
        let when = t.moment(it.draws_at);
        let words = match it.done {
            None => t.tell("draw-panel-waits", &[("when", when.into())]),
            Some(_) => t.say("draw-see").to_owned(),
        };
        let path = ask.path(&Place::TakingPart(TakingPart::Draw(date.id)));
        view! { <small><a href=path>{words}</a></small> }
    });
    let keeps_seats = mode == SignUpMode::Portal && date.capacity.is_some();
    let way_in = (keeps_seats && is_on && !closed).then(|| {
        let is_full = date.seats_left == Some(0) && !is_collecting;
        let words = t.say(if is_full { "dates-wait" } else { "dates-sign-up" });
        let when = t.period(date.start, date.end);
        let path = ask.path(&Place::TakingPart(TakingPart::Form(date.id)));
        let class = if is_full { "btn btn--line btn--s" } else { "btn btn--s" };
        view! { <a class=class href=path>{words} <span class="vh">" "{when}</span></a> }
    });
    view! {
        <li class="choice" class:choice--closed=closed>
            {Icon::Calendar.show()}
            <span>
                <strong>
                    <time datetime=copenhagen::rfc3339(date.start)>{crate::speech::capitalised(&t.period(date.start, date.end))}</time>
                </strong> {deadline} <small>{seats}</small> {drawn} {way_in}
            </span>
        </li>
    }
}

/// How one gets in: elsewhere, by asking, or by just coming.
fn door(ask: &Ask, activity: &Activity) -> impl IntoView + use<> {
    let t = ask.speech();
    let it = activity.particulars();
    let write = way_out::letter_about(it.contact.as_str(), it.title.as_str());
    match (it.sign_up, &it.sign_up_url) {
        (SignUpMode::None, _) => view! { <p>{t.say("door-none").to_owned()}</p> }.into_any(),
        (SignUpMode::External, Some(url)) => view! {
            <a class="btn btn--big btn--wide" href=way_out::web(url) rel="noopener">
                {t.say("door-external").to_owned()} {Icon::External.show()}
            </a>
            <p class="s muted">{t.say("door-external-hint").to_owned()}</p>
        }
        .into_any(),
        (SignUpMode::Request, _) => view! {
            <a class="btn btn--big btn--wide" href=ask.path(&Place::TakingPart(TakingPart::Ask(activity.slug.clone())))>{t.say("door-request").to_owned()}</a>
            <p class="s muted">{t.say("door-request-hint").to_owned()}</p>
        }
        .into_any(),
        (SignUpMode::Portal, _) => {
            view! { <p class="s muted">{t.say("door-portal-hint").to_owned()}</p> }.into_any()
        }
        (SignUpMode::External, None) => view! {
            <a class="btn btn--big btn--wide" href=write>{Icon::Mail.show()} {t.say("door-write").to_owned()}</a>
        }
        .into_any(),
    }
}
