//! Looking through all of it, and sending it.

use application::{
    catalogue::{Column, Consequence, DraftPage, LookedOver, Step, TouchedDate},
    copenhagen,
    ports::ActivitySummary,
};
use chrono::NaiveDate;
use domain::{
    catalogue::{Advice, TypedDate},
    partners::Standing,
};
use leptos::prelude::*;

use super::{field_of, label, sentence, step_key};
use crate::{
    Ask, Desk, Place, Speech,
    catalogue::photo::{Photo, Wall},
    design::{
        icon::Icon,
        notice::{Notice, Tone},
    },
    speech::capitalised,
};

#[component]
pub(super) fn Send(ask: Ask, look: LookedOver) -> impl IntoView {
    let LookedOver { page, advice, alike, touched } = look;
    let t = ask.speech();
    let id = page.draft.id;
    let picture = ask.path(&Place::Desk(Desk::Picture(id)));
    let is_untold = page.picture.as_ref().is_some_and(|it| it.alt.is_none());
    let untold = is_untold.then(|| {
        view! { <li><a href=format!("{picture}#alt")>{t.say("picture-fault-untold")}</a></li> }
    });
    let n = page.faults.len() + usize::from(is_untold);
    let missing: Vec<_> = page
        .faults
        .iter()
        .map(|fault| {
            let step = Step::of(fault.column);
            let path = ask.path(&Place::Desk(Desk::Write(id, step)));
            let path = format!("{path}#{}", field_of(fault));
            view! { <li><a href=path>{sentence(t, fault)}</a></li> }
        })
        .collect();
    let missing = (n > 0).then(|| {
        view! {
            <Notice tone=Tone::Bad>
                <h2 class="t1">{t.tell("editor-missing", &[("n", n.into())])}</h2>
                <ul>{missing} {untold}</ul>
            </Notice>
        }
    });
    let what = match (page.is_public, page.partner.publishes_at_once(), page.partner.standing) {
        (true, ..) => "editor-send-change",
        (_, true, _) => "editor-send-publish",
        (.., Standing::Waiting) => "editor-send-waiting-partner",
        _ => "editor-send-what",
    };
    let go = if page.is_public { "editor-send-change-go" } else { "editor-send-go" };
    let go =
        if page.partner.publishes_at_once() && !page.is_public { "editor-publish-go" } else { go };
    let send = (n == 0).then(|| {
        view! {
            <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Write(id, Step::Send)))>
                <p>{t.say(what)}</p>
                <p class="row">
                    <button class="btn" type="submit">{t.say(go)}</button>
                    <a class="btn btn--line" href=ask.path(&Place::Desk(Desk::Preview(id)))>{t.say("editor-preview")}</a>
                </p>
            </form>
        }
    });
    let answers =
        [Step::What, Step::Whom, Step::When, Step::How].map(|step| answers(&ask, &page, step));
    view! {
        {missing}
        {warning(t, &touched)}
        {alike_to(&ask, alike)}
        {send}
        {answers}
        {picture_of(&ask, &page)}
        {owners_of(&ask, &page)}
        {found_and_chosen(&ask, &page, advice)}
    }
}

/// Where other partners are asked to own the activity too, once there is one.
fn owners_of(ask: &Ask, page: &DraftPage) -> AnyView {
    let t = ask.speech();
    let body = match page.draft.activity {
        Some(id) => {
            let path = ask.path(&Place::Desk(Desk::CoOwners(id)));
            view! { <p><a class="go" href=path>{t.say("co-owners-change")}</a></p> }.into_any()
        }
        None => view! { <p>{t.say("co-owners-later")}</p> }.into_any(),
    };
    view! {
        <section class="panel stack" aria-labelledby="h-ejere">
            <h2 class="t2" id="h-ejere">{t.say("co-owners-title")}</h2>
            {body}
        </section>
    }
    .into_any()
}

