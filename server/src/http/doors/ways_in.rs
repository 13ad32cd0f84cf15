//! Changing how one comes in.

use application::identity::{
    Viewer, ask_for_address as send_letters, change_password as keep_password,
    confirm_second_factor, drop_second_factor, new_recovery_codes, propose_second_factor,
};
use axum::{Extension, extract::RawQuery, response::Response};
use ui::{
    Door,
    identity::{
        AccountNotice, Fault, Typed, address_page as address_form, factor_page as factor_form,
        password_page as password_form, recovery_codes_page,
    },
};

use super::{Caller, Stop, answer, answer_form, email, lead, to_its_end};
use crate::{
    adapters::square_code,
    http::{cookie, fields::Fields, next},
};

pub(super) async fn password_page(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
) -> Response {
    if viewer.account.password.is_none() && !caller.is_fresh(&viewer) {
        return caller.stopped(Stop::NotFresh);
    }
    answer(password_form(&caller.ask(), &viewer, &Typed::default()))
}

impl Caller {
    fn is_fresh(&self, viewer: &Viewer) -> bool {
        viewer.session.is_fresh(self.portal.plugs.ports.clock.now())
    }
}

pub(super) async fn change_password(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let (ports, asker) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let browser = cookie::browser(&caller.portal, &caller.headers);
    let (current, new) = (fields.get("current").to_owned(), fields.get("new").to_owned());
    let kept =
        to_its_end(async move { keep_password(&ports, &asker, &current, &new, &browser).await });
    match kept.await {
        Ok(signed_in) => {
            let told = AccountNotice::PasswordChanged.word();
            let mut response = lead(caller.locale, Door::Account, Some(told));
            cookie::keep(&caller.portal, &signed_in, &mut response);
            response
        }
        Err(Stop::Fault(fault)) => {
            let fault = match fault {
                Fault::WrongPassword => Fault::WrongCurrentPassword,
                other => other.at("new"),
            };
            let typed = Typed { faults: vec![fault], ..Typed::default() };
            answer_form(password_form(&caller.ask(), &viewer, &typed), &typed)
        }
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn address_page(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    if !caller.is_fresh(&viewer) {
        return caller.stopped(Stop::NotFresh);
    }
    answer(address_form(&caller.ask(), &viewer, &Typed::default()))
}

pub(super) async fn ask_for_address(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    let mut typed = Typed { email: fields.get("email").to_owned(), ..Typed::default() };
    let new = match email(&typed.email) {
        Ok(new) => new,
        Err(fault) => {
            typed.faults.push(fault);
            return answer_form(address_form(&caller.ask(), &viewer, &typed), &typed);
        }
    };
    let ports = caller.portal.plugs.ports.clone();
    let who = viewer.clone();
    match to_its_end(async move { send_letters(&ports, &who, &new).await }).await {
        Ok(()) => lead(caller.locale, Door::Account, Some(AccountNotice::LettersSent.word())),
        Err(Stop::Fault(fault)) => {
            typed.faults.push(fault);
            answer_form(address_form(&caller.ask(), &viewer, &typed), &typed)
        }
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn factor_page(
    Extension(viewer): Extension<Viewer>,
    RawQuery(query): RawQuery,
    caller: Caller,
) -> Response {
    if viewer.account.has_factor() {
        return lead(caller.locale, Door::Account, None);
    }
    let typed = Typed { next: next::of_query(query.as_deref()), ..Typed::default() };
    caller.factor_form(viewer, typed).await
}

impl Caller {
    /// The page with the square; it is the same square until a code has shown that the
    /// telephone has the key.
    async fn factor_form(&self, viewer: Viewer, typed: Typed) -> Response {
        let (ports, asker) = (self.portal.plugs.ports.clone(), viewer.clone());
        match to_its_end(async move { propose_second_factor(&ports, &asker).await }).await {
            Ok(key) => {
                let square = square_code(&key.address(viewer.account.email.as_str()));
                answer_form(factor_form(&self.ask(), &viewer, &key, square, &typed), &typed)
            }
            Err(stop) => self.stopped(stop),
        }
    }
}

pub(super) async fn confirm_factor(
    Extension(viewer): Extension<Viewer>,
    caller: Caller,
    fields: Fields,
) -> Response {
    if viewer.account.has_factor() {
        return lead(caller.locale, Door::Account, None);
    }
    let (ports, asker) = (caller.portal.plugs.ports.clone(), viewer.clone());
    let browser = cookie::browser(&caller.portal, &caller.headers);
    let (code, next) = (fields.get("code").to_owned(), next::of(fields.get("next")));
    let confirmed =
        to_its_end(async move { confirm_second_factor(&ports, &asker, &code, &browser).await });
    match confirmed.await {
        Ok((signed_in, codes)) => {
            let mut response = answer(recovery_codes_page(&caller.ask(), &codes, next.as_ref()));
            cookie::keep(&caller.portal, &signed_in, &mut response);
            response
        }
        Err(Stop::Fault(fault)) => {
            let typed = Typed { next, faults: vec![fault.at("code")], ..Typed::default() };
            caller.factor_form(viewer, typed).await
        }
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn new_codes(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    if !viewer.account.has_factor() {
        return lead(caller.locale, Door::SecondFactor, None);
    }
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { new_recovery_codes(&ports, &viewer).await }).await {
        Ok(codes) => answer(recovery_codes_page(&caller.ask(), &codes, None)),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn drop_factor(Extension(viewer): Extension<Viewer>, caller: Caller) -> Response {
    // No button leads here where there is nothing to turn off, or a role asks for it.
    if !viewer.account.has_factor() || viewer.account.needs_factor() {
        return lead(caller.locale, Door::Account, None);
    }
    let ports = caller.portal.plugs.ports.clone();
    match to_its_end(async move { drop_second_factor(&ports, &viewer).await }).await {
        Ok(()) => lead(caller.locale, Door::Account, Some(AccountNotice::FactorOff.word())),
        Err(stop) => caller.stopped(stop),
    }
}
