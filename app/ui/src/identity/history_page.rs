//! What somebody did, and what was done to their account.

use application::ports::History;
use leptos::prelude::*;

use super::form::{door_page, path, words};
use crate::{Ask, Door, Page, Place, deeds::DeedList};

/// What somebody did, and what was done to their account.
#[must_use]
pub fn history_page(ask: &Ask, history: History) -> Page {
    let t = ask.speech();
    door_page(ask, 200, Door::History, words(t, "history-title", "history-lead"), || {
        view! {
            <div class="panel" id="h-historik"><DeedList ask=ask.clone() history place=Place::Door(Door::History) /></div>
            <p><a href=path(ask, Door::Account)>{t.say("account-title")}</a></p>
        }
    })
}