/// What is public already and much like it.
fn alike_to(ask: &Ask, alike: Vec<ActivitySummary>) -> Option<AnyView> {
    let t = ask.speech();
    if alike.is_empty() {
        return None;
    }
    let links = alike.into_iter().map(|it| {
        let path = ask.path(&Place::Activity(it.slug));
        view! { <li><a href=path>{it.title}</a> " · " {it.partner.name}</li> }
    });
    let links: Vec<_> = links.collect();
    let shown = view! {
        <Notice tone=Tone::Info>
            <h2 class="t1">{t.say("editor-alike")}</h2>
            <p>{t.say("editor-alike-what")}</p>
            <ul>{links}</ul>
        </Notice>
    };
    Some(shown.into_any())
}

/// What makes an activity found and chosen, what is still open first.
fn found_and_chosen(ask: &Ask, page: &DraftPage, mut advice: Vec<(Advice, bool)>) -> AnyView {
    let t = ask.speech();
    advice.sort_by_key(|(_, is_followed)| *is_followed);
    let list: Vec<_> = advice
        .into_iter()
        .map(|(it, is_followed)| {
            let (icon, word) = if is_followed {
                (Icon::Check, "editor-advice-done")
            } else {
                (Icon::ArrowRight, "editor-advice-open")
            };
            let said = t.word("advice", it.key());
            let desk = match step_of(it) {
                Some(step) => Desk::Write(page.draft.id, step),
                None => Desk::Picture(page.draft.id),
            };
            let path = ask.path(&Place::Desk(desk));
            let said = if is_followed {
                view! { <span>{said}</span> }.into_any()
            } else {
                view! { <a href=path>{said}</a> }.into_any()
            };
            view! { <li>{icon.show()} <span class="vh">{t.say(word)} " "</span> {said}</li> }
        })
        .collect();
    view! {
        <section class="panel stack" aria-labelledby="h-advice">
            <h2 class="t2" id="h-advice">{t.say("editor-advice")}</h2>
            <p class="muted">{t.say("editor-advice-what")}</p>
            <ul class="advice">{list}</ul>
        </section>
    }
    .into_any()
}

/// The picture, with a way to it.
fn picture_of(ask: &Ask, page: &DraftPage) -> AnyView {
    let t = ask.speech();
    let id = page.draft.id;
    let (words, shown) = match page.picture.clone() {
        Some(picture) => {
            let (wall, sizes) = (Wall::Draft(id), "15rem");
            let shown = view! { <Photo ask=ask.clone() picture wall sizes /> };
            ("editor-change-step", view! { <div class="thumb">{shown}</div> }.into_any())
        }
        None => ("editor-picture-add", view! { <p>{t.say("editor-picture-none")}</p> }.into_any()),
    };
    let has_picture = page.picture.is_some();
    let of = has_picture.then(|| view! { <span class="vh">" " {t.say("picture-title")}</span> });
    view! {
        <section class="panel stack" aria-labelledby="h-billede">
            <div class="row row--between">
                <h2 class="t2" id="h-billede">{t.say("picture-title")}</h2>
                <a href=ask.path(&Place::Desk(Desk::Picture(id)))>{t.say(words)} {of}</a>
            </div>
            {shown}
        </section>
    }
    .into_any()
}

/// The step in which advice is followed; none where it is followed beside them.
const fn step_of(advice: Advice) -> Option<Step> {
    Some(match advice {
        Advice::Picture => return None,
        Advice::TellingTitle | Advice::Summary | Advice::Description | Advice::Topics => Step::What,
        Advice::Levels => Step::Whom,
        Advice::Dates | Advice::Seats => Step::When,
        Advice::Accessibility | Advice::Price => Step::How,
    })
}

