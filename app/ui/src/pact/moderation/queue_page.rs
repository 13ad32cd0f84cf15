//! What waits for a moderator.

use application::pact::{Looked, Queue, SeenCase, Waits};
use domain::pact::{CaseId, Patience};
use leptos::prelude::*;

use super::{
    Reason,
    bulk::{QueueTold, Ticked, word},
};
use crate::{
    Ask, Desk, Page, Place,
    frame::{self, Head},
};

/// What waits for a moderator. What has just happened is said above; what was ticked stays so where
/// something is missing.
#[must_use]
pub fn queue_page(ask: &Ask, queue: Queue, told: QueueTold, ticked: &Ticked) -> Page {
    let t = ask.speech();
    let n = queue.activities.len() + queue.partners.len() + queue.claims.len() + queue.looked.len();
    let n = n + queue.questions.len();
    let title = t.tell("queue-title", &[("n", n.into())]);
    let head = Head::new(t.say("queue-name"), t.say("queue-lead"), Place::Desk(Desk::Queue));
    let (ask, ticked) = (ask.clone(), ticked.clone());
    frame::page(&ask.clone(), told.status(), head.unlisted(), move || {
        let reason_missing = matches!(told, QueueTold::ReasonMissing);
        let told = told.show(t);
        let silent = (queue.silent > 0).then(|| {
            let n = [("n", queue.silent.into())];
            view! { <p class="muted">{t.tell("queue-silent", &n)}</p> }
        });
        let empty = (n == 0).then(|| view! { <p class="panel">{t.say("queue-empty")}</p> });
        view! {
            <div class="wrap stack desk">
                <h1>{title}</h1>
                <p class="lead">{t.say("queue-lead")}</p>
                {told}
                {empty}
                <Rows ask=ask.clone() queue=queue.clone() ticked reason_missing />
                {silent}
            </div>
        }
    })
}

/// A row of the queue: what waits, where, since when, and the way to it.
fn row(
    ask: &Ask,
    place: Desk,
    (title, about): (String, String),
    waits: &Waits,
    case: Option<(SeenCase, bool)>,
) -> AnyView {
    let t = ask.speech();
    let (dia, tag) = match waits.patience {
        Patience::Fresh => ("dia", None),
        Patience::Late => ("dia dia--soon", Some(("tag", "queue-late"))),
        Patience::Escalated => ("dia dia--now", Some(("tag tag--bad", "queue-escalated"))),
    };
    let tag = tag.map(|(class, key)| view! { " " <span class=class>{t.say(key)}</span> });
    let region = waits.region.map_or_else(|| t.say("queue-no-region"), |it| it.name());
    let own = waits.is_own.then(|| view! { ", " {t.say("queue-own")} });
    let mark = match case.filter(|_| !waits.is_own) {
        Some((case, checked)) => view! {
            <label class="tick">
                <input type="checkbox" name="case" value=word(case) checked=checked />
                <span class="vh">{t.say("queue-tick")} " " {title.clone()}</span>
            </label>
        }
        .into_any(),
        None => ().into_any(),
    };
    view! {
        <li>
            <span class="marks">{mark} <span class=dia aria-hidden="true"></span></span>
            <div>
                <h3>{title.clone()}</h3>
                <p class="s muted">{about} ", " {region} {own} {tag}</p>
            </div>
            <a class="btn btn--line btn--s" href=ask.path(&Place::Desk(place))>
                {t.say("queue-look")} <span class="vh">" " {title}</span>
            </a>
        </li>
    }
    .into_any()
}

#[component]
fn Rows(ask: Ask, queue: Queue, ticked: Ticked, reason_missing: bool) -> impl IntoView {
    let t = ask.speech();
    let case = |case, seen| Some(ticked.of(SeenCase { case, seen }));
    let since = |at| t.tell("queue-since", &[("time", t.moment(at).into())]);
    let activities: Vec<_> = queue
        .activities
        .iter()
        .map(|(it, waits)| {
            let about = format!("{}, {}", waits.partner.name, since(waits.since));
            let words = (it.particulars().title.to_string(), about);
            let case = case(CaseId::Activity(it.id), Some(it.revision()));
            row(&ask, Desk::Case(it.id), words, waits, case)
        })
        .collect();
    let partners: Vec<_> = queue
        .partners
        .iter()
        .map(|waits| {
            let words = (waits.partner.name.to_string(), since(waits.since));
            let case = case(CaseId::Partner(waits.partner.id), None);
            row(&ask, Desk::Candidate(waits.partner.id), words, waits, case)
        })
        .collect();
    let claims: Vec<_> = queue
        .claims
        .iter()
        .map(|(it, waits)| {
            let partner = waits.partner.name.to_string();
            let fillings = [("name", it.name.clone().into()), ("partner", partner.into())];
            let words = (t.tell("queue-claim", &fillings), since(waits.since));
            let case = case(CaseId::Claim(it.claim.id), None);
            row(&ask, Desk::Candidate(waits.partner.id), words, waits, case)
        })
        .collect();
    let looked: Vec<_> = queue
        .looked
        .iter()
        .map(|Looked { activity, causes, waits }| {
            let causes: Vec<_> = causes.iter().map(|it| t.word("cause", it.key())).collect();
            let about =
                format!("{}, {}, {}", causes.join("; "), waits.partner.name, since(waits.since));
            let words = (activity.particulars().title.to_string(), about);
            row(&ask, Desk::Case(activity.id), words, waits, None)
        })
        .collect();
    let questions: Vec<_> = queue
        .questions
        .iter()
        .map(|(it, waits)| {
            let about = format!("{}, {}", waits.partner.name, since(waits.since));
            let words = (it.particulars().title.to_string(), about);
            let case = case(CaseId::Questions(it.id), Some(it.revision()));
            row(&ask, Desk::Case(it.id), words, waits, case)
        })
        .collect();
    let section = |key: &str, id: &'static str, rows: Vec<AnyView>| {
        let heading = t.tell(key, &[("n", rows.len().into())]);
        (!rows.is_empty()).then(|| {
            view! {
                <section class="stack" aria-labelledby=id>
                    <h2 class="t2" id=id>{heading}</h2>
                    <ul class="todo">{rows}</ul>
                </section>
            }
        })
    };
    let n = partners.len() + claims.len() + activities.len() + questions.len();
    let turn_down = ask.path(&Place::Desk(Desk::TurnDownCases));
    let is_open = reason_missing || !ticked.reason.is_empty();
    let reason = ticked.reason.clone();
    let several = (n > 0).then(|| {
        view! {
            <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::ApproveCases))>
                {section("queue-partners", "h-partnere", partners)}
                {section("queue-claims", "h-krav", claims)}
                {section("queue-activities", "h-aktiviteter", activities)}
                {section("queue-questions", "h-spoergsmaal", questions)}
                <p class="row" id="h-vaelg">
                    <button class="btn" type="submit">{t.say("queue-bulk-go")}</button>
                    <span class="s muted">{t.say("queue-bulk-what")}</span>
                </p>
                <details class="fold" open=is_open>
                    <summary>{t.say("queue-bulk-no")}</summary>
                    <div class="stack">
                        <p class="s muted">{t.say("queue-bulk-no-what")}</p>
                        <Reason t label="queue-bulk-why" value=reason is_missing=reason_missing />
                        <p>
                            <button class="btn btn--line" type="submit" formaction=turn_down>
                                {t.say("queue-bulk-no-go")}
                            </button>
                        </p>
                    </div>
                </details>
            </form>
        }
    });
    view! {
        {section("queue-looked", "h-set-efter", looked)}
        {several}
    }
}
