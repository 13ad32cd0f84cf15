//! What stands behind the link of an invitation: a button, since only a person presses one.

use application::partners::Invited;
use domain::identity::{Membership, Secret};
use leptos::prelude::*;

use super::{
    Typed,
    form::{door_page, path, words},
};
use crate::{Ask, Door, Page, design::field::Field};

/// What an invitation is to, with the button that says yes.
#[must_use]
pub fn invitation_page(ask: &Ask, secret: &Secret, it: &Invited, typed: &Typed) -> Page {
    let t = ask.speech();
    let partner = it.partner.to_string();
    let title = t.tell("invitation-title", &[("partner", partner.into())]);
    let lead = match it.invitation.membership {
        Membership::Editor => "invitation-lead-editor",
        Membership::Administrator => "invitation-lead-administrator",
    };
    let door = Door::Invitation(secret.clone());
    let name = it.is_new_here.then(|| {
        let text = typed.field(t, "name", "register-name", Some("register-name-hint"));
        view! {
            <Field name="name" text autocomplete="name" value=typed.name.clone() />
            <p class="s muted">{t.say("invitation-new")}</p>
        }
    });
    let signs_in = (!it.is_new_here).then(|| {
        view! { <p class="s muted">{t.say("invitation-known")}</p> }
    });
    let heading = (title, t.say(lead).to_owned());
    door_page(ask, typed.status(), door.clone(), heading, || {
        view! {
            {typed.summary(t)}
            <form class="panel stack" method="post" action=path(ask, door) novalidate>
                <p><strong>{it.invitation.email.to_string()}</strong></p>
                {name}
                {signs_in}
                <button class="btn btn--big" type="submit">{t.say("invitation-go")}</button>
            </form>
            <p>{t.say("invitation-no")}</p>
        }
    })
}

/// An invitation that does not work (any more).
#[must_use]
pub fn dead_invitation_page(ask: &Ask) -> Page {
    let t = ask.speech();
    let heading = words(t, "invitation-dead-title", "invitation-dead-lead");
    door_page(ask, 410, Door::SignIn, heading, || {
        view! { <p><a class="btn" href=path(ask, Door::SignIn)>{t.say("invitation-dead-go")}</a></p> }
    })
}
