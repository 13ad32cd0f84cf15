//! Coming in and leaving.

use application::{
    Ports,
    identity::{
        Wanted, ask_for_letter as send_letter, show_second_factor, sign_in_by_password,
        sign_out as end, who_asks,
    },
    ports::StoreError,
};
use axum::{extract::RawQuery, http::StatusCode, response::Response};
use domain::{Inside, identity::Mark};
use ui::{
    Door, Place, Told,
    identity::{
        Fault, Typed, code_page as code_form, letter_sent_page, sign_in_by_letter_page,
        sign_in_page,
    },
};

use super::{Caller, Stop, answer, answer_form, email, lead, to_its_end};
use crate::http::{cookie, fields::Fields, next, pages, problems};

/// The words that the sign-in page can say above its forms, by what stands in its address.
const TOLD: [(Told, &str); 6] = [
    (Told::AGAIN, "sign-in-again"),
    (Told::PASSWORD, "sign-in-password-chosen"),
    (Told::SIGNED_OUT, "sign-in-signed-out"),
    (Told::LEFT_HERE, "sign-in-signed-out"),
    (Told::OVER, "sign-in-over"),
    (Told::JOINED, "sign-in-joined"),
];

pub(super) async fn page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let told = Told::of_query(query.as_deref());
    let sentence = told.and_then(|it| it.sentence(&TOLD));
    let typed = Typed { next: next::of_query(query.as_deref()), ..Typed::default() };
    let sentence = sentence.or_else(|| typed.next.as_ref().map(|_| "sign-in-next"));
    let provider = caller.portal.plugs.ports.provider.as_ref();
    let way_out = match provider.filter(|_| told == Some(Told::LEFT_HERE)) {
        Some(provider) => provider.way_out().await,
        None => None,
    };
    answer(sign_in_page(&caller.ask(), &typed, sentence, way_out.as_ref()))
}

/// What was typed at a door, but for what nobody else may read.
fn typed(fields: &Fields) -> Typed {
    let email = fields.get("email").to_owned();
    Typed { email, next: next::of(fields.get("next")), ..Typed::default() }
}

pub(super) async fn by_password(caller: Caller, fields: Fields) -> Response {
    let password = fields.get("password").to_owned();
    let mut typed = typed(&fields);
    let address = email(&typed.email);
    if password.is_empty() {
        typed.faults.push(Fault::PasswordMissing);
    }
    let address = match address {
        Ok(address) if typed.faults.is_empty() => address,
        Ok(_) => return answer_form(sign_in_page(&caller.ask(), &typed, None, None), &typed),
        Err(fault) => {
            typed.faults.insert(0, fault);
            return answer_form(sign_in_page(&caller.ask(), &typed, None, None), &typed);
        }
    };
    let (ports, browser) =
        (caller.portal.plugs.ports.clone(), cookie::browser(&caller.portal, &caller.headers));
    let came =
        to_its_end(async move { sign_in_by_password(&ports, &address, &password, &browser).await });
    match came.await {
        Ok(signed_in) => caller.come_in(&signed_in, typed.next.as_ref()),
        Err(Stop::Fault(fault)) => {
            typed.faults.push(fault);
            answer_form(sign_in_page(&caller.ask(), &typed, None, None), &typed)
        }
        Err(stop) => caller.stopped(stop),
    }
}

impl Caller {
    /// Gives the browser its session and leads on: to where its owner wanted to go, else to one's
    /// own page, or first to the second factor.
    pub(super) fn come_in(
        &self,
        signed_in: &application::identity::SignedIn,
        next: Option<&Inside>,
    ) -> Response {
        let is_in = signed_in.stage == domain::identity::Stage::SignedIn;
        let mut response = match next {
            Some(next) if is_in => pages::redirect(StatusCode::SEE_OTHER, next.as_str()),
            _ if is_in => lead(self.locale, Door::Account, None),
            _ => {
                let door = Place::Door(Door::Code).path(self.locale);
                pages::redirect(StatusCode::SEE_OTHER, &next::along(&door, next))
            }
        };
        cookie::keep(&self.portal, signed_in, &mut response);
        response
    }
}

