//! Coming in through a provider: the button, the way there, and what became of it.

use domain::{
    SafeUrl,
    identity::{Account, JoinedIdentity, Vouched},
};
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path},
};
use crate::{
    Ask, Door, Page, Place,
    design::{field::Field, way_out},
};

/// Why nobody came in through a provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderTrouble {
    /// They said no there.
    Declined,
    /// It took too long, was used before, or began in another browser.
    Expired,
    /// It does not answer.
    Down,
    /// What it says cannot be believed.
    Wrong,
    /// The identity, or one of its kind, is joined elsewhere.
    Taken,
    /// The account is closed.
    Suspended,
}

impl ProviderTrouble {
    /// The status of its page by RFC 9110.
    fn status(self) -> u16 {
        match self {
            Self::Declined | Self::Suspended => 403,
            Self::Taken => 409,
            Self::Expired => 410,
            Self::Wrong => 502,
            Self::Down => 503,
        }
    }

    fn keys(self) -> (&'static str, &'static str) {
        match self {
            Self::Declined => ("provider-declined-title", "provider-declined-lead"),
            Self::Expired => ("provider-expired-title", "provider-expired-lead"),
            Self::Down => ("provider-down-title", "provider-down-lead"),
            Self::Wrong => ("provider-wrong-title", "provider-wrong-lead"),
            Self::Taken => ("provider-taken-title", "provider-taken-lead"),
            Self::Suspended => ("provider-suspended-title", "provider-suspended-lead"),
        }
    }
}

/// What people call the provider, where there is one.
fn provider_name(ask: &Ask) -> Option<String> {
    ask.ports.provider.as_ref().map(|it| it.name().to_string())
}

fn tell(ask: &Ask, key: &str) -> String {
    let name = provider_name(ask).unwrap_or_default();
    ask.speech().tell(key, &[("provider", name.into())])
}

/// The button that leads to the provider, where there is one.
pub(super) fn provider_button(ask: &Ask, typed: &Typed) -> Option<impl IntoView + use<>> {
    provider_name(ask)?;
    let (title, hint) = (tell(ask, "provider-heading"), tell(ask, "provider-hint"));
    let go = tell(ask, "provider-go");
    let next = typed.next_field();
    Some(view! {
        <form class="panel stack" method="post" action=path(ask, Door::Provider)>
            {next}
            <h2 class="t2">{title}</h2>
            <p>{hint}</p>
            <button class="btn" type="submit">{go}</button>
        </form>
    })
}

/// On the way to the provider: browsers are led on, and a link is there for those that are not.
#[must_use]
pub fn on_the_way_page(ask: &Ask, way: &SafeUrl) -> Page {
    let heading = (tell(ask, "provider-way-title"), tell(ask, "provider-way-lead"));
    let go = tell(ask, "provider-go");
    door_page(ask, 200, Door::SignIn, heading, || {
        view! { <p><a class="btn btn--big" href=way_out::web(way) rel="noopener">{go}</a></p> }
    })
}

/// Nobody came in, and what to do.
#[must_use]
pub fn provider_trouble_page(ask: &Ask, trouble: ProviderTrouble) -> Page {
    let (title, lead) = trouble.keys();
    let heading = (tell(ask, title), tell(ask, lead));
    let again = matches!(
        trouble,
        ProviderTrouble::Declined | ProviderTrouble::Expired | ProviderTrouble::Down
    );
    let again = again.then(|| {
        let go = tell(ask, "provider-again");
        view! {
            <form method="post" action=path(ask, Door::Provider)>
                <button class="btn" type="submit">{go}</button>
            </form>
        }
    });
    let t = ask.speech();
    door_page(ask, trouble.status(), Door::SignIn, heading, || {
        view! {
            {again}
            <p><a href=path(ask, Door::SignIn)>{t.say("provider-other-way")}</a></p>
            <p><a href=ask.path(&Place::Home)>{t.say("provider-home")}</a></p>
        }
    })
}

