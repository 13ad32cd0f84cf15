//! What the portal says about itself: what it is, and who can use it.

use domain::catalogue::Accessibility;
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place,
    design::{icon::Icon, way_out},
    frame::{self, Head},
};

/// What Gnist is and how one becomes a partner.
#[must_use]
pub fn about_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let head = Head::new(t.say("about-title"), t.say("about-description"), Place::About);
    let asker = ask.clone();
    frame::page(ask, 200, head, || {
        view! {
            <Article title=t.say("about-title") lead=t.say("about-lead")>
                <h2>{t.say("about-what")}</h2>
                <p>{t.say("about-what-1")}</p>
                <p>{t.say("about-what-2")}</p>
                <h2>{t.say("about-who")}</h2>
                <ul>
                    <li>{t.say("about-who-teacher")}</li>
                    <li>{t.say("about-who-pupil")}</li>
                    <li>{t.say("about-who-parent")}</li>
                    <li>{t.say("about-who-partner")}</li>
                </ul>
                <h2>{t.say("about-join")}</h2>
                <p>{t.say("about-join-1")}</p>
                <p>{t.say("about-join-2")}</p>
                <p>
                    <a class="go" href=asker.path(&Place::Desk(Desk::Find))>{t.say("about-join-go")} {Icon::ArrowRight.show()}</a>
                </p>
                <h2>{t.say("about-data")}</h2>
                <p>{t.say("about-data-1")}</p>
                <Contact ask=asker />
            </Article>
        }
    })
}

/// The accessibility statement that the law on public bodies' websites asks for
/// (law 692 of 8 June 2018, order 904 of 22 August 2019).
#[must_use]
pub fn accessibility_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let head = Head::new(t.say("was-title"), t.say("was-description"), Place::Accessibility);
    let facts: Vec<_> = Accessibility::ALL
        .iter()
        .map(|it| view! { <li>{t.word("accessibility", it.key())}</li> })
        .collect();
    let official = ask.site.operator.accessibility_statement.clone().map(|url| {
        view! { <p><a href=way_out::web(&url) rel="noopener">{t.say("was-official")}</a></p> }
    });
    let asker = ask.clone();
    frame::page(ask, 200, head, || {
        view! {
            <Article title=t.say("was-heading") lead=t.say("was-lead")>
                {official}
                <h2>{t.say("was-status")}</h2>
                <p>{t.say("was-status-1")}</p>
                <h2>{t.say("was-known")}</h2>
                <ul>
                    <li>{t.say("was-known-map")}</li>
                    <li>{t.say("was-known-partners")}</li>
                </ul>
                <h2>{t.say("was-activities")}</h2>
                <p>{t.say("was-activities-1")}</p>
                <ul>{facts}</ul>
                <h2>{t.say("was-how")}</h2>
                <p>{t.say("was-how-1")}</p>
                <h2>{t.say("was-report")}</h2>
                <p>{t.say("was-report-1")}</p>
                <p>
                    {t.say("was-enforce")} " "
                    <a href="https://www.was.digst.dk/" rel="noopener">"Digitaliseringsstyrelsen"</a>
                </p>
                <Contact ask=asker />
            </Article>
        }
    })
}

#[component]
pub(crate) fn Article(
    title: &'static str,
    lead: &'static str,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="wrap">
            <article class="prose mt6">
                <h1>{title}</h1>
                <p class="lead">{lead}</p>
                {children()}
            </article>
            <div class="band"></div>
        </div>
    }
}

/// Where one writes to those who run the portal; nothing where nobody has said it.
#[component]
pub(crate) fn WriteToUs(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    ask.site.operator.email.clone().map(|it| {
        view! { <p>{t.say("frame-write")} " " <a href=way_out::letter(&it)>{it.clone()}</a></p> }
    })
}

/// How to reach those who run the portal: by telephone and in writing, as the law asks.
#[component]
pub(crate) fn Contact(ask: Ask) -> impl IntoView {
    let t = ask.speech();
    let operator = ask.site.operator.clone();
    let name = operator
        .name
        .map(|name| view! { <p>{t.tell("contact-operator", &[("name", name.into())])}</p> });
    let none = operator.email.is_none() && operator.phone.is_none();
    let phone = operator.phone.map(|it| {
        view! { <p>{t.say("frame-call")} " " <a href=way_out::call(&it)>{it.clone()}</a></p> }
    });
    view! {
        <h2>{t.say("contact-heading")}</h2>
        {name}
        <WriteToUs ask />
        {phone}
        {none.then(|| view! { <p>{t.say("contact-none")}</p> })}
    }
}
