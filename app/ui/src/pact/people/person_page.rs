//! One person, as whoever looks after them sees them.

use application::pact::{HeldRole, PersonPage as Shown, RoleFault, RoleWish};
use domain::{
    identity::{AccountId, Membership, Role},
    pact::Region,
    partners::PartnerName,
};
use leptos::prelude::*;

use crate::{
    Ask, Desk, Page, Place, Speech,
    deeds::DeedList,
    design::{
        breadcrumbs::Breadcrumbs,
        field::{Field, FieldText},
        field_error::FieldError,
        notice::{Notice, Tone},
        summary::Summary,
    },
    frame::{self, Head},
    identity::role_at,
    pact::moderation::Reason,
};

/// What somebody typed about a person, and what is wrong with it.
#[derive(Clone, Debug, Default)]
pub struct TypedPerson {
    pub reason: String,
    pub wish: RoleWish,
    pub fault: Option<PersonFault>,
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonFault {
    ReasonMissing,
    Role(RoleFault),
    Oneself,
}

impl PersonFault {
    fn field(self) -> &'static str {
        match self {
            Self::ReasonMissing => "reason",
            Self::Role(RoleFault::Role) => "role",
            Self::Role(RoleFault::Region) => "region",
            Self::Role(RoleFault::Partner) => "partner",
            Self::Oneself => "h-roller",
        }
    }

    fn sentence(self, t: &'static Speech) -> String {
        let key = match self {
            Self::ReasonMissing => "moderation-reason-missing",
            Self::Role(RoleFault::Role) => "person-fault-role",
            Self::Role(RoleFault::Region) => "person-fault-region",
            Self::Role(RoleFault::Partner) => "person-fault-partner",
            Self::Oneself => "person-fault-oneself",
        };
        t.say(key).to_owned()
    }
}

/// One person. What has just happened is said above, by the key of its sentence.
#[must_use]
pub fn person_page(ask: &Ask, it: Shown, told: Option<&'static str>, typed: &TypedPerson) -> Page {
    let t = ask.speech();
    let title = it.person.name.to_string();
    let place = Place::Desk(Desk::Person(it.person.id));
    let status = if typed.fault.is_none() { 200 } else { 422 };
    let head = Head::new(title.clone(), t.say("person-lead"), place).unlisted();
    let (ask, typed) = (ask.clone(), typed.clone());
    frame::page(&ask.clone(), status, head, move || {
        let crumbs = vec![
            (ask.path(&Place::Home), t.say("crumb-home").to_owned()),
            (ask.path(&Place::Desk(Desk::People)), t.say("people-name").to_owned()),
        ];
        let told = told.map(|key| {
            view! { <Notice tone=Tone::Good><p>{t.say(key)}</p></Notice> }
        });
        let summary = typed.fault.map(|fault| {
            let faults = vec![(fault.field().to_owned(), fault.sentence(t))];
            view! { <Summary title=t.tell("form-errors", &[("n", 1.into())]) faults /> }
        });
        let closed = it.person.suspended_at.map(|at| {
            let since = t.tell("person-closed-since", &[("time", t.moment(at).into())]);
            view! { <Notice tone=Tone::Bad><p>{since}</p></Notice> }
        });
        let give = it.may_give_roles.then(|| {
            view! { <GiveRole ask=ask.clone() id=it.person.id typed=typed.clone() /> }
        });
        view! {
            <div class="wrap">
                <Breadcrumbs label=t.say("frame-breadcrumbs").to_owned() links=crumbs />
                <div class="stack desk edit">
                    <div>
                        <h1 class="t3">{title}</h1>
                        <p class="muted">{it.person.email.to_string()}</p>
                    </div>
                    {told}
                    {summary}
                    {closed}
                    <Roles ask=ask.clone() it=it.clone() />
                    {give}
                    <Suspension ask=ask.clone() it=it.clone() typed=typed.clone() />
                    <section class="panel stack" aria-labelledby="h-historik">
                        <h2 class="t2" id="h-historik">{t.say("history-heading")}</h2>
                        <DeedList ask=ask.clone() history=it.history.clone() place=Place::Desk(Desk::Person(it.person.id)) />
                    </section>
                </div>
            </div>
        }
    })
}

