//! Signing in and one's own account, over HTTP. Nothing here is kept by anybody on the way.

mod account;
mod invitation;
mod letter;
mod own_data;
mod provider;
mod registration;
mod saved;
mod sign_in;
mod ways_in;

use std::convert::Infallible;

use application::{identity::DoorError, ports::History, turn_to};
use axum::{
    Extension, Router,
    extract::FromRequestParts,
    http::{HeaderMap, HeaderValue, StatusCode, header, request::Parts},
    middleware,
    response::{IntoResponse as _, Response},
    routing::{get, post},
};
use domain::{
    Email, InvalidText,
    identity::{LetterLanguage, PersonName, Wait},
    search::PageNumber,
};
use ui::{
    Ask, Door, Locale, Page, Place, Problem, Told,
    identity::{Fault, Typed},
    routes::pattern::{self, door},
};

use super::{Portal, pages, problems, security_headers::Policy};

pub(super) fn routes() -> Router<Portal> {
    let doors = || {
        Router::new()
            .route(door::SIGN_IN, get(sign_in::page).post(sign_in::by_password))
            .route(door::SIGN_IN_BY_LETTER, get(sign_in::letter_page).post(sign_in::ask_for_letter))
            .route(door::LETTER_SENT, get(sign_in::letter_sent))
            .route(door::CODE, get(sign_in::code_page).post(sign_in::show_code))
            .route(door::SIGN_OUT, post(sign_in::sign_out))
            .route(door::PROVIDER, post(provider::go))
            .route(door::PROVIDER_BACK, get(provider::back))
            .route(door::PROVIDER_NEW, get(provider::new_page))
            .route(door::IDENTITY, get(provider::join_page).post(provider::join))
            .route(door::BEGIN_JOIN, post(provider::begin_join))
            .route(door::LEAVE_IDENTITY, post(provider::leave))
            .route(door::REGISTER, get(registration::page).post(registration::register))
            .route(door::FORGOTTEN, get(registration::forgotten_page).post(registration::forgotten))
            .route(door::LETTER, get(letter::page).post(letter::follow))
            .route(door::INVITATION, get(invitation::page).post(invitation::accept))
            .route(door::ACCOUNT, get(account::page))
            .route(door::HISTORY, get(account::history))
            .route(door::SAVED, get(saved::page))
            .route(door::FORGET_SAVED, post(saved::forget))
            .route(pattern::SAVE, get(saved::ask).post(saved::save))
            .route(door::PROFILE, post(account::change_profile))
            .route(door::END_SESSION, post(account::end_session))
            .route(door::END_OTHER_SESSIONS, post(account::end_other_sessions))
            .route(door::PASSWORD, get(ways_in::password_page).post(ways_in::change_password))
            .route(door::ADDRESS, get(ways_in::address_page).post(ways_in::ask_for_address))
            .route(door::SECOND_FACTOR, get(ways_in::factor_page).post(ways_in::confirm_factor))
            .route(door::RECOVERY_CODES, post(ways_in::new_codes))
            .route(door::DROP_FACTOR, post(ways_in::drop_factor))
            .route(door::ASK_FOR_DATA, get(own_data::page).post(own_data::ask))
            .route(door::DATA_LETTER, get(own_data::letter).post(own_data::open))
            .route(door::DATA, get(own_data::shown))
            .route(door::DATA_FILE, get(own_data::file))
            .route(door::ERASE_DATA, post(own_data::erase))
            .layer(middleware::map_response(keep_nowhere))
    };
    let english = doors().layer(Extension(Locale::En));
    doors().layer(Extension(Locale::Da)).nest(Locale::En.prefix(), english)
}