/// What was answered in a step, with a way back to it.
fn answers(ask: &Ask, page: &DraftPage, step: Step) -> AnyView {
    let t = ask.speech();
    let given = step.columns().iter().filter_map(|column| {
        let said = said(ask, page, *column);
        (!said.is_empty()).then(|| view! { <dt>{label(t, *column)}</dt><dd>{said}</dd> })
    });
    let given: Vec<_> = given.collect();
    let dates: Vec<_> = page
        .draft
        .answers
        .dates
        .iter()
        .map(|date| {
            view! { <li>{said_of_date(t, date)}</li> }
        })
        .collect();
    let dates = (step == Step::When && !dates.is_empty()).then(|| {
        view! { <dt>{t.say("edit-start")}</dt><dd><ul>{dates}</ul></dd> }
    });
    let path = ask.path(&Place::Desk(Desk::Write(page.draft.id, step)));
    let heading = format!("h-{}", crate::routes::step_word(step));
    let labelled = heading.clone();
    view! {
        <section class="panel stack" aria-labelledby=labelled>
            <div class="row row--between">
                <h2 class="t2" id=heading>{t.say(step_key(step))}</h2>
                <a href=path>{t.say("editor-change-step")} <span class="vh">" " {t.say(step_key(step))}</span></a>
            </div>
            <dl class="answers">{given} {dates}</dl>
        </section>
    }
    .into_any()
}

/// A date as one says it, or as it was typed where it is none.
fn said_of_date(t: &'static Speech, date: &TypedDate) -> String {
    let at = |day: &str, time: &str| {
        let (day, time) = (day.trim().parse::<NaiveDate>().ok()?, time.trim().parse().ok()?);
        copenhagen::instant(day.and_time(time)).ok()
    };
    let last_day = if date.last_day.trim().is_empty() { &date.day } else { &date.last_day };
    let (Some(start), Some(end)) = (at(&date.day, &date.from), at(last_day, &date.to)) else {
        let typed = [&date.day, &date.from, &date.to, &date.last_day, &date.seats];
        let typed = typed.iter().map(|it| it.trim()).filter(|it| !it.is_empty());
        return typed.collect::<Vec<_>>().join(", ");
    };
    let period = t.period(start, end);
    match date.seats.trim().parse::<u32>() {
        Ok(n) => format!("{period}, {}", t.tell("desk-seats", &[("n", n.into())])),
        Err(_) => period,
    }
}

/// An answer as one says it: words of a vocabulary by their names.
fn said(ask: &Ask, page: &DraftPage, column: Column) -> String {
    let t = ask.speech();
    let typed = page.draft.answers.get(column.name());
    let vocabulary = match column {
        Column::Kind => "kind",
        Column::Topics => "topic",
        Column::Audience => "audience",
        Column::Levels => "level",
        Column::Format => "format",
        Column::Accessibility => "accessibility",
        Column::SignUp => "sign-up",
        Column::Language => "language",
        Column::GirlsFocus if !typed.is_empty() => return t.say("editor-yes").to_owned(),
        Column::Campaign => {
            let known = page.campaigns.iter().find(|it| it.key.as_str() == typed);
            return known.map_or_else(|| typed.to_owned(), |it| ask.words_of(it).name.to_string());
        }
        _ => return typed.to_owned(),
    };
    let names = typed.split(';').map(str::trim).filter(|key| !key.is_empty()).map(|key| {
        // A word that nobody can have ticked is shown as it came.
        let is_word =
            key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_".contains(&b));
        let name = if is_word { t.find_word(vocabulary, key) } else { None };
        name.map_or_else(|| key.to_owned(), str::to_owned)
    });
    capitalised(&names.collect::<Vec<_>>().join(", "))
}

/// What those hear who are signed up.
fn warning(t: &'static Speech, touched: &[TouchedDate]) -> Option<impl IntoView + use<>> {
    let rows: Vec<_> = touched
        .iter()
        .map(|it| {
            let key = match it.consequence {
                Consequence::Dropped => "editor-touched-dropped",
                Consequence::Changed => "editor-touched-changed",
            };
            let when = t.period(it.date.start, it.date.end);
            let args = [("when", when.into()), ("n", it.seats.into())];
            view! { <li>{capitalised(&t.tell(key, &args))}</li> }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <Notice tone=Tone::Info>
                <h2 class="t1">{t.say("editor-touched")}</h2>
                <ul>{rows}</ul>
                <p>{t.say("editor-touched-instead")}</p>
            </Notice>
        }
    })
}
