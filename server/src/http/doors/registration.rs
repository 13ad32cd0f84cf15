//! Getting an account, and having forgotten the password.

use application::identity::{Wanted, ask_for_letter, register as send_registration};
use axum::{extract::RawQuery, response::Response};
use ui::{
    Door,
    identity::{Typed, forgotten_page as forgotten_form, register_page},
};

use super::{Caller, answer, answer_form, email, lead, name, to_its_end};
use crate::http::{fields::Fields, next};

pub(super) async fn page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let typed = Typed { next: next::of_query(query.as_deref()), ..Typed::default() };
    answer(register_page(&caller.ask(), &typed))
}

pub(super) async fn register(caller: Caller, fields: Fields) -> Response {
    let mut typed = Typed {
        email: fields.get("email").to_owned(),
        name: fields.get("name").to_owned(),
        next: next::of(fields.get("next")),
        ..Typed::default()
    };
    let (name, address) = match (name(&typed.name), email(&typed.email)) {
        (Ok(name), Ok(address)) => (name, address),
        (name, address) => {
            typed.faults.extend(name.err().into_iter().chain(address.err()));
            return answer_form(register_page(&caller.ask(), &typed), &typed);
        }
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let sent = to_its_end(async move {
        Ok(send_registration(&ports, &address, name, language, typed.next).await?)
    });
    match sent.await {
        Ok(()) => lead(caller.locale, Door::LetterSent, None),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn forgotten_page(caller: Caller) -> Response {
    answer(forgotten_form(&caller.ask(), &Typed::default()))
}

pub(super) async fn forgotten(caller: Caller, fields: Fields) -> Response {
    let mut typed = Typed { email: fields.get("email").to_owned(), ..Typed::default() };
    let address = match email(&typed.email) {
        Ok(address) => address,
        Err(fault) => {
            typed.faults.push(fault);
            return answer_form(forgotten_form(&caller.ask(), &typed), &typed);
        }
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let sent = to_its_end(async move {
        Ok(ask_for_letter(&ports, &address, Wanted::NewPassword, language, None).await?)
    });
    match sent.await {
        Ok(()) => lead(caller.locale, Door::LetterSent, None),
        Err(stop) => caller.stopped(stop),
    }
}
