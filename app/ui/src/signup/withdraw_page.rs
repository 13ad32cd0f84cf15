//! Where a second guardian takes the consent back: looking is free, pressing the button does it.

use application::signup::AskedToWithdraw;
use domain::{identity::Secret, signup::Gone};
use leptos::prelude::*;

use super::date_card::DateCard;
use crate::{
    Ask, Page, Place, TakingPart,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// Asks whether the consent is to be taken back, or says that it was.
#[must_use]
pub fn withdraw_page(ask: &Ask, secret: &Secret, it: &AskedToWithdraw) -> Page {
    let t = ask.speech();
    let place = Place::TakingPart(TakingPart::WithdrawConsent(secret.clone()));
    let is_gone = it.sign_up.entry.stage.gone();
    let party = it.sign_up.party.title().to_owned();
    let title = match is_gone {
        Some(_) => t.tell("signup-own-gone", &[("party", party.clone().into())]),
        None => t.say("signup-withdraw-title").to_owned(),
    };
    let head = Head::new(title.clone(), t.say("signup-lead"), place.clone()).unlisted();
    let (ask, it) = (ask.clone(), it.clone());
    frame::page(&ask.clone(), 200, head, move || {
        let date = it.details.occurrences.iter().find(|date| date.id == it.sign_up.occurrence);
        let card = date.copied().map(|date| {
            view! { <DateCard ask=ask.clone() details=it.details.clone() date line=None /> }
        });
        let body = if let Some(why) = is_gone {
            let done = (why == Gone::ConsentWithdrawn)
                .then(|| view! { <p>{t.say("signup-withdraw-done")}</p> });
            view! {
                <Notice tone=Tone::Good><p>{t.word("signup-gone", why.key())}</p></Notice>
                {done}
            }
            .into_any()
        } else {
            let guardian = it.sign_up.party.contact().to_string();
            let words = [("party", party.into()), ("guardian", guardian.clone().into())];
            view! {
                <p class="lead">{t.tell("signup-withdraw-what", &words)}</p>
                <form method="post" action=ask.path(&place)>
                    <button class="btn btn--big" type="submit">{t.say("signup-withdraw")}</button>
                </form>
                <p class="s muted">{t.tell("signup-withdraw-not", &[("guardian", guardian.into())])}</p>
            }
            .into_any()
        };
        view! {
            <div class="wrap side side--form">
                <div class="stack edit">
                    <h1>{title}</h1>
                    {body}
                </div>
                <aside class="stack">{card}</aside>
            </div>
        }
    })
}
