//! Which partners own an activity.

use application::catalogue::{CoOwnerFault, CoOwners, ToldCoOwner};
use domain::{catalogue::ActivityId, partners::CoOwner};
use leptos::prelude::*;

use super::ask_co_owner::AskCoOwner;
use crate::{
    Ask, Desk, Page, Place, Speech,
    design::{
        breadcrumbs::Breadcrumbs,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

pub(super) fn sentence(t: &'static Speech, fault: CoOwnerFault) -> String {
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
        let rows: Vec<_> = it.co_owners.iter().map(|told| row(&ask, told, &it)).collect();
        let offered: Vec<_> = it
            .co_owners
            .iter()
            .filter(|it| it.takes_the_lead)
            .map(|told| offered(&ask, told, &it))
            .collect();
        let heading = t.tell("co-owners-heading", &[("n", rows.len().into())]);
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1 class="t3">{title}</h1>
                    <p class="lead">{t.say("co-owners-lead")}</p>
                    {told}
                    {summary}
                    {offered}
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
                    <AskCoOwner ask=ask.clone() it=it.clone() fault />
                </div>
            </div>
        }
    })
}

fn row(ask: &Ask, told: &ToldCoOwner, all: &CoOwners) -> AnyView {
    let t = ask.speech();
    let (name, it, leads) = (told.name.to_string(), &told.it, all.leads);
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
    let asked_to_lead = it.lead_asked_at.map(|at| {
        let said = t.tell("co-owners-lead-asked", &[("time", t.moment(at).into())]);
        view! { <br /> <span class="s muted">{said}</span> }
    });
    let hand_over = hand_over(ask, told, all);
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
                    {asked_to_lead}
                </span>
                {share}
            </div>
            {hand_over}
            {remove}
            {leave}
        </li>
    }
    .into_any()
}

/// Asking an owner to lead instead, or taking that back; only for those who may give it away.
fn hand_over(ask: &Ask, told: &ToldCoOwner, all: &CoOwners) -> Option<AnyView> {
    let t = ask.speech();
    let (name, it) = (told.name.to_string(), &told.it);
    if !all.hands_over || !it.has_joined() {
        return None;
    }
    let action = ask.path(&Place::Desk(Desk::OfferLead(it.activity, it.partner)));
    if it.lead_asked_at.is_some() {
        let keep = view! {
            <form method="post" action=action>
                <input type="hidden" name="leder" value="nej" />
                <button class="btn btn--line btn--s" type="submit">
                    {t.say("co-owners-keep")} <span class="vh">" " {name}</span>
                </button>
            </form>
        };
        return Some(keep.into_any());
    }
    told.is_approved.then(|| {
        view! {
            <details class="fold">
                <summary>{t.say("co-owners-offer")} <span class="vh">" " {name.clone()}</span></summary>
                <form class="stack" method="post" action=action>
                    <input type="hidden" name="leder" value="ja" />
                    <p>{t.say("co-owners-offer-sure")}</p>
                    <button class="btn btn--line btn--s" type="submit">
                        {t.say("co-owners-offer-go")} <span class="vh">" " {name.clone()}</span>
                    </button>
                </form>
            </details>
        }
        .into_any()
    })
}

/// The lead that a partner of the viewer's is offered, with a button for each answer.
fn offered(ask: &Ask, told: &ToldCoOwner, all: &CoOwners) -> AnyView {
    let t = ask.speech();
    let place = Place::Desk(Desk::AnswerLeading(told.it.activity, told.it.partner));
    let action = ask.path(&place);
    let heading = t.tell("co-owners-take-heading", &[("partner", told.name.to_string().into())]);
    let what = t.tell("co-owners-take-what", &[("lead", all.lead.name.to_string().into())]);
    view! {
        <Notice tone=Tone::Info>
            <h2 class="t1">{heading}</h2>
            <p>{what}</p>
            <form class="row" method="post" action=action>
                <button class="btn btn--s" type="submit" name="svar" value="ja">{t.say("co-owners-take-yes")}</button>
                <button class="btn btn--line btn--s" type="submit" name="svar" value="nej">{t.say("co-owners-take-no")}</button>
            </form>
        </Notice>
    }
    .into_any()
}