/// The provider knows somebody and no account does: they make one, or sign in to theirs.
#[must_use]
pub fn new_identity_page(ask: &Ask, vouched: &Vouched) -> Page {
    let t = ask.speech();
    let typed = Typed {
        email: vouched.email.as_ref().map(ToString::to_string).unwrap_or_default(),
        name: vouched.name.as_ref().map(ToString::to_string).unwrap_or_default(),
        next: path(ask, Door::Identity).as_str().try_into().ok(),
        faults: Vec::new(),
    };
    let heading = (tell(ask, "provider-new-title"), tell(ask, "provider-new-lead"));
    let name_text = typed.field(t, "name", "register-name", Some("register-name-hint"));
    let email_text = typed.field(t, "email", "sign-in-email", Some("register-email-hint"));
    let same_browser = tell(ask, "provider-new-browser");
    door_page(ask, 200, Door::ProviderNew, heading, || {
        view! {
            <form class="panel stack" method="post" action=path(ask, Door::Register) novalidate>
                {typed.next_field()}
                <h2 class="t2">{t.say("provider-new-register")}</h2>
                <Field name="name" text=name_text autocomplete="name" value=typed.name.clone() />
                <Field name="email" text=email_text kind="email" autocomplete="email" value=typed.email.clone() />
                <p class="s muted">{same_browser}</p>
                <button class="btn" type="submit">{t.say("register-go")}</button>
            </form>
            <section class="panel stack" aria-labelledby="h-konto">
                <h2 class="t2" id="h-konto">{t.say("provider-new-known")}</h2>
                <p><a class="btn btn--line" href=typed.path(ask, Door::SignIn)>{t.say("provider-new-sign-in")}</a></p>
            </section>
        }
    })
}

/// Somebody is signed in and has shown an identity: whether it is to be joined.
#[must_use]
pub fn join_page(ask: &Ask, account: &Account) -> Page {
    let t = ask.speech();
    let heading = (tell(ask, "provider-join-title"), tell(ask, "provider-join-lead"));
    let (email, go) = (account.email.to_string(), tell(ask, "provider-join-go"));
    door_page(ask, 200, Door::Identity, heading, || {
        view! {
            <form class="panel stack" method="post" action=path(ask, Door::Identity)>
                <p><strong>{email}</strong></p>
                <button class="btn btn--big" type="submit">{go}</button>
            </form>
            <p><a href=path(ask, Door::Account)>{t.say("provider-join-no")}</a></p>
        }
    })
}

/// What is joined to somebody's account, and how it is joined or taken off.
pub(super) fn joined_ways(
    ask: &Ask,
    identities: &[JoinedIdentity],
) -> Option<impl IntoView + use<>> {
    let t = ask.speech();
    let provider = ask.ports.provider.as_ref()?;
    let name = provider.name().to_string();
    let joined = identities.iter().find(|it| it.identity.issuer() == provider.issuer());
    let (action, sentence, go) = if let Some(it) = joined {
        let fillings = [("provider", name.clone().into()), ("time", t.moment(it.used_at).into())];
        let sentence = t.tell("account-identity", &fillings);
        (Door::LeaveIdentity, sentence, tell(ask, "account-leave-identity"))
    } else {
        let sentence = tell(ask, "account-no-identity");
        (Door::BeginJoin, sentence, tell(ask, "account-join-identity"))
    };
    Some(view! {
        <h3>{name}</h3>
        <p>{sentence}</p>
        <form method="post" action=path(ask, action)>
            <button class="btn btn--line btn--s" type="submit">{go}</button>
        </form>
    })
}

/// Where somebody who has left here leaves the provider too.
pub(super) fn way_out_link(ask: &Ask, way: &SafeUrl) -> impl IntoView + use<> {
    let words = tell(ask, "provider-way-out");
    view! { <p><a href=way_out::web(way) rel="noopener">{words}</a></p> }
}
