//! The pages of whoever has asked: the answer to a letter, and where the request stands.

use application::signup::{AskedAboutRequest, ShownRequest};
use domain::{
    identity::Secret,
    signup::{PartyKind, RequestStage},
};
use leptos::prelude::*;

use crate::{
    Ask, Page, Place, TakingPart,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// Asks whoever opened the link whether the request is to be sent, or a guardian for consent.
#[must_use]
pub fn send_request_page(ask: &Ask, secret: &Secret, it: &AskedAboutRequest) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::SendRequest(secret.clone()));
    let title = t.say("request-send-title");
    let head = Head::new(title, t.say("request-lead"), place.clone()).unlisted();
    let (ask, it) = (ask.clone(), it.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let particulars = it.details.activity.particulars();
        let what = t.tell(
            "request-send-what",
            &[
                ("party", it.request.party.title().to_owned().into()),
                ("title", particulars.title.as_str().into()),
                ("partner", it.details.partner.name.clone().into()),
            ],
        );
        let is_child = it.request.party.kind() == PartyKind::Child;
        let consent = is_child.then(|| {
            let partner = it.details.partner.name.clone();
            let words = t.tell("signup-consent-text", &[("partner", partner.into())]);
            view! { <p>{words}</p> <p>{t.say("request-consent-back")}</p> }
        });
        let go = if is_child { "signup-consent-go" } else { "request-send-go" };
        view! {
            <div class="wrap">
                <div class="stack edit">
                    <h1>{title}</h1>
                    <p class="lead">{what}</p>
                    {consent}
                    <form method="post" action=ask.path(&place)>
                        <button class="btn btn--big" type="submit">{t.say(go)}</button>
                    </form>
                    <p class="s muted">{t.say("signup-answer-not")}</p>
                </div>
            </div>
        }
    })
}

/// Where a request stands, and how to take it back.
#[must_use]
pub fn own_request_page(ask: &Ask, secret: &Secret, shown: &ShownRequest) -> Page {
    let t = ask.speech();
    let stage = shown.request.stage;
    let party = shown.request.party.title().to_owned();
    let title = t.tell(&format!("request-own-{stage}"), &[("party", party.into())]);
    let place = Place::TakingPart(TakingPart::OwnRequest(secret.clone()));
    let head = Head::new(title.clone(), t.say("request-lead"), place).unlisted();
    let (ask, shown, secret) = (ask.clone(), shown.clone(), secret.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let activity = &shown.details.activity;
        let about =
            t.tell("request-about", &[("title", activity.particulars().title.as_str().into())]);
        let activity = ask.path(&Place::Activity(activity.slug.clone()));
        let answer = shown.request.answer.clone();
        let day = answer.as_ref().and_then(|it| it.day).map(|day| {
            view! { <p><strong>{t.tell("request-day", &[("when", t.moment(day).into())])}</strong></p> }
        });
        let words = answer.and_then(|it| it.words).map(|words| {
            let lines: Vec<_> =
                words.as_str().lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect();
            view! {
                <section class="panel stack" aria-labelledby="h-svar">
                    <h2 class="t3" id="h-svar">{t.say("request-words")}</h2>
                    {lines}
                </section>
            }
        });
        let tone = if stage == RequestStage::Accepted { Tone::Good } else { Tone::Info };
        let seat = shown.request.seat().map(|_| {
            let action = ask.path(&Place::TakingPart(TakingPart::OpenSeat(secret.clone())));
            view! {
                <form method="post" action=action>
                    <p>{t.say("request-seat-what")}</p>
                    <p><button class="btn" type="submit">{t.say("request-seat-go")}</button></p>
                </form>
            }
            .into_any()
        });
        let can_withdraw = seat.is_none()
            && matches!(
                stage,
                RequestStage::Asked | RequestStage::Waiting | RequestStage::Accepted
            );
        let withdraw = can_withdraw.then(|| {
            let action =
                ask.path(&Place::TakingPart(TakingPart::WithdrawRequest(secret.clone())));
            view! {
                <form class="panel stack" method="post" action=action>
                    <h2 class="t3">{t.say("signup-cancel-title")}</h2>
                    <p><button class="btn btn--bad" type="submit">{t.say("request-withdraw")}</button></p>
                </form>
            }
        });
        let title = title.clone();
        view! {
            <div class="wrap">
                <div class="stack edit">
                    <h1>{title}</h1>
                    <p class="lead"><a href=activity>{about}</a></p>
                    <Notice tone=tone><p>{t.say(&format!("request-stands-{stage}"))}</p></Notice>
                    {day}
                    {words}
                    {seat}
                    {withdraw}
                </div>
            </div>
        }
    })
}
