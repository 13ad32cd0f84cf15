//! Signing in, getting an account, and having forgotten the password.

use domain::SafeUrl;
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
    provider_pages::{provider_button, way_out_link},
};
use crate::{
    Ask, Door, Page,
    design::{
        field::Field,
        notice::{Notice, Tone},
    },
};

/// Signing in: by a letter, or by a password. A word above tells what has just happened, by its
/// key, and how to leave the provider too where that is to be said.
#[must_use]
pub fn sign_in_page(
    ask: &Ask,
    typed: &Typed,
    told: Option<&'static str>,
    way_out: Option<&SafeUrl>,
) -> Page {
    let t = ask.speech();
    let told = told.map(|key| {
        let way_out = way_out.map(|way| way_out_link(ask, way));
        view! { <Notice tone=Tone::Info><p>{t.say(key)}</p> {way_out}</Notice> }
    });
    let letter_text =
        Typed::default().field(t, "email", "sign-in-email", Some("sign-in-letter-hint"));
    let (email_text, password_text) = (
        typed.field(t, "email", "sign-in-email", None),
        typed.field(t, "password", "sign-in-password", None),
    );
    door_page(ask, typed.status(), Door::SignIn, words(t, "sign-in-title", "sign-in-lead"), || {
        view! {
            {told}
            {typed.summary(t)}
            {provider_button(ask, typed)}
            <form class="panel stack" method="post" action=path(ask, Door::SignInByLetter) novalidate>
                {typed.next_field()}
                <h2 class="t2">{t.say("sign-in-by-letter")}</h2>
                <Field name="email" id="letter-email" text=letter_text kind="email" autocomplete="email" />
                <button class="btn" type="submit">{t.say("sign-in-send")}</button>
            </form>
            <form class="panel stack" method="post" action=path(ask, Door::SignIn) novalidate>
                {typed.next_field()}
                <h2 class="t2">{t.say("sign-in-by-password")}</h2>
                <Field name="email" text=email_text kind="email" autocomplete="username" value=typed.email.clone() />
                <Field name="password" text=password_text kind="password" autocomplete="current-password" />
                <p class="row">
                    <button class="btn" type="submit">{t.say("sign-in-go")}</button>
                    <a href=path(ask, Door::Forgotten)>{t.say("sign-in-forgotten")}</a>
                </p>
            </form>
            <p>{t.say("sign-in-new")} " " <a href=typed.path(ask, Door::Register)>{t.say("sign-in-register")}</a></p>
        }
    })
}

/// Signing in by a letter alone.
#[must_use]
pub fn sign_in_by_letter_page(ask: &Ask, typed: &Typed) -> Page {
    let t = ask.speech();
    let text = typed.field(t, "email", "sign-in-email", Some("sign-in-letter-hint"));
    let heading = words(t, "sign-in-by-letter", "sign-in-letter-lead");
    door_page(ask, typed.status(), Door::SignInByLetter, heading, || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::SignInByLetter) novalidate>
                {typed.next_field()}
                <Field name="email" text kind="email" autocomplete="email" value=typed.email.clone() />
                <button class="btn" type="submit">{t.say("sign-in-send")}</button>
            </form>
            <p><a href=typed.path(ask, Door::SignIn)>{t.say("sign-in-by-password")}</a></p>
        }
    })
}

/// Getting an account.
#[must_use]
pub fn register_page(ask: &Ask, typed: &Typed) -> Page {
    let t = ask.speech();
    let name_text = typed.field(t, "name", "register-name", Some("register-name-hint"));
    let email_text = typed.field(t, "email", "sign-in-email", Some("register-email-hint"));
    door_page(
        ask,
        typed.status(),
        Door::Register,
        words(t, "register-title", "register-lead"),
        || {
            view! {
                {typed.summary(t)}
                <form class="panel stack" method="post" action=path(ask, Door::Register) novalidate>
                    {typed.next_field()}
                    <Field name="name" text=name_text autocomplete="name" value=typed.name.clone() />
                    <Field name="email" text=email_text kind="email" autocomplete="email" value=typed.email.clone() />
                    <button class="btn" type="submit">{t.say("register-go")}</button>
                    <p class="s muted">{t.say("register-privacy")}</p>
                </form>
                <p>{t.say("register-known")} " " <a href=typed.path(ask, Door::SignIn)>{t.say("register-sign-in")}</a></p>
            }
        },
    )
}

/// Having forgotten the password.
#[must_use]
pub fn forgotten_page(ask: &Ask, typed: &Typed) -> Page {
    let t = ask.speech();
    let email_text = typed.field(t, "email", "sign-in-email", None);
    let heading = words(t, "forgotten-title", "forgotten-lead");
    door_page(ask, typed.status(), Door::Forgotten, heading, || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::Forgotten) novalidate>
                <Field name="email" text=email_text kind="email" autocomplete="username" value=typed.email.clone() />
                <button class="btn" type="submit">{t.say("forgotten-go")}</button>
            </form>
        }
    })
}

/// A letter is on its way, whoever asked for it.
#[must_use]
pub fn letter_sent_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let heading = words(t, "letter-sent-title", "letter-sent-lead");
    door_page(ask, 200, Door::LetterSent, heading, || {
        view! {
            <p>{t.say("letter-sent-not-there")}</p>
            <p><a href=path(ask, Door::SignIn)>{t.say("letter-sent-again")}</a></p>
        }
    })
}
