//! Filters that many ask for, a click away.

use domain::{
    catalogue::{Format, Kind},
    search::Filter,
};
use leptos::prelude::*;

use crate::{Ask, Place};

/// Filters that many ask for, as items of a list.
#[must_use]
pub fn shortcuts(ask: &Ask) -> Vec<impl IntoView + use<>> {
    places(ask).map(|(path, name)| view! { <li><a href=path>{name}</a></li> }).into()
}

/// The same as chips.
#[must_use]
pub fn shortcut_chips(ask: &Ask) -> Vec<impl IntoView + use<>> {
    places(ask).map(|(path, name)| view! { <li><a class="chip" href=path>{name}</a></li> }).into()
}

fn places(ask: &Ask) -> [(String, &'static str); 4] {
    let t = ask.speech();
    let free = Filter { free: true, ..Filter::default() };
    let visits = Filter { formats: vec![Format::AtSchool], ..Filter::default() };
    let camps = Filter { kinds: vec![Kind::Camp], ..Filter::default() };
    let loans = Filter { kinds: vec![Kind::EquipmentLoan], ..Filter::default() };
    [
        (free, t.say("shortcut-free")),
        (visits, t.say("shortcut-at-school")),
        (camps, t.say("shortcut-camps")),
        (loans, t.say("shortcut-loans")),
    ]
    .map(|(filter, name)| (ask.path(&Place::filtered(filter)), name))
}
