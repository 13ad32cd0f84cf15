//! Which partners own an activity.

use application::catalogue::{CoOwnerFault, CoOwners, ToldCoOwner};
use domain::{catalogue::ActivityId, partners::CoOwner};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

fn sentence(t: &'static Speech, fault: CoOwnerFault) -> String {
    match fault {
        CoOwnerFault::Missing => t.say("co-owners-fault-missing").to_owned(),
        CoOwnerFault::Already => t.say("co-owners-fault-already").to_owned(),
        CoOwnerFault::TooMany => {
            let most = u32::try_from(CoOwner::MOST).unwrap_or(u32::MAX);
            t.tell("co-owners-fault-many", &[("n", most.into())])
        }
        CoOwnerFault::LeadNotApproved => t.say("co-owners-not-approved").to_owned(),
    }
}

/// Which partners own an activity, and who can be asked to. What has just happened is said above,
/// by the key of its sentence; what stops something, beside what was chosen.
#[must_use]
pub fn co_owners_page(
    ask: &Ask,
    it: CoOwners,
    told: Option<&'static str>,
    fault: Option<CoOwnerFault>,
) -> Page {
    let t = ask.speech();
    let id = it.activity.id;
    let activity = it.activity.particulars().title.to_string();
    let title = t.say("co-owners-title");
    let head = Head::new(title, t.say("co-owners-lead"), Place::Desk(Desk::CoOwners(id)));
    let status = if fault.is_none() { 200 } else { 422 };
    let ask = ask.clone();
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
            (ask.path(&Place::Desk(Desk::Activity(id))), activity),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let summary = fault.map(|fault| {
            let title = t.tell("form-errors", &[("n", 1.into())]);
            let faults = vec![("partner".to_owned(), sentence(t, fault))];
            view! { <Summary title faults /> }
        });
        let rows: Vec<_> = it.co_owners.iter().map(|told| row(&ask, told, it.leads)).collect();
        let heading = t.tell("co-owners-heading", &[("n", rows.len().into())]);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1 class="t3">{title}</h1>
                    <p class="lead">{t.say("co-owners-lead")}</p>
                    {told}
                    {summary}
                    <section class="stack" aria-labelledby="h-ejere">
                        <h2 class="t2" id="h-ejere">{heading}</h2>
                        <ul class="stack">
                            <li class="panel">
                                <strong>{it.lead.name.to_string()}</strong>
                                <br />
                                <span class="s muted">{t.say("co-owners-leads")}</span>
                            </li>
                            {rows}
                        </ul>
                    </section>
                    <Invite ask=ask.clone() it=it.clone() fault />
                </div>
            </div>
        }
    })
}

fn row(ask: &Ask, told: &ToldCoOwner, leads: bool) -> AnyView {
    let t = ask.speech();
    let (name, it) = (told.name.to_string(), &told.it);
    let state = match it.joined_at {
        None => t.tell("co-owners-asked", &[("time", t.moment(it.asked_at).into())]),
        Some(at) => t.tell("co-owners-since", &[("time", t.moment(at).into())]),
    };
    let sees = it.has_joined().then(|| {
        let key = if it.sees_rosters { "co-owners-sees" } else { "co-owners-sees-not" };
        view! { <br /> <span class="s muted">{t.say(key)}</span> }
    });
    let share = (leads && it.has_joined()).then(|| {
        let place = Place::Desk(Desk::ShareRosters(it.activity, it.partner));
        let (key, value) =
            if it.sees_rosters { ("co-owners-hide", "nej") } else { ("co-owners-show", "ja") };
        view! {
            <form method="post" action=ask.path(&place)>
                <input type="hidden" name="vis" value=value />
                <button class="btn btn--line btn--s" type="submit">
                    {t.say(key)} <span class="vh">" " {name.clone()}</span>
                </button>
            </form>
        }
    });
    let fold = |place: Desk, [open, sure, go]: [&str; 3]| {
        view! {
            <details class="fold">
                <summary>{t.say(open)} <span class="vh">" " {name.clone()}</span></summary>
                <form class="stack" method="post" action=ask.path(&Place::Desk(place))>
                    <p>{t.say(sure)}</p>
                    <button class="btn btn--line btn--s" type="submit">
                        {t.say(go)} <span class="vh">" " {name.clone()}</span>
                    </button>
                </form>
            </details>
        }
        .into_any()
    };
    let part =
        |place: fn(ActivityId, domain::partners::PartnerId) -> Desk| place(it.activity, it.partner);
    let remove = leads.then(|| {
        let words = if it.has_joined() {
            ["co-owners-remove", "co-owners-remove-sure", "co-owners-remove-go"]
        } else {
            ["co-owners-withdraw", "co-owners-withdraw-sure", "co-owners-withdraw-go"]
        };
        fold(part(Desk::RemoveCoOwner), words)
    });
    let leave = (told.is_viewers && it.has_joined() && !leads).then(|| {
        let words = ["co-owners-leave", "co-owners-leave-sure", "co-owners-leave-go"];
        fold(part(Desk::LeaveActivity), words)
    });
    view! {
        <li class="panel stack">
            <div class="row row--between">
                <span>
                    <strong>{name.clone()}</strong>
                    <br />
                    <span class="s muted">{state}</span>
                    {sees}
                </span>
                {share}
            </div>
            {remove}
            {leave}
        </li>
    }
    .into_any()
}

#[component]
fn Invite(ask: Ask, it: CoOwners, fault: Option<CoOwnerFault>) -> impl IntoView {
    let t = ask.speech();
    if !it.leads {
        let lead = it.lead.name.to_string();
        let said = t.tell("co-owners-only-lead", &[("partner", lead.into())]);
        return view! { <p>{said}</p> }.into_any();
    }
    if it.to_ask.is_empty() {
        let key = if it.lead.standing == domain::partners::Standing::Approved {
            "co-owners-nobody-left"
        } else {
            "co-owners-not-approved"
        };
        return view! { <Notice tone=Tone::Info><p id="partner">{t.say(key)}</p></Notice> }
            .into_any();
    }
    let options: Vec<_> = it
        .to_ask
        .iter()
        .map(|(id, name)| view! { <option value=id.0.to_string()>{name.to_string()}</option> })
        .collect();
    let error = fault.map(|fault| {
        let error = sentence(t, fault);
        view! { <FieldError id="partner-e" word=t.say("form-error") error /> }
    });
    let (described, invalid) = match fault {
        Some(_) => ("partner-h partner-e", Some("true")),
        None => ("partner-h", None),
    };
    let action = ask.path(&Place::Desk(Desk::CoOwners(it.activity.id)));
    view! {
        <form class="panel stack" method="post" action=action novalidate>
            <h2 class="t2">{t.say("co-owners-invite")}</h2>
            <div class="field">
                <label for="partner">{t.say("co-owners-partner")}</label>
                <span class="hint" id="partner-h">{t.say("co-owners-partner-hint")}</span>
                {error}
                <select id="partner" name="partner" aria-describedby=described aria-invalid=invalid>
                    <option value="">{t.say("co-owners-choose")}</option>
                    {options}
                </select>
            </div>
            <p>{t.say("co-owners-what")}</p>
            <button class="btn" type="submit">{t.say("co-owners-go")}</button>
        </form>
    }
    .into_any()
}
