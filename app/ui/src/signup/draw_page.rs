//! The draw of a date, for everybody: what was promised, what came of it, and how to do it again.

use application::signup::ShownDraw;
use domain::signup::{DateDraw, WhyDrawn};
use leptos::prelude::*;

use super::draw_panel::priority_line;
use crate::{
    Ask, Page, Place, Speech, TakingPart,
    design::breadcrumbs::Breadcrumbs,
    frame::{self, Head},
    speech::capitalised,
};

/// The draw of a date.
#[must_use]
pub fn draw_page(ask: &Ask, shown: &ShownDraw) -> Page {
    let t = ask.speech();
    let id = shown.date.id;
    let title = t.say("draw-title");
    let head = Head::new(title, t.say("draw-lead"), Place::TakingPart(TakingPart::Draw(id)));
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let activity = &shown.details.activity;
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
            (
                ask.path(&Place::Activity(activity.slug.clone())),
                activity.particulars().title.to_string(),
            ),
        ];
        let to = |it| ask.path(&Place::TakingPart(it));
        let came = match shown.draw.done {
            None => view! {
                <p>{t.tell("draw-panel-waits", &[("when", t.moment(shown.draw.draws_at).into())])}</p>
                <p><a href=to(TakingPart::Form(id))>{t.say("draw-to-form")}</a></p>
            }
            .into_any(),
            Some(done) => {
                let given = shown.drawn.iter().filter(|it| it.is_in).count();
                let counts = t.tell(
                    "draw-gave",
                    &[
                        ("given", given.into()),
                        ("n", shown.drawn.len().into()),
                        ("seats", done.seats.into()),
                    ],
                );
                view! {
                    <p>{t.tell("draw-panel-done", &[("when", t.moment(done.at).into())])} " " {counts}</p>
                }
                .into_any()
            }
        };
        let seed = shown.draw.seed_for_all().map(|seed| {
            view! {
                <h2 class="t2">{t.say("draw-seed")}</h2>
                <p>{t.say("draw-seed-what")}</p>
                <p><code>{seed.hex()}</code></p>
                <p class="row">
                    <a class="btn btn--line" href=to(TakingPart::DrawDates(id)) download="">{t.say("draw-dates")}</a>
                    <a class="btn btn--line" href=to(TakingPart::DrawParties(id)) download="">{t.say("draw-parties")}</a>
                </p>
                <p>{t.say("draw-check")}</p>
            }
        });
        let priority = priority_line(t, &shown.draw).map(|it| view! { <p>{it}</p> });
        let when = capitalised(&t.period(shown.date.start, shown.date.end));
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack edit">
                    <h1>{title}</h1>
                    <p class="lead">{when}</p>
                    {came}
                    {priority}
                    <h2 class="t2">{t.say("draw-how")}</h2>
                    <p>{t.say("draw-how-lots")}</p>
                    <p>{t.say("draw-how-sizes")}</p>
                    <p>{t.say("draw-how-after")}</p>
                    <h2 class="t2">{t.say("draw-promise")}</h2>
                    <p>{t.say("draw-promise-what")}</p>
                    <p><code>{shown.draw.promise().hex()}</code></p>
                    {seed}
                </div>
            </div>
        }
    })
}

/// Why a party got what it got.
pub(crate) fn why(t: &'static Speech, it: &WhyDrawn) -> String {
    let told = [
        ("rank", it.rank.into()),
        ("of", it.of.into()),
        ("n", it.seats.into()),
        ("left", it.left.into()),
        ("last", it.last_in.unwrap_or_default().into()),
    ];
    let key = match (it.is_in, it.last_in) {
        (true, _) => "draw-why-in",
        (false, Some(_)) => "draw-why-not",
        (false, None) => "draw-why-too-many",
    };
    t.tell(key, &told)
}

/// That the seats of a date are drawn, where somebody signs up for it.
pub(super) fn notice(ask: &Ask, place: TakingPart, draw: &DateDraw) -> impl IntoView + use<> {
    let t = ask.speech();
    let see = ask.path(&Place::TakingPart(place));
    let priority = priority_line(t, draw).map(|it| view! { <p>{it}</p> });
    view! {
        <p>{t.tell("draw-notice", &[("when", t.moment(draw.draws_at).into())])}</p>
        {priority}
        <p><a href=see>{t.say("draw-see-how")}</a></p>
    }
}
