//! Who acts for a partner.

use application::partners::{Member, Members};
use domain::{
    InvalidEmail,
    identity::{Invitation, Membership},
    partners::PartnerId,
};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
};

/// What somebody typed to invite another, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct TypedMember {
    pub email: String,
    /// The key of how they are to act for the partner.
    pub membership: String,
    pub faults: Vec<MemberFault>,
}

/// Why nothing changes about who acts for a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberFault {
    EmailMissing,
    Email(InvalidEmail),
    Membership,
    IsMember,
    TooMany,
    TooManyLetters,
    PartnerNotApproved,
    LastAdministrator,
}

impl MemberFault {
    /// The place in the page that it is about.
    fn field(self) -> &'static str {
        match self {
            Self::Membership => "role",
            Self::LastAdministrator => "h-folk",
            _ => "email",
        }
    }

    fn sentence(self, t: &'static Speech) -> String {
        let key = match self {
            Self::EmailMissing => "member-fault-email-missing",
            Self::Email(InvalidEmail::NoAt) => "fault-email-no-at",
            Self::Email(InvalidEmail::Domain) => "fault-email-domain",
            Self::Email(InvalidEmail::Shape) => "fault-email-shape",
            Self::Membership => "member-fault-role",
            Self::IsMember => "member-fault-is-member",
            Self::TooMany => "member-fault-too-many",
            Self::TooManyLetters => "fault-too-many-letters",
            Self::PartnerNotApproved => "members-not-approved",
            Self::LastAdministrator => "member-fault-last",
        };
        t.say(key).to_owned()
    }
}

/// Who acts for a partner. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn members_page(
    ask: &Ask,
    it: Members,
    told: Option<&'static str>,
    typed: &TypedMember,
) -> Page {
    let t = ask.speech();
    let id = it.partner.id;
    let title = t.tell("members-title", &[("partner", it.partner.name.to_string().into())]);
    let status = match typed.faults.as_slice() {
        [] => 200,
        [MemberFault::TooManyLetters] => 429,
        _ => 422,
    };
    let head = Head::new(title.clone(), t.say("members-lead"), Place::Desk(Desk::Members(id)));
    let (ask, typed) = (ask.clone(), typed.clone());
    frame::page(&ask.clone(), status, head.unlisted(), move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::Home)), t.say("desk-title").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let faults: Vec<_> =
            typed.faults.iter().map(|it| (it.field().to_owned(), it.sentence(t))).collect();
        let words = t.tell("form-errors", &[("n", faults.len().into())]);
        let summary = (!faults.is_empty()).then(|| view! { <Summary title=words faults /> });
        let history = (it.history.total > 0).then(|| {
            view! {
                <section class="panel stack" aria-labelledby="h-historik">
                    <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                    <DeedList ask=ask.clone() history=it.history.clone() place=Place::Desk(Desk::Members(id)) />
                </section>
            }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <h1 class="t3">{title}</h1>
                    <p class="lead">{t.say("members-lead")}</p>
                    {told}
                    {summary}
                    <List ask=ask.clone() it=it.clone() />
                    <Invitations ask=ask.clone() partner=id invitations=it.invitations.clone() />
                    <Invite ask=ask.clone() it=it.clone() typed=typed.clone() />
                    {history}
                </div>
            </div>
        }
    })
}

