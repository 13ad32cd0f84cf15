//! Dates that are over: which lack a report, and what came of the others.

use application::signup::{LookBack, PastDate, ReportedDate};
use leptos::prelude::*;

use crate::{
    Ask, Place, TakingPart,
    signup::{came, interest_told},
    speech::capitalised,
};

/// Which dates lack a report, and what is told of the others.
#[component]
pub(super) fn LookedBack(ask: Ask, back: LookBack) -> impl IntoView {
    let t = ask.speech();
    let missing: Vec<_> = back.missing.iter().map(|it| missing(&ask, it)).collect();
    let heading = t.tell("after-desk-missing", &[("n", missing.len().into())]);
    let missing = if missing.is_empty() {
        view! { <p>{t.say("after-desk-none")}</p> }.into_any()
    } else {
        view! { <ul class="todo">{missing}</ul> }.into_any()
    };
    let reported: Vec<_> = back.reported.iter().map(|it| reported(&ask, it)).collect();
    let reported = (!reported.is_empty()).then(|| {
        view! {
            <section class="panel stack" aria-labelledby="h-rapporter">
                <h2 class="t2" id="h-rapporter">{t.say("after-desk-told")}</h2>
                <ul class="stack plain">{reported}</ul>
            </section>
        }
    });
    view! {
        <section class="stack" aria-labelledby="h-mangler">
            <h2 class="t2" id="h-mangler">{heading}</h2>
            {missing}
        </section>
        {reported}
    }
}

fn missing(ask: &Ask, it: &PastDate) -> impl IntoView + use<> {
    let t = ask.speech();
    let particulars = it.activity.particulars();
    let (title, lang) = (particulars.title.to_string(), ask.foreign(particulars.language));
    let (name, when) = (title.clone(), t.period(it.start, it.end));
    view! {
        <li>
            <span class="dia dia--soon" aria-hidden="true"></span>
            <div>
                <h3 lang=lang>{title}</h3>
                <p class="s muted">{capitalised(&when)}</p>
            </div>
            <a class="btn btn--s" href=ask.path(&Place::TakingPart(TakingPart::Report(it.date)))>
                {t.say("after-open")} <span class="vh">" " {name} ", " {when}</span>
            </a>
        </li>
    }
}

fn reported(ask: &Ask, it: &ReportedDate) -> impl IntoView + use<> {
    let t = ask.speech();
    let (past, told) = (&it.past, &it.report.told);
    let particulars = past.activity.particulars();
    let (title, lang) = (particulars.title.to_string(), ask.foreign(particulars.language));
    let girls = told.girls_of_hundred().map(|n| {
        let words = t.tell("after-girls-percent", &[("n", n.into())]);
        view! { <p>{t.say("after-girls-share")} ": " {words}</p> }
    });
    let interest = it.interest.map(|it| {
        view! { <p>{t.say("interest-desk")} ": " {interest_told(t, it)}</p> }
    });
    let see = ask.path(&Place::TakingPart(TakingPart::Report(past.date)));
    let when = t.period(past.start, past.end);
    view! {
        <li class="kept">
            <h3 lang=lang>{title.clone()}</h3>
            <p class="s muted">{capitalised(&when)}</p>
            <p>{capitalised(&came(t, told))}</p>
            {girls}
            {interest}
            <p><a href=see>{t.say("after-see")} <span class="vh">" " {title} ", " {when}</span></a></p>
        </li>
    }
}
