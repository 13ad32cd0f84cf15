//! Looking for a partner and asking it to own an activity too.

use application::catalogue::{CoOwnerFault, CoOwners, ToAsk};
use domain::partners::{Partner, Standing};
use leptos::prelude::*;

use super::co_owners_page::sentence;
use crate::{
    Ask, Desk, Place, Speech,
    design::{
        field::{Field, FieldText},
        field_error::FieldError,
        notice::{Notice, Tone},
    },
};

/// A search for a partner, and below it a choice of those that it found. Only the lead asks.
#[component]
pub(super) fn AskCoOwner(ask: Ask, it: CoOwners, fault: Option<CoOwnerFault>) -> impl IntoView {
    let t = ask.speech();
    if !it.leads {
        let lead = it.lead.name.to_string();
        let said = t.tell("co-owners-only-lead", &[("partner", lead.into())]);
        return view! { <p>{said}</p> }.into_any();
    }
    let stopped = match &it.to_ask {
        None if it.lead.standing != Standing::Approved => Some("co-owners-not-approved"),
        None => Some("co-owners-nobody-left"),
        Some(to_ask) if !to_ask.is_anybody => Some("co-owners-nobody-there"),
        Some(_) => None,
    };
    if let Some(key) = stopped {
        return view! { <Notice tone=Tone::Info><p id="partner">{t.say(key)}</p></Notice> }
            .into_any();
    }
    let to_ask = it.to_ask.clone().unwrap_or_default();
    let action = ask.path(&Place::Desk(Desk::CoOwners(it.activity.id)));
    let is_nothing_found = to_ask.found.is_empty();
    let text = FieldText {
        label: t.say("co-owners-search").to_owned(),
        hint: Some(t.say("co-owners-search-hint").to_owned()),
        error: fault.filter(|_| is_nothing_found).map(|fault| sentence(t, fault)),
        error_word: t.say("form-error").to_owned(),
    };
    // What is wrong leads to the choice, or to the search where there is nothing to choose from.
    let id = if is_nothing_found { "partner" } else { "q" };
    let none = (is_nothing_found && !to_ask.typed.is_empty()).then(|| {
        let said = t.tell("co-owners-none-found", &[("typed", to_ask.typed.clone().into())]);
        view! { <p role="status">{said}</p> }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-inviter">
            <h2 class="t2" id="h-inviter">{t.say("co-owners-invite")}</h2>
            <form class="stack" method="get" action=action.clone()>
                <Field name="q" id text value=to_ask.typed.clone() />
                <button class="btn btn--line" type="submit">{t.say("co-owners-search-go")}</button>
            </form>
            {none}
            {(!is_nothing_found).then(|| choice(t, action, &to_ask, fault))}
        </section>
    }
    .into_any()
}

fn choice(
    t: &'static Speech,
    action: String,
    to_ask: &ToAsk,
    fault: Option<CoOwnerFault>,
) -> AnyView {
    let options: Vec<_> = to_ask.found.iter().map(option).collect();
    let error = fault.map(|fault| {
        let error = sentence(t, fault);
        view! { <FieldError id="partner-e" word=t.say("form-error") error /> }
    });
    let described = error.is_some().then_some("partner-e");
    let found = (!to_ask.typed.is_empty()).then(|| {
        let said = t.tell("co-owners-found", &[("n", to_ask.found.len().into())]);
        view! { <p role="status">{said}</p> }
    });
    view! {
        {found}
        <form class="stack" method="post" action=action novalidate>
            <input type="hidden" name="q" value=to_ask.typed.clone() />
            <fieldset id="partner" aria-describedby=described>
                <legend class="legend">{t.say("co-owners-partner")}</legend>
                {error}
                <div class="picks">{options}</div>
            </fieldset>
            <p>{t.say("co-owners-what")}</p>
            <button class="btn" type="submit">{t.say("co-owners-go")}</button>
        </form>
    }
    .into_any()
}

fn option(it: &Partner) -> AnyView {
    let site = it.website.as_ref().and_then(domain::SafeUrl::host);
    view! {
        <label class="pick">
            <input type="radio" name="partner" value=it.id.0.to_string() />
            <span>
                {it.name.to_string()}
                {site.map(|site| view! { <br /> <span class="s muted">{site}</span> })}
            </span>
        </label>
    }
    .into_any()
}
