//! What somebody with an account has found and keeps for later.

use application::catalogue::ShownSaved;
use domain::catalogue::{Activity, Saved, Slug, State, Title};
use leptos::prelude::*;

use crate::{
    Ask, Door, Page, Place, Speech, Told,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
    speech::capitalised,
};

/// The button on an activity's own page that keeps it for later. The page is the same for
/// everybody, so it does not know whether somebody keeps it already: kept twice, it is kept once,
/// and whoever is not signed in is led to the doors and back.
#[component]
pub(super) fn SaveButton(ask: Ask, slug: Slug) -> impl IntoView {
    let t = ask.speech();
    view! {
        <form class="no-print" method="post" action=ask.path(&Place::Save(slug))>
            <button class="btn btn--line" type="submit">{t.say("saved-save")}</button>
        </form>
    }
}

/// Where somebody comes back to who had to sign in first; or who keeps as many as one may.
#[must_use]
pub fn save_page(ask: &Ask, (slug, title): (&Slug, &Title), is_too_many: bool) -> Page {
    let t = ask.speech();
    let heading = t.say("saved-ask-title");
    let head = Head::new(heading, t.say("saved-lead"), Place::Save(slug.clone())).unlisted();
    let status = if is_too_many { 422 } else { 200 };
    let (ask, slug, title) = (ask.clone(), slug.clone(), title.to_string());
    frame::page(&ask.clone(), status, head, move || {
        let activity = ask.path(&Place::Activity(slug.clone()));
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::catalogue()), t.say("frame-find").to_owned()),
            (activity.clone(), title.clone()),
        ];
        let full = is_too_many.then(|| {
            let words = t.tell("saved-full", &[("n", Saved::MOST.into())]);
            let list = ask.path(&Place::Door(Door::Saved));
            view! {
                <Notice tone=Tone::Bad>
                    <p>{words}</p>
                    <p><a href=list>{t.say("saved-see")}</a></p>
                </Notice>
            }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1>{heading}</h1>
                    {full}
                    <p class="lead">{title}</p>
                    <form class="row" method="post" action=ask.path(&Place::Save(slug))>
                        <button class="btn" type="submit">{t.say("saved-save")}</button>
                        <a class="btn btn--line" href=activity>{t.say("saved-back")}</a>
                    </form>
                </div>
            </div>
        }
    })
}

/// The sentences that the list has for what has just happened.
const TOLD: [(Told, &str); 2] =
    [(Told::KEPT, "saved-told-kept"), (Told::REMOVED, "saved-told-removed")];

/// What one keeps for later.
#[must_use]
pub fn saved_page(ask: &Ask, shown: &[ShownSaved], told: Option<Told>) -> Page {
    let t = ask.speech();
    let title = t.say("saved-title");
    let head = Head::new(title, t.say("saved-lead"), Place::Door(Door::Saved)).unlisted();
    let told = told.and_then(|it| it.sentence(&TOLD));
    let (ask, shown) = (ask.clone(), shown.to_vec());
    frame::page(&ask.clone(), 200, head, move || {
        let crumbs =
            vec![(ask.path(&Place::Door(Door::Account)), t.say("account-title").to_owned())];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let rows: Vec<_> = shown.iter().map(|it| row(&ask, it)).collect();
        let body = if rows.is_empty() {
            let find = ask.path(&Place::catalogue());
            view! {
                <Notice tone=Tone::Info><p>{t.say("saved-none")}</p></Notice>
                <p><a class="btn btn--line" href=find>{t.say("signup-find")}</a></p>
            }
            .into_any()
        } else {
            let heading = t.tell("saved-n", &[("n", rows.len().into())]);
            view! {
                <section class="panel stack" aria-labelledby="h-gemte">
                    <h2 class="t2" id="h-gemte">{heading}</h2>
                    <ul class="stack plain">{rows}</ul>
                </section>
            }
            .into_any()
        };
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <h1>{title}</h1>
                    <p class="lead">{t.say("saved-lead")}</p>
                    {told}
                    {body}
                </div>
            </div>
        }
    })
}

/// When it is next, or why it is not.
fn when(t: &'static Speech, it: &ShownSaved, activity: &Activity) -> String {
    match (activity.state(), it.next) {
        (State::Cancelled, _) => t.say("saved-cancelled").to_owned(),
        (State::Published, Some((start, end))) => capitalised(&t.period(start, end)),
        (State::Published, None) if activity.occurrences().is_empty() => {
            t.say("card-any-time").to_owned()
        }
        (State::Published, None) => t.say("saved-over").to_owned(),
        _ => t.say("saved-gone").to_owned(),
    }
}

fn row(ask: &Ask, it: &ShownSaved) -> AnyView {
    let t = ask.speech();
    let named = it.activity.as_ref().map(|it| it.0.particulars().title.to_string());
    let named = named.unwrap_or_else(|| t.say("saved-hidden").to_owned());
    let told = it.activity.as_ref().map(|(activity, partner)| {
        let said = activity.particulars();
        let lang = ask.foreign(said.language);
        let heading = if activity.state().is_public() {
            let path = ask.path(&Place::Activity(activity.slug.clone()));
            view! { <a href=path lang=lang>{named.clone()}</a> }.into_any()
        } else {
            view! { <span lang=lang>{named.clone()}</span> }.into_any()
        };
        let town = said.venue.city.as_ref().map(|it| format!(", {it}"));
        view! {
            <h3>{heading}</h3>
            <p>{when(t, it, activity)}</p>
            <p class="s muted">{partner.to_string()} {town}</p>
        }
        .into_any()
    });
    let told = told.unwrap_or_else(|| {
        view! { <h3>{named.clone()}</h3> <p>{t.say("saved-hidden-what")}</p> }.into_any()
    });
    let action = ask.path(&Place::Door(Door::ForgetSaved(it.id)));
    view! {
        <li class="kept">
            {told}
            <form method="post" action=action>
                <button class="btn btn--line btn--s" type="submit">
                    {t.say("saved-forget")} <span class="vh">" " {named}</span>
                </button>
            </form>
        </li>
    }
    .into_any()
}