pub(super) async fn letter_page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let typed = Typed { next: next::of_query(query.as_deref()), ..Typed::default() };
    answer(sign_in_by_letter_page(&caller.ask(), &typed))
}

pub(super) async fn ask_for_letter(caller: Caller, fields: Fields) -> Response {
    let mut typed = typed(&fields);
    let address = match email(&typed.email) {
        Ok(address) => address,
        Err(fault) => {
            typed.faults.push(fault);
            return answer_form(sign_in_by_letter_page(&caller.ask(), &typed), &typed);
        }
    };
    let (ports, language) = (caller.portal.plugs.ports.clone(), caller.language());
    let sent = to_its_end(async move {
        Ok(send_letter(&ports, &address, Wanted::SignIn, language, typed.next).await?)
    });
    match sent.await {
        Ok(()) => lead(caller.locale, Door::LetterSent, None),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn letter_sent(caller: Caller) -> Response {
    answer(letter_sent_page(&caller.ask()))
}

pub(super) async fn code_page(RawQuery(query): RawQuery, caller: Caller) -> Response {
    let typed = Typed { next: next::of_query(query.as_deref()), ..Typed::default() };
    let Some(secret) = cookie::secret(&caller.portal, &caller.headers) else {
        return lead(caller.locale, Door::SignIn, None);
    };
    match who_asks(&caller.portal.plugs.ports, &secret).await {
        Ok(Some(viewer)) if viewer.is_half_way() => answer(code_form(&caller.ask(), &typed)),
        Ok(Some(_)) => lead(caller.locale, Door::Account, None),
        Ok(None) => lead(caller.locale, Door::SignIn, Some(Told::OVER)),
        Err(error) => problems::problem(&caller.portal, "/", &error.into()),
    }
}

pub(super) async fn show_code(caller: Caller, fields: Fields) -> Response {
    let Some(secret) = cookie::secret(&caller.portal, &caller.headers) else {
        return lead(caller.locale, Door::SignIn, None);
    };
    let (ports, code) = (caller.portal.plugs.ports.clone(), fields.get("code").to_owned());
    let next = next::of(fields.get("next"));
    let browser = cookie::browser(&caller.portal, &caller.headers);
    let came =
        to_its_end(
            async move { show_second_factor(&ports, &secret.mark(), &code, &browser).await },
        );
    match came.await {
        Ok(signed_in) => caller.come_in(&signed_in, next.as_ref()),
        Err(Stop::Fault(fault)) => {
            let typed = Typed { next, faults: vec![fault.at("code")], ..Typed::default() };
            answer_form(code_form(&caller.ask(), &typed), &typed)
        }
        Err(Stop::DeadLink) => lead(caller.locale, Door::SignIn, Some(Told::OVER)),
        Err(stop) => caller.stopped(stop),
    }
}

pub(super) async fn sign_out(caller: Caller) -> Response {
    let mut told = Told::SIGNED_OUT;
    if let Some(secret) = cookie::secret(&caller.portal, &caller.headers) {
        let ports = caller.portal.plugs.ports.clone();
        let ended = to_its_end(async move {
            let comes_by_provider = comes_by_provider(&ports, &secret.mark()).await?;
            end(&ports, &secret.mark()).await?;
            Ok(comes_by_provider)
        });
        match ended.await {
            Ok(true) => told = Told::LEFT_HERE,
            Ok(false) => {}
            Err(stop) => return caller.stopped(stop),
        }
    }
    let mut response = lead(caller.locale, Door::SignIn, Some(told));
    cookie::forget(&caller.portal, &mut response);
    response
}

/// Whether the owner of a session can come in through the provider, and so may be signed in there.
pub(super) async fn comes_by_provider(ports: &Ports, mark: &Mark) -> Result<bool, StoreError> {
    let Some(provider) = &ports.provider else { return Ok(false) };
    let Some((_, owner)) = ports.accounts.session(mark).await? else { return Ok(false) };
    let all = ports.identities.identities_of(owner.id).await?;
    Ok(all.iter().any(|it| it.identity.issuer() == provider.issuer()))
}
