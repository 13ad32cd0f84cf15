//! What a partner is asked to own together with another.

use application::partners::AskedOfPartner;
use leptos::prelude::*;

use crate::{Ask, Desk, Place};

/// What a partner is asked to own together with another, with a button for each answer.
#[component]
pub(super) fn Asked(ask: Ask, asked: Vec<AskedOfPartner>) -> impl IntoView {
    let t = ask.speech();
    let n = asked.len();
    let rows: Vec<_> = asked
        .into_iter()
        .map(|it| {
            let activity = &it.activity;
            let title = activity.particulars().title.to_string();
            let place = Place::Desk(Desk::AnswerCoOwning(activity.id, it.partner));
            let words = [
                ("lead", it.lead.to_string().into()),
                ("partner", it.name.to_string().into()),
                ("title", title.clone().into()),
            ];
            let see = activity.state().is_public().then(|| {
                let path = ask.path(&Place::Activity(activity.slug.clone()));
                view! { <p class="s"><a href=path>{t.say("desk-asked-see")} <span class="vh">" " {title.clone()}</span></a></p> }
            });
            let press = |answer: &'static str, key: &str, class: &'static str| {
                view! {
                    <button class=class type="submit" name="svar" value=answer>
                        {t.say(key)} <span class="vh">" " {title.clone()}</span>
                    </button>
                }
            };
            view! {
                <li>
                    <span class="dia dia--now" aria-hidden="true"></span>
                    <div>
                        <h3>{t.tell("desk-asked-what", &words)}</h3>
                        {see}
                    </div>
                    <form class="row" method="post" action=ask.path(&place)>
                        {press("ja", "desk-asked-yes", "btn btn--s")}
                        {press("nej", "desk-asked-no", "btn btn--line btn--s")}
                    </form>
                </li>
            }
        })
        .collect();
    (n > 0).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-spurgt">
                <h2 class="t2" id="h-spurgt">{t.tell("desk-asked", &[("n", n.into())])}</h2>
                <p>{t.say("desk-asked-lead")}</p>
                <ul class="todo">{rows}</ul>
            </section>
        }
    })
}

/// What a partner owns together with another and is asked to lead; it is answered where one sees
/// what that means.
#[component]
pub(super) fn LeadOffers(ask: Ask, offers: Vec<AskedOfPartner>) -> impl IntoView {
    let t = ask.speech();
    let n = offers.len();
    let rows: Vec<_> = offers
        .into_iter()
        .map(|it| {
            let title = it.activity.particulars().title.to_string();
            let words = [
                ("lead", it.lead.to_string().into()),
                ("partner", it.name.to_string().into()),
                ("title", title.clone().into()),
            ];
            let path = ask.path(&Place::Desk(Desk::CoOwners(it.activity.id)));
            view! {
                <li>
                    <span class="dia dia--now" aria-hidden="true"></span>
                    <div><h3>{t.tell("desk-leads-what", &words)}</h3></div>
                    <a class="btn btn--s" href=path>
                        {t.say("desk-leads-see")} <span class="vh">" " {title}</span>
                    </a>
                </li>
            }
        })
        .collect();
    (n > 0).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-leder">
                <h2 class="t2" id="h-leder">{t.tell("desk-leads", &[("n", n.into())])}</h2>
                <ul class="todo">{rows}</ul>
            </section>
        }
    })
}