#[component]
fn Roles(ask: Ask, it: Shown) -> impl IntoView {
    let t = ask.speech();
    let row = |held: &HeldRole| {
        let name = role_at(t, held.role, held.partner.as_ref().map(PartnerName::as_str));
        let is_own = it.is_viewer && held.role == Role::Administrator;
        let take = (it.may_give_roles && !is_own).then(|| {
            view! {
                <form method="post" action=ask.path(&Place::Desk(Desk::TakeRole(it.person.id)))>
                    <input type="hidden" name="role" value=held.role.to_string() />
                    <button class="btn btn--line btn--s" type="submit">
                        {t.say("person-take")} <span class="vh">" " {name.clone()}</span>
                    </button>
                </form>
            }
        });
        view! { <li class="row row--between"><span>{name.clone()}</span> {take}</li> }
    };
    let rows: Vec<_> = it.person.roles.iter().map(row).collect();
    let rows = if rows.is_empty() {
        view! { <p>{t.say("people-no-role")}</p> }.into_any()
    } else {
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    view! {
        <section class="panel stack" aria-labelledby="h-roller">
            <h2 class="t2" id="h-roller" tabindex="-1">{t.say("person-roles")}</h2>
            {rows}
        </section>
    }
}

#[component]
fn GiveRole(ask: Ask, id: AccountId, typed: TypedPerson) -> impl IntoView {
    let t = ask.speech();
    let error = |field: &str| {
        let fault = typed.fault.filter(|it| it.field() == field);
        fault.map(|it| it.sentence(t))
    };
    let text = |field: &str, label: &str, hint: Option<&str>| FieldText {
        label: t.say(label).to_owned(),
        hint: hint.map(|key| t.say(key).to_owned()),
        error: error(field),
        error_word: t.say("form-error").to_owned(),
    };
    let kinds = [
        ("moderator", t.say("person-role-moderator")),
        (Membership::Administrator.key(), t.say("role-partner-admin")),
        (Membership::Editor.key(), t.say("role-editor")),
        (Role::Steering.key(), t.say("role-steering")),
        (Role::Administrator.key(), t.say("role-admin")),
    ];
    let picks: Vec<_> = kinds
        .into_iter()
        .map(|(key, name)| {
            let checked = typed.wish.role == key;
            view! {
                <label class="tick">
                    <input type="radio" name="role" value=key checked=checked />
                    <span>{name}</span>
                </label>
            }
        })
        .collect();
    let regions: Vec<_> = Region::on(ask.today())
        .map(|it| {
            let selected = typed.wish.region == it.key();
            view! { <option value=it.key() selected=selected>{it.name()}</option> }
        })
        .collect();
    let role_error = error("role")
        .map(|error| view! { <FieldError id="role-e" word=t.say("form-error") error /> });
    let region_error = error("region")
        .map(|error| view! { <FieldError id="region-e" word=t.say("form-error") error /> });
    let described = region_error.is_some().then_some("region-e");
    let described_role = role_error.is_some().then_some("role-e");
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::GiveRole(id))) novalidate>
            <h2 class="t2">{t.say("person-give")}</h2>
            <fieldset id="role" aria-describedby=described_role>
                <legend class="legend">{t.say("person-role")}</legend>
                {role_error}
                {picks}
            </fieldset>
            <div class="field">
                <label for="region">{t.say("person-region")}</label>
                {region_error}
                <select id="region" name="region" aria-describedby=described>
                    <option value="">{t.say("person-region-none")}</option>
                    {regions}
                </select>
            </div>
            <Field name="partner" text=text("partner", "person-partner", Some("person-partner-hint")) value=typed.wish.partner.clone() />
            <button class="btn" type="submit">{t.say("person-give-go")}</button>
        </form>
    }
}

#[component]
fn Suspension(ask: Ask, it: Shown, typed: TypedPerson) -> impl IntoView {
    let t = ask.speech();
    if !it.may_suspend {
        return ().into_any();
    }
    let id = it.person.id;
    if it.person.suspended_at.is_some() {
        return view! {
            <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::LiftSuspension(id)))>
                <h2 class="t2">{t.say("person-open")}</h2>
                <p>{t.say("person-open-what")}</p>
                <button class="btn" type="submit">{t.say("person-open-go")}</button>
            </form>
        }
        .into_any();
    }
    let is_missing = typed.fault == Some(PersonFault::ReasonMissing);
    view! {
        <form class="panel stack" method="post" action=ask.path(&Place::Desk(Desk::Suspend(id))) novalidate>
            <h2 class="t2">{t.say("person-close")}</h2>
            <p>{t.say("person-close-what")}</p>
            <Reason t label="person-close-why" hint="person-close-hint" is_missing value=typed.reason.clone() />
            <button class="btn btn--line" type="submit">{t.say("person-close-go")}</button>
        </form>
    }
    .into_any()
}
