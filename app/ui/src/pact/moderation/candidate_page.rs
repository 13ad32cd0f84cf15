//! One partner, as a moderator looks at it.

use application::pact::Candidate;
use domain::partners::{ClaimId, Standing};
use leptos::prelude::*;

use super::{Reason, own_case};
use crate::{
    Ask, Desk, Page, Place,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
        way_out,
    },
    frame::{self, Head},
};

/// A reason that was sent empty or too short, as it was typed, and the claim it answers; none for
/// the partner itself.
#[derive(Clone, Debug)]
pub struct ReasonMissing {
    pub claim: Option<ClaimId>,
    pub typed: String,
}

impl ReasonMissing {
    /// The field in which it was typed, by its name in the page.
    fn field(&self) -> String {
        self.claim.map_or_else(|| "reason".to_owned(), |claim| format!("reason-{}", claim.0))
    }
}

/// One partner, as a moderator looks at it.
#[must_use]
pub fn candidate_page(
    ask: &Ask,
    it: Candidate,
    told: Option<&'static str>,
    missing: Option<ReasonMissing>,
) -> Page {
    let t = ask.speech();
    let title = it.partner.name.to_string();
    let place = Place::Desk(Desk::Candidate(it.partner.id));
    let status = if missing.is_some() { 422 } else { 200 };
    let head = Head::new(title.clone(), t.say("candidate-lead"), place).unlisted();
    let ask = ask.clone();
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Queue)), t.say("queue-name").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let faults = missing.as_ref().map(|missing| {
            let faults = vec![(missing.field(), t.say("moderation-reason-missing").to_owned())];
            view! { <Summary title=t.tell("form-errors", &[("n", 1.into())]) faults /> }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1 class="t3">{title}</h1>
                    {told}
                    {faults}
                    <About ask=ask.clone() it=it.clone() />
                    <Standings ask=ask.clone() it=it.clone() missing=missing.clone() />
                    <Claims ask=ask.clone() it=it.clone() missing=missing.clone() />
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history=it.history.clone() place=Place::Desk(Desk::Candidate(it.partner.id)) />
                    </section>
                </div>
            </div>
        }
    })
}

#[component]
fn About(ask: Ask, it: Candidate) -> impl IntoView {
    let t = ask.speech();
    let unknown = || t.say("candidate-unknown").to_owned();
    let region = it.region.map_or_else(|| t.say("queue-no-region"), |it| it.name());
    let website = match &it.partner.website {
        Some(url) => {
            let shown = url.as_str().to_owned();
            view! { <a href=way_out::web(url) rel="noopener nofollow">{shown}</a> }.into_any()
        }
        None => unknown().into_any(),
    };
    let postcode = it.partner.postcode.map_or_else(unknown, |code| {
        let name = code.area().map(|area| area.name).unwrap_or_default();
        format!("{code} {name}")
    });
    let activities: Vec<_> = it
        .activities
        .iter()
        .map(|activity| {
            let title = activity.particulars().title.to_string();
            let path = ask.path(&Place::Desk(Desk::Case(activity.id)));
            view! { <li><a href=path lang=ask.foreign(activity.particulars().language)>{title}</a> " " <span class="tag">{t.word("state", activity.state().key())}</span></li> }
        })
        .collect();
    let has_activities = !activities.is_empty();
    view! {
        <section class="panel stack" aria-labelledby="h-om">
            <h2 class="t2" id="h-om">{t.say("candidate-about")}</h2>
            <dl class="answers">
                <dt>{t.say("candidate-sector")}</dt><dd>{t.word("sector", it.partner.sector.key())}</dd>
                <dt>{t.say("introduce-website")}</dt><dd>{website}</dd>
                <dt>{t.say("introduce-postcode")}</dt><dd>{postcode}</dd>
                <dt>{t.say("candidate-region")}</dt><dd>{region}</dd>
            </dl>
            {has_activities.then(|| view! { <h3 class="t1">{t.say("candidate-activities")}</h3><ul class="stack">{activities}</ul> })}
        </section>
    }
}

