//! Where the link of a letter is answered: looking is free, pressing the button answers.

use application::signup::AskedToConfirm;
use domain::{
    identity::Secret,
    signup::{PartyKind, Refusal, Stage},
};
use leptos::prelude::*;

use super::{date_card::DateCard, faults};
use crate::{
    Ask, Page, Place, TakingPart,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// Asks whoever opened the link whether they come, or a guardian for consent.
#[must_use]
pub fn answer_page(ask: &Ask, secret: &Secret, it: &AskedToConfirm) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::Answer(secret.clone()));
    let is_child = it.sign_up.party.kind() == PartyKind::Child;
    let is_queued = matches!(it.sign_up.entry.stage, Stage::Queued { .. });
    let (in_line, is_open) = (is_queued && !it.has_room, is_queued && it.has_room);
    let title = t.say(if is_child { "signup-answer-child-title" } else { "signup-answer-title" });
    let head = Head::new(title, t.say("signup-lead"), place.clone()).unlisted();
    let (ask, it) = (ask.clone(), it.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let date = it.details.occurrences.iter().find(|date| date.id == it.sign_up.occurrence);
        let card = date.copied().map(|date| {
            view! { <DateCard ask=ask.clone() details=it.details.clone() date line=None /> }
        });
        let what = t.tell(
            "signup-answer-what",
            &[
                ("party", it.sign_up.party.title().to_owned().into()),
                ("n", it.sign_up.entry.seats.into()),
            ],
        );
        let consent = is_child.then(|| {
            let partner = it.details.partner.name.clone();
            let words = t.tell("signup-consent-text", &[("partner", partner.into())]);
            view! { <p>{words}</p> <p>{t.say("signup-consent-back")}</p> }
        });
        let line = in_line.then(|| view! { <p>{t.say("signup-answer-line")}</p> });
        let open = is_open.then(|| view! { <p>{t.say("signup-answer-open")}</p> });
        let go = match (is_child, in_line) {
            (true, _) => "signup-consent-go",
            (false, true) => "signup-answer-line-go",
            (false, false) => "signup-answer-go",
        };
        view! {
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{title}</h1>
                    <p class="lead">{what}</p>
                    {line}
                    {open}
                    {consent}
                    <form method="post" action=ask.path(&place)>
                        <button class="btn btn--big" type="submit">{t.say(go)}</button>
                    </form>
                    <p class="s muted">{t.say("signup-answer-not")}</p>
                </div>
                <aside class="stack">{card}</aside>
            </div>
        }
    })
}

/// The link does not work: it was used, is too late, or never was.
#[must_use]
pub fn dead_answer_page(ask: &Ask, why: Option<Refusal>) -> Page {
    let t = ask.speech();
    let title = t.say("signup-dead-title");
    let place = Place::Nowhere("/bekraeft-tilmelding".to_owned());
    let head = Head::new(title, t.say("signup-dead"), place).unlisted();
    let find = ask.path(&Place::catalogue());
    frame::page(ask, if why.is_some() { 422 } else { 410 }, head, move || {
        let words =
            why.map_or_else(|| t.say("signup-dead").to_owned(), |it| faults::refusal(t, it));
        view! {
            <div class="wrap">
                <div class="stack edit">
                    <h1>{title}</h1>
                    <Notice tone=Tone::Info><p>{words}</p></Notice>
                    <p><a class="btn btn--line" href=find>{t.say("signup-find")}</a></p>
                </div>
            </div>
        }
    })
}
