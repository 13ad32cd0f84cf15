//! One's own page: what is kept, the ways in, and where one is signed in.

use application::identity::Viewer;
use domain::identity::{JoinedIdentity, LetterLanguage, Role, Session};
use leptos::prelude::*;

use super::{
    Typed,
    form::{path, words},
    provider_pages::joined_ways,
    role_name::role_name,
};
use crate::{
    Ask, Door, Page, Place, TakingPart, Told,
    design::{
        field::Field,
        notice::{Notice, Tone},
    },
    frame::{self, Head},
};

/// What has just happened, said above the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountNotice {
    Saved,
    PasswordChanged,
    LettersSent,
    FactorOff,
    SessionsEnded,
    IdentityJoined,
    IdentityLeft,
    /// The provider gives a role that waits for a second factor.
    RoleWaits,
}

impl AccountNotice {
    const ALL: [(Self, Told, &'static str); 8] = [
        (Self::Saved, Told::KEPT, "account-saved"),
        (Self::PasswordChanged, Told::PASSWORD, "account-password-changed"),
        (Self::LettersSent, Told::LETTERS, "account-letters-sent"),
        (Self::FactorOff, Told::FACTOR_OFF, "account-factor-off"),
        (Self::SessionsEnded, Told::SESSIONS_ENDED, "account-sessions-ended"),
        (Self::IdentityJoined, Told::IDENTITY_JOINED, "account-identity-joined"),
        (Self::IdentityLeft, Told::IDENTITY_LEFT, "account-identity-left"),
        (Self::RoleWaits, Told::ROLE_WAITS, "account-role-waits"),
    ];

    /// Its word in an address.
    #[must_use]
    pub fn word(self) -> Told {
        Self::ALL.iter().find(|it| it.0 == self).map_or(Told::KEPT, |it| it.1)
    }

    #[must_use]
    pub fn find(told: Told) -> Option<Self> {
        Self::ALL.iter().find(|it| it.1 == told).map(|it| it.0)
    }

    fn sentence(self) -> &'static str {
        Self::ALL.iter().find(|it| it.0 == self).map_or("", |it| it.2)
    }
}

/// One's own page.
#[must_use]
pub fn account_page(
    ask: &Ask,
    viewer: &Viewer,
    (sessions, identities): (&[Session], &[JoinedIdentity]),
    notice: Option<AccountNotice>,
    typed: &Typed,
) -> Page {
    let t = ask.speech();
    let (title, lead) = words(t, "account-title", "account-lead");
    let head = Head::new(title.clone(), lead.clone(), Place::Door(Door::Account)).unlisted();
    let notice = notice.map(|it| {
        view! { <Notice tone=Tone::Good><p>{t.say(it.sentence())}</p></Notice> }
    });
    let summary = typed.summary(t);
    let (asker, viewer, sessions) = (ask.clone(), viewer.clone(), sessions.to_vec());
    let identities = identities.to_vec();
    let typed = typed.clone();
    frame::page(ask, typed.status(), head, move || {
        view! {
            <div class="wrap band">
                <div class="stack doorway">
                    <div class="head">
                        <h1>{title}</h1>
                        <form method="post" action=path(&asker, Door::SignOut)>
                            <button class="btn btn--line" type="submit">{t.say("account-sign-out")}</button>
                        </form>
                    </div>
                    {notice}
                    {summary}
                    <p class="lead">{lead}</p>
                    <Profile ask=asker.clone() viewer=viewer.clone() typed />
                    <WaysIn ask=asker.clone() viewer=viewer.clone() identities />
                    <Sessions ask=asker viewer sessions />
                </div>
            </div>
        }
    })
}

#[component]
fn Profile(ask: Ask, viewer: Viewer, typed: Typed) -> impl IntoView {
    let t = ask.speech();
    let account = viewer.account;
    let text = typed.field(t, "name", "register-name", None);
    let name = if typed.faults.is_empty() { account.name.to_string() } else { typed.name.clone() };
    let languages: Vec<_> = LetterLanguage::ALL
        .iter()
        .map(|language| {
            let label = match language {
                LetterLanguage::Danish => t.say("account-letters-da"),
                LetterLanguage::English => t.say("account-letters-en"),
            };
            let is_chosen = *language == account.language;
            view! {
                <label class="tick">
                    <input type="radio" name="language" value=language.key() checked=is_chosen />
                    <span>{label}</span>
                </label>
            }
        })
        .collect();
    let roles: Vec<_> =
        account.roles.iter().map(|role| view! { <li>{role_name(t, *role)}</li> }).collect();
    let roles = (!roles.is_empty()).then(
        || view! { <div><p class="legend">{t.say("account-roles")}</p><ul>{roles}</ul></div> },
    );
    let moderates =
        account.roles.iter().any(|it| matches!(it, Role::Moderator(_) | Role::Administrator));
    let queue = moderates.then(|| {
        let path = ask.path(&Place::Desk(crate::Desk::Queue));
        let people = ask.path(&Place::Desk(crate::Desk::People));
        let campaigns = ask.path(&Place::Desk(crate::Desk::Campaigns));
        let synonyms = ask.path(&Place::Desk(crate::Desk::Synonyms));
        view! {
            <a class="btn btn--line" href=path>{t.say("account-queue")}</a>
            <a class="btn btn--line" href=people>{t.say("account-people")}</a>
            <a class="btn btn--line" href=campaigns>{t.say("account-campaigns")}</a>
            <a class="btn btn--line" href=synonyms>{t.say("account-synonyms")}</a>
        }
    });
    let desk = ask.path(&Place::Desk(crate::Desk::Home));
    let saved = path(&ask, Door::Saved);
    view! {
        <p class="row">
            <a class="btn btn--line" href=saved>{t.say("saved-title")}</a>
            <a class="btn btn--line" href=desk>{t.say("account-desk")}</a>
            {queue}
        </p>
        <form class="panel stack" method="post" action=path(&ask, Door::Profile) novalidate>
            <h2 class="t2">{t.say("account-profile")}</h2>
            <Field name="name" text autocomplete="name" value=name />
            <fieldset>
                <legend class="legend">{t.say("account-letters")}</legend>
                {languages}
            </fieldset>
            {roles}
            <button class="btn" type="submit">{t.say("account-save")}</button>
        </form>
    }
}

