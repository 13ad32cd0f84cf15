//! What waits for a moderator.

use application::pact::Queue;
use domain::pact::Region;
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place,
    design::notice::{Notice, Tone},
    frame::{self, Head},
};

/// What waits for a moderator. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn queue_page(ask: &Ask, queue: Queue, told: Option<&'static str>) -> Page {
    let t = ask.speech();
    let n = queue.activities.len() + queue.partners.len() + queue.claims.len();
    let title = t.tell("queue-title", &[("n", n.into())]);
    let head = Head::new(t.say("queue-name"), t.say("queue-lead"), Place::Desk(Desk::Queue));
    let ask = ask.clone();
    frame::page(&ask.clone(), 200, head.unlisted(), move || {
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let empty = (n == 0).then(|| view! { <p class="panel">{t.say("queue-empty")}</p> });
        view! {
            <div class="wrap stack desk">
                <h1>{title}</h1>
                <p class="lead">{t.say("queue-lead")}</p>
                {told}
                {empty}
                <Rows ask=ask.clone() queue=queue.clone() />
            </div>
        }
    })
}

/// A row of the queue: what waits, where, since when, and the way to it.
fn row(ask: &Ask, place: Desk, words: (String, String), region: Option<Region>) -> AnyView {
    let t = ask.speech();
    let (title, about) = words;
    let region = region.map_or_else(|| t.say("queue-no-region"), |it| it.name());
    view! {
        <li>
            <span class="dia dia--soon" aria-hidden="true"></span>
            <div>
                <h3>{title.clone()}</h3>
                <p class="s muted">{about} ", " {region}</p>
            </div>
            <a class="btn btn--line btn--s" href=ask.path(&Place::Desk(place))>
                {t.say("queue-look")} <span class="vh">" " {title}</span>
            </a>
        </li>
    }
    .into_any()
}

#[component]
fn Rows(ask: Ask, queue: Queue) -> impl IntoView {
    let t = ask.speech();
    let since = |at| t.tell("queue-since", &[("time", t.moment(at).into())]);
    let activities: Vec<_> = queue
        .activities
        .iter()
        .map(|it| {
            let about = format!("{}, {}", it.partner.name, since(it.activity.updated_at()));
            let words = (it.activity.particulars().title.to_string(), about);
            row(&ask, Desk::Case(it.activity.id), words, it.region)
        })
        .collect();
    let partners: Vec<_> = queue
        .partners
        .iter()
        .map(|(it, region)| {
            let words = (it.name.to_string(), since(it.created_at));
            row(&ask, Desk::Candidate(it.id), words, *region)
        })
        .collect();
    let claims: Vec<_> = queue
        .claims
        .iter()
        .map(|(it, partner, region)| {
            let fillings =
                [("name", it.name.clone().into()), ("partner", partner.name.to_string().into())];
            let words = (t.tell("queue-claim", &fillings), since(it.claim.asked_at));
            row(&ask, Desk::Candidate(partner.id), words, *region)
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
    view! {
        {section("queue-partners", "h-partnere", partners)}
        {section("queue-claims", "h-krav", claims)}
        {section("queue-activities", "h-aktiviteter", activities)}
    }
}
