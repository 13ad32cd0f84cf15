//! What stands behind a link of a letter: a button, since only a person presses one.

use application::identity::Agreed;
use domain::identity::{Link, Purpose, Secret};
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
};
use crate::{Ask, Door, Page, design::field::Field};

/// What a link is for, with the button that does it.
#[must_use]
pub fn letter_page(ask: &Ask, secret: &Secret, link: &Link, typed: &Typed) -> Page {
    let t = ask.speech();
    let (title, lead, button) = match link.purpose {
        Purpose::SignIn | Purpose::Demo => {
            ("link-sign-in-title", "link-sign-in-lead", "link-sign-in-go")
        }
        Purpose::Register => ("link-register-title", "link-register-lead", "link-register-go"),
        Purpose::ResetPassword => ("link-reset-title", "link-reset-lead", "link-reset-go"),
        Purpose::OldAddress => ("link-address-title", "link-old-lead", "link-address-go"),
        // They have rooms of their own.
        Purpose::OwnData | Purpose::OpenData => {
            ("data-open-title", "data-open-lead", "data-open-go")
        }
        Purpose::NewAddress => ("link-address-title", "link-new-lead", "link-address-go"),
    };
    let door = Door::Letter(secret.clone());
    let asks_name = link.purpose == Purpose::Register && link.name.is_none();
    let name = asks_name.then(|| {
        let text = typed.field(t, "name", "register-name", Some("register-name-hint"));
        view! { <Field name="name" text autocomplete="name" value=typed.name.clone() /> }
    });
    let password = (link.purpose == Purpose::ResetPassword).then(|| {
        let text = typed.field(t, "new", "password-new", Some("password-hint"));
        view! {
            // A program that keeps passwords wants to know whose it is.
            <input type="hidden" name="username" autocomplete="username" value=link.email.to_string() />
            <Field name="new" text kind="password" autocomplete="new-password" />
        }
    });
    door_page(ask, typed.status(), door.clone(), words(t, title, lead), || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, door) novalidate>
                <p><strong>{link.email.to_string()}</strong></p>
                {name}
                {password}
                <button class="btn btn--big" type="submit">{t.say(button)}</button>
            </form>
        }
    })
}

/// A link that does not work (any more), and the way to another.
#[must_use]
pub fn dead_link_page(ask: &Ask) -> Page {
    let t = ask.speech();
    door_page(ask, 410, Door::SignIn, words(t, "link-dead-title", "link-dead-lead"), || {
        view! { <p><a class="btn" href=path(ask, Door::SignIn)>{t.say("link-dead-go")}</a></p> }
    })
}

/// One side has agreed to a change of address.
#[must_use]
pub fn address_agreed_page(ask: &Ask, agreed: Agreed) -> Page {
    let t = ask.speech();
    let (title, lead) = match agreed {
        Agreed::WaitsForOther => ("agreed-waits-title", "agreed-waits-lead"),
        Agreed::Changed => ("agreed-title", "agreed-lead"),
    };
    door_page(ask, 200, Door::Account, words(t, title, lead), || {
        view! { <p><a class="btn" href=path(ask, Door::Account)>{t.say("agreed-go")}</a></p> }
    })
}
