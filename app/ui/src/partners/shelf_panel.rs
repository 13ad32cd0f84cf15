//! All that somebody's partners own, in pages.

use application::partners::Shelf;
use domain::{
    catalogue::{Activity, State},
    search::Parameter,
};
use leptos::prelude::*;

use super::own_activity_page::views;
use crate::{
    Ask, Desk, Place,
    design::field::{Field, FieldText},
    pages::{Pages, page_of_list},
};

/// Where on the desk the list begins.
const LIST: &str = "h-alle";

/// All that somebody's partners own, a page of it, with what finds one of them again.
#[component]
pub(super) fn ShelfPanel(ask: Ask, shelf: Shelf) -> impl IntoView {
    let t = ask.speech();
    let words = shelf.words.as_ref().map(|it| it.as_str().to_owned());
    let n = shelf.total;
    let heading = match &words {
        Some(words) => {
            t.tell("desk-shelf-found", &[("n", n.into()), ("words", words.clone().into())])
        }
        None => t.tell("desk-shelf", &[("n", n.into())]),
    };
    let find = (n > 0 || words.is_some()).then(|| {
        let text =
            FieldText { label: t.say("desk-shelf-q").to_owned(), ..FieldText::default() };
        let typed = words.clone().unwrap_or_default();
        view! {
            <form class="stack" method="get" action=ask.path(&Place::Desk(Desk::Home)) role="search" aria-labelledby=LIST>
                <Field name=Parameter::Words.key() text value=typed />
                <button class="btn btn--line" type="submit">{t.say("desk-shelf-go")}</button>
            </form>
        }
    });
    let back = words.is_some().then(|| {
        let path = ask.path(&Place::Desk(Desk::Home));
        view! { <p><a class="go" href=path>{t.say("desk-shelf-all")}</a></p> }
    });
    let list = match (n, &words) {
        (0, Some(_)) => view! { <p>{t.say("desk-shelf-not-found")}</p> }.into_any(),
        (0, None) => view! { <p>{t.say("desk-shelf-empty")}</p> }.into_any(),
        _ => view! { <Rows ask=ask.clone() shelf=shelf.clone() /> }.into_any(),
    };
    let (current, pages) = (shelf.page.get(), shelf.pages());
    let href = move |n: u32| {
        let pair = words.as_deref().map(|it| (Parameter::Words.key(), it));
        page_of_list(&ask.path(&Place::Desk(Desk::Home)), pair.as_slice(), n, LIST)
    };
    view! {
        <section class="panel stack" aria-labelledby=LIST>
            <h2 class="t2" id=LIST>{heading}</h2>
            {find}
            {back}
            {list}
            <Pages t current pages href />
        </section>
    }
}

#[component]
fn Rows(ask: Ask, shelf: Shelf) -> impl IntoView {
    let rows: Vec<_> = shelf.activities.iter().map(|it| row(&ask, &shelf, it)).collect();
    view! { <ul class="partners">{rows}</ul> }
}

fn row(ask: &Ask, shelf: &Shelf, it: &Activity) -> AnyView {
    let t = ask.speech();
    // Most is published, which goes without saying.
    let state = match it.state() {
        State::Published => None,
        State::Cancelled => Some((State::Cancelled, "tag tag--bad")),
        other => Some((other, "tag")),
    };
    let state = state.map(|(state, class)| {
        view! { " " <span class=class>{t.word("state", state.key())}</span> }
    });
    let lead = shelf.leads.get(&it.id).map(|lead| {
        let said = t.tell("desk-led-by", &[("partner", lead.to_string().into())]);
        view! { <span class="s muted">" · " {said}</span> }
    });
    let seen = it.state().is_public().then(|| {
        let n = shelf.views.get(&it.id).copied().unwrap_or_default();
        view! { <span class="s muted">" · " {views(t, n)}</span> }
    });
    let path = ask.path(&Place::Desk(Desk::Activity(it.id)));
    let lang = ask.foreign(it.particulars().language);
    view! {
        <li>
            <a href=path lang=lang>{it.particulars().title.to_string()}</a>
            {state}
            {lead}
            {seen}
        </li>
    }
    .into_any()
}