#[component]
fn Standings(ask: Ask, it: Candidate, missing: Option<ReasonMissing>) -> impl IntoView {
    let t = ask.speech();
    let id = it.partner.id;
    let own = it.is_own.then(|| own_case(t, "candidate-own"));
    let approve = (it.partner.standing != Standing::Approved && !it.is_own).then(|| {
        view! {
            <form method="post" action=ask.path(&Place::Desk(Desk::ApprovePartner(id)))>
                <button class="btn" type="submit">{t.say("candidate-approve")}</button>
            </form>
        }
    });
    let typed = missing.filter(|it| it.claim.is_none()).map(|it| it.typed);
    let refuse = (it.partner.standing == Standing::Waiting && !it.is_own).then(|| {
        view! {
            <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::RefusePartner(id))) novalidate>
                <Reason t label="candidate-reason" is_missing=typed.is_some() value=typed.unwrap_or_default() />
                <button class="btn btn--line" type="submit">{t.say("candidate-refuse")}</button>
            </form>
        }
    });
    let trust = (it.partner.standing == Standing::Approved).then(|| {
        let (key, value) = if it.partner.is_trusted {
            ("candidate-trust-off", "nej")
        } else {
            ("candidate-trust-on", "ja")
        };
        let now = if it.partner.is_trusted { "partner-trusted" } else { "candidate-not-trusted" };
        let change = (it.may_trust && !it.is_own).then(|| {
            view! {
                <form method="post" action=ask.path(&Place::Desk(Desk::TrustPartner(id)))>
                    <input type="hidden" name="trust" value=value />
                    <button class="btn btn--line" type="submit">{t.say(key)}</button>
                </form>
            }
        });
        view! { <p>{t.say(now)}</p> {change} }
    });
    let standing = match it.partner.standing {
        Standing::Waiting => "candidate-waiting",
        Standing::Approved => "partner-approved",
        Standing::Refused => "partner-refused",
    };
    view! {
        <section class="panel stack" aria-labelledby="h-svar">
            <h2 class="t2" id="h-svar">{t.say("candidate-answer")}</h2>
            <p>{t.say(standing)}</p>
            {own}
            {approve}
            {refuse}
            {trust}
        </section>
    }
}

#[component]
fn Claims(ask: Ask, it: Candidate, missing: Option<ReasonMissing>) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = it
        .claims
        .iter()
        .map(|told| {
            let id = format!("reason-{}", told.claim.id.0);
            let here = missing.as_ref().filter(|it| it.claim == Some(told.claim.id));
            let (typed, invalid) = (here.map(|it| it.typed.clone()), here.map(|_| "true"));
            let error_id = format!("{id}-e");
            let described = here.map(|_| error_id.clone());
            let error = here.map(|_| {
                view! {
                    <FieldError
                        id=error_id
                        word=t.say("form-error")
                        error=t.say("moderation-reason-missing").to_owned()
                    />
                }
            });
            let fillings = [("name", told.name.clone().into()), ("email", told.email.to_string().into())];
            let remark = told.claim.remark.as_ref().map(|remark| {
                view! { <blockquote class="remark">{remark.to_string()}</blockquote> }
            });
            let answer = if it.is_own || it.own_claim == Some(told.claim.id) {
                own_case(t, "candidate-claim-own").into_any()
            } else {
                view! {
                    <form class="stack" method="post" action=ask.path(&Place::Desk(Desk::AnswerClaim(told.claim.id))) novalidate>
                        <div class="field">
                            <label for=id.clone()>{t.say("candidate-claim-reason")}</label>
                            {error}
                            <input type="text" id=id name="reason" autocomplete="off" value=typed aria-describedby=described aria-invalid=invalid />
                        </div>
                        <p class="row">
                            <button class="btn btn--s" type="submit" name="answer" value="ja">{t.say("candidate-claim-yes")}</button>
                            <button class="btn btn--line btn--s" type="submit" name="answer" value="nej">{t.say("candidate-claim-no")}</button>
                        </p>
                    </form>
                }
                .into_any()
            };
            view! {
                <li class="panel stack">
                    <p><strong>{t.tell("candidate-claim", &fillings)}</strong></p>
                    {remark}
                    {answer}
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-krav">
                <h2 class="t2" id="h-krav">{t.say("candidate-claims")}</h2>
                <ul class="stack">{rows}</ul>
            </section>
        }
    })
}
