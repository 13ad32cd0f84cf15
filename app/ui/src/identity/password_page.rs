//! Another password, another address.

use application::identity::Viewer;
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
};
use crate::{Ask, Door, Page, design::field::Field};

/// Chooses a password, or another one.
#[must_use]
pub fn password_page(ask: &Ask, viewer: &Viewer, typed: &Typed) -> Page {
    let t = ask.speech();
    let hint = if viewer.account.has_factor() { "password-hint-factor" } else { "password-hint" };
    let current = viewer.account.password.is_some().then(|| {
        let text = typed.field(t, "current", "password-current", None);
        view! { <Field name="current" text kind="password" autocomplete="current-password" /> }
    });
    let text = typed.field(t, "new", "password-new", Some(hint));
    let email = viewer.account.email.to_string();
    door_page(
        ask,
        typed.status(),
        Door::Password,
        words(t, "password-title", "password-lead"),
        || {
            view! {
                {typed.summary(t)}
                <form class="panel stack" method="post" action=path(ask, Door::Password) novalidate>
                    <input type="hidden" name="username" autocomplete="username" value=email />
                    {current}
                    <Field name="new" text kind="password" autocomplete="new-password" />
                    <p class="row">
                        <button class="btn" type="submit">{t.say("password-go")}</button>
                        <a href=path(ask, Door::Account)>{t.say("form-back")}</a>
                    </p>
                </form>
            }
        },
    )
}

/// Asks for another address; where it was asked for, says that two letters are on their way.
#[must_use]
pub fn address_page(ask: &Ask, viewer: &Viewer, typed: &Typed) -> Page {
    let t = ask.speech();
    let text = typed.field(t, "email", "address-new", Some("address-hint"));
    let now = viewer.account.email.to_string();
    door_page(ask, typed.status(), Door::Address, words(t, "address-title", "address-lead"), || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, Door::Address) novalidate>
                <p>{t.say("address-now")} " " <strong>{now}</strong></p>
                <Field name="email" text kind="email" autocomplete="email" value=typed.email.clone() />
                <p class="row">
                    <button class="btn" type="submit">{t.say("address-go")}</button>
                    <a href=path(ask, Door::Account)>{t.say("form-back")}</a>
                </p>
            </form>
        }
    })
}
