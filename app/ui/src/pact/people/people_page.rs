//! Whom somebody looks after.

use application::pact::{People, Person};
use domain::partners::PartnerName;
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
    },
    frame::{self, Head},
    identity::role_at,
};

/// Whom somebody looks after, and who of them is called like what was typed.
#[must_use]
pub fn people_page(ask: &Ask, typed: &str, people: People) -> Page {
    let t = ask.speech();
    let (title, lead) = if people.finds_all {
        ("people-title-all", "people-lead-all")
    } else {
        ("people-title", "people-lead")
    };
    let head = Head::new(t.say(title), t.say(lead), Place::Desk(Desk::People)).unlisted();
    let (ask, typed) = (ask.clone(), typed.to_owned());
    frame::page(&ask.clone(), 200, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Queue)), t.say("queue-name").to_owned()),
        ];
        let hint = if people.finds_all { "people-q-hint-all" } else { "people-q-hint" };
        let text = FieldText {
            label: t.say("people-q").to_owned(),
            hint: Some(t.say(hint).to_owned()),
            ..FieldText::default()
        };
        let n = people.people.len();
        let rows: Vec<_> = people.people.iter().map(|it| row(&ask, it)).collect();
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1>{t.say(title)}</h1>
                    <p class="lead">{t.say(lead)}</p>
                    <form class="panel stack" method="get" action=ask.path(&Place::Desk(Desk::People)) role="search">
                        <Field name="q" text value=typed.clone() />
                        <button class="btn" type="submit">{t.say("find-partner-go")}</button>
                    </form>
                    <section class="stack" aria-labelledby="h-folk">
                        <h2 class="t2" id="h-folk">{t.tell("people-found", &[("n", n.into())])}</h2>
                        <ul class="stack">{rows}</ul>
                    </section>
                </div>
            </div>
        }
    })
}

fn row(ask: &Ask, it: &Person) -> AnyView {
    let t = ask.speech();
    let roles: Vec<String> = it
        .roles
        .iter()
        .map(|held| role_at(t, held.role, held.partner.as_ref().map(PartnerName::as_str)))
        .collect();
    let roles =
        if roles.is_empty() { t.say("people-no-role").to_owned() } else { roles.join(", ") };
    let closed = it.suspended_at.map(|_| {
        view! { " " <span class="tag tag--bad">{t.say("people-closed")}</span> }
    });
    let name = it.name.to_string();
    view! {
        <li class="row row--between panel">
            <span>
                <strong>{name.clone()}</strong> {closed}
                <br />
                <span class="s muted">{it.email.to_string()} ", " {roles}</span>
            </span>
            <a class="btn btn--line btn--s" href=ask.path(&Place::Desk(Desk::Person(it.id)))>
                {t.say("queue-look")} <span class="vh">" " {name}</span>
            </a>
        </li>
    }
    .into_any()
}