#[component]
fn WaysIn(ask: Ask, viewer: Viewer, identities: Vec<JoinedIdentity>) -> impl IntoView {
    let t = ask.speech();
    let joined = joined_ways(&ask, &identities);
    let account = viewer.account;
    let (password, password_go) = if account.password.is_some() {
        ("account-has-password", "account-change-password")
    } else {
        ("account-no-password", "account-choose-password")
    };
    let factor = if account.has_factor() {
        let codes = account.factor.as_ref().map_or(0, |factor| factor.recovery.len());
        let off = (!account.needs_factor()).then(|| {
            view! {
                <form method="post" action=path(&ask, Door::DropFactor)>
                    <button class="btn btn--line btn--s" type="submit">{t.say("account-drop-factor")}</button>
                </form>
            }
        });
        view! {
            <p>{t.tell("account-has-factor", &[("n", codes.into())])}</p>
            <div class="row">
                <form method="post" action=path(&ask, Door::RecoveryCodes)>
                    <button class="btn btn--line btn--s" type="submit">{t.say("account-new-codes")}</button>
                </form>
                {off}
            </div>
        }
        .into_any()
    } else {
        view! {
            <p>{t.say("account-no-factor")}</p>
            <p><a href=path(&ask, Door::SecondFactor)>{t.say("account-set-up-factor")}</a></p>
        }
        .into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-veje">
            <h2 class="t2" id="h-veje">{t.say("account-ways-in")}</h2>
            <h3>{t.say("account-email")}</h3>
            <p>{account.email.to_string()}</p>
            <p><a href=path(&ask, Door::Address)>{t.say("account-change-email")}</a></p>
            <h3>{t.say("account-password")}</h3>
            <p>{t.say(password)}</p>
            <p><a href=path(&ask, Door::Password)>{t.say(password_go)}</a></p>
            <h3>{t.say("account-factor")}</h3>
            {factor}
            {joined}
        </section>
    }
}

#[component]
fn Sessions(ask: Ask, viewer: Viewer, sessions: Vec<Session>) -> impl IntoView {
    let t = ask.speech();
    let has_others = sessions.len() > 1;
    let rows: Vec<_> = sessions
        .into_iter()
        .map(|session| {
            let is_here = session.mark == viewer.session.mark;
            let device = if session.device.is_empty() {
                t.say("account-device-unknown").to_owned()
            } else {
                session.device.clone()
            };
            let seen = t.tell("account-seen", &[("time", t.moment(session.seen_at).into())]);
            let end = if is_here {
                view! { <span class="tag tag--ok">{t.say("account-here")}</span> }.into_any()
            } else {
                view! {
                    <form method="post" action=path(&ask, Door::EndSession(session.id))>
                        <button class="btn btn--line btn--s" type="submit">
                            {t.say("account-end")}
                            <span class="vh">" " {device.clone()}</span>
                        </button>
                    </form>
                }
                .into_any()
            };
            view! {
                <li class="row row--between">
                    <span><strong>{device}</strong><br /><span class="s muted">{seen}</span></span>
                    {end}
                </li>
            }
        })
        .collect();
    let all = has_others.then(|| {
        view! {
            <form class="row" method="post" action=path(&ask, Door::EndOtherSessions)>
                <button class="btn btn--line" type="submit">{t.say("account-end-others")}</button>
                <button class="btn btn--line" type="submit" name="here" value="too">{t.say("account-end-all")}</button>
            </form>
        }
    });
    view! {
        <section class="panel stack" aria-labelledby="h-enheder">
            <h2 class="t2" id="h-enheder">{t.say("account-sessions")}</h2>
            <ul class="stack">{rows}</ul>
            {all}
            <p><a href=ask.path(&Place::TakingPart(TakingPart::Mine))>{t.say("mine-title")}</a></p>
            <p><a href=path(&ask, Door::History)>{t.say("account-history")}</a></p>
        </section>
    }
}