/// What is one person's is kept by no browser and nobody on the way.
pub(super) async fn keep_nowhere(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// A finished page as an answer.
pub(super) fn answer(page: Page) -> Response {
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    let policy = match (page.is_private, page.is_kept, page.has_islands) {
        (true, _, _) => Policy::PrivatePage,
        (false, true, _) => Policy::KeptPage,
        (false, false, true) => Policy::PageWithIslands,
        (false, false, false) => Policy::Page,
    };
    (status, policy.mark(), kind, page.html).into_response()
}

/// A form that comes back with what is wrong; it says when to try again where that is known.
fn answer_form(page: Page, typed: &Typed) -> Response {
    let wait = typed.faults.iter().find_map(|fault| match fault {
        Fault::TooOften(_, Wait::For(time)) => Some(time.num_seconds().max(1)),
        Fault::Busy(_) => Some(1),
        _ => None,
    });
    let mut response = answer(page);
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// Leads on to a place at the doors, with a word that it will say.
fn lead(locale: Locale, door: Door, told: Option<Told>) -> Response {
    pages::lead_to(&Place::Door(door).path(locale), told)
}

/// Does something that must come to its end, whether or not the browser still listens.
#[expect(clippy::disallowed_methods, reason = "it is waited for at once")]
async fn to_its_end<T: Send + 'static>(
    work: impl Future<Output = Result<T, DoorError>> + Send + 'static,
) -> Result<T, Stop> {
    match tokio::spawn(work).await {
        Ok(done) => done.map_err(Stop::from),
        Err(error) => {
            tracing::error!(%error, "something at the doors broke");
            Err(Stop::Problem(Problem::Broken))
        }
    }
}

/// Why something at the doors was not done.
enum Stop {
    /// The form comes back.
    Fault(Fault),
    DeadLink,
    NotFresh,
    Problem(Problem),
}

impl From<DoorError> for Stop {
    fn from(error: DoorError) -> Self {
        match error {
            DoorError::DeadLink => Self::DeadLink,
            DoorError::NotFresh => Self::NotFresh,
            DoorError::WrongPassword => Self::Fault(Fault::WrongPassword),
            DoorError::WrongCode => Self::Fault(Fault::WrongCode),
            DoorError::TooOften(wait) => Self::Fault(Fault::TooOften("password", wait)),
            DoorError::TooManyLetters => Self::Fault(Fault::TooManyLetters),
            DoorError::WeakPassword(weak) => Self::Fault(Fault::WeakPassword(weak)),
            DoorError::NameMissing => Self::Fault(Fault::NameMissing),
            DoorError::Busy => Self::Fault(Fault::Busy("password")),
            DoorError::FactorNeeded => Self::Problem(Problem::NotAllowed),
            DoorError::Unknown => Self::Problem(Problem::NotFound),
            DoorError::Store(error) => Self::Problem(error.into()),
            DoorError::Hashing(error) => {
                tracing::error!(%error, "a password could not be hashed");
                Self::Problem(Problem::Broken)
            }
        }
    }
}

/// One person's question at a door.
pub(super) struct Caller {
    pub(super) portal: Portal,
    pub(super) locale: Locale,
    pub(super) headers: HeaderMap,
    /// Which page of a list its address asks for; nothing where nobody can have meant it.
    page: Option<PageNumber>,
}

impl FromRequestParts<Portal> for Caller {
    type Rejection = Infallible;

    async fn from_request_parts(
        parts: &mut Parts,
        portal: &Portal,
    ) -> Result<Self, Self::Rejection> {
        let locale = parts.extensions.get::<Locale>().copied().unwrap_or_default();
        let query = ui::routes::decode_query(parts.uri.query().unwrap_or_default());
        let (headers, page) = (parts.headers.clone(), pages::page_among(&query));
        Ok(Self { portal: portal.clone(), locale, headers, page })
    }
}

impl Caller {
    pub(super) fn ask(&self) -> Ask {
        self.portal.ask(self.locale)
    }

    /// Which page of a list is asked for.
    pub(super) fn page(&self) -> Result<PageNumber, Problem> {
        self.page.ok_or(Problem::Misunderstood)
    }

    /// Turns a history to the page that is asked for.
    pub(super) async fn turn(&self, history: &mut History) -> Result<(), Problem> {
        let is_there = turn_to(&self.portal.plugs.ports, history, self.page()?).await?;
        if is_there { Ok(()) } else { Err(Problem::NotFound) }
    }

    /// The language in which whoever asks gets a letter.
    pub(super) fn language(&self) -> LetterLanguage {
        match self.locale {
            Locale::Da => LetterLanguage::Danish,
            Locale::En => LetterLanguage::English,
        }
    }

    /// What stops somebody, but for a fault of a form.
    fn stopped(&self, stop: Stop) -> Response {
        match stop {
            Stop::Problem(problem) => problems::stand_in(&self.ask(), &problem, door::ACCOUNT),
            Stop::NotFresh => lead(self.locale, Door::SignIn, Some(Told::AGAIN)),
            Stop::DeadLink | Stop::Fault(_) => answer(ui::identity::dead_link_page(&self.ask())),
        }
    }
}

/// Reads an address as typed.
fn email(text: &str) -> Result<Email, Fault> {
    if text.trim().is_empty() {
        return Err(Fault::EmailMissing);
    }
    Email::try_from(text).map_err(Fault::Email)
}

/// Reads a name as typed.
fn name(text: &str) -> Result<PersonName, Fault> {
    PersonName::try_from(text).map_err(|error| match error {
        InvalidText::TooLong { .. } => Fault::NameTooLong,
        _ => Fault::NameMissing,
    })
}
