//! An activity as lists show it.

use application::{
    copenhagen,
    ports::{ActivitySummary, OccurrenceSummary},
};
use chrono::{DateTime, Utc};
use domain::catalogue::{Format, Level};
use leptos::prelude::*;

use crate::{
    Ask, Place, Speech,
    design::{
        art::{Family, art},
        icon::Icon,
        ruler::small_ruler,
        seats::{Room, SeatsBar},
    },
};

/// Activities as cards, soonest first.
#[component]
pub fn CardList(
    ask: Ask,
    list: Vec<ActivitySummary>,
    /// The id of the heading that names the list.
    labelled_by: &'static str,
    /// What is put beside `cards`, such as `cards--list`.
    class: &'static str,
    /// What is said of each, in the same order; nothing where there is nothing to say.
    #[prop(default = Vec::new())]
    notes: Vec<String>,
) -> impl IntoView {
    let now = ask.ports.clock.now();
    let mut notes = notes.into_iter();
    let cards: Vec<_> = list
        .into_iter()
        .map(|it| {
            let note = notes.next();
            view! { <li><ActivityCard ask=ask.clone() it now note /></li> }
        })
        .collect();
    view! { <ul class=format!("cards {class}") aria-labelledby=labelled_by>{cards}</ul> }
}

/// An activity as lists show it: kind, date, title, who hosts, for whom, where, when, price, seats.
#[component]
pub fn ActivityCard(
    ask: Ask,
    it: ActivitySummary,
    now: DateTime<Utc>,
    /// What is said of it in this list.
    note: Option<String>,
) -> impl IntoView {
    let t = ask.speech();
    let first = it.topics.first().copied();
    let family = first.map(|topic| Family::of(topic).class()).unwrap_or_default();
    let picture = first.map(|topic| art(topic, it.slug.as_str())).unwrap_or_default();
    let label = match &it.campaign {
        Some(key) => ask.campaign_name(key.as_str()),
        None => t.word("kind", it.kind.key()).to_owned(),
    };
    let whom = whom(t, &it);
    let (from, to, youth) = grades(&it.levels);
    let place = whereabouts(t, &it).map(|(icon, text)| view! { <li>{icon.show()} {text}</li> });
    let time = view! { <li>{Icon::Clock.show()} {times(t, &it)}</li> };
    let path = ask.path(&Place::Activity(it.slug.clone()));
    let lang = ask.foreign(it.language);
    let owners = std::iter::once(it.partner.name).chain(it.co_owners.into_iter().map(|it| it.name));
    let owners = owners.collect::<Vec<_>>().join(", ");
    view! {
        <article class=format!("card {family}")>
            <div class="card__art">
                <span class="art-box" inner_html=picture></span>
                <span class="tag">{label}</span>
                {it.next.map(|next| date_block(t, next))}
            </div>
            <div class="card__body">
                <h3><a href=path lang=lang>{it.title}</a></h3>
                <p class="org">{owners}</p>
                <p class="trin">
                    {(!it.levels.is_empty()).then(|| small_ruler(from, to, youth))} <span>{whom}</span>
                </p>
                <ul class="facts">{place} {time}</ul>
                {note.map(|note| view! { <p class="s card__note">{note}</p> })}
                <div class="card__foot">
                    <strong>{t.price(it.price)}</strong>
                    {room(t, it.next, it.sign_up, now)}
                </div>
            </div>
        </article>
    }
}

/// For whom, and that it is for girls where it is.
fn whom(t: &'static Speech, it: &ActivitySummary) -> String {
    let mut whom = t.for_whom(&it.levels, &it.audience);
    if it.girls_focus {
        whom = t.tell("card-girls", &[("whom", whom.into())]);
    }
    whom
}

/// The first and the last grade, and whether youth education is meant too.
pub(super) fn grades(levels: &[Level]) -> (Option<u8>, Option<u8>, bool) {
    let mut grades = levels.iter().filter_map(|level| level.grade());
    let first = grades.next();
    let youth = levels.iter().any(|level| level.phase() == domain::catalogue::Phase::Youth);
    (first, grades.next_back().or(first), youth)
}

/// Where it is, as far as lists tell.
pub(super) fn whereabouts(t: &'static Speech, it: &ActivitySummary) -> Option<(Icon, String)> {
    match it.format {
        Format::Online => Some((Icon::World, t.format(Format::Online).to_owned())),
        Format::AtSchool => Some((Icon::School, t.format(Format::AtSchool).to_owned())),
        Format::OnSite | Format::Hybrid | Format::Outdoor => {
            let city = it.city.clone()?;
            let text = match it.distance_km {
                Some(km) => t.tell("card-distance", &[("city", city.into()), ("km", km.into())]),
                None => city,
            };
            Some((Icon::MapPin, text))
        }
    }
}

fn times(t: &'static Speech, it: &ActivitySummary) -> String {
    let Some(next) = it.next else {
        return t.say("card-any-time").to_owned();
    };
    let hours = t.hours(next.start, next.end);
    match it.upcoming {
        0 | 1 => hours,
        n => t.tell("card-dates", &[("hours", hours.into()), ("n", (n - 1).into())]),
    }
}

/// The yellow block with the first day.
fn date_block(t: &'static Speech, next: OccurrenceSummary) -> impl IntoView + use<> {
    let day = copenhagen::local(next.start).date();
    view! {
        <span class="date">
            <span>{t.short_weekday(day).to_owned()}</span>
            <b>{t.day_number(day)}</b>
            <span>{t.short_month(day).to_owned()}</span>
        </span>
    }
}

/// How much room there is, in words first.
pub(super) fn room(
    t: &'static Speech,
    occurrence: Option<OccurrenceSummary>,
    sign_up: domain::catalogue::SignUpMode,
    now: DateTime<Utc>,
) -> AnyView {
    let Some(it) = occurrence else {
        return view! { <span>{t.word("sign-up", sign_up.key()).to_owned()}</span> }.into_any();
    };
    if it.closes_at <= now && it.end > now {
        return view! { <span>{t.say("seats-closed").to_owned()}</span> }.into_any();
    }
    match (it.seats_left, it.capacity) {
        (Some(left), Some(capacity)) => {
            let room = Room::of(left, capacity);
            let words = if left == 0 {
                t.say("seats-full").to_owned()
            } else {
                t.tell("seats-left", &[("n", left.into())])
            };
            view! { <SeatsBar room words /> }.into_any()
        }
        _ => view! { <span>{t.word("sign-up", sign_up.key()).to_owned()}</span> }.into_any(),
    }
}
