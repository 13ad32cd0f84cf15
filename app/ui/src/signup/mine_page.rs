//! All sign-ups of whoever has an account.

use application::{
    ports::{OwnAsked, OwnSignUp},
    signup::ShownOwn,
};
use domain::signup::Stage;
use leptos::prelude::*;

use crate::{
    Ask, Door, Page, Place, Speech, TakingPart,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
    speech::capitalised,
};

/// What one is signed up for, and what one was.
#[must_use]
pub fn mine_page(ask: &Ask, shown: &ShownOwn) -> Page {
    let t = ask.speech();
    let title = t.say("mine-title");
    let head = Head::new(title, t.say("mine-lead"), Place::TakingPart(TakingPart::Mine));
    let (ask, shown) = (ask.clone(), shown.clone());
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let crumbs =
            vec![(ask.path(&Place::Door(Door::Account)), t.say("account-title").to_owned())];
        let is_empty =
            shown.to_come.is_empty() && shown.over.is_empty() && shown.requests.is_empty();
        let none = is_empty.then(|| {
            let find = ask.path(&Place::catalogue());
            view! {
                <Notice tone=Tone::Info><p>{t.say("mine-none")}</p></Notice>
                <p><a class="btn btn--line" href=find>{t.say("signup-find")}</a></p>
            }
        });
        let asked: Vec<_> = shown.requests.iter().map(|it| asked(&ask, it)).collect();
        let asked = (!asked.is_empty()).then(|| {
            view! {
                <section class="panel stack" aria-labelledby="spurgt">
                    <h2 class="t2" id="spurgt">{t.say("mine-asked")}</h2>
                    <ul class="stack plain">{asked}</ul>
                </section>
            }
            .into_any()
        });
        let list = |name: &'static str, heading, list: Vec<OwnSignUp>| {
            let rows: Vec<_> = list.iter().map(|it| row(&ask, it)).collect();
            (!rows.is_empty()).then(|| {
                view! {
                    <section class="panel stack" aria-labelledby=name>
                        <h2 class="t2" id=name>{t.say(heading)}</h2>
                        <ul class="stack plain">{rows}</ul>
                    </section>
                }
            })
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{title}</h1>
                    <p class="lead">{t.say("mine-lead")}</p>
                    {none}
                    {asked}
                    {list("kommende", "mine-to-come", shown.to_come.clone())}
                    {list("forbi", "mine-over", shown.over.clone())}
                </div>
            </div>
        }
    })
}

/// How a sign-up stands: »6.B er med«.
fn stands(t: &'static Speech, it: &OwnSignUp) -> String {
    let key = match it.sign_up.entry.stage {
        Stage::Confirmed => "signup-own-confirmed",
        Stage::Waiting | Stage::Queued { .. } => "signup-own-waiting",
        Stage::Offered { .. } => "signup-own-offered",
        Stage::Held { .. } => "signup-own-held",
        Stage::Gone(_) => "signup-own-gone",
    };
    t.tell(key, &[("party", it.sign_up.party.title().to_owned().into())])
}

fn row(ask: &Ask, it: &OwnSignUp) -> impl IntoView + use<> {
    let t = ask.speech();
    let action = ask.path(&Place::TakingPart(TakingPart::OpenMine(it.sign_up.id)));
    let title = it.title.to_string();
    view! {
        <li class="kept">
            <h3>{title.clone()}</h3>
            <p>{capitalised(&t.period(it.start, it.end))}</p>
            <p>{stands(t, it)}</p>
            <form method="post" action=action>
                <button class="btn btn--line btn--s" type="submit">
                    {t.say("mine-open")} <span class="vh">" "{title}</span>
                </button>
            </form>
        </li>
    }
}

/// A request and how it stands: »6.B venter på svar«.
fn asked(ask: &Ask, it: &OwnAsked) -> AnyView {
    let t = ask.speech();
    let stage = it.request.stage;
    let party = it.request.party.title().to_owned();
    let stands = t.tell(&format!("request-own-{stage}"), &[("party", party.into())]);
    let action = ask.path(&Place::TakingPart(TakingPart::OpenMyRequest(it.request.id)));
    let title = it.title.to_string();
    view! {
        <li class="kept">
            <h3>{title.clone()}</h3>
            <p>{stands}</p>
            <p class="s muted">{t.say(&format!("request-stands-{stage}"))}</p>
            <form method="post" action=action>
                <button class="btn btn--line btn--s" type="submit">
                    {t.say("mine-open-asked")} <span class="vh">" "{title}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}
