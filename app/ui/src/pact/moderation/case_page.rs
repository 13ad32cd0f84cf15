//! One activity, as a moderator looks at it.

use application::pact::{Case, Check, CheckKind};
use domain::catalogue::State;
use leptos::prelude::*;

use super::{Reason, asking::Asking, own_case, reviews::Reviews};
use crate::{
    Ask, Desk, Page, Place,
    catalogue::{Activity, Wall},
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        icon::Icon,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What a moderator typed as a reason, and what stands in the way.
#[derive(Clone, Debug, Default)]
pub struct Answering {
    pub reason: String,
    pub reason_missing: bool,
    pub partner_not_approved: bool,
    /// It was changed since it was shown, so nothing is answered.
    pub changed_since: bool,
}

/// One activity, as a moderator looks at it.
#[must_use]
pub fn case_page(ask: &Ask, case: Case, answering: &Answering) -> Page {
    let t = ask.speech();
    let activity = &case.page.details.activity;
    let title = activity.particulars().title.to_string();
    let lang = ask.foreign(activity.particulars().language);
    let id = activity.id;
    let place = Place::Desk(Desk::Case(id));
    let status = if answering.changed_since {
        409
    } else if answering.reason_missing || answering.partner_not_approved {
        422
    } else {
        200
    };
    let head = Head::new(title.clone(), t.say("case-lead"), place).unlisted();
    let (ask, answering) = (ask.clone(), answering.clone());
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Queue)), t.say("queue-name").to_owned()),
        ];
        let partner = ask.path(&Place::Desk(Desk::Candidate(case.partner.id)));
        let state = case.page.details.activity.state();
        let region = case.region.map_or_else(|| t.say("queue-no-region"), |it| it.name());
        let faults = answering.reason_missing.then(|| {
            let faults = vec![("reason".to_owned(), t.say("moderation-reason-missing").to_owned())];
            view! { <Summary title=t.tell("form-errors", &[("n", 1.into())]) faults /> }
        });
        let changed = answering.changed_since.then(|| {
            view! { <Notice tone=Tone::Bad><p>{t.say("case-changed-since")}</p></Notice> }
        });
        let own = case.is_own.then(|| own_case(t, "case-own"));
        let waits = (state == State::Submitted && !case.is_own).then(
            || view! { <Answer ask=ask.clone() case=case.clone() answering=answering.clone() /> },
        );
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk">
                    <div>
                        <h1 class="t3" lang=lang>{title}</h1>
                        <p class="mt2">
                            <span class="tag">{t.word("state", state.key())}</span> " "
                            <a href=partner>{case.partner.name.to_string()}</a> ", " {region}
                        </p>
                    </div>
                    {faults}
                    {changed}
                    {own}
                    <Checks ask=ask.clone() case=case.clone() />
                    <Asking ask=ask.clone() case=case.clone() answering=answering.clone() />
                    {waits}
                    <Reviews ask=ask.clone() case=case.clone() answering=answering.clone() />
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history=case.history.clone() place=Place::Desk(Desk::Case(id)) />
                    </section>
                </div>
            </div>
            <section class="preview" aria-labelledby="h-kig">
                <div class="wrap"><h2 class="t2 mt6" id="h-kig">{t.say("case-preview")}</h2></div>
                <Activity ask=ask.clone() page=case.page.clone() wall=Wall::Case(id) />
            </section>
        }
    })
}

#[component]
fn Checks(ask: Ask, case: Case) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = case
        .checks
        .iter()
        .map(|check| {
            let (class, icon) =
                if check.is_fine { ("acc", Icon::Check) } else { ("acc acc--sp", Icon::Info) };
            view! { <li class=class>{icon.show()} <span>{t.say(sentence(*check))}</span></li> }
        })
        .collect();
    let doubles: Vec<_> = case
        .doubles
        .iter()
        .map(|slug| {
            let path = ask.path(&Place::Activity(slug.clone()));
            view! { <li class="acc acc--sp">{Icon::Info.show()} <a href=path>{t.say("check-double")}</a></li> }
        })
        .collect();
    view! {
        <section class="panel stack" aria-labelledby="h-tjek">
            <h2 class="t2" id="h-tjek">{t.say("case-checks")}</h2>
            <ul class="stack">{rows} {doubles}</ul>
        </section>
    }
}

const fn sentence(check: Check) -> &'static str {
    match (check.what, check.is_fine) {
        (CheckKind::PartnerApproved, true) => "check-partner-yes",
        (CheckKind::PartnerApproved, false) => "check-partner-no",
        (CheckKind::ContactAtPartner, true) => "check-contact-yes",
        (CheckKind::ContactAtPartner, false) => "check-contact-no",
        (CheckKind::DateToCome, true) => "check-date-yes",
        (CheckKind::DateToCome, false) => "check-date-no",
        (CheckKind::AccessibilityTold, true) => "check-access-yes",
        (CheckKind::AccessibilityTold, false) => "check-access-no",
    }
}

#[component]
fn Answer(ask: Ask, case: Case, answering: Answering) -> impl IntoView {
    let t = ask.speech();
    let activity = &case.page.details.activity;
    let (id, seen) = (activity.id, activity.revision().to_string());
    let first = answering.partner_not_approved.then(|| {
        let partner = ask.path(&Place::Desk(Desk::Candidate(case.partner.id)));
        view! {
            <Notice tone=Tone::Bad>
                <p>{t.say("case-partner-first")}</p>
                <p><a href=partner>{case.partner.name.to_string()}</a></p>
            </Notice>
        }
    });
    view! {
        {first}
        <section class="panel stack" aria-labelledby="h-svar">
            <h2 class="t2" id="h-svar">{t.say("case-answer")}</h2>
            <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::Approve(id)))>
                <input type="hidden" name="seen" value=seen />
                <p>{t.say("case-approve-what")}</p>
                <button class="btn" type="submit">{t.say("case-approve")}</button>
            </form>
            <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::Return(id))) novalidate>
                <Reason t label="case-reason" value=answering.reason is_missing=answering.reason_missing />
                <button class="btn btn--line" type="submit">{t.say("case-return")}</button>
            </form>
        </section>
    }
}