fn membership_name(t: &'static Speech, membership: Membership) -> &'static str {
    match membership {
        Membership::Editor => t.say("role-editor"),
        Membership::Administrator => t.say("role-partner-admin"),
    }
}

#[component]
fn List(ask: Ask, it: Members) -> impl IntoView {
    let t = ask.speech();
    let id = it.partner.id;
    let rows: Vec<_> =
        it.members.iter().map(|member| row(&ask, id, member, it.may_change)).collect();
    let heading = t.tell("members-heading", &[("n", rows.len().into())]);
    view! {
        <section class="stack" aria-labelledby="h-folk">
            <h2 class="t2" id="h-folk" tabindex="-1">{heading}</h2>
            <ul class="stack">{rows}</ul>
        </section>
    }
}

fn row(ask: &Ask, partner: PartnerId, it: &Member, may_change: bool) -> AnyView {
    let t = ask.speech();
    let name = it.name.to_string();
    let you =
        it.is_viewer.then(|| view! { " " <span class="tag tag--ok">{t.say("members-you")}</span> });
    let closed = it.suspended_at.map(|_| {
        view! { " " <span class="tag tag--bad">{t.say("people-closed")}</span> }
    });
    let last = (it.is_last_administrator && (may_change || it.is_viewer)).then(|| {
        view! { <p class="s muted">{t.say("members-last")}</p> }
    });
    let (other, label) = match it.membership {
        Membership::Editor => (Membership::Administrator, "members-make-administrator"),
        Membership::Administrator => (Membership::Editor, "members-make-editor"),
    };
    let change = (may_change && !it.is_last_administrator).then(|| {
        view! {
            <form method="post" action=ask.path(&Place::Desk(Desk::ChangeMember(partner, it.id)))>
                <input type="hidden" name="role" value=other.key() />
                <button class="btn btn--line btn--s" type="submit">
                    {t.say(label)} <span class="vh">" " {name.clone()}</span>
                </button>
            </form>
        }
    });
    let (place, open, sure, go) = if it.is_viewer {
        (Desk::Leave(partner), "members-leave", "members-leave-sure", "members-leave-go")
    } else {
        let place = Desk::RemoveMember(partner, it.id);
        (place, "members-remove", "members-remove-sure", "members-remove-go")
    };
    let can_go = if it.is_viewer { !it.is_last_administrator } else { may_change };
    let remove = can_go.then(|| {
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
    });
    view! {
        <li class="panel stack">
            <div class="row row--between">
                <span>
                    <strong>{name}</strong> {you} {closed}
                    <br />
                    <span class="s muted">{it.email.to_string()} ", " {membership_name(t, it.membership)}</span>
                </span>
                {change}
            </div>
            {last}
            {remove}
        </li>
    }
    .into_any()
}

#[component]
fn Invitations(ask: Ask, partner: PartnerId, invitations: Vec<Invitation>) -> impl IntoView {
    let t = ask.speech();
    let rows: Vec<_> = invitations
        .into_iter()
        .map(|it| {
            let email = it.email.to_string();
            let until = it.invited_at + Invitation::LIFETIME;
            let place = Place::Desk(Desk::WithdrawInvitation(partner, it.id));
            let until = t.tell("members-invited-until", &[("time", t.moment(until).into())]);
            view! {
                <li class="row row--between panel">
                    <span>
                        <strong>{email.clone()}</strong>
                        <br />
                        <span class="s muted">{membership_name(t, it.membership)} ", " {until}</span>
                    </span>
                    <form method="post" action=ask.path(&place)>
                        <button class="btn btn--line btn--s" type="submit">
                            {t.say("members-withdraw")} <span class="vh">" " {email}</span>
                        </button>
                    </form>
                </li>
            }
        })
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack" aria-labelledby="h-inviteret">
                <h2 class="t2" id="h-inviteret">{t.say("members-invited")}</h2>
                <ul class="stack">{rows}</ul>
            </section>
        }
    })
}

#[component]
fn Invite(ask: Ask, it: Members, typed: TypedMember) -> impl IntoView {
    let t = ask.speech();
    if !it.may_change {
        return ().into_any();
    }
    if !it.may_invite {
        return view! { <Notice tone=Tone::Info><p>{t.say("members-not-approved")}</p></Notice> }
            .into_any();
    }
    let error = |field: &str| {
        let fault = typed.faults.iter().find(|it| it.field() == field);
        fault.map(|it| it.sentence(t))
    };
    let text = FieldText {
        label: t.say("sign-in-email").to_owned(),
        hint: Some(t.say("members-invite-hint").to_owned()),
        error: error("email"),
        error_word: t.say("form-error").to_owned(),
    };
    let chosen: Membership = typed.membership.parse().unwrap_or(Membership::Editor);
    let picks: Vec<_> = Membership::ALL
        .iter()
        .map(|it| {
            let what = match it {
                Membership::Editor => "members-editor-what",
                Membership::Administrator => "members-administrator-what",
            };
            view! {
                <label class="tick">
                    <input type="radio" name="role" value=it.key() checked=*it == chosen />
                    <span>{t.say(what)}</span>
                </label>
            }
        })
        .collect();
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Members(it.partner.id))) novalidate>
            <h2 class="t2">{t.say("members-invite")}</h2>
            <Field name="email" text kind="email" value=typed.email.clone() />
            <fieldset id="role">
                <legend class="legend">{t.say("members-role")}</legend>
                {picks}
            </fieldset>
            <button class="btn" type="submit">{t.say("members-invite-go")}</button>
        </form>
    }
    .into_any()
}
